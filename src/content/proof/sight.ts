/** What something ahead can see of a situation, as bits: control states are told apart millions of times. */
import { isInOrder, type Script, type Situation } from '../../engine/conversation/rules.js';
import type { Again } from '../module.js';
import type { Ahead } from './ahead.js';
import type { Move } from './moves.js';

/** Bits in one number: small enough that two of them, and an outcome, make one number without loss. */
const WORD = 24;
const TWO_WORDS = 2 ** WORD;

export type Bits = readonly number[];
/** Equal when the same bits are set; a number for as long as they fit in one. */
export type Key = number | string;

/** What the desk may have to remember besides what places look at. */
export interface Tracked {
  /** Desk actions which would show if they were done twice. */
  readonly once: ReadonlySet<string>;
  /** Calls that nobody answers the first time. */
  readonly again: ReadonlySet<string>;
}

interface Gain {
  readonly always: Bits;
  /** A bit that is set when another was set before. */
  readonly inOrder: readonly (readonly [before: number, then: number])[];
}

/** Numbers all that any place looks at; what is looked at in one place is a mask of those bits. */
export class Sight {
  private readonly facts = new Map<string, number>();
  private readonly steps = new Map<string, number>();
  private readonly opened = new Map<string, number>();
  private readonly tried = new Map<string, number>();
  private readonly topics = new Map<string, number>();
  /** A bit for each time. */
  private readonly visits = new Map<string, number>();
  private readonly gains = new Map<Move, Gain>();
  private bits = 0;
  private readonly size: number;

  constructor(
    private readonly script: Script,
    aheads: readonly Ahead[],
    { once, again }: Tracked,
  ) {
    // Done, and done in order: the process at the end asks for both.
    for (const step of script.steps) this.number(this.steps, step.id, 2);
    for (const turn of script.turns)
      if (turn.again) this.number(this.visits, turn.id, mostVisits(turn.again));
    for (const ahead of aheads) {
      for (const step of ahead.steps) this.number(this.steps, step);
      for (const fact of ahead.facts) this.number(this.facts, fact);
      for (const key of ahead.opened) this.number(this.opened, key);
      for (const code of ahead.topics) this.number(this.topics, code);
    }
    for (const key of once) this.number(this.opened, key);
    for (const key of again) this.number(this.tried, key);
    this.size = Math.ceil(this.bits / WORD);
  }

  /**
   * Facts, steps, records, turns come back to and topics that something ahead looks at, of the script's steps also whether
   * they were in order, and the desk actions in `also`.
   */
  maskOf(ahead: Ahead, also: Iterable<string> = []): Bits {
    const mask = this.none();
    for (const { id } of this.script.steps) include(mask, this.steps.get(id), 2);
    for (const step of ahead.steps) include(mask, this.steps.get(step));
    for (const fact of ahead.facts) include(mask, this.facts.get(fact));
    for (const key of [...ahead.opened, ...also]) include(mask, this.opened.get(key));
    for (const code of ahead.topics) include(mask, this.topics.get(code));
    for (const { id, again } of this.script.turns)
      if (again && ahead.visits.has(id)) include(mask, this.visits.get(id), mostVisits(again));
    if (!ahead.isOver) for (const bit of this.tried.values()) include(mask, bit);
    return mask;
  }

  read({ facts, steps, opened, tried, visits, topics }: Situation): Bits {
    const bits = this.none();
    for (const fact of facts) include(bits, this.facts.get(fact));
    for (const step of steps) include(bits, this.steps.get(step));
    for (const step of this.script.steps)
      if (steps.includes(step.id) && isInOrder(step, steps)) include(bits, this.inOrder(step.id));
    for (const key of opened) include(bits, this.opened.get(key));
    for (const key of tried) include(bits, this.tried.get(key));
    for (const code of topics) include(bits, this.topics.get(code));
    for (const [id, times] of Object.entries(visits)) include(bits, this.visits.get(id), times);
    return bits;
  }

  /** These bits once the move is made. */
  after(bits: Bits, move: Move): Bits {
    let gain = this.gains.get(move);
    if (!gain) this.gains.set(move, (gain = this.gainOf(move)));
    const after = union(bits, gain.always);
    for (const [before, inOrder] of gain.inOrder) if (includes(bits, before)) include(after, inOrder);
    return after;
  }

  /** Of these bits those that the mask lets through, as something that can be compared. */
  keyOf(bits: Bits, mask: Bits): Key {
    if (this.size <= 2) return word(0, bits, mask) + word(1, bits, mask) * TWO_WORDS;
    return mask.map((_, at) => word(at, bits, mask)).join();
  }

  /** What a move sets. A step that has its order counts once the step before it was done, as in the engine. */
  private gainOf(move: Move): Gain {
    const always = this.none();
    const inOrder: [number, number][] = [];
    const done = new Set<string>();
    for (const { facts = [], steps = [] } of move.effects) {
      for (const fact of facts) include(always, this.facts.get(fact));
      for (const id of steps) {
        include(always, this.steps.get(id));
        const before = this.script.steps.find((step) => step.id === id)?.after;
        const bit = before === undefined ? undefined : this.steps.get(before);
        if (bit === undefined || done.has(before ?? '')) include(always, this.inOrder(id));
        else inOrder.push([bit, this.inOrder(id)]);
        done.add(id);
      }
    }
    if (move.option?.topic) include(always, this.topics.get(move.option.code));
    include(always, this.opened.get(move.opens ?? ''));
    include(always, this.tried.get(move.tries ?? ''));
    return { always, inOrder };
  }

  private none(): number[] {
    return new Array<number>(this.size).fill(0);
  }

  private inOrder(step: string): number {
    return (this.steps.get(step) ?? 0) + 1;
  }

  private number(kind: Map<string, number>, name: string, bits = 1): void {
    if (kind.has(name)) return;
    kind.set(name, this.bits);
    this.bits += bits;
  }
}

/** As far as the engine counts. */
const mostVisits = (again: Again): number => (again.kind === 'repeat' ? again.max + 1 : 1);

const word = (at: number, bits: Bits, mask: Bits): number => (bits[at] ?? 0) & (mask[at] ?? 0);

const union = (bits: Bits, others: Bits): number[] => bits.map((word, at) => word | (others[at] ?? 0));

export const masked = (bits: Bits, mask: Bits): Bits => bits.map((word, at) => word & (mask[at] ?? 0));

const includes = (words: Bits, bit: number): boolean =>
  ((words[Math.floor(bit / WORD)] ?? 0) & (1 << (bit % WORD))) !== 0;

function include(words: number[], bit: number | undefined, bits = 1): void {
  if (bit === undefined) return;
  for (let each = bit; each < bit + bits; each += 1) {
    const at = Math.floor(each / WORD);
    words[at] = (words[at] ?? 0) | (1 << (each % WORD));
  }
}
