/** What can be said of a conversation as a whole: its graph, its proof, its trials, its language. */
import type { Draft } from '../compile/units.js';
import type { FindingList } from '../finding.js';
import type { Conversation, Proof, World } from '../module.js';
import { checkGraph } from './graph.js';
import { checkConversationLanguage } from './language.js';
import { checkTrials } from './trials.js';

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
  world: World,
  list: FindingList,
): { unit: Conversation | null; summary: Summary | null } {
  const { unit, body } = draft.compiled;
  const { report } = draft.source;
  checkConversationLanguage(body, report);
  const before = list.errorCount;
  checkGraph(body, report);
  // Playing a script with errors would only repeat them in a stranger form.
  if (!draft.sound || list.errorCount > before) return { unit: null, summary: null };
  checkTrials(body.trials, unit, world, report);
  const proof: Proof = { states: 0, draws: {}, competences: [] };
  const summary = {
    module,
    unit: unit.id,
    title: unit.title,
    turns: unit.turns.length,
    endings: unit.endings.length,
    proof,
    bestPath: [],
  };
  return { unit: { ...unit, proof }, summary };
}
