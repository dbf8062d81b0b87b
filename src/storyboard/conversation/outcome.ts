/** How a conversation can end, and what the checker proved of it. */
import type { DrawProof } from '../../content/module.js';
import { routesOf } from '../../content/proof/routes.js';
import { OUTCOMES, type OutcomeId } from '../../content/vocabulary.js';
import { html, type Html, joined, nothing } from '../html.js';
import { dataTable } from '../table.js';
import { capital, deskDeed, deskThing } from '../words/names.js';
import { contacts, decimal, euro, minutes, percent, whole, workingDays } from '../words/numbers.js';
import { uncertainKeys, type BestRoute, type RouteStep } from './best-route.js';
import type { EndingPlace } from './map.js';
import { outcomeValue } from './outcome-value.js';
import { consequenceNotes } from './arrival.js';
import { spokenLines } from './spoken.js';
import { linksTo, optionAnchor, type Scene } from './turn.js';
import { waysTables } from './ways.js';

export function endingSection(place: EndingPlace, scene: Scene): Html {
  const { ending } = place;
  const from = linksTo(place.id, scene);
  return html`<section class="ending ${ending.quality}" id="${place.anchor}">
    <h4>
      <span class="number">${place.mark}</span> ${capital(ending.id.replaceAll('-', ' '))}
      <span class="tag ${ending.quality}">${ending.quality}</span>
    </h4>
    ${from.length === 0 ? nothing : html`<p class="from">Komt na ${joined(from)}</p>`}
    ${consequenceNotes(ending, scene)} ${spokenLines(ending.lines, scene)}
    <dl>
      ${
        ending.verdict === ''
          ? nothing
          : html`<div>
              <dt>Oordeel</dt>
              <dd>${ending.verdict}</dd>
            </div>`
      }
      ${
        ending.later.text === ''
          ? nothing
          : html`<div>
              <dt>Later: ${ending.later.when}</dt>
              <dd>${ending.later.text}</dd>
            </div>`
      }
      <div>
        <dt>Vervolg</dt>
        <dd>
          ${ending.followUps === 0 ? 'De klant hoeft niet terug te komen.' : `Nog ${contacts(ending.followUps)} nodig.`}
        </dd>
      </div>
    </dl>
  </section>`;
}

/** States, ranges and best routes. */
export function proofSection(scene: Scene): Html {
  const { unit, world, best } = scene;
  const ways = routesOf(unit, world);
  const labels = unit.proof.competences.map((id) => world.competences[id].label);
  return html`<h3>Wat bewezen is</h3>
    <p>
      De controle heeft alle ${whole(unit.proof.states)} toestanden van dit gesprek nagelopen. Elke beurt en
      elk einde is te bereiken, en er is altijd een weg naar het eind. Het resultaat telt voor:
      ${labels.length === 0 ? 'geen enkele vaardigheid' : labels.join(', ')}.
    </p>
    ${best.map((route) => {
      const drawn = ways.find(({ draw }) => draw === route.draw);
      return html`${routeSection(route, scene)} ${drawn ? waysTables(drawn, scene) : nothing}`;
    })}
    <p class="note">
      Een weg noemt de keuzes en wat er op het bureau gebeurt, in volgorde. Wie de bestanden heeft, speelt hem
      na met npm run check -- --replay "weg" module/${unit.id}.
    </p>`;
}

/** Who picks up in this draw of chance: 'Wmo-loket neemt op'; empty when nothing hangs on chance. */
export const luckInWords = (route: BestRoute | undefined, { unit, world }: Scene): string =>
  route === undefined
    ? ''
    : uncertainKeys(unit, route.draw)
        .map(({ key, answered }) => `${deskThing(key, world)} neemt ${answered ? 'op' : 'niet op'}`)
        .join(', ');

function routeSection(route: BestRoute, scene: Scene): Html {
  const { unit } = scene;
  const luck = luckInWords(route, scene);
  const draw = unit.proof.draws[route.draw];
  const title = luck === '' ? 'De beste route' : `De beste route: ${luck}`;
  return html`<h4>${title}</h4>
    ${draw ? rangeTable(draw, scene) : nothing}
    <p>${resultOf(route, draw)}</p>
    <ol class="route">
      ${route.steps.map((step) => html`<li>${stepInWords(step, scene)}</li>`)}
    </ol>`;
}

function rangeTable(draw: DrawProof, { world, unit }: Scene): Html {
  const norms = world.norms.voldoende;
  const isOneContact = unit.turns.every(({ contact }) => contact === undefined);
  const summed = 'de normen van de contacten samen';
  const enough: Readonly<Record<OutcomeId, string>> = {
    klanttevredenheid: `${decimal(norms.klanttevredenheid)} of hoger`,
    doorlooptijd: isOneContact
      ? `${minutes(norms.minuten[unit.channel])} en ${workingDays(norms.werkdagen)} of minder`
      : summed,
    kosten: isOneContact ? `${euro(norms.kosten)} of minder` : summed,
    proces: `${percent(norms.proces)} of meer`,
  };
  return dataTable({
    caption: 'Wat er mogelijk is',
    columns: ['Uitkomst', 'Slechtst', 'Best', 'Voldoende bij'],
    rows: OUTCOMES.map((outcome) => [
      world.outcomes[outcome].label,
      outcomeValue(outcome, draw.worst[outcome]),
      outcomeValue(outcome, draw.best[outcome]),
      enough[outcome],
    ]),
  });
}

function resultOf({ ending, outcomes }: BestRoute, draw: DrawProof | undefined): string {
  const { doorlooptijd, proces } = outcomes;
  const share = draw
    ? ` Zij haalt ${percent(draw.bestMean)} van wat er voor de vaardigheden te halen is.`
    : '';
  return `Deze route eindigt ${ending?.quality ?? ''}, met klanttevredenheid ${decimal(outcomes.klanttevredenheid)}, ${minutes(
    doorlooptijd.minutes,
  )} werk, ${workingDays(doorlooptijd.waitDays)} wachten, ${euro(outcomes.kosten.value)} en ${proces.done} van de ${
    proces.apply
  } stappen.${share}`;
}

function stepInWords(step: RouteStep, { unit, world }: Scene): Html {
  const link = (id: string): Html => html`<a href="#${optionAnchor(unit.id, id)}">${id}</a>`;
  switch (step.kind) {
    case 'desk':
      return html`${deskDeed(step.key, world)}.${step.answered ? nothing : ' Er neemt niemand op.'}`;
    case 'said':
      return html`‘${step.option.text}’ (${link(step.option.id)})`;
    case 'block':
      return html`${step.label}: ${step.option.text === '' ? 'leeg' : `‘${step.option.text}’`}
      (${link(step.option.id)})`;
    case 'sent':
      return html`Verstuur het bericht.`;
  }
}
