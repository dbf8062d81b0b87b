/** Role-play cards for team training: one page for who plays the customer, one for who watches. */
import type { Ending, Line } from '../../content/module.js';
import { ENDING_QUALITIES } from '../../content/vocabulary.js';
import { consequenceClause, contactInWords } from '../conversation/arrival.js';
import type { Scene } from '../conversation/turn.js';
import { anchor, html, type Html, joined, nothing } from '../html.js';
import { dataTable } from '../table.js';
import { capital, channelOf, customerOf } from '../words/names.js';
import { behavioursOf, cuesOf, type Cue, type Reaction } from './scene-cues.js';

/** Both cards of one conversation, each a page of its own when printed. */
export const rolePlayCards = (scene: Scene): Html => html`${actorCard(scene)} ${observerSheet(scene)}`;

function cardHead(kind: string, { unit, world }: Scene): Html {
  return html`<p class="card-kind">${kind}</p>
    <h3>${unit.title}</h3>
    <p class="from">${channelOf(unit.channel, world)} · ${unit.moment}</p>`;
}

function actorCard(scene: Scene): Html {
  const { unit, world, map } = scene;
  const customer = world.customers.find(({ id }) => id === unit.customer);
  const cues = cuesOf(unit, map);
  return html`<section
    class="role-card"
    id="${anchor(unit.id, 'rol')}"
    aria-label="Rolkaart bij ${unit.title}"
  >
    ${cardHead('Rolkaart: jij speelt de klant', scene)}
    <h4>Wie je bent</h4>
    <p>
      Je bent
      ${customer?.naam ?? 'de klant'}${customer?.bedrijf === undefined ? nothing : ` van ${customer.bedrijf}`}.
      ${customer?.huishouden.length ? html`Bij jou horen: ${customer.huishouden.map(({ naam, rol }) => `${naam}, ${rol}`).join('; ')}.` : nothing}
      ${customer?.signalen.length ? `Dit weet de gemeente van je: ${customer.signalen.join(' ')}` : nothing}
    </p>
    ${
      cues.opening.length === 0
        ? nothing
        : html`<h4>Hoe je binnenkomt</h4>
            ${quotes(cues.opening)}`
    }
    <h4>Wat je wilt</h4>
    <p>Je vraagt: ‘${unit.question}’</p>
    <p>Waar het je om gaat: ${unit.behindQuestion} Zeg dat niet uit jezelf.</p>
    ${cueList('Wat je in elk geval ter sprake brengt', cues.always, false)}
    ${cueList('Wat je pas vertelt als er ruimte voor is', cues.whenAsked, true)}
    ${cueList('Wat je zegt als je je niet gehoord voelt', cues.whenHurt, true)}
    <div class="two">
      ${reactionList('Dit doet je goed', cues.pleases)} ${reactionList('Hier klap je van dicht', cues.hurts)}
    </div>
    ${laterList(scene)} ${endingsList(scene)}
  </section>`;
}

/** Later contacts, and what comes of what the employee did: nobody can play those without knowing. */
function laterList(scene: Scene): Html {
  const { unit } = scene;
  const contacts = unit.turns.flatMap(({ contact }) => contact ?? []);
  const told = [...unit.turns, ...unit.endings].flatMap(({ consequences = [] }) => consequences);
  if (contacts.length + told.length === 0) return html``;
  return html`<h4>Wat er later gebeurt</h4>
    <ul>
      ${contacts.map((contact) => html`<li>Een nieuw contact: ${contactInWords(contact, scene).join(' ')}</li>`)}
      ${told.map(
        (consequence) =>
          html`<li>${capital(consequenceClause(consequence, scene))}, dan zeg je: ${consequence.text}</li>`,
      )}
    </ul>`;
}

const quotes = (lines: readonly Line[]): Html =>
  html`<p>
    ${joined(
      lines.map(({ text, mood }) => html`${mood === undefined ? nothing : html`<i>(${mood})</i> `}‘${text}’`),
      html`<br />`,
    )}
  </p>`;

