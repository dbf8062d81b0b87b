/** What conditions further on can still look at: facts, steps and records that nobody looks at any more need not be told apart. */
import type { Code, Condition, Ending, Option, Route, Turn } from '../module.js';
import type { Script } from '../../engine/conversation/rules.js';
import type { TestedOutcome } from '../vocabulary.js';
import { type Swing, swingsOf } from './swing.js';

export interface Ahead {
  /** After an ending nothing can be done any more. */
  readonly isOver: boolean;
  readonly facts: ReadonlySet<string>;
  readonly steps: ReadonlySet<string>;
  readonly opened: ReadonlySet<string>;
  /** What is tested of klanttevredenheid; null = nothing. */
  readonly satisfaction: Satisfaction | null;
  /** Beyond the highest threshold, minutes and working days no longer matter. */
  readonly minutesUpTo: number;
  readonly waitDaysUpTo: number;
  /** Turns to which a way may come back: how often they were come to counts. */
  readonly visits: ReadonlySet<string>;
  /** Topics that still stand somewhere ahead. */
  readonly topics: ReadonlySet<Code>;
}

/** Below `least` klanttevredenheid stays too low for all that tests it, from `most` on high enough, whatever follows. */
export interface Satisfaction {
  readonly least: number;
  readonly most: number;
}

/** What is ahead at each slot of each turn (a turn of choices has slot 0 only); under null what is looked at after an ending. */
export function lookAhead(script: Script): ReadonlyMap<Turn | null, readonly Ahead[]> {
  const after = script.steps.flatMap((step) => step.onlyIf);
  const places = new Map<Turn | null, readonly Ahead[]>([
    [null, [{ ...toAhead(after, [], []), isOver: true }]],
  ]);
  const laters = lookLater(script);
  const swingFrom = swingsOf(script);
  for (const turn of script.turns) {
    const { conditions, back, topics } = laters.get(turn.id) ?? nothingLater();
    const later = [...conditions.values(), ...after];
    const slots = turn.kind === 'compose' ? turn.slots.length + 1 : 1;
    const at = (slot: number) =>
      withSwing(
        toAhead([...conditionsOfTurn(turn, slot), ...later], [...back], [...topics, ...topicsOf(turn)]),
        swingFrom(turn, slot),
      );
    places.set(
      turn,
      Array.from({ length: slots }, (_, slot) => at(slot)),
    );
  }
  return places;
}

/** All facts that some condition names. */
export const testedFacts = (script: Script): readonly string[] => [
  ...toAhead(allConditions(script), [], []).facts,
];

/** All outcomes that some condition tests. */
export function testedOutcomes(script: Script): readonly TestedOutcome[] {
  const found = allConditions(script).flatMap((each) => (each.kind === 'below' ? [each.outcome] : []));
  return [...new Set(found)];
}

function allConditions(script: Script): readonly Condition[] {
  return [
    ...script.steps.flatMap((step) => step.onlyIf),
    ...script.turns.flatMap((turn) => conditionsOfTurn(turn)),
    ...[...script.turns, ...script.endings].flatMap(onArrival),
  ];
}

/** What is looked at in the turns and endings that can follow a turn: in itself only when it can come back. */
interface Later {
  /** Each once: a long script asks the same in many places. */
  readonly conditions: Map<string, Condition>;
  readonly back: Set<Turn>;
  readonly topics: Set<Code>;
}

const nothingLater = (): Later => ({ conditions: new Map(), back: new Set(), topics: new Set() });

const sizeOf = ({ conditions, back, topics }: Later): number => conditions.size + back.size + topics.size;

/** Taken over from what follows until nothing new comes; last turn first, as scripts run forward. */
function lookLater(script: Script): ReadonlyMap<string, Later> {
  const own = new Map([...script.turns, ...script.endings].map((place) => [place.id, ownOf(place)]));
  const laters = new Map(script.turns.map((turn) => [turn.id, nothingLater()]));
  const backwards = script.turns.toReversed();
  let grew = true;
  while (grew) {
    grew = false;
    for (const turn of backwards) {
      const later = laters.get(turn.id) ?? nothingLater();
      const before = sizeOf(later);
      for (const to of new Set(waysFrom(turn))) {
        take(later, own.get(to));
        take(later, laters.get(to));
      }
      grew ||= sizeOf(later) > before;
    }
  }
  return laters;
}

