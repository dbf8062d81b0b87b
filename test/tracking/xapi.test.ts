import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Command } from '../../src/engine/session.js';
import { fixture } from '../player/fixtures/module.js';
import { act, acts, answerAll, findAll, findSome, readLesson, seen, start } from './learner.js';
import { ADDRESS, calm, LaunchedBrowser, launches, plays } from './launched.js';
import { StrictLms } from './strict-lms.js';
import { TestLrs } from './test-lrs.js';

let lrs: TestLrs;
beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-23T10:40:00.123Z') });
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  lrs = new TestLrs();
  vi.stubGlobal('fetch', lrs.fetch);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const bestTalk: readonly Command[] = [
  start('u3'),
  ...acts('u3', 'k2', 'k3', 'a1', 'b1', 'c1', 'k5', 'd1'),
  seen('u3'),
];
const bestMail: readonly Command[] = [start('u4'), act('u4', 'e1'), act('u4', 'f9', 'f1f3f6'), seen('u4')];

describe('what the LRS gets', () => {
  it('is valid xAPI, for every kind of unit', async () => {
    const learner = await launches(new StrictLms('scorm12'), new LaunchedBrowser(), { module: fixture });
    await plays(learner, ...readLesson, ...findAll, ...bestTalk, ...bestMail, ...answerAll);
    await learner.leaves();
    await calm();
    expect(console.warn).not.toHaveBeenCalled();
    expect(new Set(lrs.verbs())).toEqual(
      new Set(['initialized', 'experienced', 'answered', 'completed', 'scored', 'terminated']),
    );
    expect(lrs.verbs()[0]).toBe('initialized');
    expect(lrs.verbs().at(-1)).toBe('terminated');
    expect(new Set(lrs.statements.map(({ id }) => id)).size).toBe(lrs.statements.length);
  });

  it('says of each decision what was heard, what was chosen and what it did to every outcome', async () => {
    const learner = await launches(new StrictLms('scorm12'), new LaunchedBrowser(), { module: fixture });
    await plays(learner, start('u3'), act('u3', 'a1'));
    const choice = lrs.about('answered', '/proefmodule/paspoort/opening');
    expect(choice?.result?.response).toBe('a1');
    const extensions: Record<string, unknown> = Object.fromEntries(
      Object.entries(choice?.result?.extensions ?? {}).map(([iri, value]): [string, unknown] => [
        iri.split('/').at(-1) ?? '',
        value,
      ]),
    );
    expect(extensions['option']).toMatchObject({ code: 'a1', text: expect.stringMatching(/\S/) as string });
    expect(extensions['effect']).toEqual({
      klanttevredenheid: 2,
      doorlooptijd: { minuten: 1, werkdagen: 0 },
      kosten: expect.any(Number) as number,
      proces: [],
    });
    expect(choice?.context?.registration).toBe('6d9d6f4c-6d5b-4a0e-9d0c-1f1e5a2b3c4d');
    expect(choice?.context?.contextActivities?.parent?.[0]?.id).toMatch(/\/proefmodule\/paspoort$/);
    expect(choice?.timestamp).toBe('2026-11-23T10:40:00.123Z');
  });

  it('reads as Dutch sentences', async () => {
    const learner = await launches(new StrictLms('scorm12'), new LaunchedBrowser(), { module: fixture });
    await plays(learner, ...bestTalk);
    const sentences = lrs.sentences();
    expect(sentences[0]).toBe('begon met Hostmanship');
    expect(sentences.find((sentence) => sentence.startsWith('antwoordde op'))).toMatch(
      /^antwoordde op ‘.+’$/,
    );
    expect(sentences.filter((sentence) => sentence.startsWith('bekeek'))).toHaveLength(3);
    expect(sentences).toContain('scoorde op Hostmanship');
    for (const sentence of sentences) expect(sentence).toMatch(/^[a-zé].* \S/);
  });

  it('has one score for each competence and each outcome of a finished conversation', async () => {
    const learner = await launches(new StrictLms('scorm12'), new LaunchedBrowser(), { module: fixture });
    await plays(learner, ...bestTalk);
    const scored = lrs.statements.filter(({ verb }) => verb.id.endsWith('/scored'));
    const ids = scored.map(({ object }) => ('id' in object ? object.id.split('/').slice(-2).join('/') : ''));
    expect(ids).toEqual(
      expect.arrayContaining(['competence/hostmanship', 'outcome/klanttevredenheid', 'outcome/proces']),
    );
    expect(ids.filter((id) => id.startsWith('outcome/'))).toHaveLength(4);
    for (const { result } of scored) expect(result?.score?.scaled).toBeGreaterThanOrEqual(0);
    expect(lrs.about('completed', '/paspoort')?.result?.score?.raw).toBeGreaterThan(0);
  });

  it('has the score of the module once it is completed', async () => {
    const learner = await launches(new StrictLms('scorm12'));
    await plays(learner, ...readLesson, ...findAll, ...answerAll);
    expect(lrs.about('completed', '/activities/klein')?.result?.completion).toBe(true);
  });

  it('names nobody: an account with a pseudonym, the same in every package with the same salt', async () => {
    await launches(new StrictLms('scorm12'), new LaunchedBrowser(), { learner: 'p.wierda' });
    const [first] = lrs.statements;
    expect(JSON.stringify(lrs.statements)).not.toMatch(/wierda|Pim/i);
    const account = first && 'account' in first.actor ? first.actor.account : undefined;
    expect(account?.name).toMatch(/^[0-9a-f]{32}$/);
    await launches(new StrictLms('scorm2004'), new LaunchedBrowser(), {
      learner: 'p.wierda',
      attempt: 'f'.repeat(32),
    });
    const last = lrs.statements.at(-1);
    expect(last?.actor).toEqual(first?.actor);
  });

  it('is the same, ids included, when the same is done in the same attempt, and another when a choice differs', async () => {
    const once = await launches(new StrictLms('scorm12'));
    await plays(once, start('u2'), ...acts('u2', 'm1'));
    const [first] = lrs.statements.slice(-1);
    lrs.statements.length = 0;
    const again = await launches(new StrictLms('scorm2004'));
    await plays(again, start('u2'), ...acts('u2', 'm1'));
    expect(lrs.statements.at(-1)?.id).toBe(first?.id);
    lrs.statements.length = 0;
    const other = await launches(new StrictLms('scorm12'));
    await plays(other, start('u2'), ...acts('u2', 'm2'));
    expect(lrs.statements.at(-1)?.id).not.toBe(first?.id);
  });
});

