import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conversation, Unit } from '../../src/content/module.js';
import { COACH } from '../../src/engine/action.js';
import { slotOptions, slotsNow } from '../../src/engine/conversation/compose.js';
import { outcomes } from '../../src/engine/conversation/outcomes.js';
import { optionsNow, turnNow } from '../../src/engine/conversation/reduce.js';
import type { ConversationState } from '../../src/engine/conversation/state.js';
import { encodeJournal } from '../../src/engine/journal.js';
import {
  type Command,
  moduleProgress,
  newSession,
  resume,
  run,
  type Session,
  unitState,
} from '../../src/engine/session.js';
import { withProof } from './fixtures/conversation.js';
import { randomScript } from './fixtures/random-script.js';
import { lesson, module } from './fixtures/units.js';
import { world } from './fixtures/world.js';

const zero = { klanttevredenheid: 0, doorlooptijd: 40, kosten: 90, proces: 0 };
const best = { klanttevredenheid: 10, doorlooptijd: 1, kosten: 5, proces: 1 };
const draw = { best, worst: zero, bestMean: 0.8, bestPath: [] };
const unitOf = (seed: number): Conversation =>
  withProof(randomScript(seed), {
    competences: ['hostmanship', 'proactief'],
    draws: { '': draw, '0': draw, '1': draw },
  });

/** All that the learner can do now; empty only at an ending. */
function possible(unit: Conversation, state: ConversationState): Command[] {
  const turn = turnNow(unit, state);
  if (!turn) return [];
  const codes = [...Object.values(world.deskCodes)].map((code) => ({ code }));
  const said =
    turn.kind === 'choice'
      ? optionsNow(turn, state)
          .filter(({ offered }) => offered)
          .map(({ option }) => ({ code: option.code }))
      : [{ code: turn.send.code, response: turn.slots.map((slot) => slotOptions(slot)[0]!.code).join('') }];
  const picks =
    turn.kind === 'compose'
      ? slotsNow(turn, state, state.draft, unit.steps)
          .flatMap(({ blocks }) => blocks.filter(({ offered }) => offered))
          .map(({ option }) => ({ code: option.code }))
      : [];
  const coach = turn.coach !== undefined && !state.coached.includes(turn.id) ? [{ code: COACH }] : [];
  return [...said, ...said, ...said, ...codes, ...coach, ...picks, ...picks].map((action) => ({
    kind: 'act',
    unit: unit.code,
    action,
  }));
}

/** Walks by choosing among what is possible until an ending or until the choices run out. */
function walk(session: Session, picks: readonly number[], look: (session: Session) => void): Session {
  let now = session;
  for (const pick of picks) {
    const played = unitState(now, 'aa');
    if (played.kind !== 'conversation') return now;
    const choices = played.finished ? next(now, pick) : possible(played.unit, played.state);
    expect(choices.length).toBeGreaterThan(0);
    now = run(now, choices[pick % choices.length]!).session;
    look(now);
  }
  return now;
}

/** After an ending: see the debrief, again, or from some place of the run before. */
function next(session: Session, pick: number): Command[] {
  const running = session.journal.units.aa!.running!;
  const seen: Command = { kind: 'seen', unit: 'aa' };
  const length = running.actions.filter(({ code }) => code !== '~').length - 1;
  return [
    seen,
    { kind: 'start', unit: 'aa' },
    { kind: 'from-here', unit: 'aa', run: running, from: pick % Math.max(length, 1) },
  ];
}

const started = (seed: number) => {
  const units: Unit[] = [lesson, unitOf(seed)];
  return run(newSession(module(units), seed.toString(16).padStart(32, '0')), { kind: 'start', unit: 'aa' })
    .session;
};
const walks = [fc.nat(5000), fc.array(fc.nat(1000), { maxLength: 40 })] as const;

describe('whatever a learner does', () => {
  it('ends, or can go on; scores and outcomes stay in range', () => {
    fc.assert(
      fc.property(...walks, (seed, picks) => {
        walk(started(seed), picks, (session) => {
          const played = unitState(session, 'aa');
          if (played.kind !== 'conversation') return;
          const { state } = played;
          expect(state.turn === null).toBe(state.ending !== null);
          expect(state.klanttevredenheid).toBeGreaterThanOrEqual(0);
          expect(state.klanttevredenheid).toBeLessThanOrEqual(10);
          for (const part of Object.values(outcomes(played.unit, world, state).scaled)) inRange(part, 1);
          inRange(played.score ?? 0, 100);
          for (const { evidence } of state.decisions) {
            for (const { got, max } of Object.values(evidence)) inRange(got, max);
          }
        });
      }),
    );
  });

  it('never lowers the score, nor takes back completion', () => {
    fc.assert(
      fc.property(...walks, (seed, picks) => {
        let before = moduleProgress(started(seed));
        walk(started(seed), picks, (session) => {
          const now = moduleProgress(session);
          expect(now.score ?? 0).toBeGreaterThanOrEqual(before.score ?? 0);
          expect(now.progress).toBeGreaterThanOrEqual(before.progress);
          before = now;
        });
      }),
    );
  });

  it('comes back the same from its journal', () => {
    fc.assert(
      fc.property(...walks, (seed, picks) => {
        const session = walk(started(seed), picks, () => undefined);
        const back = resume(session.module, encodeJournal(session.journal));
        expect(back.kept).toBe('all');
        expect(back.session.journal).toEqual(session.journal);
        expect(unitState(back.session, 'aa')).toEqual(unitState(session, 'aa'));
      }),
    );
  });
});

function inRange(value: number, max: number): void {
  expect(value).toBeGreaterThanOrEqual(0);
  expect(value).toBeLessThanOrEqual(max);
}
