import { describe, expect, it } from 'vitest';
import type { Module, Unit } from '../../src/content/module.js';
import { COACH, RefusedAction } from '../../src/engine/action.js';
import { encodeJournal, JournalError } from '../../src/engine/journal.js';
import {
  type Command,
  foresee,
  moduleProgress,
  newSession,
  resume,
  run,
  type Session,
  type SessionEvent,
  unitProgress,
  unitState,
} from '../../src/engine/session.js';
import { compose, option, script, turn, withProof } from './fixtures/conversation.js';
import { findMistake, lesson, module, quiz } from './fixtures/units.js';

const zero = { klanttevredenheid: 0, doorlooptijd: 0, kosten: 0, proces: 0 };
const proof = {
  competences: ['hostmanship' as const],
  draws: { '': { best: zero, worst: zero, bestMean: 1, bestPath: [] } },
};
const points = (hostmanship: number) => ({ effects: { competences: { hostmanship } } });

/** Two turns of good, fair and bad: 100, 50 and 0 points a turn. */
const talk = withProof(
  script([
    {
      ...turn('t', [
        option('a1', 'u', points(2)),
        option('a2', 'u', points(0)),
        option('a3', 'u', points(1)),
      ]),
      coach: 'Raad',
    },
    turn('u', [
      option('b1', 'goed', points(2)),
      option('b2', 'goed', points(0)),
      option('b3', 'goed', points(1)),
    ]),
  ]),
  proof,
);

const ATTEMPT = '0123456789abcdef0123456789abcdef';
const fresh = (units: readonly Unit[] = [lesson, talk, quiz], passMark?: number) =>
  newSession(module(units, 'c1', passMark), ATTEMPT);

function after(
  session: Session,
  ...commands: readonly (Command | string)[]
): Session & { events: SessionEvent[] } {
  let now = session;
  const events: SessionEvent[] = [];
  for (const command of commands.flatMap(read)) {
    const done = run(now, command);
    now = done.session;
    events.push(...done.events);
  }
  return { ...now, events };
}

