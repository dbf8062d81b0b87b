/**
 * What cmi5 asks of an assignable unit. The numbers in the names are those of the requirements list of the specification;
 * the last test sees to it that none of them is forgotten.
 */
import requirements from '@cmi5/requirements/requirements.json' with { type: 'json' };
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CMI5_CATEGORY, CMI5_EXTENSIONS, MOVEON_CATEGORY } from '../../../src/cmi5/vocabulary.js';
import { encodeJournal } from '../../../src/engine/journal.js';
import { newSession, run } from '../../../src/engine/session.js';
import { STATE_ID } from '../../../src/tracking/cmi5/session.js';
import { act, answerAll, ATTEMPT, findAll, findSome, module, readLesson, seen, start } from '../learner.js';
import { calm, Cmi5Learner, Tab } from './learner.js';
import { ACTIVITY, ACTOR, Cmi5Lms, PUBLISHER, RETURN } from './lms.js';

let lms: Cmi5Lms;
beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-23T10:40:00.123Z') });
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  lms = new Cmi5Lms();
  // The outbox sends with the browser's own.
  vi.stubGlobal('fetch', lms.fetch);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Plays a launch of the LMS; time goes on so that what waits a moment is sent. */
async function opens(tab = new Tab(), mode: 'Normal' | 'Browse' | 'Review' = 'Normal', played = module) {
  return Cmi5Learner.opens(lms, tab.goTo(lms.launch(mode)), played);
}
async function passes(milliseconds = 6_000): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds);
  await calm();
}
const all = [...readLesson, ...findAll, ...answerAll];
const withMark = { ...module, passMark: 60 };
const extensionsOf = (one: { context?: { extensions?: Record<string, unknown> } }) =>
  one.context?.extensions ?? {};
const categoriesOf = (one: { context?: { contextActivities?: { category?: unknown } } }) =>
  ((one.context?.contextActivities?.category ?? []) as { id: string }[]).map(({ id }) => id);

