/** Chance from a seed: the same seed always gives the same draw, so that a journal replays to the same state. */
import type { Code } from '../content/module.js';
import type { Run } from './journal.js';

/** Seed of one run of one unit. A run 'from here' keeps the seed of the run it was taken from. */
export function runSeed(attempt: string, unit: Code, run: Run): string {
  return `${attempt}/${unit}/${run.of ?? run.number}`;
}

/**
 * The half of the learners that an attempt belongs to, for what differs between them (the order of a test's two forms). It stands
 * in the last digit of the attempt's id, so that journal and statements tell it. Takes a seed that begins with the attempt too.
 */
export function groupOf(attempt: string): 0 | 1 {
  const [id = ''] = attempt.split('/', 1);
  return id.charCodeAt(id.length - 1) % 2 === 1 ? 1 : 0;
}

/** The attempt's id with the group of its learner: the same in every package. Who is not known keeps the group of chance. */
export function withGroup(attempt: string, learnerId: string): string {
  if (learnerId === '') return attempt;
  return attempt.slice(0, -1) + (chance(`groep/${learnerId}`) < 0.5 ? '0' : '1');
}

/** A number in [0, 1) that hangs on the seed alone. */
export function chance(seed: string): number {
  // FNV-1a to spread the text, then the finishing steps of MurmurHash3 to mix its bits.
  let hash = 0x811c9dc5;
  for (let at = 0; at < seed.length; at += 1) hash = Math.imul(hash ^ seed.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 0x100000000;
}

/** The list in an order that hangs on the seed alone (Fisher-Yates). The player shows options so; the journal keeps codes. */
export function shuffled<T>(seed: string, list: readonly T[]): readonly T[] {
  const left = [...list];
  const order: T[] = [];
  while (left.length > 0) {
    const [taken] = left.splice(Math.floor(chance(`${seed}/${left.length}`) * left.length), 1);
    if (taken !== undefined) order.push(taken);
  }
  return order;
}