function cueList(title: string, cues: readonly Cue[], isConditional: boolean): Html | string {
  if (cues.length === 0) return nothing;
  const said = ({ after }: Cue): Html | string =>
    isConditional && after.length > 0
      ? html`Hoor je zoiets als
          ${joined(
            after.map((text) => `‘${text}’`),
            ' of ',
          )}<br />`
      : nothing;
  return html`<h4>${title}</h4>
    <ul>
      ${cues.map(
        (cue) =>
          html`<li>
            ${said(cue)}
            ${joined(
              cue.lines.map(
                ({ text, mood }) =>
                  html`${mood === undefined ? nothing : html`<i>(${mood})</i> `}<b>‘${text}’</b>`,
              ),
              html`<br />`,
            )}
          </li>`,
      )}
    </ul>`;
}

const reactionList = (title: string, reactions: readonly Reaction[]): Html | string =>
  reactions.length === 0
    ? nothing
    : html`<div>
        <h4>${title}</h4>
        <ul>
          ${reactions.map(({ text }) => html`<li>‘${text}’</li>`)}
        </ul>
      </div>`;

const SEEN: Readonly<Record<Ending['quality'], string>> = {
  goed: 'Ben je echt geholpen',
  voldoende: 'Ben je half geholpen',
  slecht: 'Ben je niet geholpen',
};

/** One ending of each quality: how the customer goes away. */
function endingsList({ unit, world }: Scene): Html {
  const endings = ENDING_QUALITIES.flatMap((quality) => {
    const ending = unit.endings.find(
      (each) => each.quality === quality && each.lines.some(({ speaker }) => speaker === 'KLANT'),
    );
    return ending ? [ending] : [];
  });
  if (endings.length === 0) return html``;
  return html`<h4>Hoe je weggaat</h4>
    <ul>
      ${endings.map(({ quality, lines }) => {
        const line = lines.find(({ speaker }) => speaker === 'KLANT');
        return html`<li>
          ${SEEN[quality]}? ${line?.mood === undefined ? nothing : html`<i>(${line.mood})</i>`}
          <b>‘${line?.text ?? ''}’</b>
        </li>`;
      })}
    </ul>
    <p class="note">
      Je hoeft de zinnen niet letterlijk te zeggen. Blijf ${customerOf(unit, world)}, en reageer op wat je
      echt hoort.
    </p>`;
}

function observerSheet(scene: Scene): Html {
  const { unit, world } = scene;
  return html`<section
    class="role-card"
    id="${anchor(unit.id, 'kijker')}"
    aria-label="Kijkwijzer bij ${unit.title}"
  >
    ${cardHead('Kijkwijzer: jij kijkt en luistert', scene)}
    <p>
      ${capital(customerOf(unit, world))} vraagt: ‘${unit.question}’ Let op of de vraag achter de vraag op
      tafel komt: ${unit.behindQuestion}
    </p>
    ${
      unit.steps.length === 0
        ? nothing
        : html`<h4>De stappen</h4>
            <ul class="ticks">
              ${unit.steps.map(({ text }) => html`<li><span class="tick" aria-hidden="true"></span>${text}</li>`)}
            </ul>`
    }
    ${dataTable({
      caption: 'Wat je ziet en hoort',
      className: 'watch',
      columns: ['Vaardigheid, en hoe het kan klinken', 'Gezien?', 'Wat zag of hoorde je?'],
      rows: behavioursOf(unit).map(({ competence, examples }) => [
        html`${world.competences[competence].label}
          <small>${world.competences[competence].uitleg}</small>
          ${examples.map((text) => html`<small class="example">‘${text}’</small>`)}`,
        html`${['ja', 'deels', 'nee'].map((word) => html`<span class="choice"><span class="tick" aria-hidden="true"></span>${word}</span>`)}`,
        nothing,
      ]),
    })}
    <h4>Dit werkte goed</h4>
    ${writingLines(2)}
    <h4>Dit kan een volgende keer sterker</h4>
    ${writingLines(2)}
    ${
      unit.takeaways.length === 0
        ? nothing
        : html`<h4>Om samen na te bespreken</h4>
            <ul>
              ${unit.takeaways.map((text) => html`<li>${text}</li>`)}
            </ul>`
    }
  </section>`;
}

/** Lines to write on. */
const writingLines = (count: number): Html =>
  html`${Array.from({ length: count }, () => html`<div class="write" aria-hidden="true"></div>`)}`;