describe('the launch', () => {
  it('8.1.0.0-7 8.1.1.0-2 8.1.2.0-3 8.1.3.0-2 8.1.4.0-2 8.1.5.0-5 7.0.0.0-1 reads its parameters in any order, and takes them out of the address', async () => {
    const tab = new Tab();
    const query = [...lms.launch()].reverse();
    const learner = await Cmi5Learner.opens(lms, tab.goTo(new URLSearchParams([...query, ['taal', 'nl']])));
    expect(learner.opened.problem).toBeNull();
    expect(learner.opened.tracker.mode).toBe('normal');
    expect(tab.address).toBe('https://inhoud.example/pakket/index.html?taal=nl');
  });

  it('8.1.2.0-4 8.2.1.0-2 8.2.2.0-4 asks for the token with one POST', async () => {
    await (await opens()).leaves();
    const asked = lms.asks.filter(({ path }) => path === '/fetch');
    expect(asked.map(({ method }) => method)).toEqual(['POST']);
  });

  it('8.1.1.0-3 8.1.2.0-5 8.2.1.0-5 8.2.2.0-5 7.0.0.0-2 sends every request to the endpoint, with the token as Basic', async () => {
    const learner = await opens();
    await learner.does(...readLesson);
    await passes();
    await learner.leaves();
    const asked = lms.asks.filter(({ path }) => path !== '/fetch');
    expect(asked.length).toBeGreaterThan(7);
    for (const { path, headers } of asked) {
      expect(path).toMatch(/^\/xapi\//);
      expect(headers.get('Authorization')).toMatch(/^Basic \S+$/);
    }
    expect(lms.refused).toEqual([]);
  });

  it('8.1.3.0-3 8.1.4.0-3 9.2.0.0-1 9.2.0.0-2 9.2.0.0-3 9.6.1.0-1 uses the actor and the registration of the launch wherever one is asked', async () => {
    const learner = await opens();
    await learner.does(...all);
    await passes();
    await learner.leaves();
    expect(lms.sent().length).toBeGreaterThan(10);
    for (const { actor, context } of lms.sent()) {
      expect(actor).toEqual(ACTOR);
      expect(context?.registration).toBe(lms.registration);
    }
    for (const { query } of lms.asks.filter(({ path }) => path.endsWith('/state'))) {
      expect(JSON.parse(query.get('agent') ?? '')).toEqual(ACTOR);
      expect([query.get('registration'), query.get('activityId')]).toEqual([lms.registration, ACTIVITY]);
    }
  });

  it.each(['endpoint', 'fetch', 'actor', 'registration', 'activityId'])(
    'without a proper %s leaves the module playable and says that nothing is stored',
    async (name) => {
      const query = lms.launch();
      query.set(name, 'x');
      if (name === 'activityId') query.delete(name);
      const learner = await Cmi5Learner.opens(lms, new Tab().goTo(query));
      expect([learner.opened.problem, learner.opened.tracker.mode]).toEqual(['launch-failed', 'untracked']);
      await learner.does(...readLesson);
      expect(lms.arrived).toEqual([]);
    },
  );

  it('8.2.3.0-1 8.2.3.2-1 that was used before says so calmly: error code 1', async () => {
    const query = lms.launch();
    await Cmi5Learner.opens(lms, new Tab().goTo(query));
    const other = await Cmi5Learner.opens(lms, new Tab().goTo(query));
    expect([other.opened.problem, other.opened.tracker.mode]).toEqual(['launch-used', 'untracked']);
  });

  it.each(['2', '3'])('8.2.3.2-1 that the LMS refuses says so calmly: error code %s', async (code) => {
    lms.launch();
    const answer = lms.fetch;
    const learner = await Cmi5Learner.opens(
      Object.assign(Object.create(lms) as Cmi5Lms, {
        fetch: (...request: Parameters<typeof answer>) =>
          (request[0] as string).includes('/fetch')
            ? Promise.resolve(Response.json({ 'error-code': code, 'error-text': 'nee' }))
            : answer(...request),
      }),
      new Tab().goTo(lms.launch()),
    );
    expect([learner.opened.problem, learner.opened.tracker.mode]).toEqual(['launch-failed', 'untracked']);
  });

  it('goes on with its session and its one token when the page is reloaded in the same tab', async () => {
    const tab = new Tab();
    const first = await opens(tab);
    await first.does(...readLesson);
    await first.pressesReload();
    const second = await Cmi5Learner.opens(lms, tab);
    expect(second.opened.problem).toBeNull();
    expect(second.session.journal).toEqual(first.session.journal);
    await second.does(...findAll);
    await passes();
    await second.leaves();
    expect(lms.asks.filter(({ path }) => path === '/fetch')).toHaveLength(1);
    expect(lms.defined()).toEqual(['initialized', 'terminated']);
    expect(lms.refused).toEqual([]);
  });

  it('says that the session has ended when the page comes back after it was left', async () => {
    const tab = new Tab();
    const first = await opens(tab);
    await first.does(...readLesson);
    await first.leaves();
    const second = await Cmi5Learner.opens(lms, tab);
    expect([second.opened.problem, second.opened.tracker.mode]).toEqual(['launch-ended', 'untracked']);
    await second.does(...findAll);
    await second.leaves();
    expect(lms.defined()).toEqual(['initialized', 'terminated']);
  });
});

describe('the LMS’s own documents', () => {
  it('10.2.1.0-4 10.2.1.0-6 10.2.1.0-7 9.6.0.0-1 9.6.2.0-1 9.6.3.1-4 10.2.1.0-5 7.0.0.0-3 give the context of every statement, untouched', async () => {
    const before = lms.launch();
    const data = lms.state('LMS.LaunchData');
    const learner = await Cmi5Learner.opens(lms, new Tab().goTo(before));
    await learner.does(...all);
    await passes();
    await learner.leaves();
    for (const one of lms.sent()) {
      expect(one.context?.contextActivities?.grouping).toContainEqual({
        objectType: 'Activity',
        id: PUBLISHER,
      });
      expect(one.context?.platform).toBe('Het LMS');
      expect(extensionsOf(one)).toMatchObject({
        [CMI5_EXTENSIONS.sessionId]: lms.sessionId,
        'https://lms.example/klas': '4B',
      });
    }
    expect(lms.state('LMS.LaunchData')).toBe(data);
    expect(lms.refused).toEqual([]);
  });

  it('11.0.0.0-3 11.0.0.0-1 11.0.0.0-4 11.2.0.0-1 7.0.0.0-4 tell language and sound at the start, under the actor of the launch', async () => {
    lms.preferences = JSON.stringify({ languagePreference: 'en-GB, nl', audioPreference: 'off' });
    const learner = await opens();
    expect(learner.opened.preferences).toEqual({ languages: ['en-GB', 'nl'], audio: 'off' });
    const asked = lms.asks.find(({ path }) => path === '/xapi/agents/profile');
    expect(asked?.query.get('profileId')).toBe('cmi5LearnerPreferences');
    expect(JSON.parse(asked?.query.get('agent') ?? '')).toEqual(ACTOR);
  });

  it.each([404, 403, 'no network'] as const)(
    '11.0.0.0-2 are no reason to fail when the preferences answer %s',
    async (status) => {
      for (let times = 0; times < 3; times++) lms.faults.push({ on: 'GET /xapi/agents', status });
      const opening = opens();
      await passes();
      const learner = await opening;
      expect([learner.opened.problem, learner.opened.preferences.audio]).toEqual([null, null]);
      // Never written, so that no 403 can come of it.
      expect(lms.asks.filter(({ path, method }) => path.includes('agents') && method !== 'GET')).toEqual([]);
    },
  );

  it('without launch data there is no session', async () => {
    const tab = new Tab().goTo(lms.launch());
    lms.documents.clear();
    const learner = await Cmi5Learner.opens(lms, tab);
    expect([learner.opened.problem, lms.arrived.length]).toEqual(['launch-failed', 0]);
  });
});

describe('a session', () => {
  it('7.1.1.0-1 7.1.2.0-1 7.1.3.0-1 9.3.0.0-4 9.3.0.0-5 9.3.2.0-2 9.3.8.0-1 10.2.2.0-6 begins with initialized, ends with terminated, and tells the rest in between', async () => {
    const learner = await opens();
    await learner.does(...all);
    await passes();
    await learner.leaves();
    await passes();
    const verbs = lms.sent().map(({ verb }) => verb.id.split('/').at(-1));
    expect(verbs[0]).toBe('initialized');
    expect(verbs.at(-1)).toBe('terminated');
    expect(verbs).toContain('answered');
    expect(lms.refused).toEqual([]);
  });

  it('9.3.0.0-2 9.3.2.0-3 9.3.0.0-1 9.1.0.0-1 9.7.0.0-1 9.7.0.0-2 says each verb once, with ids that are UUIDs and times in UTC', async () => {
    const learner = await opens();
    await learner.does(...all, start('u2'), act('u2', 'm1'));
    await passes();
    learner.fake.hide();
    await calm();
    await learner.leaves();
    await learner.leaves();
    expect([...lms.defined()].sort()).toEqual(['completed', 'initialized', 'passed', 'terminated']);
    for (const { id, timestamp } of lms.sent()) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(timestamp).toMatch(/Z$/);
    }
  });

  it('8.1.5.0-6 9.4.0.0-1 9.4.0.0-2 9.6.2.1-1 7.0.0.0-5 is about the AU of the launch; only what cmi5 defines has its category', async () => {
    const learner = await opens();
    await learner.does(...all);
    await passes();
    await learner.leaves();
    for (const one of lms.sent()) {
      const isAboutAu = 'id' in one.object && one.object.id === ACTIVITY;
      expect([one.verb.id, categoriesOf(one).includes(CMI5_CATEGORY)]).toEqual([one.verb.id, isAboutAu]);
    }
  });

  it('9.3.3.0-1 9.3.4.0-1 9.5.1.0-2 9.5.1.0-3 9.5.2.0-1 9.5.2.0-3 9.5.3.0-1 9.5.3.0-2 9.6.2.2-1 9.6.2.2-2 10.2.2.0-1 10.2.2.0-7 completes and passes, with the score where it belongs', async () => {
    const learner = await opens();
    await learner.does(...all);
    await learner.leaves();
    expect(lms.find('completed').result).toEqual({ completion: true, duration: 'PT0.00S' });
    expect(lms.find('passed').result).toEqual({
      success: true,
      duration: 'PT0.00S',
      score: { scaled: 0.95, raw: 95, min: 0, max: 100 },
    });
    for (const verb of ['completed', 'passed'])
      expect(categoriesOf(lms.find(verb))).toContain(MOVEON_CATEGORY);
    for (const verb of ['initialized', 'terminated']) {
      expect(categoriesOf(lms.find(verb))).not.toContain(MOVEON_CATEGORY);
      expect(Object.keys(lms.find(verb).result ?? {})).not.toContain('score');
    }
  });

  it('9.5.4.1-1 9.5.4.1-2 9.5.4.1-3 tells how long it took: this session, and for the result all of them', async () => {
    const tab = new Tab();
    const first = await opens(tab);
    await passes(60_000);
    await first.does(...readLesson);
    await first.leaves();
    const second = await opens(tab);
    await passes(30_000);
    await second.does(...findAll, ...answerAll);
    await second.leaves();
    const durations = lms
      .sent()
      .flatMap(({ verb, result }) => (verb.id.endsWith('/terminated') ? [result?.duration] : []));
    expect(durations).toEqual(['PT60.00S', 'PT30.00S']);
    expect(lms.find('completed').result?.duration).toBe('PT90.00S');
    expect(lms.find('passed').result?.duration).toBe('PT90.00S');
  });

  it('9.3.3.0-2 9.3.4.0-3 9.3.0.0-6 9.3.0.0-7 completes and passes once in all sessions of a registration', async () => {
    const tab = new Tab();
    await (await (await opens(tab)).does(...all)).leaves();
    // What was told before is forgotten: by its id the LRS still knows it.
    const record = JSON.parse(lms.state(STATE_ID) ?? '{}') as object;
    lms.put(STATE_ID, JSON.stringify({ ...record, told: {} }));
    const second = await opens(tab);
    await second.does(...findAll);
    await passes();
    await second.leaves();
    expect(lms.defined().filter((verb) => verb === 'completed' || verb === 'passed')).toHaveLength(2);
    expect(second.opened.tracker.status).toBe('saved');
  });
});

