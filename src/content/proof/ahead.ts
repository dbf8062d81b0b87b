/** What conditions further on can still look at: facts, steps and records that nobody looks at any more need not be told apart. */
import type { Condition, Option, Route, Turn } from '../module.js';
import type { Script } from '../../engine/conversation/rules.js';

export interface Ahead {
  readonly facts: ReadonlySet<string>;
  readonly steps: ReadonlySet<string>;
  readonly opened: ReadonlySet<string>;
  readonly satisfaction: boolean;
  /** Beyond the highest threshold, minutes no longer matter. */
  readonly minutesUpTo: number;
}

export const NOTHING_AHEAD: Ahead = toAhead([]);

/** What is ahead at each slot of each turn (a turn of choices has slot 0 only); under null what is looked at after an ending. */
export function lookAhead(script: Script): ReadonlyMap<Turn | null, readonly Ahead[]> {
  const after = script.steps.flatMap((step) => step.onlyIf);
  const places = new Map<Turn | null, readonly Ahead[]>([[null, [toAhead(after)]]]);
  for (const turn of script.turns) {
    const later = [...reachable(script, turn.id)].flatMap((id) => conditionsOfTurn(script, id, 0));
    const slots = turn.kind === 'compose' ? turn.slots.length + 1 : 1;
    const at = (slot: number) => toAhead([...conditionsOfTurn(script, turn.id, slot), ...later, ...after]);
    places.set(
      turn,
      Array.from({ length: slots }, (_, slot) => at(slot)),
    );
  }
  return places;
}

/** All facts that some condition names. */
export function testedFacts(script: Script): readonly string[] {
  const all = [...script.steps.flatMap((step) => step.onlyIf)];
  for (const turn of script.turns) all.push(...conditionsOfTurn(script, turn.id, 0));
  return [...toAhead(all).facts];
}

/** Turns and endings that can follow a turn by any route; itself only when it can come back. */
function reachable(script: Script, start: string): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const turn = script.turns.find((candidate) => candidate.id === id);
    for (const { to } of turn ? routesOf(turn) : []) {
      if (found.has(to)) continue;
      found.add(to);
      open.push(to);
    }
  }
  return found;
}

export function routesOf(turn: Turn): readonly Route[] {
  return turn.kind === 'choice' ? turn.options.flatMap((option) => option.routes) : turn.send.routes;
}

function conditionsOfTurn(script: Script, id: string, fromSlot: number): readonly Condition[] {
  const turn = script.turns.find((candidate) => candidate.id === id);
  if (!turn) return [];
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

function toAhead(conditions: readonly Condition[]): Ahead {
  const facts = new Set<string>();
  const steps = new Set<string>();
  const opened = new Set<string>();
  let satisfaction = false;
  let minutesUpTo = 0;
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
        if (condition.outcome === 'minuten') minutesUpTo = Math.max(minutesUpTo, condition.value);
        else satisfaction = true;
    }
  }
  return { facts, steps, opened, satisfaction, minutesUpTo };
}
