/** The items of a conversation, in conversation order. */
import type { Consequence, Conversation, Line, Option, Slot, Turn, World } from '../../content/module.js';
import { slotOptions } from '../../engine/conversation/compose.js';
import {
  consequenceClause,
  consequenceEffects,
  contactInWords,
  returnInWords,
} from '../conversation/arrival.js';
import { bestRoutes } from '../conversation/best-route.js';
import { mapOf, type EndingPlace, type TurnPlace } from '../conversation/map.js';
import { outcomeValue } from '../conversation/outcome-value.js';
import { optionAnchor, type Scene } from '../conversation/turn.js';
import { OUTCOMES } from '../../content/vocabulary.js';
import {
  competencesInWords,
  conditionsInWords,
  effectsInWords,
  optionEffects,
  routeClause,
  type Meaning,
} from '../words/effects.js';
import { channelOf, customerOf, deskDeed, idInWords, speakerName } from '../words/names.js';
import { contacts, decimal, percent } from '../words/numbers.js';
import { read, told, type Field, type Item } from './item.js';

export const sceneOf = (unit: Conversation, world: World): Scene => ({
  unit,
  world,
  map: mapOf(unit),
  best: bestRoutes(unit, world),
});

export function conversationItems(unit: Conversation, world: World): readonly Item[] {
  const scene = sceneOf(unit, world);
  const meaning = byName(world);
  return [
    headItem(scene),
    ...unit.steps.map((step): Item => {
      const condition = conditionsInWords(step.onlyIf, meaning);
      const after = step.after && idInWords(step.after);
      const fields = [...read('Stap', step.text), ...told('Alleen als', condition), ...told('Pas na', after)];
      return { key: `stap ${step.id}`, title: `Stap ${idInWords(step.id)}`, fields };
    }),
    ...Object.entries(unit.facts).map(([id, text]): Item => ({
      key: `feit ${id}`,
      title: `Feit ${idInWords(id)}`,
      fields: read('Feit', text),
    })),
    ...unit.desk.map((action): Item => {
      const fields = [
        ...told('Gevolg', effectsInWords(action.effects, meaning).join('; ')),
        ...told(
          'Neemt op',
          action.secondCall ? 'bij de tweede keer bellen' : action.chance < 1 ? percent(action.chance) : '',
        ),
        ...read('Zegt', action.reply),
      ];
      return { key: `bureau ${action.key}`, title: `Bureau: ${deskDeed(action.key, world)}`, fields };
    }),
    ...scene.map.turns.flatMap((place) => turnItems(place, scene)),
    ...scene.map.endings.map((place) => endingItem(place, scene)),
    proofItem(scene),
  ];
}

/** Steps and facts by their ids, so that a new text for one is told once and not wherever it is named. */
const byName = (world: World): Meaning => ({ unit: { steps: [], facts: {} }, world });

function headItem({ unit, world }: Scene): Item {
  const fields = [
    ...read('Titel', unit.title),
    ...read('Kaart', unit.card),
    ...told('Kanaal', channelOf(unit.channel, world)),
    ...told('Klant', world.customers.find(({ id }) => id === unit.customer)?.naam),
    ...read('Moment', unit.moment),
    ...read('Onderwerp', unit.subject),
    ...read('Wat de klant laat zien', (unit.pictures ?? []).map(({ alt }) => alt).join('\n')),
    ...read(
      'Melding',
      (unit.report?.fields ?? []).map(({ label, value }) => `${label}: ${value}`).join('\n'),
    ),
    ...read('Vraag', unit.question),
    ...read('Vraag achter de vraag', unit.behindQuestion),
    ...told('Begint met klanttevredenheid', decimal(unit.startSatisfaction)),
    ...told('Coach bij elke beurt', unit.coached ? 'ja' : 'nee'),
    ...told('Leerdoelen', unit.goals.map(idInWords).join(', ')),
    ...read('Neem mee', unit.takeaways.join('\n')),
  ];
  return { key: 'kop', title: 'Klant en situatie', anchor: unit.id, fields };
}

const spoken = (lines: readonly Line[], { unit, world }: Scene): string =>
  lines
    .map(({ speaker, mood, text }) => {
      const who = speakerName(speaker, customerOf(unit, world));
      return `${who}${mood === undefined ? '' : ` (${mood})`}: ${text}`;
    })
    .join('\n');

