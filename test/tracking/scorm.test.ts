import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { decodeJournal } from '../../src/engine/journal.js';
import {
  acts,
  answerAll,
  Browser,
  findAll,
  findSome,
  Learner,
  readLesson,
  seen,
  settled,
  start,
} from './learner.js';
import { StrictLms } from './strict-lms.js';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-23T10:40:00.123Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

const editions = ['scorm12', 'scorm2004'] as const;
const names = {
  scorm12: {
    status: 'cmi.core.lesson_status',
    raw: 'cmi.core.score.raw',
    exit: 'cmi.core.exit',
    time: 'cmi.core.session_time',
    finish: 'LMSFinish',
    set: 'LMSSetValue',
    commit: 'LMSCommit',
  },
  scorm2004: {
    status: 'cmi.completion_status',
    raw: 'cmi.score.raw',
    exit: 'cmi.exit',
    time: 'cmi.session_time',
    finish: 'Terminate',
    set: 'SetValue',
    commit: 'Commit',
  },
};

describe.each(editions)('in a strict %s LMS', (edition) => {
  const name = names[edition];
  let lms: StrictLms;
  beforeEach(() => {
    lms = new StrictLms(edition);
  });
  afterEach(() => {
    expect(lms.offences).toEqual([]);
  });

  it('an opened module is incomplete, without a score, and comes back later', async () => {
    await Learner.visits(lms);
    expect(lms.stored(name.status)).toBe('incomplete');
    expect(lms.stored(name.raw)).toBeUndefined();
    expect(lms.stored(name.exit)).toBe('suspend');
  });

  it('the list of interactions is complete at the first commit, in a fixed order, with nothing answered', async () => {
    await Learner.visits(lms);
    const ids = [0, 1, 2, 3, 4, 5].map((n) => lms.stored(`cmi.interactions.${n}.id`));
    expect(ids).toEqual([
      'de_container',
      'toets.terugbellen',
      'toets.welkom',
      'toets.warm_doorverbinden',
      'toets.kastje',
      'toets.kanalen',
    ]);
    expect(lms.stored('cmi.interactions.0.result')).toBe('neutral');
    expect(lms.stored('cmi.objectives.0.id')).toBe('hostmanship');
  });

  it('a completed module is completed with its score from 0 to 100', async () => {
    const learner = await Learner.visits(lms);
    await learner.does(...readLesson, ...findAll, ...answerAll);
    expect(lms.stored(name.status)).toBe('completed');
    expect(Number(lms.stored(name.raw))).toBeGreaterThan(50);
    expect(lms.stored(name.raw.replace('raw', 'max'))).toBe('100');
    if (edition === 'scorm2004') {
      expect(lms.stored('cmi.progress_measure')).toBe('1');
      expect(Number(lms.stored('cmi.score.scaled')) * 100).toBeCloseTo(Number(lms.stored(name.raw)), 1);
    }
    expect(lms.stored('cmi.interactions.0.result')).toBe('100');
    expect(lms.stored('cmi.objectives.0.score.raw')).toBeDefined();
  });

  it('results only, unless the package says routes', async () => {
    const response = edition === 'scorm12' ? 'student_response' : 'learner_response';
    const learner = await Learner.visits(lms);
    await learner.does(...findAll, ...answerAll);
    expect([...lms.store.keys()].filter((element) => element.endsWith(response))).toEqual([]);
    expect(lms.stored('cmi.interactions.1.result')).toBe('correct');

    const other = new StrictLms(edition);
    const open = await Learner.visits(other, { detail: 'route' });
    await open.does(...findAll, ...answerAll);
    expect(other.offences).toEqual([]);
    expect(other.stored(`cmi.interactions.0.${response}`)).toBe('m1m4n2n4n6n8');
    expect(other.stored(`cmi.interactions.2.${response}`)).toBe(edition === 'scorm12' ? 'a,c' : 'a[,]c');
    expect(other.stored(`cmi.interactions.5.${response}`)).toBe(
      edition === 'scorm12' ? 'a.p,b.q,c.r' : 'a[.]p[,]b[.]q[,]c[.]r',
    );
  });

  it('resumes at the same action after the page went away', async () => {
    const first = await Learner.visits(lms);
    await first.does(...readLesson, start('u2'), ...acts('u2', 'm1', 'm4', 'n2'));
    await first.leaves();
    const second = await Learner.visits(lms);
    expect(second.session.journal).toEqual(first.session.journal);
    expect(lms.stored('cmi.interactions.5.id')).toBe('toets.kanalen');
    expect(lms.stored('cmi.interactions.6.id')).toBeUndefined();
    const objectives = [...lms.store].filter(([element]) => /objectives\.\d+\.id$/.test(element));
    expect(objectives.map(([, id]) => id)).toEqual([
      'hostmanship',
      'kanaalsturing',
      'backoffice',
      'klachten_voorkomen',
    ]);
  });

  it('resumes after a crash: the exit was said at the start, the last choices come from the local copy', async () => {
    const browser = new Browser();
    const first = await Learner.visits(lms, { browser });
    await first.does(start('u2'), ...acts('u2', 'm1', 'm4'));
    const second = await Learner.visits(lms, { browser });
    expect(second.session.journal).toEqual(first.session.journal);
  });

  it('commits right after a resume, so that the last commit can be small', async () => {
    const first = await Learner.visits(lms);
    await first.does(...findSome);
    await first.leaves();
    const before = lms.count(name.commit);
    await Learner.visits(lms);
    expect(lms.count(name.commit)).toBe(before + 1);
  });

  it('stores decisions at most once in five seconds, and the last one too', async () => {
    const learner = await Learner.visits(lms);
    const before = lms.count(name.commit);
    await learner.does(start('u2'), ...acts('u2', 'm1', 'm4', 'n2'));
    expect(lms.count(name.commit)).toBe(before);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(lms.count(name.commit)).toBe(before + 1);
    expect(decodeJournal(lms.stored('cmi.suspend_data') ?? '')).toEqual(learner.session.journal);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(lms.count(name.commit)).toBe(before + 1);
    expect(learner.tracker.status).toBe('saved');
  });

  it('stores at once at the end of a unit, and when the page is hidden', async () => {
    const learner = await Learner.visits(lms);
    await learner.does(...findSome);
    expect(lms.stored('cmi.interactions.0.result')).toBe('33.3');
    await learner.does(seen('u2'));
    learner.page.hide();
    await settled();
    expect(lms.stored('cmi.suspend_data')).toContain('~');
  });

  it('ends the session exactly once, and never steers the LMS', async () => {
    const learner = await Learner.visits(lms);
    await learner.does(start('u2'), ...acts('u2', 'm1'));
    await learner.leaves();
    await learner.leaves();
    await learner.tracker.close();
    expect(lms.count(name.finish)).toBe(1);
    expect(lms.stored('cmi.suspend_data')).toContain('m1');
    expect(lms.stored(name.time)).toMatch(edition === 'scorm12' ? /^0000:00:00\.00$/ : /^PT0H0M0\.00S$/);
    expect(lms.log.filter((entry) => entry.includes('nav'))).toEqual([]);
  });

  it('is through with LMS and statements before the frame it plays in is gone', async () => {
    const told: string[] = [];
    const statements = {
      open: () => undefined,
      record: () => undefined,
      release: () => told.push('release'),
      leave: (isEnd: boolean) => told.push(isEnd ? 'end' : 'hidden'),
    };
    const learner = await Learner.visits(lms, { statements });
    await learner.does(start('u2'), ...acts('u2', 'm1'));
    told.length = 0;
    learner.page.leave();
    // No await: when a script takes the frame away, nothing after this line would run.
    expect(told).toEqual(['release', 'end']);
    expect(lms.count(name.finish)).toBe(1);
  });

  it.each(['review', 'browse'] as const)('writes nothing in %s, and shows what is there', async (mode) => {
    const first = await Learner.visits(lms);
    await first.does(...findSome);
    await first.leaves();
    const before = new Map(lms.store);
    const sets = lms.count(name.set);
    const learner = await Learner.visits(lms, { mode });
    expect(learner.tracker.mode).toBe('review');
    await learner.does(...findAll);
    await learner.leaves();
    expect(lms.count(name.set)).toBe(sets);
    expect(new Map(lms.store)).toEqual(before);
  });

  it('a preview of an untouched module does not complete it', async () => {
    const learner = await Learner.visits(lms, { mode: 'browse' });
    await learner.leaves();
    expect(lms.store.size).toBe(0);
    expect(lms.count(name.finish)).toBe(edition === 'scorm12' ? 0 : 1);
  });

  it.each(['refused', 'lost'] as const)(
    'a commit that is %s is really sent again, with everything in it',
    async (fault) => {
      const browser = new Browser();
      const learner = await Learner.visits(lms, { browser });
      if (fault === 'lost') browser.navigator.onLine = false;
      lms.faults.push(fault);
      await learner.does(...readLesson, ...findAll);
      lms.faults.push(fault);
      await learner.does(...answerAll);
      expect(learner.statuses).toContain('local');
      browser.navigator.onLine = true;
      learner.page.goOnline();
      await vi.advanceTimersByTimeAsync(120_000);
      expect(learner.tracker.status).toBe('saved');
      expect(lms.stored(name.status)).toBe('completed');
      expect(lms.stored(name.raw)).toBeDefined();
      expect(lms.stored('cmi.interactions.0.result')).toBe('100');
      expect(lms.stored('cmi.interactions.1.result')).toBe('correct');
      expect(decodeJournal(lms.stored('cmi.suspend_data')?.trimEnd() ?? '')).toEqual(learner.session.journal);
    },
  );

  it('has what came while saving failed: a value that only a resend carried is sent again too', async () => {
    const learner = await Learner.visits(lms);
    await learner.does(...readLesson, start('u2'), ...acts('u2', 'm1'));
    await vi.advanceTimersByTimeAsync(5_000);
    lms.faults.push(...Array.from({ length: 20 }, () => 'refused' as const));
    await learner.does(...acts('u2', 'm4', 'n2', 'n4', 'n6', 'n8'));
    await vi.advanceTimersByTimeAsync(5_000);
    await learner.does(seen('u2'), ...answerAll);
    lms.faults.length = 0;
    await vi.advanceTimersByTimeAsync(120_000);
    expect(learner.tracker.status).toBe('saved');
    expect(lms.stored(edition === 'scorm12' ? 'cmi.core.lesson_status' : 'cmi.completion_status')).toBe(
      'completed',
    );
  });

  it('keeps trying with growing pauses when the LMS is down for long', async () => {
    const learner = await Learner.visits(lms);
    lms.faults.push(...Array.from({ length: 8 }, () => 'refused' as const));
    await learner.does(...findAll);
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(learner.tracker.status).toBe('saved');
    expect(lms.stored('cmi.interactions.0.result')).toBe('100');
    expect(lms.stored('cmi.interactions.0.id')).toBe('de_container');
  });

  it('a score and a completion never go down, also when an update of the content makes the journal worth less', async () => {
    const first = await Learner.visits(lms);
    await first.does(...readLesson, ...findAll, ...answerAll);
    const raw = lms.stored(name.raw);
    await first.leaves();
    const { module } = await import('./learner.js');
    const changed = {
      ...module,
      units: module.units.map((unit) => ({ ...unit, code: `z${unit.code[1] ?? ''}` })),
    };
    const second = await Learner.visits(lms, { module: changed });
    expect(second.session.journal.units).toEqual({});
    await second.leaves();
    expect(lms.stored(name.raw)).toBe(raw);
    expect(lms.stored(name.status)).toBe('completed');
  });
});
