/** The SCO side of SCORM where LMSs differ: how a session opens and ends, what is sent, what is said about it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Module, Quiz, QuizItem } from '../../src/content/module.js';
import { COMPETENCES } from '../../src/content/vocabulary.js';
import { decodeJournal } from '../../src/engine/journal.js';
import { SCORM2004 } from '../../src/tracking/lms/scorm2004.js';
import { toDecimal, toDuration, toTimespan, toTimestamp } from '../../src/tracking/lms/formats.js';
import { fixture, quiz } from '../player/fixtures/module.js';
import { act, acts, answerAll, Browser, findAll, Learner, readLesson, seen, start } from './learner.js';
import { StrictLms } from './strict-lms.js';

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-23T10:40:00.123Z') }));
afterEach(() => void vi.useRealTimers());

const editions = ['scorm12', 'scorm2004'] as const;
const names = {
  scorm12: {
    status: 'cmi.core.lesson_status',
    raw: 'cmi.core.score.raw',
    finish: 'LMSFinish',
    set: 'LMSSetValue',
    initialize: 'LMSInitialize',
  },
  scorm2004: {
    status: 'cmi.completion_status',
    raw: 'cmi.score.raw',
    finish: 'Terminate',
    set: 'SetValue',
    initialize: 'Initialize',
  },
} as const;

describe.each(editions)('a session of %s', (edition) => {
  const name = names[edition];
  let lms: StrictLms;
  beforeEach(() => void (lms = new StrictLms(edition)));
  afterEach(() => expect(lms.offences).toEqual([]));

  it('that ends before anything was done leaves the LMS as it was', async () => {
    const learner = await Learner.visits(lms, { opensOnly: true });
    await learner.leaves();
    expect(lms.count(name.set)).toBe(0);
    expect(lms.store.size).toBe(0);
  });

  it('goes on when only our frame is loaded again, although the LMS says no to a second Initialize', async () => {
    const browser = new Browser();
    const api = lms.launch();
    const first = await Learner.visits(lms, { browser, api });
    await first.does(...readLesson, start('u2'), ...acts('u2', 'm1'));
    // No goodbye: the frame crashed.
    const second = await Learner.visits(lms, { browser, api });
    expect(second.tracker.mode).toBe('normal');
    expect(second.session.journal).toEqual(first.session.journal);
    await second.does(...acts('u2', 'm4'));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(lms.stored('cmi.suspend_data')).toContain('m1m4');
  });

  it('in credit-free mode stores nothing', async () => {
    const learner = await Learner.visits(lms, { credit: 'no-credit' });
    expect(learner.tracker.mode).toBe('review');
    await learner.does(...findAll);
    expect(lms.count(name.set)).toBe(0);
  });

  it('understands words with capitals', async () => {
    const learner = await Learner.visits(lms, { mode: 'review', capitals: true });
    expect(learner.tracker.mode).toBe('review');
  });

  it('is small at every request, so that the last one can be a beacon', async () => {
    const learner = await Learner.visits(lms, { module: widest(), detail: 'route' });
    await learner.does(start('u5'), ...answers());
    await learner.does(seen('u5'));
    await learner.leaves();
    const again = await Learner.visits(lms, { module: widest(), detail: 'route' });
    await again.leaves();
    expect(lms.stored('cmi.interactions.39.result')).toBe('correct');
    expect(Math.max(...lms.sizes)).toBeLessThan(60_000);
  });

  it('says calmly that saving fails, and that it works again', async () => {
    const learner = await Learner.visits(lms);
    lms.faults.push('refused', 'refused');
    await learner.does(...findAll);
    expect(learner.tracker.status).toBe('local');
    await vi.advanceTimersByTimeAsync(30_000);
    expect(learner.tracker.status).toBe('saved');
    expect(learner.statuses.slice(-2)).toEqual(['local', 'saved']);
  });

  it('keeps trying in vain after the login ran out, and the next launch has everything', async () => {
    const browser = new Browser();
    const first = await Learner.visits(lms, { browser });
    await first.does(...readLesson);
    await vi.advanceTimersByTimeAsync(5_000);
    lms.isExpired = true;
    await first.does(...findAll);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(first.tracker.status).toBe('local');
    expect(lms.stored('cmi.suspend_data')).not.toContain('m1');
    await first.leaves();
    const second = await Learner.visits(lms, { browser });
    expect(second.session.journal).toEqual(first.session.journal);
    expect(lms.stored('cmi.suspend_data')).toContain('m1');
  });

  it('is not worse for a commit that arrived although the answer was no', async () => {
    const learner = await Learner.visits(lms);
    lms.faults.push('unheard');
    await learner.does(...readLesson, ...findAll, ...answerAll);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(lms.stored(name.status)).toBe('completed');
    expect(decodeJournal(lms.stored('cmi.suspend_data') ?? '')).toEqual(learner.session.journal);
  });

  it('never shows a lower score than the LMS had, not even between the two steps of a resend', async () => {
    const first = await Learner.visits(lms);
    await first.does(...findAll);
    await first.leaves();
    const had = Number(lms.stored(name.raw));
    expect(had).toBeGreaterThan(0);
    const scores: number[] = [];
    lms.onStored = () => scores.push(Number(lms.stored(name.raw)));
    const second = await Learner.visits(lms);
    lms.faults.push('refused', 'refused');
    await second.does(...answerAll);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(Math.min(...scores)).toBeGreaterThanOrEqual(had);
    expect(scores.at(-1)).toBeGreaterThan(had);
  });

  it('that the page cache brought back says that it is over, and takes nothing that it could not store', async () => {
    const browser = new Browser();
    const learner = await Learner.visits(lms, { browser });
    await learner.leaves();
    learner.page.comeBack();
    expect(learner.tracker.status).toBe('ended');
    expect(learner.tracker.isReadOnly).toBe(true);
    await learner.does(...readLesson);
    expect(lms.count(name.finish)).toBe(1);
    const next = await Learner.visits(lms, { browser });
    expect(next.session.journal.units).toEqual({});
  });

  it('finds its objectives by id, in whatever order the LMS made them', async () => {
    for (const [index, id] of ['backoffice', 'hostmanship'].entries())
      lms.store.set(`cmi.objectives.${index}.id`, id);
    lms.store.set(edition === 'scorm12' ? 'cmi.core.exit' : 'cmi.exit', 'suspend');
    const learner = await Learner.visits(lms);
    await learner.does(...findAll);
    const found = [0, 1, 2, 3, 4].map((n) => lms.stored(`cmi.objectives.${n}.id`));
    expect(found).toEqual(['backoffice', 'hostmanship', 'kanaalsturing', 'klachten_voorkomen', undefined]);
    expect(lms.stored('cmi.objectives.1.score.raw')).toBe('100');
  });

  it('has at most forty interactions, made in the first commit', async () => {
    await Learner.visits(lms, { module: widest() });
    expect(lms.sizes).toHaveLength(1);
    expect(lms.stored('cmi.interactions.39.id')).toBe('toets.item_39');
  });
});

describe('the LMS takes time', () => {
  it('an API that comes two seconds late is waited for', async () => {
    const lms = new StrictLms('scorm12');
    const api: Record<string, unknown> = {};
    const whole = lms.launch();
    setTimeout(() => void Object.assign(api, whole), 2_000);
    const visiting = Learner.visits(lms, { api });
    await vi.advanceTimersByTimeAsync(2_500);
    expect((await visiting).tracker.mode).toBe('normal');
  });
});

describe('every number and date is spelled for the strictest reader', () => {
  it.each([
    [0.00001, '0'],
    [1e-7, '0'],
    [-0, '0'],
    [100, '100'],
    [33.333333, '33.3333'],
    [1 / 3, '0.3333'],
  ])('%d as %s', (value, text) => expect(toDecimal(value)).toBe(text));

  it('durations and timestamps have two decimals', () => {
    expect(toTimespan(3_723_045)).toBe('0001:02:03.05');
    expect(toTimespan(59_999)).toBe('0000:01:00.00');
    expect(toDuration(3_723_045)).toBe('PT1H2M3.05S');
    expect(toDuration(-5)).toBe('PT0H0M0.00S');
    expect(toTimestamp(new Date('2026-11-23T10:40:00.009Z'))).toBe('2026-11-23T10:40:00.00Z');
  });

  it('a description is cut without breaking a character', () => {
    const description = `${'a'.repeat(248)}🙂🙂`;
    const pairs = SCORM2004.interaction({
      id: 'x',
      description,
      response: 'choice',
      result: null,
      given: null,
    });
    const text = new Map(pairs).get('description') ?? '';
    expect(text.length).toBeLessThanOrEqual(250);
    expect(encodeURIComponent(text)).toContain('%E2%80%A6');
  });
});

/** As much as a package may hold: forty items with long questions, and every competence. */
function widest(): Module {
  const [first] = quiz.items;
  const items = Array.from({ length: 40 }, (_, n): QuizItem => ({
    ...(first as QuizItem),
    id: `item-${n}`,
    code: code(n),
    vraag: `${'Wat zeg je tegen deze bewoner? '.repeat(12)}${n} é`,
    competentie: COMPETENCES[n % COMPETENCES.length]!,
  }));
  const unit: Quiz = { ...quiz, items };
  return { ...fixture, id: 'breed', units: [unit] };
}
const code = (n: number): string => `${'xyz'.charAt(Math.floor(n / 20))}${(n % 20).toString(36)}`;
const answers = () => Array.from({ length: 40 }, (_, n) => act('u5', code(n), 'c'));
