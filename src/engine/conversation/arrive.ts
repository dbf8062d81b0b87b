/** Coming to a turn or an ending: a new contact may begin there, and what was done or left undone earlier may tell. */
import type { Again, Consequence, Contact, Ending, Line, Turn, World } from '../../content/module.js';
import { RefusedAction } from '../action.js';
import { channelCost } from './outcomes.js';
import { holds, type Script, type Situation, withEffects } from './rules.js';

/** What one consequence did. */
export interface Told {
  readonly consequence: Consequence;
  readonly before: Situation;
  readonly after: Situation;
}

export interface Arrival {
  readonly turn: Turn | null;
  readonly ending: Ending | null;
  /** The contact that begins here. */
  readonly contact: Contact | null;
  /** The situation once the contact has begun, before anything told. */
  readonly begun: Situation;
  /** The consequences that hold, in script order; all are judged by the situation on arrival. */
  readonly told: readonly Told[];
  readonly lines: readonly Line[];
  readonly after: Situation;
}

/**
 * Where a way really leads, and what happens on coming there. A turn that was come back to often enough, or whose topics
 * were all taken, sends on. Throws `RefusedAction` when it leads nowhere, which the checker refuses.
 */
export function arrive(script: Script, world: World, id: string, situation: Situation): Arrival {
  const { place, turn } = standingPlace(script, id, situation);
  const visits = turn?.again ? (situation.visits[turn.id] ?? 0) : 0;
  const again = visits > 0 ? turn?.again : undefined;
  const contact = again ? null : (turn?.contact ?? null);
  const counted = turn?.again ? withVisit(situation, turn.id, turn.again, visits) : situation;
  const begun = contact ? withContact(counted, world, contact, script) : counted;
  const { told, after } = tell((again ?? place).consequences ?? [], begun, script);
  return {
    turn,
    ending: turn ? null : place,
    contact,
    begun,
    told,
    lines: (again ?? place).lines,
    after,
  };
}

type Place = { readonly place: Turn; readonly turn: Turn } | { readonly place: Ending; readonly turn: null };

/** Follows turns that are used up to where they send on. */
function standingPlace(script: Script, id: string, situation: Situation): Place {
  const passed = new Set<string>();
  for (let next = id; !passed.has(next);) {
    passed.add(next);
    const turn = script.turns.find((candidate) => candidate.id === next);
    if (!turn) {
      const ending = script.endings.find((candidate) => candidate.id === next);
      if (ending) return { place: ending, turn: null };
      throw new RefusedAction(`there is no turn or ending ${next}`);
    }
    if (!turn.again || !isUsedUp(turn, turn.again, situation)) return { place: turn, turn };
    next = turn.again.to;
  }
  throw new RefusedAction(`${id} leads back to itself`);
}

function isUsedUp(turn: Turn, again: Again, { visits, topics }: Situation): boolean {
  if (again.kind === 'repeat') return (visits[turn.id] ?? 0) > again.max;
  const all = turn.kind === 'choice' ? turn.options.filter((option) => option.topic) : [];
  return all.every((option) => topics.includes(option.code));
}

/** Counts no further than matters: for topics only whether it is a return. */
function withVisit(situation: Situation, id: string, again: Again, visits: number): Situation {
  const count = again.kind === 'repeat' ? visits + 1 : 1;
  return { ...situation, visits: { ...situation.visits, [id]: count } };
}

function withContact(situation: Situation, world: World, contact: Contact, script: Script): Situation {
  const waited = withEffects(situation, [{ waitDays: contact.waitDays ?? 0 }], script.steps);
  return { ...waited, otherCost: waited.otherCost + channelCost(world, contact.channel) };
}

function tell(
  consequences: readonly Consequence[],
  begun: Situation,
  script: Script,
): { readonly told: readonly Told[]; readonly after: Situation } {
  let after = begun;
  const told = consequences
    .filter((consequence) => holds(consequence.if, begun))
    .map((consequence): Told => {
      const before = after;
      const done = withEffects(before, [consequence.effects], script.steps);
      after = { ...done, followUps: done.followUps + (consequence.followUps ?? 0) };
      return { consequence, before, after };
    });
  return { told, after };
}
