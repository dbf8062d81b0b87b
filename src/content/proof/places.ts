/** Turns and endings as a proof meets them: all that is worked out once for each, and its states so far. */
import type { Script } from '../../engine/conversation/rules.js';
import type { Ending, Route, Turn } from '../module.js';
import type { Ahead } from './ahead.js';
import type { Node } from './explore.js';
import { type Group, groupsOf, type Move, sendMove } from './moves.js';
import type { Bits, Key, Sight } from './sight.js';

export interface Place {
  /** One per slot of a compose turn and one to send it; one only for others. */
  readonly slots: readonly Slot[];
  /** What can be chosen at each slot. */
  readonly groups: readonly Group[];
  readonly send: Send | null;
  /** Nothing happens on coming here. */
  readonly isPlain: boolean;
}

export interface Send {
  readonly move: Move;
  readonly routes: readonly Route[];
}

export interface Slot {
  readonly turn: Turn | null;
  readonly ending: Ending | null;
  /** Slot of a compose turn; its number of slots = ready to send. */
  readonly at: number;
  readonly ahead: Ahead;
  /** Bits that something ahead looks at. */
  readonly seen: Bits;
  /** Those, and the bits that must be remembered besides. */
  readonly told: Bits;
  /** Something ahead tests an outcome. */
  readonly tests: boolean;
  readonly nodes: Map<Key, Node>;
}

/** By id. `once`: desk actions to remember for as long as the conversation lasts. */
export function placesOf(
  script: Script,
  aheads: ReadonlyMap<Turn | null, readonly Ahead[]>,
  sight: Sight,
  once: ReadonlySet<string>,
): ReadonlyMap<string, Place> {
  const slotsOf = (turn: Turn | null, ending: Ending | null): readonly Slot[] =>
    (aheads.get(turn) ?? []).map((ahead, at) => ({
      turn,
      ending,
      at,
      ahead,
      seen: sight.maskOf(ahead),
      told: sight.maskOf(ahead, ahead.isOver ? [] : once),
      tests: ahead.satisfaction !== null || ahead.minutesUpTo > 0 || ahead.waitDaysUpTo > 0,
      nodes: new Map<Key, Node>(),
    }));
  const endings = script.endings.map((ending): [string, Place] => [
    ending.id,
    { slots: slotsOf(null, ending), groups: [], send: null, isPlain: !ending.consequences?.length },
  ]);
  const turns = script.turns.map((turn): [string, Place] => [
    turn.id,
    {
      slots: slotsOf(turn, null),
      groups: groupsOf(turn),
      send: turn.kind === 'compose' ? { move: sendMove(turn.send), routes: turn.send.routes } : null,
      isPlain: !turn.again && !turn.contact && !turn.consequences?.length,
    },
  ]);
  return new Map([...endings, ...turns]);
}
