/** `npm run faults`: random learners and random troubles over the real tracking, and an oracle that knows only what was clicked. */
import { openPool } from '../test/faults/pool.js';
import { readCommandLine, runCommand, UsageError } from './command-line.js';

await runCommand(async () => {
  const line = readCommandLine({
    command: 'run faults',
    about:
      'Plays modules with random faults and kills, and checks that the LMS and the LRS have all that was done.',
    words: '[module-ids]',
    flags: {
      runs: { about: 'how many', value: 'N', default: '200' },
      seed: { about: 'number of the first run; with --runs 1 that run alone', value: 'S', default: '1' },
    },
  });
  if (!line) return 0;
  const runs = wholeNumber('runs', line.value('runs'));
  const first = wholeNumber('seed', line.value('seed'));
  const ids = line.words.length > 0 ? line.words : ['hostmanship', 'welkom'];
  const started = performance.now();
  let done = 0;
  let clicks = 0;
  let visits = 0;
  const pool = await openPool(line.modules, ids);
  const outcomes = await pool.play({
    seeds: Array.from({ length: runs }, (_, n) => first + n),
    onOutcome: (outcome) => {
      done++;
      clicks += outcome.clicks;
      visits += outcome.visits;
      for (const problem of outcome.problems) console.error(`run ${outcome.seed}: ${problem}`);
      if (done % 50 === 0) console.log(`${done} of ${runs} runs`);
    },
  });
  await pool.close();
  const failed = outcomes.filter(({ problems }) => problems.length > 0);
  for (const { seed } of failed.slice(0, 10))
    console.error(`Again alone: npm run faults -- --runs 1 --seed ${seed}`);
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(
    `${outcomes.length} runs of ${ids.join(', ')}: ${clicks} clicks in ${visits} visits, ${seconds} s; ${failed.length} failed`,
  );
  return failed.length === 0 ? 0 : 1;
});

function wholeNumber(name: string, text = ''): number {
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--${name} wants a whole number, not '${text}'.`);
  return Number(text);
}
