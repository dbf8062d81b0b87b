import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { encodeJournal } from '../../src/engine/journal.js';
import { type Command, run } from '../../src/engine/session.js';
import { extendsJournal } from '../../src/tracking/local/reconcile.js';
import { email, fixture } from '../player/fixtures/module.js';
import {
  act,
  acts,
  answerAll,
  Browser,
  findAll,
  findSome,
  Learner,
  readLesson,
  seen,
  start,
} from './learner.js';
import { StrictLms } from './strict-lms.js';

const OTHER_ATTEMPT = 'fedcba9876543210fedcba9876543210';

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-23T10:40:00Z') }));
afterEach(() => void vi.useRealTimers());

describe('the copy in this browser', () => {
  it('saves a first visit of which nothing reached the LMS', async () => {
    const browser = new Browser();
    const lms = new StrictLms('scorm12');
    lms.faults.push(...Array.from({ length: 20 }, () => 'refused' as const));
    const first = await Learner.visits(lms, { browser });
    await first.does(...readLesson);
    lms.faults.length = 0;
    const second = await Learner.visits(lms, { browser, attempt: OTHER_ATTEMPT });
    expect(second.session.journal).toEqual(first.session.journal);
  });

  it('is never shown to another learner at the same browser', async () => {
    const browser = new Browser();
    const lms = new StrictLms('scorm12');
    lms.faults.push(...Array.from({ length: 20 }, () => 'refused' as const));
    const first = await Learner.visits(lms, { browser, learner: 'p.wierda' });
    await first.does(...readLesson);
    const second = await Learner.visits(lms, { browser, learner: 'd.postma', attempt: OTHER_ATTEMPT });
    expect(second.session.journal).toEqual({ content: 'fixture-1', attempt: OTHER_ATTEMPT, units: {} });
  });

  it('is never shown to whoever comes next where the LMS names nobody', async () => {
    const browser = new Browser();
    const lms = new StrictLms('scorm12');
    lms.faults.push(...Array.from({ length: 20 }, () => 'refused' as const));
    const first = await Learner.visits(lms, { browser, learner: '' });
    await first.does(...readLesson);
    lms.faults.length = 0;
    lms.reset();
    const second = await Learner.visits(lms, { browser, learner: '', attempt: OTHER_ATTEMPT });
    expect(second.session.journal.units).toEqual({});
  });

  it('of an attempt that never arrived wins over one in which nothing was done', async () => {
    const browser = new Browser();
    const lms = new StrictLms('scorm12');
    lms.faults.push(...Array.from({ length: 20 }, () => 'refused' as const));
    const first = await Learner.visits(lms, { browser });
    await first.does(...readLesson);
    lms.faults.length = 0;
    await Learner.visits(lms, { browser: new Browser(), attempt: OTHER_ATTEMPT });
    const back = await Learner.visits(lms, { browser });
    expect(back.session.journal).toEqual(first.session.journal);
  });

  it('of an attempt that never arrived gives way to one that went on elsewhere, once and aloud', async () => {
    const browser = new Browser();
    const lms = new StrictLms('scorm12');
    lms.faults.push(...Array.from({ length: 20 }, () => 'refused' as const));
    const first = await Learner.visits(lms, { browser });
    await first.does(...readLesson);
    lms.faults.length = 0;
    const other = await Learner.visits(lms, { browser: new Browser(), attempt: OTHER_ATTEMPT });
    await other.does(...findSome);
    await other.leaves();
    const back = await Learner.visits(lms, { browser });
    expect(back.session.journal).toEqual(other.session.journal);
    expect(back.tracker.start.lostCopy).toBe(true);
    await back.leaves();
    lms.reset();
    const fresh = await Learner.visits(lms, { browser, attempt: 'a'.repeat(32) });
    expect(fresh.session.journal.units).toEqual({});
    expect(fresh.tracker.start.lostCopy).toBe(false);
  });

  it('goes once the LMS gave everything back after the end', async () => {
    const browser = new Browser();
    const lms = new StrictLms('scorm12');
    const first = await Learner.visits(lms, { browser });
    await first.does(...readLesson, ...findAll, ...answerAll);
    await first.leaves();
    expect(browser.localStorage.length).toBe(1);
    await Learner.visits(lms, { browser, mode: 'review' });
    expect(browser.localStorage.length).toBe(0);
  });

  it('names nobody', async () => {
    const browser = new Browser();
    await Learner.visits(new StrictLms('scorm12'), { browser, learner: 'p.wierda' });
    const texts = Array.from({ length: browser.localStorage.length }, (_, n) => {
      const key = browser.localStorage.key(n) ?? '';
      return `${key} ${browser.localStorage.getItem(key) ?? ''}`;
    });
    expect(texts.join()).not.toMatch(/wierda/i);
    expect(texts).toHaveLength(1);
  });

  it('does not bring back a finished attempt when the LMS starts a new one', async () => {
    const browser = new Browser();
    const lms = new StrictLms('scorm12');
    const first = await Learner.visits(lms, { browser });
    await first.does(...readLesson, ...findAll, ...answerAll);
    await first.leaves();
    lms.reset();
    const second = await Learner.visits(lms, { browser, attempt: OTHER_ATTEMPT });
    expect(second.session.journal.attempt).toBe(OTHER_ATTEMPT);
    expect(second.session.journal.units).toEqual({});
  });

  it('brings back what an LMS called saved and did not have, as long as the module is not completed', async () => {
    const browser = new Browser();
    const lms = new StrictLms('scorm12');
    const first = await Learner.visits(lms, { browser });
    await first.does(...readLesson, ...findAll);
    await first.leaves();
    // It said 'true' to all of that.
    lms.reset();
    const second = await Learner.visits(lms, { browser, attempt: OTHER_ATTEMPT });
    expect(second.session.journal).toEqual(first.session.journal);
  });

  it('takes an LMS that is empty again, after it gave an attempt back, for one that begins anew', async () => {
    const browser = new Browser();
    const lms = new StrictLms('scorm12');
    const first = await Learner.visits(lms, { browser });
    await first.does(...readLesson);
    await first.leaves();
    await (await Learner.visits(lms, { browser })).leaves();
    lms.reset();
    const later = await Learner.visits(lms, { browser, attempt: OTHER_ATTEMPT });
    expect(later.session.journal.attempt).toBe(OTHER_ATTEMPT);
  });

  it('gives way to the LMS when both went their own way, and the learner hears it', async () => {
    const lms = new StrictLms('scorm12');
    const atWork = new Browser();
    const first = await Learner.visits(lms, { browser: atWork });
    await first.does(...readLesson);
    await vi.advanceTimersByTimeAsync(5_000);
    lms.faults.push(...Array.from({ length: 20 }, () => 'refused' as const));
    await first.does(start('u2'), ...acts('u2', 'm1'));
    lms.faults.length = 0;
    const atHome = await Learner.visits(lms, { browser: new Browser() });
    await atHome.does(start('u2'), ...acts('u2', 'm4'));
    await atHome.leaves();
    const back = await Learner.visits(lms, { browser: atWork });
    expect(back.tracker.start.lostCopy).toBe(true);
    expect(back.session.journal).toEqual(atHome.session.journal);
  });

  it('is not taken for newer because a run shrank to a count in it: the LMS may have that very run', async () => {
    const lms = new StrictLms('scorm12');
    const atWork = new Browser();
    const first = await Learner.visits(lms, { browser: atWork });
    await first.does(...findSome, seen('u2'));
    await vi.advanceTimersByTimeAsync(5_000);
    lms.faults.push(...Array.from({ length: 20 }, () => 'refused' as const));
    const again: readonly Command[] = [start('u2'), ...acts('u2', 'm1'), { kind: 'stop', unit: 'u2' }];
    await first.does(...again, ...again, start('u2'));
    lms.faults.length = 0;
    const atHome = await Learner.visits(lms, { browser: new Browser() });
    await atHome.does(start('u2'), ...acts('u2', 'm4'));
    await atHome.leaves();
    const back = await Learner.visits(lms, { browser: atWork });
    expect(back.tracker.start.lostCopy).toBe(true);
    expect(back.session.journal).toEqual(atHome.session.journal);
  });

  it('goes on where the LMS has a run of its own that shrank to a count since', async () => {
    const lms = new StrictLms('scorm12');
    const browser = new Browser();
    const first = await Learner.visits(lms, { browser });
    await first.does(...findSome, seen('u2'), start('u2'), ...acts('u2', 'm1'));
    await vi.advanceTimersByTimeAsync(5_000);
    lms.faults.push(...Array.from({ length: 20 }, () => 'refused' as const));
    await first.does({ kind: 'stop', unit: 'u2' }, start('u2'), ...acts('u2', 'm4'));
    lms.faults.length = 0;
    const back = await Learner.visits(lms, { browser });
    expect(back.tracker.start.lostCopy).toBe(false);
    expect(back.session.journal).toEqual(first.session.journal);
  });

  it('gives way silently when the LMS has more', async () => {
    const lms = new StrictLms('scorm12');
    const atWork = new Browser();
    const first = await Learner.visits(lms, { browser: atWork });
    await first.does(...findSome);
    await first.leaves();
    const atHome = await Learner.visits(lms, { browser: new Browser() });
    await atHome.does(seen('u2'), ...findAll);
    await atHome.leaves();
    const back = await Learner.visits(lms, { browser: atWork });
    expect(back.tracker.start.lostCopy).toBe(false);
    expect(back.session.journal).toEqual(atHome.session.journal);
  });

  describe('with a letter that is not sent yet', () => {
    const module = { ...fixture, units: [email] };
    /** At a page where the LMS has the first commands only, and this browser the last ones too. */
    async function cutOffAfter(stored: readonly Command[], ...last: readonly Command[]) {
      const browser = new Browser();
      const lms = new StrictLms('scorm12');
      const learner = await Learner.visits(lms, { browser, module });
      await learner.does(start('u4'), ...stored);
      await vi.advanceTimersByTimeAsync(5_000);
      lms.faults.push(...Array.from({ length: 20 }, () => 'refused' as const));
      await learner.does(...last);
      lms.faults.length = 0;
      return Learner.visits(lms, { browser, module });
    }
    const draftOf = ({ session }: Learner) =>
      session.journal.units.u4?.running?.draft?.map(({ code }) => code);

    it('gives way to the picks that the LMS has from elsewhere', async () => {
      const lms = new StrictLms('scorm12');
      const atWork = new Browser();
      const first = await Learner.visits(lms, { browser: atWork, module });
      await first.does(start('u4'), ...acts('u4', 'e1'));
      await vi.advanceTimersByTimeAsync(5_000);
      lms.faults.push(...Array.from({ length: 20 }, () => 'refused' as const));
      await first.does(...acts('u4', 'f1', 'f6'));
      lms.faults.length = 0;
      const atHome = await Learner.visits(lms, { browser: new Browser(), module });
      await atHome.does(...acts('u4', 'f1'));
      await atHome.leaves();
      const back = await Learner.visits(lms, { browser: atWork, module });
      expect(draftOf(back)).toEqual(['f1']);
    });

    it('goes on with the picks that the LMS has not', async () => {
      const back = await cutOffAfter(acts('u4', 'e1'), ...acts('u4', 'f1', 'f6'));
      expect(draftOf(back)).toEqual(['f1', 'f6']);
    });

    it('does not call another pick another way of going on', async () => {
      const back = await cutOffAfter(acts('u4', 'e1', 'f1'), ...acts('u4', 'f2'));
      expect(back.tracker.start.lostCopy).toBe(false);
    });

    it('does not take back a letter that was sent', async () => {
      const back = await cutOffAfter(acts('u4', 'e1', 'f1', 'f6'), act('u4', 'f9', 'f1f6'));
      expect(back.tracker.start.lostCopy).toBe(false);
      expect(back.session.journal.units.u4?.running?.actions.at(-1)?.code).toBe('f9');
    });
  });

  it('replaces what the LMS cut off', async () => {
    const browser = new Browser();
    const lms = new StrictLms('scorm12');
    const first = await Learner.visits(lms, { browser });
    await first.does(...readLesson, ...findAll);
    await first.leaves();
    lms.store.set('cmi.suspend_data', lms.stored('cmi.suspend_data')?.slice(0, 60) ?? '');
    const second = await Learner.visits(lms, { browser });
    expect(second.session.journal).toEqual(first.session.journal);
  });

  it('goes after thirty days', async () => {
    const browser = new Browser();
    await Learner.visits(new StrictLms('scorm12'), { browser, learner: 'p.wierda' });
    vi.setSystemTime(new Date('2026-12-24T10:40:00Z'));
    await Learner.visits(new StrictLms('scorm12'), { browser, learner: 'd.postma' });
    expect(browser.localStorage.length).toBe(1);
  });

  it('is not missed where the browser blocks storage', async () => {
    const browser = new Browser();
    Object.defineProperty(browser, 'localStorage', {
      get: () => {
        throw new Error('SecurityError');
      },
    });
    const lms = new StrictLms('scorm12');
    const learner = await Learner.visits(lms, { browser });
    await learner.does(...findAll);
    expect(learner.tracker.status).toBe('saving');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(learner.tracker.status).toBe('saved');
    lms.faults.push('refused');
    await learner.does(...findSome);
    expect(learner.statuses).toContain('failed');
  });
});

