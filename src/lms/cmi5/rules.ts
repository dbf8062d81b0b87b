/**
 * What an LMS must refuse of an AU (cmi5 section 9): one sentence that names the requirement, or null when all is well. Pure.
 * The numbers are those of the requirements list that goes with the specification.
 */
import { CMI5_CATEGORY, CMI5_EXTENSIONS, CMI5_VERBS, MOVEON_CATEGORY } from '../../cmi5/vocabulary.js';
import { isObject, listAt, objectAt, textAt, type JsonObject } from '../lrs/json.js';
import { agentKey } from '../lrs/statement.js';

export interface SessionState {
  readonly session: string;
  readonly registration: string;
  /** Id that the LMS gave the AU, and the one of its publisher. */
  readonly activity: string;
  readonly publisher: string;
  /** Key of the actor. */
  readonly actor: string;
  readonly mode: 'Normal' | 'Browse' | 'Review';
  readonly masteryScore: number | null;
  /** Verbs of the cmi5-defined statements of this session so far. */
  readonly told: readonly AuVerb[];
  /** In earlier sessions of this registration, or in this one. */
  readonly completed: boolean;
  readonly passed: boolean;
}

const AU_VERBS = ['initialized', 'completed', 'passed', 'failed', 'terminated'] as const;
export type AuVerb = (typeof AU_VERBS)[number];

/** Null for a cmi5-allowed statement. */
export function definedVerb(statement: JsonObject): AuVerb | 'other' | null {
  if (!categories(statement).includes(CMI5_CATEGORY)) return null;
  const id = textAt(objectAt(statement, 'verb'), 'id');
  return AU_VERBS.find((one) => CMI5_VERBS[one].id === id) ?? 'other';
}

export function objection(statement: JsonObject, state: SessionState): string | null {
  const verb = definedVerb(statement);
  return (
    foreign(statement, state) ??
    outOfOrder(verb, state) ??
    (verb === null ? allowed(statement, state) : (repeated(verb, state) ?? malformed(verb, statement, state)))
  );
}

function foreign(statement: JsonObject, state: SessionState): string | null {
  const context = objectAt(statement, 'context');
  const actor = objectAt(statement, 'actor');
  if (textAt(statement, 'id') === undefined) return '9.1.0.0-1: a statement needs an id.';
  if (!actor || agentKey(actor) !== state.actor) return '8.1.3.0-3: the actor is not the one of the launch.';
  if (textAt(context, 'registration')?.toLowerCase() !== state.registration)
    return '9.6.1.0-1: the registration is not the one of the launch.';
  if (textAt(objectAt(context ?? {}, 'extensions'), CMI5_EXTENSIONS.sessionId) !== state.session)
    return '9.6.3.1-4: the session id is missing or not the one of the launch.';
  if (!idsIn(statement, 'grouping').includes(state.publisher))
    return '10.2.1.0-6: the grouping of the context template is missing.';
  if (!/(Z|[+-]00:?00)$/.test(textAt(statement, 'timestamp') ?? ''))
    return '9.7.0.0-2: the timestamp is missing or not in UTC.';
  return null;
}

function outOfOrder(verb: AuVerb | 'other' | null, { told }: SessionState): string | null {
  if (told.includes('terminated')) return '9.3.0.0-5: the session was terminated.';
  if (verb === 'initialized') return told.length > 0 ? '9.3.0.0-4: initialized must be the first.' : null;
  return told.includes('initialized') ? null : '9.3.0.0-4: initialized must be the first statement.';
}

function allowed(statement: JsonObject, { mode }: SessionState): string | null {
  if (categories(statement).includes(MOVEON_CATEGORY))
    return '9.6.2.2-2: only cmi5-defined statements have the moveOn category.';
  return mode === 'Normal' ? null : `10.2.2.0-5: in ${mode} mode nothing but initialized and terminated.`;
}

