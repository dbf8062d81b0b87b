/** The LMS is told once the screen shows it; whatever comes in between, nothing is lost, doubled or out of order. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { encodeJournal } from '../../src/engine/journal.js';
import { PAINT_PATIENCE_MS } from '../../src/after-paint.js';
import type { StatementSink } from '../../src/tracking/statement-sink.js';
import { act, acts, Browser, findAll, Learner, readLesson, start, type Visit } from './learner.js';
import { StrictLms } from './strict-lms.js';

let lms: StrictLms;
let browser: Browser;
beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-23T10:40:00Z') });
  lms = new StrictLms('scorm12');
  browser = new Browser();
});
afterEach(() => {
  vi.useRealTimers();
  expect(lms.offences).toEqual([]);
});

const commits = () => lms.count('LMSCommit');
const isStored = ({ session }: Learner) => lms.stored('cmi.suspend_data') === encodeJournal(session.journal);

/** One frame and what it leaves to do; what was planned before it runs after the third. */
async function paints({ page }: Learner, frames = 3): Promise<void> {
  for (let n = 0; n < frames; n++) {
    page.paint();
    await vi.advanceTimersByTimeAsync(1);
  }
}

/** A page that makes frames, with the commit of its start done and the pause after it over. */
async function visits(visit: Visit = {}): Promise<Learner> {
  const learner = await Learner.visits(lms, { browser, isPainted: true, ...visit });
  await paints(learner);
  await vi.advanceTimersByTimeAsync(60_000);
  lms.log.length = 0;
  return learner;
}

describe('the end of a unit', () => {
  it('is kept in this browser at once, and stored after the paint', async () => {
    const learner = await visits();
    await learner.does(...readLesson);
    expect(commits()).toBe(0);
    expect(learner.tracker.status).toBe('saving');
    // A page that is killed now has said nothing to the LMS.
    const killed = await Learner.visits(new StrictLms('scorm12'), { browser });
    expect(killed.session.journal).toEqual(learner.session.journal);
    await paints(learner);
    expect(commits()).toBe(1);
    expect(isStored(learner)).toBe(true);
    expect(learner.tracker.status).toBe('saved');
  });

  it('waits for the frame in which it stands, not for the one that was on its way', async () => {
    const learner = await visits();
    await learner.does(...readLesson);
    await paints(learner, 1);
    expect(commits()).toBe(0);
  });

  it('is stored once with the next one, when no frame came in between', async () => {
    const learner = await visits();
    await learner.does(...readLesson, ...findAll);
    await paints(learner);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(commits()).toBe(1);
    expect(isStored(learner)).toBe(true);
  });

  it.each([
    ['the page is hidden', (learner: Learner) => learner.page.hide()],
    ['the page is left', (learner: Learner) => learner.page.leave()],
    ['the module is closed', (learner: Learner) => void learner.tracker.close()],
    ['the network is back', (learner: Learner) => learner.page.goOnline()],
    ['the page is shown again', (learner: Learner) => learner.page.show()],
  ])('is stored at once when %s before the paint, and once only', async (_when, happens) => {
    const learner = await visits();
    await learner.does(...readLesson);
    happens(learner);
    // Not a promise later: a frame that is taken away keeps none.
    expect(isStored(learner)).toBe(true);
    await vi.advanceTimersByTimeAsync(0);
    const before = commits() + lms.count('LMSFinish');
    await paints(learner);
    await vi.advanceTimersByTimeAsync(PAINT_PATIENCE_MS);
    expect(commits() + lms.count('LMSFinish')).toBe(before);
  });

  it('is stored in a page that is hidden, without waiting for a frame', async () => {
    const learner = await visits();
    learner.page.hide();
    await learner.does(...readLesson);
    expect(isStored(learner)).toBe(true);
  });

  it('is stored in a frame out of sight, which is never painted', async () => {
    const learner = await visits();
    await learner.does(...readLesson);
    await vi.advanceTimersByTimeAsync(PAINT_PATIENCE_MS);
    expect(isStored(learner)).toBe(true);
    await paints(learner);
    expect(commits()).toBe(1);
  });

  it('is tried again after the LMS refused it, each time after a paint', async () => {
    const learner = await visits();
    lms.faults.push('refused');
    await learner.does(...readLesson);
    await paints(learner);
    expect(learner.tracker.status).toBe('local');
    await vi.advanceTimersByTimeAsync(5_000);
    await paints(learner);
    expect(isStored(learner)).toBe(true);
    expect(learner.tracker.status).toBe('saved');
  });
});

it('a choice is not stored before it is painted either, however long ago the last commit was', async () => {
  const learner = await visits();
  await learner.does(start('u1'), act('u1', 'p1'));
  await vi.advanceTimersByTimeAsync(10);
  expect(commits()).toBe(0);
  await paints(learner);
  expect(commits()).toBe(1);
});

it('statements are recorded before, and let go after the commit that has their actions', async () => {
  const told: string[] = [];
  const note = (text: string) => void told.push(text);
  const statements: StatementSink = {
    open: () => undefined,
    record: (_session, events, change) => note(`record ${change}: ${events.map(({ kind }) => kind).join()}`),
    release: (change) => note(`release ${change}`),
    leave: () => undefined,
  };
  lms.onCall = (name) => {
    if (name === 'LMSCommit') note('commit');
  };
  const learner = await visits({ statements });
  told.length = 0;
  await learner.does(start('u1'), ...acts('u1', 'p1', 'p2', 'p3', 'p4'));
  await paints(learner);
  expect(told).toEqual([
    'record 2: unit-started',
    'record 3: acted',
    'record 4: acted',
    'record 5: acted',
    'record 6: acted,unit-finished',
    'commit',
    'release 6',
  ]);
});
