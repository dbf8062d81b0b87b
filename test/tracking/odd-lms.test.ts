/** What real LMSs do that the standards do not say; each of these was seen somewhere. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ApiObject } from '../../src/tracking/lms/find-api.js';
import { acts, findAll, findSome, Learner, readLesson, start } from './learner.js';
import { StrictLms } from './strict-lms.js';

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-23T10:40:00.123Z') }));
afterEach(() => void vi.useRealTimers());

type Call = (...given: readonly string[]) => unknown;
const NAMES = {
  scorm12: { prefix: 'LMS', end: 'LMSFinish', status: 'cmi.core.lesson_status', score: 'cmi.core.score.raw' },
  scorm2004: { prefix: '', end: 'Terminate', status: 'cmi.completion_status', score: 'cmi.score.raw' },
} as const;

describe.each(['scorm12', 'scorm2004'] as const)('an LMS for %s that', (edition) => {
  const { prefix, end, status, score } = NAMES[edition];
  let lms: StrictLms;
  beforeEach(() => void (lms = new StrictLms(edition)));

  /** The strict LMS, with some of its calls answered otherwise. */
  function odd(change: (name: string, call: Call, given: readonly string[]) => unknown): ApiObject {
    const api = lms.launch() as Readonly<Record<string, Call>>;
    return Object.fromEntries(
      Object.entries(api).map(([name, call]) => [
        name,
        (...given: string[]) => change(name.slice(prefix.length), call, given),
      ]),
    );
  }

  it('answers a commit with null while the page goes: the session is ended all the same', async () => {
    let isLeaving = false;
    const api = odd((name, call, given) => {
      const answer = call(...given);
      return isLeaving && name === 'Commit' ? null : answer;
    });
    const learner = await Learner.visits(lms, { api });
    await learner.does(...findSome);
    isLeaving = true;
    await learner.leaves();
    expect(lms.count(end)).toBe(1);
    expect(lms.stored('cmi.suspend_data')).toContain('m1m4');
  });

  it('says false to what it took, and reports no error: it counts as taken', async () => {
    const api = odd((name, call, given) => {
      const answer = call(...given);
      return name === 'SetValue' ? 'false' : answer;
    });
    const learner = await Learner.visits(lms, { api });
    await learner.does(...findSome);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(learner.tracker.status).toBe('saved');
    expect(lms.stored(score)).toBeDefined();
  });

  it('has no interactions and no objectives: the rest is stored, and nobody is bothered', async () => {
    let error = '0';
    const api = odd((name, call, given) => {
      if (name === 'GetLastError') return error === '0' ? call() : error;
      error = '0';
      if (!/^cmi\.(interactions|objectives)/.test(given[0] ?? '')) return call(...given);
      error = '401';
      return name === 'SetValue' ? 'false' : '';
    });
    const learner = await Learner.visits(lms, { api, detail: 'route' });
    await learner.does(...readLesson, ...findAll);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(learner.statuses).not.toContain('failed');
    expect(learner.tracker.status).toBe('saved');
    expect(lms.stored('cmi.suspend_data')).toContain('u2');
    // Asked for once, and left alone after that.
    expect(lms.count(`${prefix}SetValue cmi.interactions`)).toBe(0);
  });

  it('gives numbers for numbers, as Moodle does within a session', async () => {
    const first = await Learner.visits(lms);
    await first.does(...findAll);
    await first.leaves();
    const before = Number(lms.stored(score));
    expect(before).toBeGreaterThan(0);
    const api = odd((name, call, given) => {
      const answer = call(...given);
      return name === 'GetValue' && answer !== '' && Number.isFinite(Number(answer))
        ? Number(answer)
        : answer;
    });
    const second = await Learner.visits(lms, { api });
    await second.does(...findSome);
    await second.leaves();
    expect(Number(lms.stored(score))).toBe(before);
  });

  it('throws at a call: the module plays on, kept here, and is stored once it does not', async () => {
    let isBroken = true;
    const api = odd((name, call, given) => {
      if (isBroken && /^(SetValue|Commit)$/.test(name)) throw new TypeError('of undefined');
      return call(...given);
    });
    const learner = await Learner.visits(lms, { api });
    await learner.does(start('u2'), ...acts('u2', 'm1'));
    expect(learner.tracker.status).toBe('local');
    isBroken = false;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(learner.tracker.status).toBe('saved');
    expect(lms.stored('cmi.suspend_data')).toContain('m1');
  });

  it('judges completion by progress: that says 1 only when completed', async () => {
    const learner = await Learner.visits(lms);
    for (const command of [...readLesson, ...findAll]) {
      await learner.does(command);
      await vi.advanceTimersByTimeAsync(6_000);
      const progress = lms.stored('cmi.progress_measure');
      if (progress === undefined) continue;
      expect(Number(progress) === 1).toBe(lms.stored(status) === 'completed');
    }
    expect(lms.offences).toEqual([]);
  });
});
