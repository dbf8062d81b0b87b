/** What can be said of a conversation as a whole: its graph, its proof, its trials. */
import type { Draft } from '../compile/units.js';
import type { FindingList } from '../finding.js';
import type { Code, Conversation, Proof, World } from '../module.js';
import { slotOptions } from '../../engine/conversation/compose.js';
import type { Playable } from '../replay/replay.js';
import { proveOnce } from './proof-cache.js';
import { reportProblem } from './proof-findings.js';
import { checkGraph } from './graph.js';
import { checkGiveAways } from './give-away.js';
import { checkTrials } from './trials.js';
import { waysIn } from './ways.js';

/** The figures of one simulation, for the author. */
export interface Summary {
  readonly module: string;
  readonly unit: string;
  readonly title: string;
  readonly turns: number;
  readonly endings: number;
  readonly proof: Proof;
  /** The draw of chance that `bestPath` is of: everybody answers. */
  readonly draw: string;
  /** The best path in the author's words (`klant wierda`, `a1`). */
  readonly bestPath: readonly string[];
}

type ToProve = Draft & { kind: 'to-prove' };

export interface Surroundings {
  readonly module: string;
  readonly world: World;
  readonly list: FindingList;
  readonly cache: string | null;
  /** Takes in every conversation that can be played, also one that cannot be proved. */
  readonly playables: Playable[];
}

/** Checks and proves; the unit is null when it cannot be built. */
export function checkConversation(
  draft: ToProve,
  { module, world, list, cache, playables }: Surroundings,
): { unit: Conversation | null; summary: Summary | null } {
  const { unit, body, ids, report } = draft.compiled;
  checkGiveAways(body.turns, report, draft.sound ? { unit, world } : null);
  if (draft.sound) playables.push({ module, unit, world });
  const before = list.errorCount;
  const wayBy = draft.sound ? waysIn(unit, world, ids) : () => undefined;
  checkGraph(body, report, wayBy);
  // Playing a script with errors would only repeat them in a stranger form.
  if (!draft.sound || list.errorCount > before) return { unit: null, summary: null };
  checkTrials(body.trials, unit, world, report);
  const { proof, problems } = proveOnce(unit, world, cache);
  for (const problem of problems) reportProblem(problem, draft.compiled, report);
  if (!proof) return { unit: null, summary: null };
  const proved = { ...unit, proof };
  return { unit: proved, summary: summarize(module, proved, world) };
}

function summarize(module: string, unit: Conversation, world: World): Summary {
  const { id, title, turns, endings, proof } = unit;
  const draw = usualDraw(proof);
  const words = wordsOfCodes(unit, world);
  const bestPath = (proof.draws[draw]?.bestPath ?? []).map((code) => words.get(code) ?? code);
  return { module, unit: id, title, turns: turns.length, endings: endings.length, proof, draw, bestPath };
}

/** The draw in which everybody answers: the one that an author has in mind. */
function usualDraw({ draws }: Proof): string {
  const [first = '', ...others] = Object.keys(draws);
  const answered = (draw: string): string => draw.replaceAll('0', '');
  return others.reduce((best, draw) => (answered(draw) > answered(best) ? draw : best), first);
}

/** Each code of a conversation as its author writes it. */
function wordsOfCodes(unit: Conversation, world: World): ReadonlyMap<Code, string> {
  const words = new Map(Object.entries(world.deskCodes).map(([key, code]) => [code, key.replace(':', ' ')]));
  for (const turn of unit.turns) {
    if (turn.kind === 'compose') words.set(turn.send.code, turn.send.id ?? 'verstuur');
    const options = turn.kind === 'choice' ? turn.options : turn.slots.flatMap(slotOptions);
    for (const option of options) words.set(option.code, option.id);
  }
  return words;
}