describe('mastery', () => {
  it('9.3.5.0-1 9.3.5.0-2 9.5.1.0-1 9.5.2.0-2 9.5.4.1-4 9.6.3.2-2 10.2.4.0-2 fails below the mastery score of the launch, at the end of the session', async () => {
    lms.masteryScore = 0.9;
    const learner = await opens();
    await learner.does(...readLesson, ...findSome, seen('u2'), ...answerAll);
    await passes();
    expect(lms.defined()).toEqual(['initialized', 'completed']);
    await learner.leaves();
    expect(lms.defined().slice(2)).toEqual(['failed', 'terminated']);
    const failed = lms.find('failed');
    expect(failed.result).toMatchObject({ success: false, duration: expect.stringMatching(/^PT/) as string });
    expect(failed.result?.score?.scaled).toBeLessThan(0.9);
    expect(extensionsOf(failed)[CMI5_EXTENSIONS.masteryScore]).toBe(0.9);
    expect(lms.refused).toEqual([]);
  });

  it('9.3.4.0-2 9.3.0.0-3 9.3.0.0-8 passes in the same session when a better run reaches it, and never fails after that', async () => {
    lms.masteryScore = 0.9;
    const tab = new Tab();
    const learner = await opens(tab);
    await learner.does(...readLesson, ...findSome, seen('u2'), ...answerAll, ...findAll);
    await passes();
    await learner.leaves();
    const second = await opens(tab);
    await second.does(...findSome, seen('u2'));
    await passes();
    await second.leaves();
    expect(lms.defined()).not.toContain('failed');
    expect(lms.find('passed').result?.score?.scaled).toBeGreaterThanOrEqual(0.9);
    expect(lms.refused).toEqual([]);
  });

  it('9.3.0.0-3 passes in a later session after one that failed', async () => {
    lms.masteryScore = 0.9;
    const tab = new Tab();
    await (await (await opens(tab)).does(...readLesson, ...findSome, seen('u2'), ...answerAll)).leaves();
    const second = await opens(tab);
    await second.does(...findAll);
    await passes();
    await second.leaves();
    expect(lms.defined()).toEqual(
      expect.arrayContaining(['failed', 'terminated', 'initialized', 'passed', 'terminated']),
    );
    expect(lms.defined().indexOf('failed')).toBeLessThan(lms.defined().indexOf('passed'));
    expect(lms.refused).toEqual([]);
  });

  it('is the module’s own pass mark when the LMS sets none', async () => {
    const learner = await Cmi5Learner.opens(lms, new Tab().goTo(lms.launch()), withMark);
    await learner.does(
      ...readLesson,
      ...findSome,
      seen('u2'),
      ...answerAll.slice(0, 1),
      act('u5', 'q1', 'a'),
    );
    await learner.leaves();
    expect(lms.defined()).not.toContain('passed');
  });

  it('a score that rises after passed is told too', async () => {
    const learner = await opens();
    await learner.does(...readLesson, ...findSome, seen('u2'), ...answerAll);
    await passes();
    const told = lms.find('passed').result?.score?.raw ?? 0;
    await learner.does(...findAll);
    await passes();
    const later = lms
      .sent()
      .find((one) => one.verb.id.endsWith('/scored') && 'id' in one.object && one.object.id === ACTIVITY);
    expect(later?.result?.score?.raw).toBeGreaterThan(told);
    expect(lms.refused).toEqual([]);
  });
});