/** What is looked at on coming to a turn or an ending, and in it. */
function ownOf(place: Turn | Ending): Later {
  const isTurn = 'kind' in place;
  const looked = [...onArrival(place), ...(isTurn ? conditionsOfTurn(place) : [])];
  return {
    conditions: new Map(looked.map((condition) => [JSON.stringify(condition), condition])),
    back: new Set(isTurn && place.again ? [place] : []),
    topics: new Set(isTurn ? topicsOf(place) : []),
  };
}

function take(later: Later, more: Later | undefined): void {
  if (!more || more === later) return;
  for (const [key, condition] of more.conditions) later.conditions.set(key, condition);
  for (const turn of more.back) later.back.add(turn);
  for (const topic of more.topics) later.topics.add(topic);
}

/** Where a turn can lead, its own sending on included. */
const waysFrom = (turn: Turn): readonly string[] => [
  ...routesOf(turn).map((route) => route.to),
  ...(turn.again ? [turn.again.to] : []),
];

export function routesOf(turn: Turn): readonly Route[] {
  return turn.kind === 'choice' ? turn.options.flatMap((option) => option.routes) : turn.send.routes;
}

const topicsOf = (turn: Turn): readonly Code[] =>
  turn.kind === 'choice' ? turn.options.flatMap((option) => (option.topic ? [option.code] : [])) : [];

/** What is looked at on coming to a turn or an ending. */
function onArrival(place: Turn | Ending): readonly Condition[] {
  const again = 'again' in place ? place.again : undefined;
  return [...(place.consequences ?? []), ...(again?.consequences ?? [])].flatMap((each) => each.if);
}

function conditionsOfTurn(turn: Turn, fromSlot = 0): readonly Condition[] {
  const options =
    turn.kind === 'choice'
      ? turn.options
      : turn.slots
          .slice(fromSlot)
          .flatMap((slot) => (slot.empty ? [...slot.blocks, slot.empty] : slot.blocks));
  return [...options.flatMap(conditionsOfOption), ...routesOf(turn).flatMap((route) => route.if)];
}

const conditionsOfOption = (option: Option): readonly Condition[] => [
  ...option.offeredIf,
  ...option.conditional.flatMap((group) => group.if),
];

function toAhead(conditions: readonly Condition[], back: readonly Turn[], topics: readonly Code[]): Ahead {
  const facts = new Set<string>();
  const steps = new Set<string>();
  const opened = new Set<string>();
  const upTo = { klanttevredenheid: 0, minuten: 0, werkdagen: 0 };
  let satisfaction = null as Satisfaction | null;
  for (const condition of conditions) {
    switch (condition.kind) {
      case 'knows':
        facts.add(condition.fact);
        break;
      case 'step':
        steps.add(condition.step);
        break;
      case 'opened':
        opened.add(condition.key);
        break;
      case 'below':
        if (condition.outcome === 'klanttevredenheid')
          satisfaction = {
            least: Math.min(satisfaction?.least ?? Infinity, condition.value),
            most: Math.max(satisfaction?.most ?? 0, condition.value),
          };
        upTo[condition.outcome] = Math.max(upTo[condition.outcome], condition.value);
    }
  }
  return {
    isOver: false,
    facts,
    steps,
    opened,
    satisfaction,
    minutesUpTo: upTo.minuten,
    waitDaysUpTo: upTo.werkdagen,
    visits: new Set(back.map((turn) => turn.id)),
    topics: new Set(topics),
  };
}

/** The further klanttevredenheid can still go, the wider what must be told apart. */
const withSwing = (ahead: Ahead, { up, down }: Swing): Ahead => ({
  ...ahead,
  satisfaction: ahead.satisfaction && {
    least: ahead.satisfaction.least - up,
    most: ahead.satisfaction.most + down,
  },
});

/** Klanttevredenheid as far as something ahead can still tell it apart. */
export function cutSatisfaction({ satisfaction }: Ahead, value: number): number {
  if (!satisfaction || value < satisfaction.least) return 0;
  return value >= satisfaction.most ? 10 : value;
}
