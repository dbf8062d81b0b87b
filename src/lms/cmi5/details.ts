/**
 * What a registration's statements tell of competences and answers, under the names that SCORM 2004 has for them, so that the
 * gradebook reads one language. Plain xAPI: any AU that scores objectives and marks interactions is understood.
 */
import type { Attempt } from '../course/attempts.js';
import { isObject, listAt, objectAt, textAt, type JsonObject } from '../lrs/json.js';
import { docOf } from '../lrs/statements.js';
import type { Store } from '../store/database.js';
import { text } from '../store/rows.js';

const ADL = 'http://adlnet.gov/expapi';
const TOLD = ['scored', 'answered', 'completed'].map((verb) => `${ADL}/verbs/${verb}`);

/** The cmi5 attempts among these, with their details beside their grade. */
export async function withDetails(store: Store, attempts: readonly Attempt[]): Promise<readonly Attempt[]> {
  const ids = attempts.filter(({ edition }) => edition === 'cmi5').map(({ id }) => id);
  if (ids.length === 0) return attempts;
  const places = [...TOLD, ...ids].map((_value, index) => `$${index + 1}`);
  const rows = await store.read(
    `select registration, doc from statements where verb in (${places.slice(0, TOLD.length).join(', ')})
     and registration in (${places.slice(TOLD.length).join(', ')}) and id not in (select id from voided) order by place`,
    [...TOLD, ...ids],
  );
  const told = new Map<string, JsonObject[]>();
  for (const row of rows) {
    const id = text(row, 'registration');
    told.set(id, [...(told.get(id) ?? []), docOf(row)]);
  }
  return attempts.map((one) => {
    const own = told.get(one.id);
    return own && one.cmi ? { ...one, cmi: { ...one.cmi, ...detailsOf(own) } } : one;
  });
}

/** `statements` in order of arrival. */
export function detailsOf(statements: readonly JsonObject[]): Readonly<Record<string, string>> {
  return { ...objectives(statements), ...interactions(statements) };
}

interface Scored {
  readonly name: string;
  /** Best share (0..1) per thing in which it was scored. */
  readonly best: Map<string, number>;
}

/** Of each objective the mean over the units that scored it, each with its best. */
function objectives(statements: readonly JsonObject[]): Readonly<Record<string, string>> {
  const found = new Map<string, Scored>();
  for (const statement of statements) {
    const { id, type, name, scaled, parent } = read(statement);
    if (type !== `${ADL}/activities/objective` || scaled === null) continue;
    const scored = found.get(id) ?? { name, best: new Map<string, number>() };
    scored.best.set(parent, Math.max(scaled, scored.best.get(parent) ?? 0));
    found.set(id, scored);
  }
  return numbered('objectives', [...found], ([id, { name, best }]) => {
    const mean = [...best.values()].reduce((sum, one) => sum + one, 0) / best.size;
    return { id: lastOf(id), description: name, 'score.raw': (mean * 100).toFixed(2) };
  });
}

/** Questions with a right answer as answered last, and units with their best score. */
function interactions(statements: readonly JsonObject[]): Readonly<Record<string, string>> {
  const found = new Map<string, Readonly<Record<string, string>>>();
  for (const statement of statements) {
    const { id, type, name, scaled, success, response, isUnit } = read(statement);
    const head = { id: lastOf(id), description: name, learner_response: response };
    if (type === `${ADL}/activities/cmi.interaction` && success !== undefined)
      found.set(id, { ...head, result: success ? 'correct' : 'incorrect' });
    else if (isUnit && scaled !== null) {
      const before = Number(found.get(id)?.['result'] ?? 0);
      found.set(id, { ...head, result: Math.max(before, scaled * 100).toFixed(2) });
    }
  }
  return numbered('interactions', [...found.values()], (one) => one);
}

function read(statement: JsonObject) {
  const object = objectAt(statement, 'object') ?? {};
  const definition = objectAt(object, 'definition') ?? {};
  const result = objectAt(statement, 'result') ?? {};
  const scaled = objectAt(result, 'score')?.['scaled'];
  const { success } = result;
  const around = objectAt(objectAt(statement, 'context') ?? {}, 'contextActivities');
  const [parent] = listAt(around, 'parent').filter(isObject);
  const names = Object.values(objectAt(definition, 'name') ?? {});
  return {
    id: textAt(object, 'id') ?? '',
    type: textAt(definition, 'type') ?? '',
    name: typeof names[0] === 'string' ? names[0] : '',
    scaled: typeof scaled === 'number' ? scaled : null,
    success: typeof success === 'boolean' ? success : undefined,
    response: textAt(result, 'response') ?? '',
    parent: textAt(parent, 'id') ?? '',
    // The AU itself is completed too, but stands in no parent.
    isUnit: textAt(objectAt(statement, 'verb'), 'id') === `${ADL}/verbs/completed` && parent !== undefined,
  };
}

function numbered<T>(
  list: 'objectives' | 'interactions',
  items: readonly T[],
  fields: (item: T) => Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    items.flatMap((item, at) =>
      Object.entries(fields(item)).map(([name, value]) => [`cmi.${list}.${at}.${name}`, value]),
    ),
  );
}

const lastOf = (id: string): string => id.split('/').filter(Boolean).at(-1) ?? id;
