/** A knowledge test as an LMS and an LRS get it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { rightResponse } from '../../src/engine/right-response.js';
import { newSession, run, unitState, type Command, type Session } from '../../src/engine/session.js';
import { snapshot } from '../../src/tracking/projection.js';
import { testModule } from '../player/fixtures/knowledge-test.js';
import { calm, LaunchedBrowser, launches, plays } from './launched.js';
import { StrictLms } from './strict-lms.js';
import { TestLrs } from './test-lrs.js';

const module = testModule('baseline');
const start: Command = { kind: 'start', unit: 't1' };
const handIn: Command = { kind: 'act', unit: 't1', action: { code: 'hi' } };
const answersTo = (session: Session): Command[] => {
  const played = unitState(session, 't1');
  if (played.kind !== 'test') throw new Error('no test');
  return played.state.items.map((item) => ({
    kind: 'act',
    unit: 't1',
    action: { code: item.code, response: rightResponse(item) },
  }));
};
const begun = (group: 0 | 1): Session =>
  run(newSession(module, `0123456789abcdef0123456789abcde${group}`), start).session;
const after = (session: Session, ...commands: readonly Command[]): Session =>
  commands.reduce((now, command) => run(now, command).session, session);

describe('a knowledge test in the LMS', () => {
  it('has an interaction per place of the blueprint, with the code of the item that the learner has', () => {
    const ids = (group: 0 | 1) => snapshot(begun(group), 'score').interactions.map(({ id }) => id);
    expect(ids(0)).toEqual(
      ['q1', 'q2', 'q3', 'q4', 'q5', 'q6'].map((code, at) => `nulmeting.0${at + 1}.${code}`),
    );
    expect(ids(1)).toEqual(
      ['p1', 'p2', 'p3', 'p4', 'p5', 'p6'].map((code, at) => `nulmeting.0${at + 1}.${code}`),
    );
  });

  it('says nothing of the answers before they are handed in', () => {
    const session = begun(0);
    const busy = snapshot(after(session, ...answersTo(session)), 'route');
    expect(busy.score).toBeNull();
    expect(busy.interactions.every(({ result, given }) => result === null && given === null)).toBe(true);
  });

  it('gives the total only: per competence, answers and questions are for who asked for all', () => {
    const session = begun(0);
    const whole = after(session, ...answersTo(session), handIn);
    const plain = snapshot(whole, 'score');
    expect(plain).toMatchObject({ score: 100, objectives: [] });
    expect(plain.interactions.every(({ given }) => given === null)).toBe(true);
    expect(plain.interactions[0]?.description).toBe('Nulmeting 1');
    const full = snapshot(whole, 'route');
    expect(full.objectives.map(({ id }) => id)).toContain('backoffice');
    expect(full.interactions.at(-1)).toMatchObject({
      response: 'numeric',
      given: ['68'],
      result: { kind: 'right' },
    });
    expect(full.interactions[0]?.description).toContain('terug te bellen');
  });

  it('keeps the answers of the measurement, whatever was practised after it', () => {
    const first = after(begun(0), handIn, { kind: 'seen', unit: 't1' });
    const again = after(first, start);
    const best = snapshot(after(again, ...answersTo(again), handIn), 'score');
    expect(best.score).toBe(100);
    expect(best.interactions.every(({ result }) => result === null || result.kind === 'wrong')).toBe(true);
  });
});

describe('a knowledge test in the LRS', () => {
  let lrs: TestLrs;
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-11-26T10:40:00.123Z') });
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    lrs = new TestLrs();
    vi.stubGlobal('fetch', lrs.fetch);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  it('is told when it is handed in: each item once, by the name it has in every package, and each competence', async () => {
    const learner = await launches(new StrictLms('scorm12'), new LaunchedBrowser(), { module });
    await plays(learner, start);
    await plays(learner, ...answersTo(learner.session));
    await calm();
    expect(lrs.statements.filter(({ verb }) => verb.id.endsWith('/answered'))).toEqual([]);
    await plays(learner, handIn);
    await calm();
    const ids = (verb: string) =>
      lrs.statements
        .filter((one) => one.verb.id.endsWith(`/${verb}`))
        .map(({ object }) => ('id' in object ? object.id : ''));
    expect(ids('answered')).toHaveLength(6);
    expect(ids('answered').every((id) => id.includes('/activities/kennistoets/vraag/'))).toBe(true);
    expect(ids('scored')).toHaveLength(4);
    const number = lrs.about('answered', '/vraag/termijn');
    expect(number?.result).toMatchObject({ response: '68', success: true, score: { scaled: 1 } });
    expect(console.warn).not.toHaveBeenCalled();
  });
});
