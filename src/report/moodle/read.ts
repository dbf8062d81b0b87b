/** Moodle's report files into the facts. */
import { readFile } from 'node:fs/promises';
import type { Module } from '../../content/module.js';
import type { PackageConfig } from '../../tracking/config.js';
import type { Facts } from '../facts/facts.js';
import { addTallies, NOTHING_READ, type Tally } from '../facts/tally.js';
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
}

/** @throws MoodleProblem when it is no such report, or of another package */
export async function readMoodleFile(
  facts: Facts,
  file: string,
  options: MoodleOptions,
): Promise<MoodleTally> {
  const { title, attempts } = readMoodleReport(await readFile(file, 'utf8'), file);
  const module = options.packages.find((one) => one.title === title);
  if (!module) {
    const known = options.packages.map((one) => `'${one.title}'`).join(', ');
    throw new MoodleProblem(`${file} is of '${title}', which is no package of this course (${known}).`);
  }
  refuseWithoutForms(module, file, attempts);
  const replayed = attempts.map((attempt) => replayAttempt(module, attempt, options.course));
  let tally = NOTHING_READ;
  const texts = replayed.flatMap(({ statements }) => statements.map((one) => JSON.stringify(one)));
  for (let at = 0; at < texts.length; at += BATCH)
    tally = addTallies(tally, await facts.add({ texts: texts.slice(at, at + BATCH) }));
  const lost = replayed.reduce((sum, one) => sum + one.lost, 0);
  return { ...tally, attempts: attempts.length, lost };
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