describe('looking around and looking back', () => {
  it.each(['Browse', 'Review'] as const)(
    '10.2.2.0-2 10.2.2.0-3 10.2.2.0-5 10.2.2.0-8 10.2.2.0-9 10.2.2.0-10 10.2.2.0-11 in %s mode tells nothing but a beginning and an end, and stores nothing',
    async (mode) => {
      const tab = new Tab();
      await (await (await opens(tab)).does(...readLesson)).leaves();
      const state = lms.state(STATE_ID);
      const before = lms.arrived.length;
      const learner = await opens(tab, mode);
      expect(learner.opened.tracker.mode).toBe('review');
      expect(learner.session.journal.units['u1']?.runs).toBe(1);
      await learner.does(...findAll, ...answerAll);
      await passes();
      await learner.leaves();
      const verbs = lms
        .sent()
        .slice(before)
        .map(({ verb }) => verb.id.split('/').at(-1));
      expect(verbs).toEqual(['initialized', 'terminated']);
      expect(lms.state(STATE_ID)).toBe(state);
      expect(lms.refused).toEqual([]);
    },
  );
});

describe('the end', () => {
  it('10.2.6.0-1 goes to the return address once all is said, when the learner closes the module', async () => {
    const tab = new Tab();
    const learner = await opens(tab);
    await learner.does(...all);
    await learner.opened.exit?.();
    expect(tab.gone).toBe(RETURN);
    expect(lms.sent().at(-1)?.verb.id).toMatch(/terminated$/);
    await learner.leaves();
    expect(lms.defined().filter((verb) => verb === 'terminated')).toHaveLength(1);
  });

  it('offers no way back where the LMS names none, or one that is no page', async () => {
    const ways = [{ returnURL: 'javascript:alert(1)' }, {}].map(async (more) => {
      const own = new Cmi5Lms();
      const query = own.launch('Normal', more);
      if (!('returnURL' in more)) {
        const data = JSON.parse(own.state('LMS.LaunchData') ?? '{}') as Record<string, unknown>;
        own.put('LMS.LaunchData', JSON.stringify({ ...data, returnURL: undefined }));
      }
      return (await Cmi5Learner.opens(own, new Tab().goTo(query))).opened.exit;
    });
    expect(await Promise.all(ways)).toEqual([null, null]);
  });
});

