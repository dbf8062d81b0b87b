/** `npm run toetsproef`: learners of known skill take both forms of the kennistoets through the real engine; what the score says of them. */
import { loadContent } from '../src/content/index.js';
import type { Module, Test } from '../src/content/module.js';
import { normal } from '../src/demo/dice.js';
import { responseOf } from '../src/demo/item-answer.js';
import '../src/engine/session.js';
import { playByRules } from '../src/engine/unit-rules.js';
import { readCommandLine, runCommand } from './command-line.js';

/** Mean skill of a cohort, in logits: 0 knows half of the items of middling difficulty. */
const COHORTS = { startend: -1, gemiddeld: 0, sterk: 1 } as const;
const SPREAD = 0.7;
const LEARNERS = 1000;
const GROUPS = [30, 100, 300] as const;

interface Taken {
  readonly skill: number;
  readonly A: number;
  readonly B: number;
}

await runCommand(() => {
  const line = readCommandLine({
    command: 'run toetsproef',
    about:
      'Lets learners of known skill take both forms of the kennistoets, and prints what the score says of them.',
    flags: {},
  });
  if (!line) return 0;
  const [module] = loadContent(line.modules, ['kennistoets']).modules;
  const unit = module?.units.find((each): each is Test => each.kind === 'test' && each.moment === 'final');
  if (!module || !unit) throw new Error('The kennistoets does not build: run `npm run check`.');
  const cohorts = Object.entries(COHORTS).map(([name, mean]) => ({
    name,
    taken: cohort(module, unit, name, mean),
  }));
  for (const row of tableOf(cohorts)) console.log(row);
  const everybody = cohorts.flatMap(({ taken }) => taken);
  const one = (name: string, value: number): void => console.log(`${name}: ${value.toFixed(2)}`);
  console.log('');
  one('correlation of score and skill, form A', correlation(everybody.map((each) => [each.skill, each.A])));
  one('correlation of score and skill, form B', correlation(everybody.map((each) => [each.skill, each.B])));
  one('correlation of the forms with each other', correlation(everybody.map((each) => [each.A, each.B])));
  const blind = cohort(module, unit, 'blind', -Infinity);
  one('score of who answers blindly', mean(blind.map(({ A, B }) => (A + B) / 2)));
  return 0;
});

function cohort(module: Module, unit: Test, name: string, middle: number): readonly Taken[] {
  return Array.from({ length: LEARNERS }, (_, number) => {
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

function tableOf(
  cohorts: readonly { readonly name: string; readonly taken: readonly Taken[] }[],
): readonly string[] {
  const head = ['cohort', 'score A', 'score B', 'spread', ...GROUPS.map((n) => `± at ${n}`)];
  const rows = cohorts.map(({ name, taken }) => {
    const a = taken.map(({ A }) => A);
    const b = taken.map(({ B }) => B);
    const all = [...a, ...b];
    const half = GROUPS.map((n) => (1.96 * deviation(all)) / Math.sqrt(n));
    return [name, ...[mean(a), mean(b), deviation(all), ...half].map((value) => value.toFixed(1))];
  });
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}

function correlation(pairs: readonly (readonly [number, number])[]): number {
  const one = pairs.map(([first]) => first);
  const other = pairs.map(([, second]) => second);
  const [middle, otherMiddle] = [mean(one), mean(other)];
  const together = mean(pairs.map(([first, second]) => (first - middle) * (second - otherMiddle)));
  return together / (deviation(one) * deviation(other));
}
