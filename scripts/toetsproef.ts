/** `npm run toetsproef`: learners of known skill take both forms of the kennistoets through the real engine; what the score says of them. */
import { loadContent } from '../src/content/index.js';
import { readCommandLine, runCommand } from './command-line.js';
import { COHORTS, cohort, correlation, deviation, finalTest, mean, type Taken } from './known-learners.js';

const GROUPS = [30, 100, 300] as const;

await runCommand(() => {
  const line = readCommandLine({
    command: 'run toetsproef',
    about:
      'Lets learners of known skill take both forms of the kennistoets, and prints what the score says of them.',
    flags: {},
  });
  if (!line) return 0;
  const [module] = loadContent(line.modules, ['kennistoets']).modules;
  const unit = module && finalTest(module);
  if (!module || !unit) throw new Error('The kennistoets does not build: run `npm run check`.');
  const cohorts = Object.entries(COHORTS).map(([name, middle]) => ({
    name,
    taken: cohort(module, unit, { name, middle }),
  }));
  for (const row of tableOf(cohorts)) console.log(row);
  const everybody = cohorts.flatMap(({ taken }) => taken);
  const one = (name: string, value: number): void => console.log(`${name}: ${value.toFixed(2)}`);
  console.log('');
  one('correlation of score and skill, form A', correlation(everybody.map((each) => [each.skill, each.A])));
  one('correlation of score and skill, form B', correlation(everybody.map((each) => [each.skill, each.B])));
  one('correlation of the forms with each other', correlation(everybody.map((each) => [each.A, each.B])));
  const blind = cohort(module, unit, { name: 'blind', middle: -Infinity });
  one('score of who answers blindly', mean(blind.map(({ A, B }) => (A + B) / 2)));
  return 0;
});

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
