/** What the screens of a knowledge test show, from the session; pure. */
import type { Code, QuizItem, Test } from '../../content/module.js';
import { COMPETENCES, type CompetenceId } from '../../content/vocabulary.js';
import type { CompetenceEvidence } from '../../engine/reducer.js';
import { unitState, type Session } from '../../engine/session.js';
import type { TestState } from '../../engine/test.js';
import { missingIn, type Draft } from '../quiz/answers.js';

export interface Played {
  readonly state: TestState;
  readonly finished: boolean;
  /** 0..100 */
  readonly score: number | null;
  readonly evidence: CompetenceEvidence;
}

/** The latest run, or how the first one will begin. */
export function playedOf(session: Session, unit: Test): Played {
  const played = unitState(session, unit.code);
  if (played.kind === 'test') return played;
  throw new Error(`${unit.id} is played as a ${played.kind}`);
}

export type ItemState = 'done' | 'partly' | 'open';

/** Whether an item has its answer, half of one, or none. */
export function itemState(item: QuizItem, state: TestState, drafts: ReadonlyMap<Code, Draft>): ItemState {
  if (state.answers[item.code]) return 'done';
  const draft = drafts.get(item.code);
  const isBegun =
    draft && item.soort !== 'volgorde' && [...draft.chosen, ...Object.keys(draft.given)].length > 0;
  return isBegun && missingIn(item, draft).length > 0 ? 'partly' : 'open';
}

export type Tendency = 'strong' | 'mixed' | 'low';

export interface Skill {
  readonly id: CompetenceId;
  /** 0..1 */
  readonly share: number;
  readonly tendency: Tendency;
}

/** Five items tell a direction: three words, with wide bands, and no number. */
export const tendencyOf = (share: number): Tendency =>
  share >= 0.8 ? 'strong' : share >= 0.55 ? 'mixed' : 'low';

/** Every competence with how its items went, in the fixed order. */
export function skillsOf(evidence: CompetenceEvidence): readonly Skill[] {
  return COMPETENCES.flatMap((id) => {
    const found = evidence[id];
    if (!found || found.max === 0) return [];
    const share = found.got / found.max;
    return [{ id, share, tendency: tendencyOf(share) }];
  });
}

/** Titles of at most this many modules are named: a list of all is no advice. */
const MOST = 2;

/** The modules to begin with: those of the weakest competences, none when all went well. */
export function adviceOf(skills: readonly Skill[], { practice }: Test): readonly string[] {
  const titles = skills
    .filter(({ tendency }) => tendency !== 'strong')
    .sort((one, other) => one.share - other.share)
    .flatMap(({ id }) => practice[id] ?? []);
  return [...new Set(titles)].slice(0, MOST);
}
