/** Definitions of activities that were checked before. Nearly every statement brings one that came a thousand times. */
import { isObject, listAt, objectAt, type Json, type JsonObject } from './json.js';

/** Some times those of a whole course. */
const MOST = 10_000;
/** Characters; what is longer is checked each time. */
const LONGEST = 10_000;

const sound = new Set<string>();

export interface ToCheck {
  /** The statement without the definitions that are known to be valid: xAPI 1.0.3 Data 2.4.4.1 makes them optional, and nothing else hangs on them. */
  readonly rest: JsonObject;
  /** The other ones, as text. */
  readonly definitions: readonly string[];
}

export function withoutSound(statement: JsonObject): ToCheck {
  const definitions: string[] = [];
  const bare = (activity: Json): Json => {
    if (!isObject(activity) || (activity['objectType'] ?? 'Activity') !== 'Activity') return activity;
    const { definition, ...others } = activity;
    if (definition === undefined) return activity;
    const text = JSON.stringify(definition);
    if (sound.has(text)) return others;
    definitions.push(text);
    return activity;
  };
  const { object, context } = statement;
  const kinds = isObject(context) ? objectAt(context, 'contextActivities') : undefined;
  const bareKinds =
    kinds &&
    Object.fromEntries(
      Object.entries(kinds).map(([kind, list]) => [
        kind,
        Array.isArray(list) ? listAt(kinds, kind).map(bare) : list,
      ]),
    );
  const rest = {
    ...statement,
    ...(object === undefined ? {} : { object: bare(object) }),
    ...(isObject(context) && bareKinds ? { context: { ...context, contextActivities: bareKinds } } : {}),
  };
  return { rest, definitions };
}

/** They were part of a valid statement. */
export function areSound(definitions: readonly string[]): void {
  for (const text of definitions) {
    if (text.length > LONGEST) continue;
    if (sound.size >= MOST) sound.clear();
    sound.add(text);
  }
}
