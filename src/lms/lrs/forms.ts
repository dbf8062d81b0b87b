/** The forms `ids` and `canonical` of a statement (xAPI 1.0.3 Communication 2.1.3, `format`). */
import { isObject, listAt, objectAt, textAt, type Json, type JsonObject } from './json.js';

/** Agents and activities only with what identifies them; verbs only with their id. An object without a type is an activity. */
export function idsForm(statement: JsonObject): JsonObject {
  return withParts(statement, {
    agent: (agent) => only(agent, ['objectType', 'mbox', 'mbox_sha1sum', 'openid', 'account', 'member']),
    activity: (activity) => only(activity, ['id']),
    verb: (verb) => only(verb, ['id']),
  });
}

const LANGUAGE_MAPS = ['name', 'description'];
const COMPONENTS = ['choices', 'scale', 'source', 'target', 'steps'];

/** Language maps with one language: the first of `languages` (best first) that is there, else Dutch, English, or any. */
export function canonicalForm(statement: JsonObject, languages: readonly string[] = []): JsonObject {
  const oneLanguage = (map: Json | undefined): Json | undefined => {
    if (!isObject(map)) return map;
    const key = chosen(Object.keys(map), [...languages, 'nl', 'en']);
    return key === undefined ? map : { [key]: map[key] };
  };
  const withOne = (part: JsonObject, keys: readonly string[]): JsonObject => ({
    ...part,
    ...Object.fromEntries(
      keys
        .filter((key) => part[key] !== undefined)
        .map((key): [string, Json | undefined] => [key, oneLanguage(part[key])]),
    ),
  });
  return withParts(statement, {
    agent: (agent) => agent,
    activity: (activity) => {
      const definition = objectAt(activity, 'definition');
      if (!definition) return activity;
      const lists = COMPONENTS.filter((key) => definition[key] !== undefined).map(
        (key): [string, readonly Json[]] => [
          key,
          listAt(definition, key).map((one) => (isObject(one) ? withOne(one, ['description']) : one)),
        ],
      );
      return {
        ...activity,
        definition: { ...withOne(definition, LANGUAGE_MAPS), ...Object.fromEntries(lists) },
      };
    },
    verb: (verb) => withOne(verb, ['display']),
  });
}

/** Basic filtering (RFC 4647 3.3.1): a range fits a tag that it begins. */
function chosen(tags: readonly string[], ranges: readonly string[]): string | undefined {
  for (const range of ranges) {
    const wanted = range.toLowerCase();
    const fits = (tag: string): boolean => wanted === '*' || `${tag.toLowerCase()}-`.startsWith(`${wanted}-`);
    const tag = tags.find(fits);
    if (tag !== undefined) return tag;
  }
  return tags[0];
}

interface Parts {
  readonly agent: (agent: JsonObject) => JsonObject;
  readonly activity: (activity: JsonObject) => JsonObject;
  readonly verb: (verb: JsonObject) => JsonObject;
}

function withParts(statement: JsonObject, parts: Parts): JsonObject {
  const context = objectAt(statement, 'context');
  const kinds = context ? objectAt(context, 'contextActivities') : undefined;
  const agentIn = (holder: JsonObject, key: string): JsonObject => {
    const agent = objectAt(holder, key);
    return agent ? { [key]: withMembers(agent, parts) } : {};
  };
  const activities = Object.fromEntries(
    Object.entries(kinds ?? {}).map(([kind, list]) => [
      kind,
      Array.isArray(list) ? list.map((one: Json) => (isObject(one) ? parts.activity(one) : one)) : list,
    ]),
  );
  const verb = objectAt(statement, 'verb');
  return {
    ...statement,
    ...agentIn(statement, 'actor'),
    ...agentIn(statement, 'authority'),
    ...(verb ? { verb: parts.verb(verb) } : {}),
    object: objectPart(objectAt(statement, 'object') ?? {}, parts),
    ...(context
      ? {
          context: {
            ...context,
            ...agentIn(context, 'instructor'),
            ...agentIn(context, 'team'),
            ...(kinds ? { contextActivities: activities } : {}),
          },
        }
      : {}),
  };
}

function objectPart(object: JsonObject, parts: Parts): JsonObject {
  switch (textAt(object, 'objectType') ?? 'Activity') {
    case 'Agent':
    case 'Group':
      return withMembers(object, parts);
    case 'SubStatement':
      return withParts(object, parts);
    case 'StatementRef':
      return object;
    default:
      return parts.activity(object);
  }
}

function withMembers(agent: JsonObject, parts: Parts): JsonObject {
  const shown = parts.agent(agent);
  const members = shown['member'];
  if (!Array.isArray(members)) return shown;
  return { ...shown, member: members.map((one: Json) => (isObject(one) ? parts.agent(one) : one)) };
}

function only(value: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([key]) => keys.includes(key)));
}
