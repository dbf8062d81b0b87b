/** The forms `ids` and `canonical` of a statement (xAPI 1.0.3 Communication 2.1.3, `format`). */
import { isObject, objectAt, textAt, type Json, type JsonObject } from './json.js';

/** Agents and activities only with what identifies them; verbs only with their id. */
export function idsForm(statement: JsonObject): JsonObject {
  return withParts(statement, {
    agent: (agent) => only(agent, ['objectType', 'mbox', 'mbox_sha1sum', 'openid', 'account', 'member']),
    activity: (activity) => only(activity, ['objectType', 'id']),
    verb: (verb) => only(verb, ['id']),
  });
}

/** Language maps with one language: Dutch if there, else English, else the first. */
export function canonicalForm(statement: JsonObject): JsonObject {
  const oneLanguage = (map: Json | undefined): Json | undefined => {
    if (!isObject(map)) return map;
    const keys = Object.keys(map);
    const key = keys.find((one) => /^nl\b/i.test(one)) ?? keys.find((one) => /^en\b/i.test(one)) ?? keys[0];
    return key === undefined ? map : { [key]: map[key] };
  };
  return withParts(statement, {
    agent: (agent) => agent,
    activity: (activity) => {
      const definition = objectAt(activity, 'definition');
      if (!definition) return activity;
      const texts = ['name', 'description'].filter((key) => definition[key] !== undefined);
      const short = Object.fromEntries(texts.map((key) => [key, oneLanguage(definition[key])]));
      return { ...activity, definition: { ...definition, ...short } };
    },
    verb: (verb) =>
      verb['display'] === undefined ? verb : { ...verb, display: oneLanguage(verb['display']) },
  });
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
