/** One unit file -> a unit, by its kind. */
import type { FindingList } from '../finding.js';
import type { Conversation, Unit } from '../module.js';
import type { UnitSource } from '../read.js';
import type { UnitContext } from './context.js';
import { compileConversation, type CompiledConversation } from './conversation.js';
import { compileLesson } from './lesson.js';
import { compileMistakes } from './mistakes.js';
import { compileQuiz } from './quiz.js';
import { compileTest } from './test.js';

/** A unit as compiled; a conversation waits for the world before it can be proved. */
export type Draft =
  | { readonly kind: 'whole'; readonly unit: Exclude<Unit, Conversation>; readonly source: UnitSource }
  | {
      readonly kind: 'to-prove';
      readonly compiled: CompiledConversation;
      readonly source: UnitSource;
      readonly context: UnitContext;
      /** No error was found in its file, so that it can be played. */
      readonly sound: boolean;
    };

/** Compiles a unit; null when too little of it could be read. */
export function compileUnit(source: UnitSource, context: UnitContext, list: FindingList): Draft | null {
  const before = list.blockingCount;
  if (source.kind === 'conversation') {
    const compiled = compileConversation(source, context);
    return compiled && { kind: 'to-prove', compiled, source, context, sound: list.blockingCount === before };
  }
  const unit = compileOther(source, context);
  return unit && { kind: 'whole', unit, source };
}

function compileOther(source: UnitSource, context: UnitContext): Exclude<Unit, Conversation> | null {
  switch (source.kind) {
    case 'lesson':
      return compileLesson(source, context);
    case 'find-mistake':
      return compileMistakes(source, context);
    case 'quiz':
      return compileQuiz(source, context);
    case 'test':
      return compileTest(source, context);
    case 'conversation':
      return null;
  }
}
