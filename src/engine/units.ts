/** The registry: one line per unit kind. */
import type { Conversation, FindMistake, Lesson, Quiz, Test, Unit } from '../content/module.js';
import { type Action, RefusedAction, SEEN } from './action.js';
import { conversation } from './conversation/reduce.js';
import type { ConversationState } from './conversation/state.js';
import { findMistake, type FindMistakeState } from './find-mistake.js';
import { lesson, type LessonState } from './lesson.js';
import { quiz, type QuizState } from './quiz.js';
import { test, type TestState } from './test.js';
import type { CompetenceEvidence, Context, Reducer } from './reducer.js';
import { plugIn } from './unit-rules.js';

/** What follows from the actions of one run. */
interface Played<U, S> {
  readonly kind: U extends Unit ? U['kind'] : never;
  readonly unit: U;
  readonly state: S;
  readonly finished: boolean;
  /** 0..100; null: not finished, or a kind without a score. */
  readonly score: number | null;
  readonly evidence: CompetenceEvidence;
  /** The actions that were possible; shorter than what was asked when one was refused. */
  readonly actions: readonly Action[];
  /** Why the action after those was refused. */
  readonly refused?: string;
}

export type UnitState =
  | Played<Lesson, LessonState>
  | Played<Conversation, ConversationState>
  | Played<FindMistake, FindMistakeState>
  | Played<Quiz, QuizState>
  | Played<Test, TestState>;

/**
 * Plays actions until one is refused; never throws for an action. From the unit's start, or on from what the same unit came to in
 * the same context, so that who adds an action need not play all of them again.
 */
export function playUnit(
  unit: Unit,
  actions: readonly Action[],
  context: Context,
  before?: UnitState,
): UnitState {
  switch (unit.kind) {
    case 'lesson':
      return {
        kind: unit.kind,
        unit,
        ...play(lesson, unit, actions, { context, before: before?.kind === unit.kind ? before : undefined }),
      };
    case 'conversation':
      return {
        kind: unit.kind,
        unit,
        ...play(conversation, unit, actions, {
          context,
          before: before?.kind === unit.kind ? before : undefined,
        }),
      };
    case 'find-mistake':
      return {
        kind: unit.kind,
        unit,
        ...play(findMistake, unit, actions, {
          context,
          before: before?.kind === unit.kind ? before : undefined,
        }),
      };
    case 'quiz':
      return {
        kind: unit.kind,
        unit,
        ...play(quiz, unit, actions, { context, before: before?.kind === unit.kind ? before : undefined }),
      };
    case 'test':
      return {
        kind: unit.kind,
        unit,
        ...play(test, unit, actions, { context, before: before?.kind === unit.kind ? before : undefined }),
      };
  }
}

plugIn(playUnit);

type Derived<S> = Omit<Played<never, S>, 'kind' | 'unit'>;

function play<U, S>(
  reducer: Reducer<U, S>,
  unit: U,
  asked: readonly Action[],
  {
    context,
    before,
  }: {
    readonly context: Context;
    readonly before: { readonly state: S; readonly actions: readonly Action[] } | undefined;
  },
): Derived<S> {
  let state = before ? before.state : reducer.start(unit, context);
  let refused: string | undefined;
  const actions: Action[] = before ? [...before.actions] : [];
  for (const action of asked) {
    try {
      state = applyOne(reducer, unit, state, { action, context });
    } catch (error) {
      if (!(error instanceof RefusedAction)) throw error;
      refused = error.message;
      break;
    }
    actions.push(action);
  }
  return {
    state,
    finished: reducer.isFinished(unit, state),
    score: reducer.score(unit, state, context),
    evidence: reducer.evidence(unit, state, context),
    actions,
    ...(refused === undefined ? {} : { refused }),
  };
}

function applyOne<U, S>(
  reducer: Reducer<U, S>,
  unit: U,
  state: S,
  { action, context }: { action: Action; context: Context },
): S {
  const finished = reducer.isFinished(unit, state);
  if (action.code === SEEN) {
    if (!finished) throw new RefusedAction('there is nothing to see before the end');
    return state;
  }
  if (finished) throw new RefusedAction('this run is over');
  return reducer.apply(unit, state, action, context);
}