function turnItems({ turn, id, anchor }: TurnPlace, scene: Scene): readonly Item[] {
  const said = read('Wat er gezegd wordt', spoken(turn.lines, scene));
  const fields = [
    ...arrivalFields(turn, scene),
    ...said,
    ...returnFields(turn, scene),
    ...told('Vorm', turn.kind === 'compose' ? turn.form : undefined),
    ...read('Coach', turn.coach),
  ];
  const head: Item = { key: `beurt ${id}`, title: `Beurt ${idInWords(id)}`, anchor, fields };
  if (turn.kind === 'choice') return [head, ...turn.options.map((option) => optionItem(option, turn, scene))];
  const send: Item = {
    key: `versturen ${id}`,
    title: `Versturen in beurt ${idInWords(id)}`,
    anchor,
    fields: [
      ...told('Gevolg', effectsInWords(turn.send.effects, byName(scene.world)).join('; ')),
      ...told('Verder naar', routes(turn.send.routes, scene)),
    ],
  };
  return [
    head,
    ...turn.slots.flatMap((slot) => slotOptions(slot).map((option) => optionItem(option, turn, scene, slot))),
    send,
  ];
}

/** A later contact, and what comes of earlier choices. */
const arrivalFields = ({ contact, consequences }: Turn, scene: Scene): readonly Field[] => [
  ...read('Nieuw contact', contact && contactInWords(contact, scene).join('\n')),
  ...consequenceFields(consequences, scene),
];

function returnFields({ again }: Turn, scene: Scene): readonly Field[] {
  if (!again) return [];
  return [
    ...told('Terugkomen', `${returnInWords(again)} ${idInWords(again.to)}.`),
    ...consequenceFields(again.consequences, scene),
    ...read('Wat er bij terugkomen gezegd wordt', spoken(again.lines, scene)),
  ];
}

const consequenceFields = (consequences: readonly Consequence[] = [], { world }: Scene): readonly Field[] =>
  consequences.flatMap((consequence) => [
    ...told(
      'Gevolg als',
      `${consequenceClause(consequence, byName(world))}: ${consequenceEffects(consequence, byName(world))}`,
    ),
    ...read('Gevolg', consequence.text),
  ]);

function optionItem(option: Option, turn: Turn, scene: Scene, slot?: Slot): Item {
  const { unit, world } = scene;
  const fields: readonly Field[] = [
    ...read('Tekst', option.text),
    ...told('Onderwerp', option.topic ? 'kan één keer' : ''),
    ...read('Daarop meteen', option.reply && spoken([option.reply], scene)),
    ...told('Staat in', `beurt ${idInWords(turn.id)}${slot ? `, ${slot.label}` : ''}`),
    ...told('Alleen als', conditionsInWords(option.offeredIf, byName(world))),
    ...told('Gevolg', optionEffects(option, byName(world)).join('\n')),
    ...told('Vaardigheden', competencesInWords(option.effects, world).join('; ')),
    ...read('Feedback', option.feedback),
    ...read('Coach zegt', option.coach),
    ...read('Verleiding', option.temptation),
    ...told('Gespreksregel', option.rule ?? ''),
    ...told('Verder naar', routes(option.routes, scene)),
  ];
  const title = `Keuze ${option.id} in beurt ${idInWords(turn.id)}`;
  return { key: `keuze ${option.id}`, title, anchor: optionAnchor(unit.id, option.id), fields };
}

// Without marks: a new turn early on shifts the numbers of all that follow, which changes nothing.
const routes = (list: Option['routes'], scene: Scene): string =>
  list
    .map((route) => {
      const clause = routeClause(route, list, byName(scene.world));
      return `${clause === '' ? '' : `${clause}: `}${idInWords(route.to)}`;
    })
    .join('\n');

function endingItem({ ending, id, anchor }: EndingPlace, scene: Scene): Item {
  const fields = [
    ...told('Kwaliteit', ending.quality),
    ...consequenceFields(ending.consequences, scene),
    ...read('Wat er gezegd wordt', spoken(ending.lines, scene)),
    ...read('Oordeel', ending.verdict),
    ...read('Later', ending.later.text === '' ? '' : `${ending.later.when}: ${ending.later.text}`),
    ...told('Vervolg', contacts(ending.followUps)),
  ];
  return { key: `einde ${id}`, title: `Einde ${idInWords(id)}`, anchor, fields };
}

function proofItem({ unit, world, best }: Scene): Item {
  const draw = unit.proof.draws[best[0]?.draw ?? ''];
  const path = best[0]?.steps.flatMap((step) =>
    step.kind === 'desk' ? [deskDeed(step.key, world)] : 'option' in step ? [step.option.id] : [],
  );
  const fields = [
    ...told('Telt voor', unit.proof.competences.map((id) => world.competences[id].label).join(', ')),
    ...(draw
      ? OUTCOMES.flatMap((outcome) =>
          told(
            world.outcomes[outcome].label,
            `van ${outcomeValue(outcome, draw.worst[outcome])} tot ${outcomeValue(outcome, draw.best[outcome])}`,
          ),
        )
      : []),
    ...told('Beste route', path?.join(', ')),
  ];
  return { key: 'bewijs', title: 'Wat bewezen is', anchor: `${unit.id}.bewijs`, fields };
}
