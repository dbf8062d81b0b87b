/** The first screen of a new attempt: shown before the rules of the units have come (the page loads them as a chunk). */
import { describe, expect, it, vi } from 'vitest';
import { findMistake, lesson, module, quiz } from './fixtures/units.js';

// Modules of its own: another test may have brought the rules already.
vi.resetModules();
const { newSession } = await import('../../src/engine/new-session.js');
const { moduleProgress, unitProgress } = await import('../../src/engine/progress.js');
const { unitState } = await import('../../src/engine/unit-state.js');

const session = newSession(module([lesson, findMistake, quiz]), '0'.repeat(32));

describe('a session in which nothing was done, before the rules are there', () => {
  it('tells its progress: nothing yet, of the module and of every unit', () => {
    expect(moduleProgress(session)).toMatchObject({
      completed: false,
      progress: 0,
      score: null,
      competences: {},
    });
    for (const unit of session.module.units)
      expect(unitProgress(session, unit.code)).toEqual({
        status: 'new',
        seen: false,
        best: null,
        first: null,
        step: 0,
      });
  });

  it('plays no unit, and says what is not there yet; with the session the rules come', async () => {
    expect(() => unitState(session, quiz.code)).toThrow(/before the rules of its kind had come/);
    await import('../../src/engine/session.js');
    expect(unitState(session, quiz.code)).toMatchObject({ kind: 'quiz', finished: false });
  });
});
