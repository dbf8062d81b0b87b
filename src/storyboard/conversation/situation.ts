/** Before the conversation starts: who comes, with what, and what there is to know. */
import type { Contact, DeskAction, Option, Step } from '../../content/module.js';
import type { CaseFile, Customer } from '../../content/schema/municipality.js';
import { html, type Html, joined, nothing } from '../html.js';
import { conditionsInWords, effectsInWords, factText } from '../words/effects.js';
import { capital, channelOf, deskDeed, idInWords } from '../words/names.js';
import { dateInWords, decimal, percent, workingDays } from '../words/numbers.js';
import { dataTable } from '../table.js';
import { contactInWords } from './arrival.js';
import { optionsOf } from './map.js';
import { optionAnchor, type Scene } from './turn.js';

/** Channel, moment, question and the question behind it. */
export function situation({ unit, world }: Scene): Html {
  const customer = world.customers.find(({ id }) => id === unit.customer);
  const facts: readonly (readonly [string, string])[] = [
    ['Klant', customer?.naam ?? unit.customer],
    ['Kanaal', channelOf(unit.channel, world)],
    ['Moment', unit.moment],
    ...laterContacts(unit).map(
      (later) => ['Later contact', contactInWords(later, { unit, world }).join(' ')] as const,
    ),
    ...(unit.subject === undefined ? [] : [['Onderwerp', unit.subject] as const]),
    ['De vraag', unit.question],
    ['De vraag achter de vraag', unit.behindQuestion],
    ['Begint met', `klanttevredenheid ${decimal(unit.startSatisfaction)} van 10`],
    ...(unit.coached
      ? [['Coach', 'Geeft bij elke beurt zijn raad, zonder dat de medewerker erom vraagt.'] as const]
      : []),
    ...(unit.pictures ?? []).map(({ alt }) => ['Wat de klant laat zien', alt] as const),
    ...(unit.report
      ? [['Melding', `Vult zichzelf: ${unit.report.fields.map(({ label }) => label).join(', ')}.`] as const]
      : []),
    ...(unit.goals.length > 0 ? [['Leerdoelen', unit.goals.map(idInWords).join(', ')] as const] : []),
  ];
  return html`<dl class="facts">
    ${facts.map(
      ([label, text]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${text}</dd>
        </div>`,
    )}
  </dl>`;
}

const laterContacts = ({ turns }: Pick<Scene['unit'], 'turns'>): readonly Contact[] =>
  turns.flatMap(({ contact }) => contact ?? []);

/** What the client portal and the case system show of this customer. */
export function records({ unit, world }: Scene): Html | string {
  const customer = world.customers.find(({ id }) => id === unit.customer);
  if (!customer) return nothing;
  const cases = world.cases.filter((each) => each.klant === customer.id);
  return html`<h3>Wat er op het bureau over de klant staat</h3>
    ${customerFacts(customer)} ${cases.map(caseRecord)}`;
}

function customerFacts(customer: Customer): Html {
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['Naam', [customer.naam]],
    ['Bedrijf', customer.bedrijf === undefined ? [] : [customer.bedrijf]],
    ['Geboren', customer.geboren === undefined ? [] : [dateInWords(customer.geboren)]],
    ['Adres', [customer.adres]],
    ['Huishouden', customer.huishouden.map(({ naam, rol }) => `${naam}, ${rol}`)],
    ['Let op', customer.signalen],
    ['Liefst via', customer.voorkeur === undefined ? [] : [customer.voorkeur]],
    [
      'Eerder contact',
      customer.contacten.map(
        ({ datum, kanaal, tekst, let: attention }) =>
          `${dateInWords(datum)}, ${kanaal}: ${tekst}${attention ? ' (let op)' : ''}`,
      ),
    ],
  ];
  return html`<dl class="facts">
    ${rows
      .filter(([, parts]) => parts.length > 0)
      .map(
        ([label, parts]) =>
          html`<div>
            <dt>${label}</dt>
            <dd>${joined(parts, html`<br />`)}</dd>
          </div>`,
      )}
  </dl>`;
}

const STATUSES: Readonly<Record<CaseFile['status'], string>> = {
  ontvangen: 'ontvangen',
  'in-behandeling': 'in behandeling',
  stilgezet: 'stilgezet',
  afgerond: 'afgerond',
};

const caseRecord = ({ id, titel, status, behandelaar, termijn, notities }: CaseFile): Html =>
  html`<div class="record">
    <h4>Zaak ${id}: ${titel}</h4>
    <p>
      ${capital(STATUSES[status])}, bij ${behandelaar}.
      ${termijn ? `Termijn ${workingDays(termijn.werkdagen)}, ${termijn.verstreken} verstreken.` : nothing}
    </p>
    <ul>
      ${notities.map(({ datum, door, tekst }) => html`<li>${dateInWords(datum)}, ${door}: ${tekst}</li>`)}
    </ul>
  </div>`;

/** The right process, step by step, and where each step is taken. */
export function stepsTable(scene: Scene): Html | string {
  const { unit } = scene;
  if (unit.steps.length === 0) return nothing;
  return html`<h3>Het juiste proces</h3>
    ${dataTable({
      caption: 'Stappen die meetellen',
      columns: ['Stap', 'Zo zet je hem'],
      rows: unit.steps.map((step) => [
        stepCell(step, scene),
        sourcesOf((effects) => effects.steps?.includes(step.id) ?? false, scene),
      ]),
    })}`;
}

function stepCell({ text, onlyIf, after }: Step, scene: Scene): Html {
  const first = scene.unit.steps.find(({ id }) => id === after);
  const condition = conditionsInWords(onlyIf, scene);
  return html`${text} ${condition === '' ? nothing : html`<small>Alleen als ${condition}.</small>`}
  ${first ? html`<small>Pas na: ${first.text}.</small>` : nothing}`;
}

/** What there is to find out, where, and which choices need it. */
export function factsTable(scene: Scene): Html | string {
  const facts = factsOf(scene);
  if (facts.length === 0) return nothing;
  const opening = (fact: string): readonly Option[] =>
    allOptions(scene).filter((option) =>
      option.offeredIf.some((each) => each.kind === 'knows' && each.fact === fact && each.not !== true),
    );
  return html`<h3>Wat er te ontdekken is</h3>
    ${dataTable({
      caption: 'Feiten, waar ze te vinden zijn en waarvoor',
      columns: ['Feit', 'Te vinden', 'Opent keuzes'],
      rows: facts.map((fact) => [
        factText(fact, scene),
        sourcesOf((effects) => effects.facts?.includes(fact) ?? false, scene),
        opening(fact).length === 0 ? 'geen' : optionLinks(opening(fact), scene),
      ]),
    })}`;
}

/** Labelled facts first, then those that are only taught. */
function factsOf(scene: Scene): readonly string[] {
  const { unit } = scene;
  const effects = [
    ...unit.desk.map((action) => action.effects),
    ...allOptions(scene).flatMap((option) => [
      option.effects,
      ...option.conditional.map((each) => each.effects),
    ]),
  ];
  return [...new Set([...Object.keys(unit.facts), ...effects.flatMap(({ facts }) => facts ?? [])])];
}

const allOptions = ({ unit }: Scene): readonly Option[] => unit.turns.flatMap(optionsOf);

const optionLinks = (options: readonly Option[], { unit }: Scene): Html =>
  joined(options.map(({ id }) => html`<a href="#${optionAnchor(unit.id, id)}">${id}</a>`));

type Test = (effects: DeskAction['effects']) => boolean;

/** Desk actions and options whose effects pass the test. */
function sourcesOf(test: Test, scene: Scene): Html | string {
  const { unit, world } = scene;
  const desk = unit.desk.filter(({ effects }) => test(effects)).map(({ key }) => deskDeed(key, world));
  const options = allOptions(scene).filter(
    (option) => test(option.effects) || option.conditional.some((group) => test(group.effects)),
  );
  const sends = unit.turns.filter((turn) => turn.kind === 'compose' && test(turn.send.effects));
  const parts = [
    ...desk,
    ...(options.length > 0
      ? [html`${options.length === 1 ? 'Keuze' : 'Keuzes'} ${optionLinks(options, scene)}`]
      : []),
    ...(sends.length > 0 ? ['Bericht versturen'] : []),
  ];
  return parts.length === 0 ? 'nergens' : joined(parts, html`<br />`);
}

/** What the desk gives in this conversation beyond the usual. */
export function deskTable(scene: Scene): Html | string {
  const { unit, world } = scene;
  if (unit.desk.length === 0) return nothing;
  return html`<h3>Het bureau</h3>
    <p class="note">
      Andere klanten, zaken, artikelen en collega's zijn ook te openen. Dat kost tijd en levert niets op.
    </p>
    ${dataTable({
      caption: 'Handelingen die iets opleveren of iets bijzonders kosten',
      columns: ['Handeling', 'Gevolg'],
      rows: unit.desk.map(({ key, effects, chance, secondCall, reply }) => [
        html`${deskDeed(key, world)}
        ${chance < 1 ? html`<small>Neemt op: ${percent(chance)} van de keren</small>` : nothing}
        ${secondCall ? html`<small>Neemt pas op als je voor de tweede keer belt</small>` : nothing}`,
        html`${capital(effectsInWords(effects, scene).join('; ') || 'niets')}
        ${reply === undefined ? nothing : html`<br /><q>${reply}</q>`}`,
      ]),
    })}`;
}
