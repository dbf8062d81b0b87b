/** Parts of statements that were checked before. Nearly every statement brings an actor, a verb and activities that came a thousand times. */
import { isObject, objectAt, textAt, type JsonObject } from './json.js';

/** Some times those of a whole course. */
const MOST = 10_000;
/** Characters; what is longer is checked each time. */
const LONGEST = 10_000;

const sound = new Set<string>();

export const VOIDED = 'http://adlnet.gov/expapi/verbs/voided';
const SOMEBODY: JsonObject = { mbox: 'mailto:iemand@example.org' };
const SOMETHING: JsonObject = { id: 'http://adlnet.gov/expapi/verbs/experienced' };

export interface ToCheck {
  /** The statement with what is known to be valid left out where xAPI 1.0.3 makes it optional, else as short as can be: nothing else hangs on it. */
  readonly rest: JsonObject;
  /** The other such parts, as text. */
  readonly parts: readonly string[];
}

export function withoutSound(statement: JsonObject): ToCheck {
  const parts: string[] = [];
  const isSound = (kind: string, part: unknown): boolean => {
    const text = `${kind} ${JSON.stringify(part)}`;
    if (sound.has(text)) return true;
    parts.push(text);
    return false;
  };
  const { actor, verb, object, context } = statement;
  const rest: Record<string, JsonObject[string]> = { ...statement };
  if (isObject(actor) && isSound('actor', actor)) rest['actor'] = SOMEBODY;
  // Of what another one voids, the object must be a reference.
  if (isObject(verb) && textAt(verb, 'id') !== VOIDED && isSound('verb', verb)) rest['verb'] = SOMETHING;
  if (isObject(object) && (object['objectType'] ?? 'Activity') === 'Activity') {
    const { definition, ...others } = object;
    if (definition !== undefined && isSound('definition', definition)) rest['object'] = others;
  }
  if (isObject(context) && objectAt(context, 'contextActivities')) {
    const { contextActivities, ...others } = context;
    if (isSound('activities', contextActivities)) rest['context'] = others;
  }
  return { rest, parts };
}

/** They were part of a valid statement. */
export function areSound(parts: readonly string[]): void {
  for (const text of parts) {
    if (text.length > LONGEST) continue;
    if (sound.size >= MOST) sound.clear();
    sound.add(text);
  }
}
