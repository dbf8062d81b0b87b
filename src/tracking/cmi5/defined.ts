/**
 * The statements that cmi5 itself defines. Which are due follows from the snapshot and from what was told before, as a
 * SCORM status does; so nothing needs to be queued, and a crash loses none. Pure.
 */
import type { Activity, Context, Result, Statement } from '@xapi/xapi';
import { CMI5_EXTENSIONS, CMI5_VERBS, type LaunchData } from '../../cmi5/vocabulary.js';
import type { Snapshot } from '../snapshot.js';
import { statementId } from '../xapi/statement-id.js';
import { verb as xapiVerb } from '../xapi/vocabulary.js';
import { CMI5, inTemplate, MOVEON } from './context.js';
import type { Cmi5Launch } from './launch.js';

export type DefinedVerb = 'initialized' | 'completed' | 'passed' | 'failed' | 'terminated';

/** What this registration was told in all its sessions. */
export interface Told {
  readonly completed: boolean;
  readonly passed: boolean;
  /** 0..100: the score told last, with `passed` or after it. */
  readonly score: number | null;
}
export const NOTHING_TOLD: Told = { completed: false, passed: false, score: null };

export interface Standing {
  readonly snapshot: Snapshot;
  readonly told: Told;
  /** `passed` or `failed` was told in this session: then neither may follow (9.3.0.0-3). */
  readonly isJudged: boolean;
}

/**
 * What may be told now. `passed` and `failed` wait for completion: unfinished units count as 0, and each is told once.
 * Without a mark, of the LMS or of the module, who finishes passes: no other statement can carry a score to the LMS.
 */
export function dueNow(standing: Standing, data: LaunchData): readonly ('completed' | 'passed')[] {
  const { snapshot, told, isJudged } = standing;
  if (data.launchMode !== 'Normal' || !snapshot.completed) return [];
  return [
    ...(told.completed ? [] : (['completed'] as const)),
    ...(!told.passed && !isJudged && hasPassed(snapshot, data) ? (['passed'] as const) : []),
  ];
}

/** `failed` waits for the end of the session: until then a better run may still pass. `isChanged`: played in this session. */
export function isFailedAtEnd(standing: Standing, data: LaunchData, isChanged: boolean): boolean {
  const { snapshot, told, isJudged } = standing;
  if (data.launchMode !== 'Normal' || !isChanged || told.passed || isJudged) return false;
  return snapshot.completed && !hasPassed(snapshot, data);
}

/** A score that rose after `passed`, which is told once: cmi5 leaves no defined statement for it (0..100, null: none). */
export function risenScore({ snapshot, told }: Standing, data: LaunchData): number | null {
  if (data.launchMode !== 'Normal' || !told.passed || told.score === null) return null;
  return snapshot.score !== null && snapshot.score > told.score ? snapshot.score : null;
}

function hasPassed({ score, passed }: Snapshot, { masteryScore }: LaunchData): boolean {
  if (masteryScore !== undefined) return score !== null && scaled(score) >= masteryScore;
  return passed ?? true;
}

export interface Telling {
  readonly launch: Cmi5Launch;
  readonly data: LaunchData;
  readonly sessionId: string;
  readonly at: Date;
}

export interface Particulars {
  /** Milliseconds; of this session for `terminated`, of all of them for the others. Absent for `initialized`. */
  readonly duration?: number;
  /** 0..100 */
  readonly score?: number | null;
}

/** One cmi5-defined statement about the AU. Its id is the same whenever it is made again for the same session or registration. */
export function definedStatement(verb: DefinedVerb, telling: Telling, about: Particulars = {}): Statement {
  const { launch, data, at } = telling;
  const isMoveOn = verb === 'completed' || verb === 'passed' || verb === 'failed';
  const isMastery = (verb === 'passed' || verb === 'failed') && data.masteryScore !== undefined;
  const result = resultOf(verb, about);
  const own: Context = {
    contextActivities: { category: [CMI5, ...(isMoveOn ? [MOVEON] : [])] },
    ...(isMastery ? { extensions: { [CMI5_EXTENSIONS.masteryScore]: data.masteryScore } } : {}),
  };
  return {
    id: definedId(verb, telling),
    actor: launch.actor,
    verb: { ...CMI5_VERBS[verb], display: { ...CMI5_VERBS[verb].display } },
    object: theAu(launch),
    ...(result === undefined ? {} : { result }),
    context: inTemplate(own, data.contextTemplate, launch.registration),
    timestamp: at.toISOString(),
  };
}

/** That the score rose: cmi5-allowed, so without cmi5's category. `score`: 0..100 */
export function scoredStatement({ launch, data, at }: Omit<Telling, 'sessionId'>, score: number): Statement {
  return {
    id: registeredId(launch, ['scored', launch.activityId, score.toFixed(2)].join('\n')),
    actor: launch.actor,
    verb: xapiVerb('scored'),
    object: theAu(launch),
    result: { score: fullScore(score) },
    context: inTemplate({}, data.contextTemplate, launch.registration),
    timestamp: at.toISOString(),
  };
}

/** `completed` and `passed` once a registration, the others once a session: then a second one has the same id. */
function definedId(verb: DefinedVerb, { launch, sessionId }: Telling): string {
  const scope = verb === 'completed' || verb === 'passed' ? '' : sessionId;
  return registeredId(launch, ['cmi5', launch.activityId, verb, scope].join('\n'));
}

/** An id that follows from the registration and a name. */
function registeredId({ registration }: Cmi5Launch, name: string): string {
  return statementId(registration.replaceAll('-', '').toLowerCase(), name);
}

function theAu({ activityId }: Cmi5Launch): Activity {
  return { objectType: 'Activity', id: activityId };
}

function resultOf(verb: DefinedVerb, { duration = 0, score = null }: Particulars): Result | undefined {
  const took = { duration: `PT${(Math.max(0, duration) / 1000).toFixed(2)}S` };
  const scored = score === null ? {} : { score: fullScore(score) };
  switch (verb) {
    case 'initialized':
      return undefined;
    case 'terminated':
      return took;
    case 'completed':
      return { completion: true, ...took };
    case 'passed':
      return { success: true, ...scored, ...took };
    case 'failed':
      return { success: false, ...scored, ...took };
  }
}

/** 9.5.1: min and max go with raw. */
function fullScore(score: number): NonNullable<Result['score']> {
  return { scaled: scaled(score), raw: Number(score.toFixed(2)), min: 0, max: 100 };
}

function scaled(score: number): number {
  return Number((score / 100).toFixed(4));
}
