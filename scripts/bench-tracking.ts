/** What tracking asks of an LMS while somebody plays: calls, bytes and time per decision, against the strictest LMS we know. */
import { loadContent } from '../src/content/index.js';
import type { Module } from '../src/content/module.js';
import { chanceOf } from '../test/faults/chance.js';
import { nextClick } from '../test/faults/clicks.js';
import { Clock } from '../test/faults/clock.js';
import { Learner } from '../test/tracking/learner.js';
import { StrictLms } from '../test/tracking/strict-lms.js';
import type { Figure } from './figure.js';

const CLICKS = 150;
/** Between two clicks: longer than the least time between two commits, so that every decision is stored by itself. */
const PAUSE_MS = 6_000;
/** What a browser still sends when a page closes, and a margin (standards: 64 kB). */
const LAST_REQUEST_KB = 60;

/** The longest of the modules, with all its routes stored: nothing asks more of an LMS. */
export async function trackingFigures(modulesDir: string): Promise<readonly Figure[]> {
  const { modules } = loadContent(modulesDir);
  const [longest] = [...modules].sort((one, other) => other.units.length - one.units.length);
  if (!longest) throw new Error('The modules do not build: run `npm run check`.');
  return [...(await played(longest, 'scorm12')), ...(await played(longest, 'scorm2004'))];
}

async function played(module: Module, edition: 'scorm12' | 'scorm2004'): Promise<readonly Figure[]> {
  const chance = chanceOf(1);
  const clock = new Clock(Date.UTC(2026, 10, 23, 9));
  const restore = clock.install(chance.next);
  const lms = new StrictLms(edition);
  const nothing = (): Promise<void> => Promise.resolve();
  try {
    const learner = await Learner.visits(lms, { module, detail: 'route' });
    const opening = { calls: lms.log.length, bytes: lms.sizes.at(-1) ?? 0 };
    const blocked: number[] = [];
    for (let click = 0; click < CLICKS; click++) {
      const command = nextClick(learner.session, chance);
      const begun = performance.now();
      await learner.does(command);
      blocked.push(performance.now() - begun);
      await clock.pass(PAUSE_MS, nothing);
    }
    const calls = lms.log.length - opening.calls;
    const commits = lms.sizes.slice(1);
    blocked.sort((one, other) => one - other);
    return [
      { name: `${edition}: calls to open`, value: opening.calls, unit: '' },
      { name: `${edition}: calls a decision`, value: calls / CLICKS, unit: 'x', budget: 6 },
      { name: `${edition}: commits a decision`, value: commits.length / CLICKS, unit: 'x', budget: 1.1 },
      { name: `${edition}: bytes of a commit, mean`, value: kB(mean(commits)), unit: 'kB' },
      {
        name: `${edition}: bytes of the largest commit`,
        value: kB(Math.max(...lms.sizes)),
        unit: 'kB',
        budget: LAST_REQUEST_KB,
      },
      { name: `${edition}: page blocked a decision, median`, value: blocked[CLICKS >> 1] ?? 0, unit: 'ms' },
      { name: `${edition}: page blocked a decision, worst`, value: blocked.at(-1) ?? 0, unit: 'ms' },
    ];
  } finally {
    restore();
  }
}

const kB = (bytes: number): number => bytes / 1_000;
const mean = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0) / list.length;
