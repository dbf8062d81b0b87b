/** A lesson: pages left, spots opened, options tried. It has no score; it is finished when every page was left. */
import type { Code, Lesson, LessonOption, LessonPage } from '../content/module.js';
import { type Action, RefusedAction } from './action.js';
import type { Reducer } from './reducer.js';

export interface LessonState {
  /** Pages left. */
  readonly pages: readonly Code[];
  /** Spots opened. */
  readonly spots: readonly Code[];
  /** Per question: the options tried, in order. */
  readonly answers: Readonly<Record<Code, readonly Code[]>>;
}

export const lesson: Reducer<Lesson, LessonState> = {
  start: () => ({ pages: [], spots: [], answers: {} }),
  apply,
  isFinished: (unit, state) => unit.pages.every((page) => state.pages.includes(page.code)),
  score: () => null,
  evidence: () => ({}),
};

/** The first page that was not left yet; the last page when all were. */
export function currentPage(unit: Lesson, state: LessonState): LessonPage | undefined {
  return unit.pages.find((page) => !state.pages.includes(page.code)) ?? unit.pages.at(-1);
}

/** Was everything on this page done: every spot opened, every question answered? It may be left before that. */
export function isPageDone(page: LessonPage, state: LessonState): boolean {
  return page.blocks.every((block) => {
    switch (block.kind) {
      case 'text':
        return true;
      case 'spots':
        return block.spots.every((spot) => state.spots.includes(spot.code));
      case 'question':
        return (state.answers[block.code] ?? []).length > 0;
    }
  });
}

/** Doing something again is allowed and changes nothing, so that a learner may look around. */
function apply(unit: Lesson, state: LessonState, { code, response }: Action): LessonState {
  if (response !== undefined) throw new RefusedAction('a lesson takes no response');
  if (unit.pages.some((page) => page.code === code)) return { ...state, pages: withCode(state.pages, code) };
  for (const block of unit.pages.flatMap((page) => page.blocks)) {
    if (block.kind === 'spots' && block.spots.some((spot) => spot.code === code)) {
      return { ...state, spots: withCode(state.spots, code) };
    }
    if (block.kind === 'question' && hasOption(block.options, code)) {
      const answers = withCode(state.answers[block.code] ?? [], code);
      return { ...state, answers: { ...state.answers, [block.code]: answers } };
    }
  }
  throw new RefusedAction(`this lesson has no ${code}`);
}

const hasOption = (options: readonly LessonOption[], code: Code) =>
  options.some((option) => option.code === code);

const withCode = (codes: readonly Code[], code: Code) => (codes.includes(code) ? codes : [...codes, code]);