describe('delivery', () => {
  it('waits until the LMS has the action', async () => {
    const lms = new StrictLms('scorm12');
    const learner = await launches(lms);
    lms.faults.push(...Array.from({ length: 6 }, () => 'refused' as const));
    await plays(learner, start('u2'), ...acts('u2', 'm1', 'm4'));
    expect(lrs.about('answered', '/mark')).toBeUndefined();
    lms.faults.length = 0;
    await vi.advanceTimersByTimeAsync(60_000);
    await calm();
    expect(lrs.about('answered', '/mark')).toBeDefined();
  });

  it('tries again, each statement once, after no network, too busy and a broken LRS', async () => {
    const learner = await launches(new StrictLms('scorm12'));
    lrs.faults.push('no network', { status: 503 }, { status: 429, retryAfter: '30' });
    await plays(learner, ...findSome);
    await vi.advanceTimersByTimeAsync(120_000);
    await calm();
    expect(lrs.verbs().filter((verb) => verb === 'completed')).toHaveLength(1);
    expect(new Set(lrs.statements.map(({ id }) => id)).size).toBe(lrs.statements.length);
  });

  it('respects how long the LRS asks to wait', async () => {
    const learner = await launches(new StrictLms('scorm12'));
    lrs.faults.push({ status: 429, retryAfter: '30' });
    await plays(learner, ...findSome);
    const before = lrs.requests.length;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(lrs.requests.length).toBe(before);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(lrs.requests.length).toBeGreaterThan(before);
  });

  it('goes on in the next visit with what this one could not deliver', async () => {
    const browser = new LaunchedBrowser();
    const lms = new StrictLms('scorm12');
    const first = await launches(lms, browser);
    lrs.faults.push(...Array.from({ length: 50 }, () => 'no network' as const));
    await plays(first, ...findSome);
    await first.leaves();
    await calm();
    lrs.faults.length = 0;
    browser.address = ADDRESS;
    await launches(lms, browser);
    expect(lrs.about('completed', '/de-container')).toBeDefined();
    expect(lrs.verbs().filter((verb) => verb === 'terminated')).toHaveLength(1);
  });

  it('never sends what another learner left in this browser', async () => {
    const browser = new LaunchedBrowser();
    const first = await launches(new StrictLms('scorm12'), browser, { learner: 'p.wierda' });
    lrs.faults.push(...Array.from({ length: 50 }, () => 'no network' as const));
    await plays(first, ...findSome);
    lrs.faults.length = 0;
    await launches(new StrictLms('scorm12'), browser, { learner: 'd.postma', attempt: 'e'.repeat(32) });
    expect(lrs.verbs()).not.toContain('completed');
  });

  it('isolates a statement that the LRS does not take', async () => {
    lrs.refuses = ({ object }) => 'id' in object && object.id.endsWith('/m1/why');
    const learner = await launches(new StrictLms('scorm12'));
    await plays(learner, ...findSome);
    expect(lrs.about('answered', '/m4/why')).toBeDefined();
    expect(lrs.about('completed', '/de-container')).toBeDefined();
    expect(lrs.about('answered', '/m1/why')).toBeUndefined();
    expect(console.warn).toHaveBeenCalledOnce();
  });

  it('takes a known id for delivered when the LRS holds the same, and reports it when not', async () => {
    const lms = new StrictLms('scorm12');
    const learner = await launches(lms);
    await plays(learner, start('u2'), ...acts('u2', 'm1'));
    const again = await launches(new StrictLms('scorm12'));
    await plays(again, start('u2'), ...acts('u2', 'm1'));
    expect(console.warn).not.toHaveBeenCalled();
    const known = lrs.about('answered', '/mark');
    Object.assign(known?.result ?? {}, { response: 'm9' });
    const third = await launches(new StrictLms('scorm12'));
    await plays(third, start('u2'), ...acts('u2', 'm1'));
    expect(console.warn).toHaveBeenCalledOnce();
  });

  it('makes batches smaller when they are too large', async () => {
    lrs.maxBytes = 6_000;
    const learner = await launches(new StrictLms('scorm12'));
    await plays(learner, ...findSome, ...answerAll);
    expect(lrs.verbs().filter((verb) => verb === 'completed')).toHaveLength(2);
    expect(console.warn).not.toHaveBeenCalled();
  });

  it('stops at refused credentials, and the LMS has everything', async () => {
    const lms = new StrictLms('scorm12');
    lrs.faults.push({ status: 401 });
    const learner = await launches(lms);
    await plays(learner, ...readLesson, ...findAll, ...answerAll);
    await learner.leaves();
    expect(lrs.requests).toHaveLength(1);
    expect(lms.stored('cmi.core.lesson_status')).toBe('completed');
  });

  it('sends the last of it in one request that outlives the page and fits a browser’s limit', async () => {
    const learner = await launches(new StrictLms('scorm12'));
    await learner.does(start('u2'), ...acts('u2', 'm1', 'm4'));
    const before = lrs.requests.length;
    learner.page.leave();
    await calm();
    const last = lrs.requests.slice(before);
    expect(last).toHaveLength(1);
    expect(last[0]?.init.keepalive).toBe(true);
    expect(last[0]?.bytes).toBeLessThan(60_000);
    expect(lrs.verbs().at(-1)).toBe('terminated');
    expect(lrs.about('terminated', '/klein')?.result?.duration).toBe('PT0.00S');
  });
  it('does not send twice what already went when the page was hidden', async () => {
    const learner = await launches(new StrictLms('scorm12'));
    await learner.does(start('u2'), ...acts('u2', 'm1', 'm4'));
    const before = lrs.requests.length;
    learner.page.hide();
    await calm();
    learner.page.leave();
    await calm();
    expect(lrs.requests).toHaveLength(before + 2);
    expect(lrs.verbs().at(-1)).toBe('terminated');
  });
});