function repeated(verb: AuVerb | 'other', state: SessionState): string | null {
  const { told, mode } = state;
  if (verb === 'other') return '9.3.0.0-1: an AU does not use this verb in a cmi5-defined statement.';
  if (told.includes(verb)) return `9.3.0.0-2: ${verb} was told in this session.`;
  if (mode !== 'Normal' && verb !== 'initialized' && verb !== 'terminated')
    return `10.2.2.0-5: in ${mode} mode nothing but initialized and terminated.`;
  const isJudged = told.includes('passed') || told.includes('failed');
  if (isJudged && (verb === 'passed' || verb === 'failed'))
    return '9.3.0.0-3: passed or failed was told in this session.';
  if (verb === 'completed' && state.completed) return '9.3.0.0-6: completed was told in this registration.';
  if (verb === 'passed' && state.passed) return '9.3.0.0-7: passed was told in this registration.';
  if (verb === 'failed' && state.passed) return '9.3.0.0-8: failed cannot follow passed.';
  return null;
}

function malformed(verb: AuVerb | 'other', statement: JsonObject, state: SessionState): string | null {
  const result = objectAt(statement, 'result');
  const object = objectAt(statement, 'object') ?? {};
  if (textAt(object, 'id') !== state.activity) return '9.4.0.0-2: the object is not the AU of the launch.';
  const isDurable = verb !== 'initialized';
  if (isDurable && textAt(result, 'duration') === undefined) return `9.5.4.1: ${verb} needs a duration.`;
  return (
    badOutcome(verb, statement, result) ??
    badScore(verb, result ? objectAt(result, 'score') : undefined) ??
    badMastery(verb, statement, state)
  );
}

function badOutcome(
  verb: AuVerb | 'other',
  statement: JsonObject,
  result: JsonObject | undefined,
): string | null {
  const success = verb === 'passed' ? true : verb === 'failed' ? false : undefined;
  if (result?.['success'] !== success) return `9.5.2.0: success of ${verb} must be ${String(success)}.`;
  const completion = verb === 'completed' ? true : undefined;
  if (result?.['completion'] !== completion)
    return `9.5.3.0: completion of ${verb} must be ${String(completion)}.`;
  const isMoveOn = success !== undefined || completion !== undefined;
  if (categories(statement).includes(MOVEON_CATEGORY) === isMoveOn) return null;
  return `9.6.2.2: the moveOn category of ${verb} is ${isMoveOn ? 'missing' : 'one too many'}.`;
}

function badScore(verb: AuVerb | 'other', score: JsonObject | undefined): string | null {
  if (!score) return null;
  if (verb !== 'passed' && verb !== 'failed') return `9.5.1.0-2: ${verb} has no score.`;
  const isWhole = score['raw'] === undefined || (score['min'] !== undefined && score['max'] !== undefined);
  return isWhole ? null : '9.5.1.0-3: min and max go with raw.';
}

function badMastery(
  verb: AuVerb | 'other',
  statement: JsonObject,
  { masteryScore }: SessionState,
): string | null {
  if (masteryScore === null || (verb !== 'passed' && verb !== 'failed')) return null;
  const extensions = objectAt(objectAt(statement, 'context') ?? {}, 'extensions');
  if (extensions?.[CMI5_EXTENSIONS.masteryScore] !== masteryScore)
    return '9.6.3.2-2: the mastery score of the launch is missing.';
  const score = objectAt(objectAt(statement, 'result') ?? {}, 'score')?.['scaled'];
  if (typeof score !== 'number' || score >= masteryScore === (verb === 'passed')) return null;
  return `9.5.1.0-1: a score of ${score} is not ${verb} at ${masteryScore}.`;
}

function categories(statement: JsonObject): readonly string[] {
  return idsIn(statement, 'category');
}

function idsIn(statement: JsonObject, kind: string): readonly string[] {
  const context = objectAt(statement, 'context');
  const activities = context ? objectAt(context, 'contextActivities') : undefined;
  return listAt(activities, kind).flatMap((one) => (isObject(one) ? [textAt(one, 'id') ?? ''] : []));
}
