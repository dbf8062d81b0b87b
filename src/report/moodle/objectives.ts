/**
 * Moodle's objectives report: the score per competence that a package stored. It has no routes, does not say which form of a test
 * somebody had, and of practice it has the best: too little to measure by. So it checks what was played again: where Moodle has
 * another score, the content has changed since.
 */
import { COMPETENCES, type CompetenceId } from '../../content/vocabulary.js';
import { toIdentifier } from '../../tracking/lms/formats.js';
import { MoodleProblem, readMoodleTable } from './table.js';

/** Scores of 0-100 per competence, of attempts by `attemptKey`. */
export type AttemptScores = ReadonlyMap<string, Readonly<Partial<Record<CompetenceId, number>>>>;

export interface MoodleObjectives {
  /** Title of the package. */
  readonly title: string;
  readonly scores: AttemptScores;
}

export const attemptKey = (learner: string, attempt: number): string => `${learner}\n${attempt}`;

/** 'hostmanship' where only the status is shown; 'hostmanship status', 'hostmanship score' (or the Dutch words) where both are. */
const headOf = (id: CompetenceId): RegExp => new RegExp(`^${toIdentifier(id)}( \\S+)?$`, 'i');

/** Does the first line of one of Moodle's reports name objectives of ours? @throws MoodleProblem when it is no such report */
export function isObjectivesReport(text: string, file: string): boolean {
  const { head } = readMoodleTable(text.split('\n', 1)[0] ?? '', file);
  return COMPETENCES.some((id) => head.some((cell) => headOf(id).test(cell.trim())));
}

/** `file`: its name, for messages. @throws MoodleProblem when it holds no scores */
export function readObjectives(text: string, file: string): MoodleObjectives {
  const { title, head, rows } = readMoodleTable(text, file);
  // The status comes first, the score beside it.
  const columns = COMPETENCES.flatMap((id) => {
    const [, score] = head.flatMap((cell, at) => (headOf(id).test(cell.trim()) ? [at] : []));
    return score === undefined ? [] : [{ id, score }];
  });
  if (columns.length === 0)
    throw new MoodleProblem(
      `${file} holds no scores. In Moodle: SCORM > Reports > Objectives report, tick the objective score, save, then download as text.`,
    );
  const scoresOf = (cells: readonly string[]) =>
    Object.fromEntries(
      columns.flatMap(({ id, score }) => {
        const said = (cells[score] ?? '').trim();
        return said === '' || Number.isNaN(Number(said)) ? [] : [[id, Number(said)]];
      }),
    );
  return {
    title,
    scores: new Map(
      rows.map(({ learner, attempt, cells }) => [attemptKey(learner, attempt), scoresOf(cells)]),
    ),
  };
}

export interface Comparison {
  /** Attempts of which both reports have the competences. */
  readonly compared: number;
  /** Of those, how many came to something else when they were played again. */
  readonly differing: number;
  /** Attempts that only this report has: nothing is known of their choices. */
  readonly alone: number;
}

/** Scores are rounded to a tenth. */
const SAME = 0.06;

/**
 * Holds Moodle's scores beside those of the same attempts, played again. Of practice Moodle keeps the better of the first and the best
 * run per competence, and the best run alone can be played again: so there only a lower score says that something changed.
 */
export function compareScores(stored: AttemptScores, played: AttemptScores, isTest: boolean): Comparison {
  const known = [...stored].filter(([, scores]) => Object.keys(scores).length > 0);
  const both = known.flatMap(([key, scores]) => {
    const again = played.get(key);
    return again ? [{ scores, again }] : [];
  });
  const differs = ({ scores, again }: (typeof both)[number]): boolean =>
    COMPETENCES.some((id) => {
      const over = (again[id] ?? 0) - (scores[id] ?? 0);
      return over > SAME || (isTest && over < -SAME);
    });
  return {
    compared: both.length,
    differing: both.filter(differs).length,
    alone: known.length - both.length,
  };
}
