/** What the LMS itself tells the LRS of a cmi5 session, section 9.3: launched, abandoned, satisfied. */
import { createHash } from 'node:crypto';
import { textOf, type CourseStructure } from '../../cmi5/course-structure.js';
import {
  CMI5_CATEGORY,
  CMI5_EXTENSIONS,
  CMI5_TYPES,
  CMI5_VERBS,
  type Cmi5Verb,
  type LaunchData,
} from '../../cmi5/vocabulary.js';
import type { JsonObject } from '../lrs/json.js';

/** Of all ids that this LMS makes: they must not be the publisher's. */
export const LMS = 'https://lms.zeventerpen.example';

export interface SessionFacts {
  readonly session: string;
  readonly registration: string;
  readonly learner: string;
  readonly package: string;
  readonly au: number;
  readonly course: CourseStructure;
  /** Publisher's id of the AU. */
  readonly publisher: string;
}

/** By an account that says nothing: statements travel. Who it is, only this LMS knows. */
export function actorOf(learner: string): JsonObject {
  return {
    objectType: 'Agent',
    account: { homePage: LMS, name: digest(`deelnemer ${learner}`).slice(0, 32) },
  };
}

/** The same for every launch of the AU (8.1.5.0-4). */
export function activityOf(name: string, au: number): string {
  return `${LMS}/pakketten/${encodeURIComponent(name)}/au/${au + 1}`;
}

export function contextTemplate({ session, publisher }: SessionFacts): JsonObject {
  return {
    contextActivities: { grouping: [{ objectType: 'Activity', id: publisher }] },
    extensions: { [CMI5_EXTENSIONS.sessionId]: session },
  };
}

export function launched(facts: SessionFacts, data: LaunchData, address: string): JsonObject {
  const mastery =
    data.masteryScore === undefined ? {} : { [CMI5_EXTENSIONS.masteryScore]: data.masteryScore };
  const parameters =
    data.launchParameters === undefined ? {} : { [CMI5_EXTENSIONS.launchParameters]: data.launchParameters };
  return statement(facts, 'launched', {
    object: auObject(facts),
    extensions: {
      [CMI5_EXTENSIONS.launchMode]: data.launchMode,
      [CMI5_EXTENSIONS.launchUrl]: address,
      [CMI5_EXTENSIONS.moveOn]: data.moveOn,
      ...mastery,
      ...parameters,
    },
  });
}

/** `seconds` between launch and the last that was heard of it (9.5.4.2-2). */
export function abandoned(facts: SessionFacts, seconds: number): JsonObject {
  return statement(facts, 'abandoned', {
    object: auObject(facts),
    result: { duration: `PT${Math.max(0, seconds).toFixed(2)}S` },
  });
}

/** `block`: publisher's id of a block; absent: the course. */
export function satisfied(facts: SessionFacts, block?: string): JsonObject {
  const { course } = facts;
  const name = block === undefined ? textOf(course.title) : block;
  const place = block === undefined ? 'cursus' : `blok/${digest(block).slice(0, 12)}`;
  return statement(facts, 'satisfied', {
    object: {
      objectType: 'Activity',
      id: `${LMS}/pakketten/${encodeURIComponent(facts.package)}/${place}`,
      definition: {
        type: block === undefined ? CMI5_TYPES.course : CMI5_TYPES.block,
        name: { 'nl-NL': name },
      },
    },
    extensions: {},
    once: block ?? 'course',
  });
}

interface Parts {
  readonly object: JsonObject;
  readonly result?: JsonObject;
  readonly extensions?: JsonObject;
  /** Told once a registration, under this name; absent: once a session. */
  readonly once?: string;
}

function statement(facts: SessionFacts, verb: Cmi5Verb, parts: Parts): JsonObject {
  const template = contextTemplate(facts);
  const scope = parts.once === undefined ? facts.session : `${facts.registration} ${parts.once}`;
  return {
    id: uuidOf(`${verb} ${scope}`),
    actor: actorOf(facts.learner),
    verb: CMI5_VERBS[verb],
    object: parts.object,
    ...(parts.result ? { result: parts.result } : {}),
    context: {
      registration: facts.registration,
      contextActivities: {
        ...(template['contextActivities'] as JsonObject),
        category: [{ objectType: 'Activity', id: CMI5_CATEGORY }],
      },
      extensions: { ...(template['extensions'] as JsonObject), ...parts.extensions },
    },
    timestamp: new Date().toISOString(),
  };
}

function auObject({ package: from, au, course }: SessionFacts): JsonObject {
  return {
    objectType: 'Activity',
    id: activityOf(from, au),
    definition: { name: { 'nl-NL': textOf(course.title) } },
  };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The same text gives the same id, so that what is told twice is told once. */
function uuidOf(text: string): string {
  const hex = digest(text);
  const variant = ((parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}
