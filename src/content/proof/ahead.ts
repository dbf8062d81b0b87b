/** What conditions further on can still look at: facts, steps and records that nobody looks at any more need not be told apart. */
import type { Code, Condition, Ending, Option, Route, Turn } from '../module.js';
import type { Script } from '../../engine/conversation/rules.js';
import type { TestedOutcome } from '../vocabulary.js';

export interface Ahead {
  /** After an ending nothing can be done any more. */
  readonly isOver: boolean;
  readonly facts: ReadonlySet<string>;
  readonly steps: ReadonlySet<string>;
  readonly opened: ReadonlySet<string>;
  readonly satisfaction: boolean;
  /** Beyond the highest threshold, minutes and working days no longer matter. */
  readonly minutesUpTo: number;
  readonly waitDaysUpTo: number;
  /** Turns to which a way may come back: how often they were come to counts. */
  readonly visits: ReadonlySet<string>;
  /** Topics that still stand somewhere ahead. */
  readonly topics: ReadonlySet<Code>;
}

export const NOTHING_AHEAD: Ahead = toAhead([], [], []);

/** What is ahead at each slot of each turn (a turn of choices has slot 0 only); under null what is looked at after an ending. */
export function lookAhead(script: Script): ReadonlyMap<Turn | null, readonly Ahead[]> {
  const after = script.steps.flatMap((step) => step.onlyIf);
  const places = new Map<Turn | null, readonly Ahead[]>([
    [null, [{ ...toAhead(after, [], []), isOver: true }]],
  ]);
  const byId = new Map(script.turns.map((turn) => [turn.id, turn]));
  const seenAt = new Map([
    ...script.turns.map((turn) => [turn.id, [...onArrival(turn), ...conditionsOfTurn(turn)]] as const),
    ...script.endings.map((ending) => [ending.id, onArrival(ending)] as const),
  ]);
  for (const turn of script.turns) {
    const ids = [...reachable(byId, turn)];
    const later = ids.flatMap((id) => seenAt.get(id) ?? []);
    const turns = ids.flatMap((id) => byId.get(id) ?? []);
    const back = turns.filter((each) => each.again);
    const topics = [...turns, turn].flatMap(topicsOf);
    const slots = turn.kind === 'compose' ? turn.slots.length + 1 : 1;
    const at = (slot: number) => toAhead([...conditionsOfTurn(turn, slot), ...later, ...after], back, topics);
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

/** Turns and endings that can follow a turn by any route; itself only when it can come back. */
function reachable(byId: ReadonlyMap<string, Turn>, start: Turn): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [start];
  for (let turn = open.pop(); turn; turn = open.pop()) {
    for (const to of waysFrom(turn)) {
      if (found.has(to)) continue;
      found.add(to);
      const next = byId.get(to);
      if (next) open.push(next);
    }
  }
  return found;
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
  const upTo: Record<TestedOutcome, number> = { klanttevredenheid: 0, minuten: 0, werkdagen: 0 };
  let satisfaction = false;
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
        satisfaction ||= condition.outcome === 'klanttevredenheid';
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
