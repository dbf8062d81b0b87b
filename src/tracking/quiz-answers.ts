/** What a learner answered in a quiz or a test, per item. */
import type { Code, Quiz, QuizItem, Test } from '../content/module.js';
import type { Run } from '../engine/journal.js';
import type { Session } from '../engine/session.js';
import { unitState } from '../engine/unit-state.js';

export interface QuizAnswer {
  /** 0..1 */
  readonly share: number;
  /** Letters (`b`; `a`, `c`), or pairs of an option with what it got (`a.3`, `b.q`). */
  readonly given: readonly string[];
}

/** Answers of one run, keyed by the item's code; those of a test once they are handed in. */
export function quizAnswers(
  session: Session,
  unit: Quiz | Test,
  run: Run | undefined,
): ReadonlyMap<Code, QuizAnswer> {
  const played = run && unitState(session, unit.code, run);
  if (played?.kind !== 'quiz' && !(played?.kind === 'test' && played.finished)) return new Map();
  const { answers } = played.state;
  const items = played.kind === 'quiz' ? played.unit.items : played.state.items;
  return new Map(
    items.flatMap((item) => {
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
    case 'getal':
      return [response];
    case 'beoordelen':
    case 'koppelen':
      return item.opties.map((option, index) => `${option.id}.${letters[index] ?? ''}`);
  }
}
