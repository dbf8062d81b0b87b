/** Find the mistake: first mark as many lines as there are mistakes, then say of each mistake why, and pick better words. */
import type { Code, FindMistake, Mistake, MistakeOption, TranscriptLine } from '../content/module.js';
import type { CompetenceId } from '../content/vocabulary.js';
import { type Action, RefusedAction } from './action.js';
import { type CompetenceEvidence, type Evidence, type Reducer, toScore } from './reducer.js';

export interface FindMistakeState {
  readonly phase: 'mark' | 'explain' | 'done';
  /** Codes of the lines marked, in the order of marking. */
  readonly marks: readonly Code[];
  /** Why and better per mistake, keyed by the code of its line. */
  readonly answers: Readonly<Record<Code, { readonly why: Code; readonly better?: Code }>>;
  /** What is asked now, while explaining. */
  readonly asked?: { readonly mistake: Mistake; readonly question: 'why' | 'better' };
}

export const findMistake: Reducer<FindMistake, FindMistakeState> = {
  start: (unit) => withAsked(unit, { phase: 'mark', marks: [], answers: {} }),
  apply,
  isFinished: (_unit, state) => state.phase === 'done',
  score: (unit, state) =>
    state.phase === 'done' ? toScore(mean(mistakesOf(unit).map(shareIn(state)))) : null,
  evidence: (unit, state) => (state.phase === 'done' ? evidence(unit, state) : {}),
};

/** The mistakes in the order of the transcript: that is how they are explained. */
export function mistakesOf(unit: FindMistake): readonly Mistake[] {
  const at = (mistake: Mistake) => unit.lines.findIndex((line) => line.code === mistake.line);
  return [...unit.mistakes].sort((one, other) => at(one) - at(other));
}

/** What one mistake earned so far: each third of its point. */
export function earned(
  mistake: Mistake,
  state: FindMistakeState,
): { found: boolean; why: boolean; better: boolean } {
  const answer = state.answers[mistake.line];
  const good = (options: readonly MistakeOption[], code: Code | undefined) =>
    options.find((option) => option.code === code)?.good === true;
  return {
    found: state.marks.includes(mistake.line),
    why: good(mistake.why, answer?.why),
    better: good(mistake.better, answer?.better),
  };
}

function apply(unit: FindMistake, state: FindMistakeState, { code, response }: Action): FindMistakeState {
  if (response !== undefined) throw new RefusedAction('a mark takes no response');
  return state.phase === 'mark' ? mark(unit, state, code) : explain(unit, state, code);
}

function mark(unit: FindMistake, state: FindMistakeState, code: Code): FindMistakeState {
  if (!unit.lines.some((line: TranscriptLine) => line.code === code)) {
    throw new RefusedAction(`there is no line ${code} to mark`);
  }
  if (state.marks.includes(code)) throw new RefusedAction(`line ${code} is marked already`);
  return withAsked(unit, { ...state, marks: [...state.marks, code] });
}

function explain(unit: FindMistake, state: FindMistakeState, code: Code): FindMistakeState {
  const { asked } = state;
  if (!asked?.mistake[asked.question].some((option) => option.code === code)) {
    throw new RefusedAction(`${code} is no answer to what is asked now`);
  }
  const { line } = asked.mistake;
  const before = state.answers[line];
  const answer = asked.question === 'better' && before ? { ...before, better: code } : { why: code };
  return withAsked(unit, { ...state, answers: { ...state.answers, [line]: answer } });
}

/** Phase and question follow from marks and answers. */
function withAsked(unit: FindMistake, state: FindMistakeState): FindMistakeState {
  const { marks, answers } = state;
  if (marks.length < unit.mistakes.length) return { phase: 'mark', marks, answers };
  const mistake = mistakesOf(unit).find(({ line }) => answers[line]?.better === undefined);
  if (!mistake) return { phase: 'done', marks, answers };
  const question = answers[mistake.line] === undefined ? 'why' : 'better';
  return { phase: 'explain', marks, answers, asked: { mistake, question } };
}

const shareIn = (state: FindMistakeState) => (mistake: Mistake) => {
  const { found, why, better } = earned(mistake, state);
  return (Number(found) + Number(why) + Number(better)) / 3;
};

function evidence(unit: FindMistake, state: FindMistakeState): CompetenceEvidence {
  const sums: Partial<Record<CompetenceId, Evidence>> = {};
  for (const mistake of unit.mistakes) {
    const { got, max } = sums[mistake.competence] ?? { got: 0, max: 0 };
    sums[mistake.competence] = { got: got + shareIn(state)(mistake), max: max + 1 };
  }
  return sums;
}

const mean = (shares: readonly number[]) =>
  shares.length === 0 ? 0 : shares.reduce((sum, share) => sum + share, 0) / shares.length;