describe('without an LMS', () => {
  it('the module plays, kept for this tab only', async () => {
    const browser = new Browser();
    const first = await Learner.visits(null, { browser });
    expect(first.tracker.mode).toBe('untracked');
    await first.does(...readLesson);
    expect(first.tracker.status).toBe('local');
    const reloaded = await Learner.visits(null, { browser });
    expect(reloaded.session.journal).toEqual(first.session.journal);
    browser.sessionStorage = new Browser().sessionStorage;
    const nextVisitor = await Learner.visits(null, { browser, attempt: OTHER_ATTEMPT });
    expect(nextVisitor.session.journal.units).toEqual({});
  });

  it('an LMS that refuses to start counts as none', async () => {
    const lms = new StrictLms('scorm2004');
    const page = await Learner.visits(lms);
    await page.leaves();
    const launch = lms.launch.bind(lms);
    lms.launch = (options) => ({ ...launch(options), Initialize: () => 'false' });
    const learner = await Learner.visits(lms);
    expect(learner.tracker.mode).toBe('untracked');
    // Unlike no LMS at all: the learner can do something about it.
    expect(learner.tracker.isRefused).toBe(true);
  });
});

describe('one journal extends another', () => {
  it('at every step of any play, and never the other way round', async () => {
    const learner = await Learner.visits(null);
    let session = learner.session;
    const journals = [session.journal];
    for (const command of [...readLesson, ...findSome, seen('u2'), ...findAll, ...findSome.slice(0, 3)]) {
      session = run(session, command).session;
      if (encodeJournal(session.journal) !== encodeJournal(journals.at(-1)!)) journals.push(session.journal);
    }
    for (const [later, longer] of journals.entries()) {
      for (const shorter of journals.slice(0, later)) {
        expect(extendsJournal(longer, shorter)).toBe(true);
        expect(extendsJournal(shorter, longer)).toBe(false);
      }
    }
  });
});
