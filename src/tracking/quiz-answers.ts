/** What a learner answered in a quiz, per item. */
import type { Code, Quiz, QuizItem } from '../content/module.js';
import type { Run } from '../engine/journal.js';
import type { Session } from '../engine/session.js';
import { unitState } from '../engine/unit-state.js';

export interface QuizAnswer {
  /** 0..1 */
  readonly share: number;
  /** Letters (`b`; `a`, `c`), or pairs of an option with what it got (`a.3`, `b.q`). */
  readonly given: readonly string[];
}

/** Answers of one run, keyed by the item's code. */
export function quizAnswers(
  session: Session,
  unit: Quiz,
  run: Run | undefined,
): ReadonlyMap<Code, QuizAnswer> {
  const played = run && unitState(session, unit.code, run);
  if (played?.kind !== 'quiz') return new Map();
  const { answers } = played.state;
  return new Map(
    unit.items.flatMap((item) => {
      const answer = answers[item.code];
      return answer
        ? [[item.code, { share: answer.share, given: splitResponse(item, answer.response) }]]
        : [];
    }),
  );
}

/** An item's response of the journal as its parts. */
export function splitResponse(item: QuizItem, response: string): readonly string[] {
  const letters = Array.from(response);
  switch (item.soort) {
    case 'enkel':
    case 'volgorde':
      return letters;
    case 'meer':
      return letters.sort();
    case 'beoordelen':
    case 'koppelen':
      return item.opties.map((option, index) => `${option.id}.${letters[index] ?? ''}`);
  }
}
