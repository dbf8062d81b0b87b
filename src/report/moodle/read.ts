/** Moodle's report files into the facts. */
import { readFile } from 'node:fs/promises';
import type { Module } from '../../content/module.js';
import type { PackageConfig } from '../../tracking/config.js';
import type { Facts } from '../facts/facts.js';
import { addTallies, NOTHING_READ, type Tally } from '../facts/tally.js';
import {
  attemptKey,
  compareScores,
  readObjectives,
  type AttemptScores,
  type Comparison,
} from './objectives.js';
import { replayAttempt } from './replay.js';
import { MoodleProblem, readMoodleReport } from './table.js';

export interface MoodleOptions {
  /** One module a package, in every language in which a package may be called. */
  readonly packages: readonly Module[];
  readonly course: Pick<PackageConfig, 'course' | 'iri' | 'homePage' | 'salt'>;
}

export interface MoodleTally extends Tally {
  readonly attempts: number;
  /** Units of attempts that the content no longer knows. */
  readonly lost: number;
  /** Title of the package. */
  readonly title: string;
  /** What each attempt came to when it was played again. */
  readonly played: AttemptScores;
}

/** @throws MoodleProblem when it is no such report, or of another package */
export async function readMoodleFile(
  facts: Facts,
  file: string,
  options: MoodleOptions,
): Promise<MoodleTally> {
  const { title, attempts } = readMoodleReport(await readFile(file, 'utf8'), file);
  const module = packageOf(title, file, options);
  refuseWithoutForms(module, file, attempts);
  const replayed = attempts.map((attempt) => replayAttempt(module, attempt, options.course));
  let tally = NOTHING_READ;
  const texts = replayed.flatMap(({ statements }) => statements.map((one) => JSON.stringify(one)));
  for (let at = 0; at < texts.length; at += BATCH)
    tally = addTallies(tally, await facts.add({ texts: texts.slice(at, at + BATCH) }));
  const lost = replayed.reduce((sum, one) => sum + one.lost, 0);
  const played = new Map(
    attempts.map(({ learner, attempt }, at) => [
      attemptKey(learner, attempt),
      replayed[at]?.competences ?? {},
    ]),
  );
  return { ...tally, attempts: attempts.length, lost, title, played };
}

/**
 * Holds an objectives report beside what was read of the same package's interactions report; it adds no facts.
 * @throws MoodleProblem when it holds no scores, or is of another package
 */
export async function checkObjectives(
  file: string,
  read: readonly MoodleTally[],
  options: MoodleOptions,
): Promise<Comparison> {
  const { title, scores } = readObjectives(await readFile(file, 'utf8'), file);
  const { units } = packageOf(title, file, options);
  const played = new Map(read.filter((one) => one.title === title).flatMap((one) => [...one.played]));
  return compareScores(
    scores,
    played,
    units.some(({ kind }) => kind === 'test'),
  );
}

function packageOf(title: string, file: string, { packages }: MoodleOptions): Module {
  const module = packages.find((one) => one.title === title);
  if (module) return module;
  const known = packages.map((one) => `'${one.title}'`).join(', ');
  throw new MoodleProblem(`${file} is of '${title}', which is no package of this course (${known}).`);
}

const BATCH = 20_000;

/** Without the ids nobody knows which of the two forms somebody had. */
function refuseWithoutForms(
  module: Module,
  file: string,
  attempts: ReturnType<typeof readMoodleReport>['attempts'],
): void {
  const isTest = module.units.some(({ kind }) => kind === 'test');
  const hasIds = attempts.every(({ answers }) => answers.some(({ question }) => question !== ''));
  if (isTest && !hasIds)
    throw new MoodleProblem(
      `${file} does not say which questions were asked. In Moodle: Interactions report, tick question as well, save, and download again.`,
    );
}
