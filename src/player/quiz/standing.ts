/** Where a quiz stands in its latest run; pure. */
import type { Quiz, QuizItem } from '../../content/module.js';
import { COMPETENCES } from '../../content/vocabulary.js';
import type { Answers } from '../../engine/item-share.js';
import type { Run } from '../../engine/journal.js';
import { unitState, type Session } from '../../engine/session.js';
import { latestRun } from '../act.js';
import type { Axis } from '../ui/radar.js';

export interface QuizStanding {
  readonly answers: Answers;
  /** 0..100; 0 while it goes on. */
  readonly score: number;
  readonly mode: Run['mode'];
  /** The items of this run: all of them, or in a run 'from here' those that were not taken over. */
  readonly asked: readonly QuizItem[];
  /** Those without an answer. */
  readonly open: readonly QuizItem[];
}

export function standingIn(session: Session, unit: Quiz): QuizStanding {
  const played = unitState(session, unit.code);
  const answers = played.kind === 'quiz' ? played.state.answers : {};
  const { actions = [], from = 0, mode = 'scored' } = latestRun(session, unit) ?? {};
  const taken = actions.slice(0, from).map(({ code }) => code);
  return {
    answers,
    score: played.score ?? 0,
    mode,
    asked: unit.items.filter(({ code }) => !taken.includes(code)),
    open: unit.items.filter(({ code }) => answers[code] === undefined),
  };
}

export function skillsIn(session: Session, unit: Quiz): readonly Axis[] {
  const { evidence } = unitState(session, unit.code);
  return COMPETENCES.flatMap((id) => {
    const found = evidence[id];
    const { label } = session.module.world.competences[id];
    return found ? [{ label, score: (found.got / found.max) * 100, count: found.max }] : [];
  });
}
