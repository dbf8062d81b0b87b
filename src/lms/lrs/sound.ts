/** Parts of statements that were checked before. Nearly every statement brings an actor, a verb and activities that came a thousand times. */
import { isObject, textAt, type JsonObject } from './json.js';

/** Some times those of a whole course. */
const MOST = 10_000;
/** Characters; what is longer is checked each time. */
const LONGEST = 10_000;

/** Where a part stands: what is valid there. 'context': of a statement about an activity, as only those may have all of it. */
type Kind = 'actor' | 'verb' | 'definition' | 'activities' | 'result' | 'context';

/** A part that may prove valid. */
interface Part {
  readonly kind: Kind;
  readonly part: object;
  readonly text: string;
}

const sound = new Set<string>();
/** Those of them that are shared (`SharedJson`) are known without being written out. */
const shared: Readonly<Record<Kind, WeakSet<object>>> = {
  ...{ actor: new WeakSet(), verb: new WeakSet(), definition: new WeakSet() },
  ...{ activities: new WeakSet(), result: new WeakSet(), context: new WeakSet() },
};

export const VOIDED = 'http://adlnet.gov/expapi/verbs/voided';
const SOMEBODY: JsonObject = { mbox: 'mailto:iemand@example.org' };
const SOMETHING: JsonObject = { id: 'http://adlnet.gov/expapi/verbs/experienced' };

export interface ToCheck {
  /** The statement with what is known to be valid left out where xAPI 1.0.3 makes it optional, else as short as can be: nothing else hangs on it. */
  readonly rest: JsonObject;
  /** The other such parts. */
  readonly parts: readonly Part[];
}

export function withoutSound(statement: JsonObject): ToCheck {
  const parts: Part[] = [];
  const isSound = (kind: Kind, part: object): boolean => {
    if (shared[kind].has(part)) return true;
    const text = `${kind} ${JSON.stringify(part)}`;
    if (!sound.has(text)) parts.push({ kind, part, text });
    else shared[kind].add(part);
    return shared[kind].has(part);
  };
  const { actor, verb, result } = statement;
  const rest: Rest = { ...statement };
  if (isObject(actor) && isSound('actor', actor)) rest['actor'] = SOMEBODY;
  // Of what another one voids, the object must be a reference.
  if (isObject(verb) && textAt(verb, 'id') !== VOIDED && isSound('verb', verb)) rest['verb'] = SOMETHING;
  if (isObject(result) && isSound('result', result)) delete rest['result'];
  leaveOutAround(rest, isSound);
  return { rest, parts };
}

type Rest = Record<string, JsonObject[string]>;

/** The definition of an activity, and its context. */
function leaveOutAround(rest: Rest, isSound: (kind: Kind, part: object) => boolean): void {
  const { object, context } = rest;
  const isActivity = isObject(object) && (object['objectType'] ?? 'Activity') === 'Activity';
  if (isActivity) {
    const { definition, ...others } = object;
    if (isObject(definition) && isSound('definition', definition)) rest['object'] = others;
  }
  if (!isObject(context)) return;
  const { contextActivities, ...others } = context;
  if (isActivity && isSound('context', context)) delete rest['context'];
  else if (isObject(contextActivities) && isSound('activities', contextActivities)) rest['context'] = others;
}

/** They were part of a valid statement. */
export function areSound(parts: readonly Part[]): void {
  for (const { kind, part, text } of parts) {
    if (text.length > LONGEST) continue;
    if (sound.size >= MOST) sound.clear();
    sound.add(text);
    shared[kind].add(part);
  }
}
