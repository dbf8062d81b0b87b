/** Statements of which the parts were checked before. Nearly every one brings an actor, a verb and activities that came a thousand times. */
import { createRequire } from 'node:module';
import { activity, actor, context, result, verb } from '@learninglocker/xapi-validation/dist/factory.js';
import { once } from '../../once.js';
import { isObject, textAt, type JsonObject } from './json.js';

/** Some times those of a whole course. */
const MOST = 10_000;
/** Characters; what is longer is checked each time. */
const LONGEST = 10_000;

export const VOIDED = 'http://adlnet.gov/expapi/verbs/voided';

type Rule = typeof actor;
const isValid = (rule: Rule, value: unknown): boolean => rule(value, []).length === 0;

// From their files, as the factory's ask for theirs at each call, which takes fifty times as long as the rule.
const load = createRequire(import.meta.url);
const ruleOf = (name: string): Rule =>
  (load(`@learninglocker/xapi-validation/dist/regexValues/${name}.js`) as { readonly default: Rule }).default;

/** What is another one in each statement. */
const PLAIN: ReadonlyMap<string, Rule> = new Map([
  ['id', ruleOf('uuid')],
  ['timestamp', ruleOf('timestamp')],
  ['version', ruleOf('version')],
]);
const PARTS: ReadonlyMap<string, (part: JsonObject) => boolean> = new Map([
  ['actor', remembering('actor', (part) => isValid(actor, part))],
  // Of what another one voids, the object must be a reference.
  ['verb', remembering('verb', (part) => textAt(part, 'id') !== VOIDED && isValid(verb, part))],
  ['object', remembering('object', (part) => isValid(activity, part))],
  ['result', remembering('result', (part) => isValid(result, part))],
  ['context', remembering('context', isContext)],
]);
const REQUIRED = ['actor', 'verb', 'object'];

/**
 * True of a statement about an activity that voids nothing, when all of its members are valid: no rule of xAPI 1.0.3 looks at two
 * of them at once then. False: it may be valid all the same.
 */
export function isSound(statement: JsonObject): boolean {
  return (
    REQUIRED.every((name) => isObject(statement[name])) && Object.entries(statement).every(isSoundMember)
  );
}

function isSoundMember([name, value]: readonly [string, unknown]): boolean {
  const rule = PLAIN.get(name);
  return rule ? isValid(rule, value) : isObject(value) && PARTS.get(name)?.(value) === true;
}

const areSoundActivities = remembering('activities', (part) => isValid(context, { contextActivities: part }));

/** Most that are new are so around activities that are not. */
function isContext(part: JsonObject): boolean {
  const { contextActivities, ...others } = part;
  const isKnown = isObject(contextActivities) && areSoundActivities(contextActivities);
  return isValid(context, isKnown ? others : part);
}

const sound = new Set<string>();

/** A check that knows what it found good, by the object itself where it is shared (`SharedJson`), else by its text. */
function remembering(kind: string, check: (part: JsonObject) => boolean): (part: JsonObject) => boolean {
  return once((part) => {
    const text = `${kind} ${JSON.stringify(part)}`;
    if (sound.has(text)) return true;
    const isGood = check(part);
    if (isGood && text.length <= LONGEST) {
      if (sound.size >= MOST) sound.clear();
      sound.add(text);
    }
    return isGood;
  });
}