describe('the state', () => {
  const journalIn = (text: string | undefined) => (JSON.parse(text ?? '{}') as { journal: string }).journal;

  it('is resumed on another device, and belongs to one registration', async () => {
    const first = await opens();
    await first.does(...readLesson);
    await passes();
    await first.leaves();
    const second = await opens(new Tab());
    expect(second.session.journal).toEqual(first.session.journal);
    await second.leaves();
    lms.registration = '11111111-2222-4333-8444-555555555555';
    const third = await opens(new Tab());
    expect(third.session.journal.units).toEqual({});
  });

  it('is kept with ETags that the LRS makes in its own way, too', async () => {
    lms.hidesEtags = true;
    const learner = await opens();
    await learner.does(...readLesson);
    await passes();
    await learner.does(...findAll);
    await passes();
    expect(learner.opened.tracker.status).toBe('saved');
    expect(journalIn(lms.state(STATE_ID))).toContain('u2');
  });

  it('of another window that went on is not overwritten: this one says that it is not saved', async () => {
    const tab = new Tab();
    const learner = await opens(tab);
    await learner.does(...readLesson);
    await passes();
    const mine = JSON.parse(lms.state(STATE_ID) ?? '{}') as object;
    const elsewhere = [start('u5'), act('u5', 'q1', 'c')].reduce(
      (session, command) => run(session, command).session,
      newSession(module, ATTEMPT),
    );
    const foreign = JSON.stringify({ ...mine, journal: encodeJournal(elsewhere.journal) });
    lms.put(STATE_ID, foreign);
    await learner.does(...findAll);
    await passes();
    expect(lms.state(STATE_ID)).toBe(foreign);
    expect(learner.opened.tracker.status).toBe('local');
  });

  it('that could not be sent is sent again, and nothing overtakes it', async () => {
    const learner = await opens();
    lms.faults.push({ on: 'PUT', status: 'no network' }, { on: 'PUT', status: 503 });
    await learner.does(...readLesson);
    await passes(2_000);
    expect(learner.opened.tracker.status).toBe('local');
    expect(lms.sent().map(({ verb }) => verb.id.split('/').at(-1))).toEqual(['initialized']);
    await passes(60_000);
    expect(learner.opened.tracker.status).toBe('saved');
    await learner.leaves();
    expect(lms.refused).toEqual([]);
  });

  it('waits for initialized: while that cannot be told, nothing else is', async () => {
    lms.faults.push({ on: 'POST /xapi/statements', status: 'no network' });
    lms.faults.push({ on: 'POST /xapi/statements', status: 'no network' });
    const learner = await opens();
    await learner.does(...readLesson);
    await passes(60_000);
    await learner.leaves();
    expect(lms.sent()[0]?.verb.id).toMatch(/initialized$/);
    expect(lms.refused).toEqual([]);
  });

  it('9.7.0.0-1 statements left over from a session without network are told in the next one, dated in it', async () => {
    const tab = new Tab();
    const first = await opens(tab);
    await passes();
    for (let times = 0; times < 40; times++)
      lms.faults.push({ on: 'POST /xapi/statements', status: 'no network' });
    await first.does(...readLesson);
    await passes();
    await first.leaves();
    lms.faults.length = 0;
    vi.setSystemTime(new Date('2026-11-24T09:00:00.000Z'));
    await opens(tab);
    await passes(60_000);
    const late = lms
      .sent()
      .filter((one) => Object.keys(extensionsOf(one)).some((key) => key.endsWith('/happened')));
    expect(late.length).toBeGreaterThan(3);
    for (const one of late) expect(one.timestamp).toMatch(/^2026-11-24T09:00/);
    expect(lms.refused).toEqual([]);
  });
});

describe('these tests', () => {
  const own = readFileSync(new URL(import.meta.url), 'utf8');
  const named = new Set(
    [...own.matchAll(/^ +'[^']*'|it\('[^']*'/gm)].flatMap(
      ([title]) => title.match(/\b\d+\.\d+\.\d+\.\d+-\d+\b/g) ?? [],
    ),
  );
  /** What a launch is, and rules for LMSs in the words of the AU. */
  const notOurs = ['8.1.0.0-1', '8.1.0.0-4'];

  it('name every must-rule of an AU, and no rule that does not exist', () => {
    const rules = Object.entries(requirements as Readonly<Record<string, { readonly txt: string }>>);
    const isOurs = (text: string) => /\bAUs? MUST\b/.test(text) && !/LMS MUST/.test(text);
    const ours = rules
      .filter(([id, { txt }]) => isOurs(txt) && !id.includes('(') && !notOurs.includes(id))
      .map(([id]) => id);
    expect(ours.length).toBeGreaterThan(50);
    expect(ours.filter((id) => !named.has(id))).toEqual([]);
    const known = new Set(rules.map(([id]) => id));
    expect([...named].filter((id) => !known.has(id))).toEqual([]);
  });
});
