/** Content that changes under a learner: whatever an update does to a module, what was done is kept as far as its codes hold. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadContent } from '../../src/content/index.js';
import type { Module } from '../../src/content/module.js';
import { encodeJournal, type Run } from '../../src/engine/journal.js';
import {
  moduleProgress,
  newSession,
  resume,
  run,
  unitProgress,
  unitState,
  type Session,
} from '../../src/engine/session.js';
import { debriefOf } from '../../src/player/debrief/view-model.js';
import { snapshot } from '../../src/tracking/projection.js';
import { chanceOf, type Chance } from '../faults/chance.js';
import { nextClick } from '../faults/clicks.js';
import { withProof } from './fixtures/conversation.js';
import { randomScript } from './fixtures/random-script.js';
import { findMistake, lesson, module, quiz } from './fixtures/units.js';
import { GENTLE, updated, UPDATES, type Update } from './fixtures/updates.js';

const outcomes = { klanttevredenheid: 0, doorlooptijd: 40, kosten: 90, proces: 0 };
const best = { klanttevredenheid: 10, doorlooptijd: 1, kosten: 5, proces: 1 };
const draw = { best, worst: outcomes, bestMean: 0.8, bestPath: [] };
const generated = (seed: number): Module => {
  const talk = withProof(randomScript(seed), {
    competences: ['hostmanship', 'proactief'],
    draws: { '': draw, '0': draw, '1': draw },
  });
  return module([lesson, talk, findMistake, quiz], 'v1');
};

function played(from: Session, clicks: number, chance: Chance): Session {
  let now = from;
  for (let click = 0; click < clicks; click++) now = run(now, nextClick(now, chance)).session;
  return now;
}

const runsOf = (session: Session, code: string): readonly Run[] => {
  const { first, best: top, running } = session.journal.units[code] ?? {};
  return [...new Set([first, top, running])].filter((one) => one !== undefined);
};

/** Everything that is shown or stored of a session: none of it may throw. */
function lookAtAll(session: Session): void {
  const { score, progress } = moduleProgress(session);
  expect(score ?? 0).toBeGreaterThanOrEqual(0);
  expect(score ?? 0).toBeLessThanOrEqual(100);
  expect(progress).toBeLessThanOrEqual(1);
  for (const unit of session.module.units) {
    unitProgress(session, unit.code);
    if (unit.kind === 'conversation') debriefOf(session, unit);
  }
  for (const detail of ['score', 'route'] as const) snapshot(session, detail);
}

/** What was kept of each run is the start of it, and all of it that this content still allows. */
function expectKept(before: Session, after: Session): void {
  for (const unit of after.module.units) {
    const stored = runsOf(before, unit.code);
    for (const kept of runsOf(after, unit.code)) {
      const whole = stored.find(({ number }) => number === kept.number);
      expect(whole?.actions.slice(0, kept.actions.length)).toEqual(kept.actions);
      const replayed = unitState(after, unit.code, kept);
      expect(replayed.refused).toBeUndefined();
      if (!whole || kept.actions.length === whole.actions.length) continue;
      const again = unitState(after, unit.code, { ...whole, actions: [...whole.actions] });
      expect(again.actions.length).toBe(kept.actions.length);
    }
    // A unit that the update left alone: the same to the letter.
    const untouched = before.module.units.includes(unit);
    if (untouched) expect(after.journal.units[unit.code]).toEqual(before.journal.units[unit.code]);
  }
}

/** A learner in the middle of one version gets the next; gives both. */
function updateUnder(first: Module, update: Update, { seed, clicks }: { seed: number; clicks: number }) {
  const chance = chanceOf(seed);
  const before = played(newSession(first, chance.hex(32)), clicks, chance);
  const next = updated(first, update, chance);
  const { session: after, kept } = resume(next, encodeJournal(before.journal));
  lookAtAll(after);
  expectKept(before, after);
  const isSame =
    encodeJournal({ ...after.journal, content: 'v1' }) ===
    encodeJournal({ ...before.journal, content: 'v1' });
  // The learner is told exactly when something of his went.
  expect(kept === 'all').toBe(isSame);
  if (GENTLE.some((gentle) => gentle === update)) expect(kept).toBe('all');
  // It is stored as it stands now, and the game goes on.
  expect(resume(next, encodeJournal(after.journal))).toEqual({ session: after, kept: 'all' });
  lookAtAll(played(after, 15, chance));
  return { before, after, kept };
}

const learner = fc.record({ seed: fc.nat(100_000), clicks: fc.nat(60) });

describe('an update in the middle of an attempt', () => {
  it.each(UPDATES)('keeps what holds and never breaks: %s', (update) => {
    fc.assert(
      fc.property(fc.nat(5_000), learner, (script, at) => {
        updateUnder(generated(script), update, at);
      }),
      { numRuns: 25 },
    );
  });

  it('keeps what holds through several updates at once', () => {
    fc.assert(
      fc.property(
        fc.nat(5_000),
        learner,
        fc.array(fc.constantFrom(...UPDATES), { minLength: 2, maxLength: 5 }),
        (script, { seed, clicks }, updates) => {
          const chance = chanceOf(seed);
          const before = played(newSession(generated(script), chance.hex(32)), clicks, chance);
          const next = updates.reduce((now, update) => updated(now, update, chance), before.module);
          const { session } = resume(next, encodeJournal(before.journal));
          lookAtAll(session);
          expectKept(before, session);
          lookAtAll(played(session, 15, chance));
        },
      ),
      { numRuns: 25 },
    );
  });

  it('does so in the modules that learners really play', () => {
    const real = loadContent('modules/', ['hostmanship', 'welkom']).modules;
    expect(real).toHaveLength(2);
    const told = new Set<string>();
    for (const [at, one] of real.entries())
      for (const [nth, update] of UPDATES.entries()) {
        const { kept } = updateUnder(one, update, { seed: 100 * at + nth, clicks: 30 });
        told.add(kept);
      }
    // Some of these updates cost something, most do not.
    expect(told).toContain('all');
    expect(told).toContain('part');
  });
});
