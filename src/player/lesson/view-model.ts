/** What a lesson's actions say about its pages; pure. */
import type { Code, Lesson, LessonBlock, LessonPage } from '../../content/module.js';
import type { Action } from '../../engine/action.js';

type Question = Extract<LessonBlock, { kind: 'question' }>;

/** Codes of everything the learner opened, answered or left. */
export const doneCodes = (actions: readonly Action[]): ReadonlySet<Code> =>
  new Set(actions.map((action) => action.code));

/** The first option chosen at a question: what the journal keeps. */
export const chosenOption = (question: Question, done: ReadonlySet<Code>): Code | undefined =>
  question.options.find((option) => done.has(option.code))?.code;

/** What a page still asks for, in the learner's words: labels of unopened spots, and questions without an answer. */
export function missingOn(page: LessonPage, done: ReadonlySet<Code>): readonly string[] {
  return page.blocks.flatMap((block) => {
    switch (block.kind) {
      case 'text':
        return [];
      case 'question':
        return chosenOption(block, done) === undefined ? [block.question] : [];
      case 'spots':
        return block.spots.filter((spot) => !done.has(spot.code)).map((spot) => spot.label);
    }
  });
}

/** Index of the page to open: the first one not left yet, or the last. */
export function currentPage(lesson: Lesson, done: ReadonlySet<Code>): number {
  const open = lesson.pages.findIndex((page) => !done.has(page.code));
  return open === -1 ? lesson.pages.length - 1 : open;
}
