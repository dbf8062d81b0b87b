/** What happens on coming to a turn or an ending: a later contact, what comes of earlier choices, and coming back. */
import type { Again, Consequence, Contact, Ending, Turn } from '../../content/module.js';
import { html, type Html, joined, nothing } from '../html.js';
import { conditionsInWords, effectsInWords, type Meaning } from '../words/effects.js';
import { capital, channelOf } from '../words/names.js';
import { contacts, workingDays } from '../words/numbers.js';
import { spokenLines } from './spoken.js';
import type { Scene } from './turn.js';

export function contactNote({ contact }: Turn, scene: Scene): Html {
  if (!contact) return html``;
  return html`<p class="arrival">
    <b>Nieuw contact</b>
    <span>${joined(contactInWords(contact, scene), html`<br />`)}</span>
  </p>`;
}

/** 'Telefoon, vrijdag 9 uur', what happened in between, and how long the customer waited. */
export function contactInWords(
  { channel, moment, between, waitDays }: Contact,
  { world }: Meaning,
): readonly string[] {
  return [
    `${capital(channelOf(channel, world))}, ${moment}.`,
    ...(between === undefined ? [] : [`Intussen: ${between}`]),
    ...(waitDays === undefined ? [] : [`De klant wachtte ${workingDays(waitDays)}.`]),
  ];
}

export const consequenceNotes = ({ consequences = [] }: Turn | Ending | Again, scene: Scene): Html =>
  html`${consequences.map(
    (consequence) =>
      html`<p class="arrival">
        <b>Gevolg</b>
        <span
          ><i>${capital(consequenceClause(consequence, scene))}:</i> ${consequence.text}
          ${consequenceEffects(consequence, scene) === '' ? nothing : html`<small>${capital(consequenceEffects(consequence, scene))}.</small>`}</span
        >
      </p>`,
  )}`;

export const consequenceClause = (consequence: Consequence, meaning: Meaning): string =>
  `als ${conditionsInWords(consequence.if, meaning)}`;

export const consequenceEffects = ({ effects, followUps = 0 }: Consequence, meaning: Meaning): string =>
  [...effectsInWords(effects, meaning), ...(followUps > 0 ? [`${contacts(followUps)} extra`] : [])].join(
    '; ',
  );

/** How often the conversation comes back here and where it goes then, with what is said on each return. */
export function returnNote({ again }: Turn, scene: Scene): Html {
  if (!again) return html``;
  const place = scene.map.place(again.to);
  return html`<div class="return">
    <p class="arrival">
      <b>Terugkomen</b>
      <span>${returnInWords(again)} <a href="#${place?.anchor ?? ''}">${place?.name ?? again.to}</a>.</span>
    </p>
    ${consequenceNotes(again, scene)} ${again.lines.length === 0 ? nothing : spokenLines(again.lines, scene)}
  </div>`;
}

/** Up to where it goes on. */
export function returnInWords(again: Again): string {
  const said = again.lines.length === 0 ? '' : ' Elke keer terug wordt gezegd wat hieronder staat.';
  return again.kind === 'topics'
    ? `De onderwerpen kunnen in elke volgorde, elk één keer.${said} Zijn ze allemaal geweest, dan gaat het verder naar`
    : `Hier kan het gesprek hooguit ${again.max} keer terugkomen.${said} De keer daarna gaat het verder naar`;
}
