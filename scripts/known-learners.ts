/** Learners of known skill who take both forms of the kennistoets through the real engine: what the proof in `docs/kennistoets.md` is made of. */
import type { Module, Test } from '../src/content/module.js';
import { normal } from '../src/demo/dice.js';
import { responseOf } from '../src/demo/item-answer.js';
import '../src/engine/session.js';
import { playByRules } from '../src/engine/unit-rules.js';

/** Mean skill of a cohort, in logits: 0 knows half of the items of middling difficulty. */
export const COHORTS = { startend: -1, gemiddeld: 0, sterk: 1 } as const;
const LEARNERS = 1000;
const SPREAD = 0.7;

/** One learner: the skill (logits) and the score (0..100) on each form. */
export interface Taken {
  readonly skill: number;
  readonly A: number;
  readonly B: number;
}

/** The test that explains, whose items have their answers' reasons; both tests have the same forms. */
export function finalTest({ units }: Module): Test | undefined {
  return units.find((each): each is Test => each.kind === 'test' && each.moment === 'final');
}

/** The first so many learners of a cohort: who they are hangs on its name, so fewer are the first of more. */
export function cohort(
  module: Module,
  unit: Test,
  {
    name,
    middle,
    learners = LEARNERS,
  }: { readonly name: string; readonly middle: number; readonly learners?: number },
): readonly Taken[] {
  return Array.from({ length: learners }, (_, number) => {
    const learner = `${name}/${number}`;
    const skill = middle + SPREAD * normal(learner);
    return {
      skill,
      A: scoreOf(module, unit, 'A', { learner, skill }),
      B: scoreOf(module, unit, 'B', { learner, skill }),
    };
  });
}

/** The score (0..100) of one learner on one form, by the rules that the page plays by. */
function scoreOf(
  module: Module,
  unit: Test,
  form: 'A' | 'B',
  { learner, skill }: { readonly learner: string; readonly skill: number },
): number {
  // Group 0 has form B at the end, group 1 has A.
  const seed = `${'0'.repeat(31)}${form === 'A' ? 1 : 0}/${learner}`;
  const answers = unit.forms[form].map((item) => ({
    code: item.code,
    response: responseOf(item, learner, skill),
  }));
  const context = { world: module.world, seed, mode: 'scored' } as const;
  return playByRules(unit, [...answers, { code: unit.handIn }], context).score ?? NaN;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}

export function correlation(pairs: readonly (readonly [number, number])[]): number {
  const one = pairs.map(([first]) => first);
  const other = pairs.map(([, second]) => second);
  const [middle, otherMiddle] = [mean(one), mean(other)];
  const together = mean(pairs.map(([first, second]) => (first - middle) * (second - otherMiddle)));
  return together / (deviation(one) * deviation(other));
}