/** `aa: a1 q1(b)` starts a run of unit aa and acts; `aa+ b1` acts on; `aa~` has seen its debrief. */
function read(command: Command | string): readonly Command[] {
  if (typeof command !== 'string') return [command];
  const unit = command.slice(0, 2);
  if (command[2] === '~') return [{ kind: 'seen', unit }];
  const acts = command
    .slice(3)
    .trim()
    .split(' ')
    .filter(Boolean)
    .map((token): Command => {
      const [, code = '', response] = /^([^(]+)(?:\((.*)\))?$/.exec(token) ?? [];
      return { kind: 'act', unit, action: response === undefined ? { code } : { code, response } };
    });
  return command[2] === ':' ? [{ kind: 'start', unit }, ...acts] : acts;
}

const ALL_RIGHT = 'ad: q1(b) q2(ac) q3(abc) q4(412) q5(pqp)';

describe('runs', () => {
  it('measures the first whole run, keeps the best, and shrinks the others to a count', () => {
    const once = after(fresh(), 'aa: a3 b3', 'aa: a1 b3', 'aa: a2 b2', 'aa: a2');
    expect(unitProgress(once, 'aa')).toMatchObject({ status: 'finished', first: 50, best: 75, step: 1 });
    expect(once.journal.units.aa).toMatchObject({
      first: { number: 1, mode: 'scored' },
      best: { number: 2, mode: 'again' },
      running: { number: 4, mode: 'again' },
      runs: 4,
    });
  });

  it('counts a run from here for nothing, up or down', () => {
    const first = after(fresh(), 'aa: a1 b2');
    const source = first.journal.units.aa!.first!;
    const tried = after(first, { kind: 'from-here', unit: 'aa', run: source, from: 1 }, 'aa+ b1', 'aa~');
    expect(unitState(tried, 'aa')).toMatchObject({ finished: true, score: 100 });
    expect(unitProgress(tried, 'aa')).toMatchObject({ first: 50, best: 50, seen: false });
    expect(tried.journal.units.aa?.running).toMatchObject({ mode: 'from-here', from: 1, of: 1 });
  });

  it('refuses from here on a run that did not end, and from its end', () => {
    const first = after(fresh(), 'aa: a1 b2');
    const source = first.journal.units.aa!.first!;
    expect(() => run(first, { kind: 'from-here', unit: 'aa', run: source, from: 2 })).toThrow('nothing left');
    const half = { ...source, actions: source.actions.slice(0, 1) };
    expect(() => run(first, { kind: 'from-here', unit: 'aa', run: half, from: 0 })).toThrow('finished');
  });

  it('does not begin a second run by a second click, nor while one is going on', () => {
    const started = after(fresh(), 'aa:');
    expect(after(started, 'aa:').journal).toEqual(started.journal);
    expect(() => after(started, 'aa+ a1', 'aa:')).toThrow('going on');
  });

  it('does not let a learner buy a second first run by stopping', () => {
    const stopped = after(fresh(), 'aa: a2', { kind: 'stop', unit: 'aa' });
    expect(unitProgress(stopped, 'aa')).toMatchObject({ status: 'busy', first: null, best: null });
    const again = after(stopped, 'aa: a1 b1');
    expect(unitProgress(again, 'aa')).toMatchObject({ status: 'finished', first: null, best: 100 });
    const opened = after(fresh(), 'aa:', { kind: 'stop', unit: 'aa' }, 'aa: a1 b1');
    expect(unitProgress(opened, 'aa')).toMatchObject({ first: 100 });
  });

  it('halves what a turn earns after asking the coach, in the first run only', () => {
    expect(unitProgress(after(fresh(), 'aa: ! a1 b1'), 'aa').first).toBe(75);
    expect(unitProgress(after(fresh(), 'aa: a2 b2', 'aa: ! a1 b1'), 'aa').best).toBe(100);
  });

  it('come to what was foreseen of them, and to the same when something else was foreseen or done before', () => {
    const choose = (code: string): Command => ({ kind: 'act', unit: talk.code, action: { code } });
    const begun = run(fresh(), { kind: 'start', unit: talk.code }).session;
    const first = choose('a1');
    const blind = unitState(run(begun, first).session, talk.code);
    const again = run(fresh(), { kind: 'start', unit: talk.code }).session;
    const seen = foresee(again, talk.code, { code: 'a1' });
    expect(seen).toEqual(blind);
    expect(unitState(again, talk.code).actions, 'nothing was done').toEqual([]);
    expect(unitState(run(again, first).session, talk.code)).toBe(seen);
    foresee(again, talk.code, { code: 'a2' });
    expect(unitState(run(again, first).session, talk.code)).toEqual(blind);
    const asked = run(again, choose(COACH)).session;
    expect(unitState(run(asked, first).session, talk.code).actions.map(({ code }) => code)).toEqual([
      COACH,
      'a1',
    ]);
    expect(foresee(again, talk.code, { code: 'zz' })?.refused).toBeDefined();
    expect(() => run(again, choose('zz'))).toThrow(RefusedAction);
    expect(foresee(fresh(), talk.code, { code: 'a1' }), 'no run is going on').toBeUndefined();
  });

  it('refuses what is not possible, and leaves the session as it was', () => {
    const session = after(fresh(), 'aa: a1');
    expect(() => after(session, 'aa+ a1')).toThrow('no option');
    expect(() => after(session, 'zz:')).toThrow('no unit');
    expect(() => after(session, 'ad+ q1(b)')).toThrow('no run');
    expect(() => after(session, 'aa~')).toThrow('ended');
    expect(() => after(after(session, 'aa+ b1'), 'aa+ b1')).toThrow('over');
  });
});

describe('a letter that is not sent yet', () => {
  const slot = (id: string, ...codes: string[]) => ({
    id,
    label: id,
    blocks: codes.map((code) => option(code, '', points(0))),
  });
  const mail = withProof(
    script([
      turn('t', [option('a1', 'brief', points(2)), option('a2', 'brief', points(0))]),
      compose('brief', [slot('aanhef', 'e1', 'e2'), slot('slot', 'f1', 'f2')], {
        code: 's1',
        id: 's1',
        effects: {},
        routes: [{ if: [], to: 'goed' }],
      }),
    ]),
    proof,
  );
  const units = [lesson, mail, quiz];
  const draft = (session: Session) => {
    const played = unitState(session, 'aa');
    return played.kind === 'conversation' ? played.state.draft : null;
  };

  it('comes back from the journal, one pick a slot', () => {
    const written = after(fresh(units), 'aa: a1 f1 e1 e2 f2 f1');
    const text = encodeJournal(written.journal);
    expect(text).toContain(':a1+e2f1;');
    const { session, kept } = resume(written.module, text);
    expect(kept).toBe('all');
    expect(draft(session)).toEqual({ aanhef: 'e2', slot: 'f1' });
    expect(session.journal).toEqual(written.journal);
  });

  it('is no step and no event; what is done after it is named as without it', () => {
    const plain = after(fresh(units), 'aa: a1 k1 s1(e1f1)', 'aa~');
    const picked = after(fresh(units), 'aa: a1 e2 f1 k1 e1 s1(e1f1)', 'aa~');
    expect(picked.events).toEqual(plain.events);
    expect(picked.journal).toEqual(plain.journal);
    expect(unitProgress(after(fresh(units), 'aa: a1 e2 f1'), 'aa').step).toBe(1);
  });

  it('stays while the learner is at the desk, and goes when the run is stopped', () => {
    const atDesk = after(fresh(units), 'aa: a1 e2 k1');
    expect(draft(atDesk)).toEqual({ aanhef: 'e2' });
    const stopped = after(atDesk, { kind: 'stop', unit: 'aa' });
    expect(stopped.journal.units.aa?.first).toEqual({
      number: 1,
      mode: 'scored',
      actions: [{ code: 'a1' }, { code: 'k1' }],
    });
  });

  it('is written in a run from here as in any other', () => {
    const first = after(fresh(units), 'aa: a1 e1 f1 s1(e1f1)');
    const source = first.journal.units.aa!.first!;
    const tried = after(first, { kind: 'from-here', unit: 'aa', run: source, from: 1 }, 'aa+ e2');
    expect(draft(tried)).toEqual({ aanhef: 'e2' });
    expect(tried.journal.units.aa?.running).toMatchObject({ from: 1, of: 1, draft: [{ code: 'e2' }] });
    expect(unitProgress(tried, 'aa').step).toBe(0);
    expect(draft(resume(tried.module, encodeJournal(tried.journal)).session)).toEqual({ aanhef: 'e2' });
  });

  it('ends before the first pick that the content no longer has', () => {
    const text = encodeJournal(after(fresh(units), 'aa: a1 e1 f1').journal);
    const [first, brief] = mail.turns;
    const without =
      brief?.kind === 'compose' ? { ...brief, slots: [brief.slots[0]!, slot('slot', 'f2')] } : brief!;
    const changed = module([lesson, { ...mail, turns: [first!, without] }, quiz], 'c2');
    const { session, kept } = resume(changed, text);
    expect(kept).toBe('part');
    expect(session.journal.units.aa?.running).toMatchObject({
      actions: [{ code: 'a1' }],
      draft: [{ code: 'e1' }],
    });
  });
});

describe('progress', () => {
  it('completes when every required unit is finished and its debrief seen', () => {
    const played = after(fresh(), 'ab: p1 p2', 'aa: a1 b1', 'aa~', ALL_RIGHT);
    expect(moduleProgress(played)).toMatchObject({ completed: false, progress: 2 / 3, score: 100 });
    const done = after(played, 'ad~');
    expect(moduleProgress(done)).toMatchObject({ completed: true, progress: 1 });
    expect(done.events.map(({ kind }) => kind)).toEqual(['acted', 'module-completed']);
  });

  it('does not wait for a unit that is not required', () => {
    const session = after(fresh([lesson, { ...talk, required: false }]), 'ab: p1 p2');
    expect(moduleProgress(session)).toMatchObject({ completed: true, score: null });
  });

  it('weighs the best scores; what is not finished counts as 0, a lesson not at all', () => {
    const units = [lesson, { ...talk, weight: 3 }, quiz, { ...findMistake, weight: 0 }];
    expect(moduleProgress(fresh(units)).score).toBeNull();
    expect(moduleProgress(after(fresh(units), 'aa: a3 b3')).score).toBe(37.5);
    expect(moduleProgress(after(fresh(units, 55), 'aa: a3 b3', ALL_RIGHT))).toMatchObject({
      score: 62.5,
      passed: true,
    });
    expect(moduleProgress(after(fresh(units, 70), 'aa: a3 b3', ALL_RIGHT)).passed).toBe(false);
  });

  it('shows competences over the finished units', () => {
    const session = after(fresh(), 'aa: a3 b3', ALL_RIGHT);
    expect(moduleProgress(session).competences).toEqual({ hostmanship: 75, portalen: 100 });
  });

  it('stays seen when later runs push the seen one out', () => {
    const stopped = after(fresh(), 'aa: a2', { kind: 'stop', unit: 'aa' });
    const twice = after(stopped, 'aa: a3 b3', 'aa~', 'aa: a1 b1', 'aa: a2');
    expect(unitProgress(twice, 'aa').seen).toBe(true);
    const worse = after(fresh(), 'aa: a1 b1', 'aa: a2 b2', 'aa~', 'aa: a2');
    expect(unitProgress(worse, 'aa').seen).toBe(true);
  });
});

describe('events', () => {
  it('tell of the start, of each action with the actions so far, and of the end', () => {
    expect(after(fresh(), 'aa: a1 k1 b1', 'aa~').events).toEqual([
      { kind: 'unit-started', unit: 'aa', run: 1, mode: 'scored', actions: '' },
      { kind: 'acted', unit: 'aa', run: 1, mode: 'scored', actions: 'a1' },
      { kind: 'acted', unit: 'aa', run: 1, mode: 'scored', actions: 'a1k1' },
      { kind: 'acted', unit: 'aa', run: 1, mode: 'scored', actions: 'a1k1b1' },
      { kind: 'unit-finished', unit: 'aa', run: 1, mode: 'scored', actions: 'a1k1b1' },
      { kind: 'acted', unit: 'aa', run: 1, mode: 'scored', actions: 'a1k1b1~' },
    ]);
  });
});

describe('resuming', () => {
  const played = after(fresh(), 'ab: p1 p2', 'aa: a1 b2', 'aa~', 'aa: a1 b1', 'aa~', 'ad: q1(b)');
  const text = encodeJournal(played.journal);
  const changed = (units: readonly Unit[]): Module => module(units, 'c2');

  it('gives the same session back', () => {
    const { session, kept } = resume(played.module, text);
    expect(kept).toBe('all');
    expect(session.journal).toEqual(played.journal);
    expect(moduleProgress(session)).toEqual(moduleProgress(played));
  });

  it('keeps all when the content changed but every code holds', () => {
    const { session, kept } = resume(changed([lesson, talk, quiz]), text);
    expect([kept, session.journal.content]).toEqual(['all', 'c2']);
  });

  it('drops a unit that is gone, and says that a part was kept', () => {
    const { session, kept } = resume(changed([lesson, quiz]), text);
    expect(kept).toBe('part');
    expect(Object.keys(session.journal.units)).toEqual(['ab', 'ad']);
    expect(resume(changed([findMistake]), text)).toMatchObject({
      kept: 'none',
      session: { journal: { units: {} } },
    });
  });

  it('ends a run before the first action that no longer exists, so that the learner can go on there', () => {
    const [first, second] = talk.turns;
    const without =
      second?.kind === 'choice'
        ? { ...second, options: second.options.filter(({ id }) => id !== 'b1') }
        : second!;
    const now = { ...talk, turns: [first!, without] } as Unit;
    const { session, kept } = resume(changed([lesson, now, quiz]), text);
    expect(kept).toBe('part');
    // The best run broke; the first one still stands and is the best now. Without b1, b3 is the strongest answer.
    expect(session.journal.units.aa).toMatchObject({
      first: { number: 1 },
      best: { number: 1 },
      running: { number: 2, actions: [{ code: 'a1' }] },
    });
    expect(unitProgress(after(session, 'aa+ b3'), 'aa')).toMatchObject({
      best: 100,
      first: 66.7,
      seen: true,
    });
  });

  it('lets a first run that broke be ended as the first run', () => {
    const one = encodeJournal(after(fresh(), 'aa: a1 b1', 'aa~').journal);
    const [first, second] = talk.turns;
    const without =
      second?.kind === 'choice'
        ? { ...second, options: second.options.filter(({ id }) => id !== 'b1') }
        : second!;
    const { session } = resume(changed([lesson, { ...talk, turns: [first!, without] }, quiz]), one);
    expect(unitProgress(session, 'aa')).toMatchObject({ status: 'busy', seen: false, best: null });
    expect(unitProgress(after(session, 'aa+ b3'), 'aa')).toMatchObject({ first: 100, best: 100 });
  });

  it('refuses a text that is no whole journal', () => {
    expect(() => resume(played.module, text.slice(0, -9))).toThrow(JournalError);
  });
});
