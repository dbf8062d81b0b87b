/** A statement as a Dutch sentence. Names come from here, never from the statement. */
import { isObject, listAt, objectAt, textAt, type JsonObject } from '../lrs/json.js';
import { decimal, fromId, lastPart } from './format.js';

/** A sentence in parts: who, verb, quote, object, place; and the figures beside it. */
export interface Told {
  readonly id: string;
  /** ISO 8601. */
  readonly time: string;
  readonly who: string;
  readonly verb: string;
  /** What was answered, in words. */
  readonly quote: string;
  readonly object: string;
  readonly place: string;
  readonly figures: readonly Figure[];
  readonly json: string;
}
export interface Figure {
  readonly text: string;
  readonly tone: 'plain' | 'good' | 'bad';
}

/** For statements whose verb says nothing in Dutch. */
const VERBS: Readonly<Record<string, string>> = {
  initialized: 'begon met',
  launched: 'startte',
  terminated: 'sloot',
  suspended: 'onderbrak',
  resumed: 'ging verder met',
  completed: 'rondde af:',
  passed: 'slaagde voor',
  failed: 'slaagde niet voor',
  answered: 'antwoordde op',
  experienced: 'bekeek',
  progressed: 'kwam verder in',
  scored: 'scoorde op',
  attempted: 'probeerde',
  interacted: 'deed iets in',
  voided: 'trok in:',
  satisfied: 'voldeed aan',
  waived: 'kreeg vrijstelling voor',
  abandoned: 'brak af:',
};

/** `names` gives the name of who is behind an actor, if known. */
export function tell(statement: JsonObject, name: string | undefined): Told {
  const verb = objectAt(statement, 'verb');
  const object = objectAt(statement, 'object') ?? {};
  const result = objectAt(statement, 'result');
  return {
    id: textAt(statement, 'id') ?? '',
    time: textAt(statement, 'timestamp') ?? textAt(statement, 'stored') ?? '',
    who: name ?? actorName(objectAt(statement, 'actor')),
    verb: verbLabel(verb),
    quote: quoteOf(object, result),
    object: objectName(object),
    place: placeOf(statement, textAt(object, 'id')),
    figures: [...(isDemo(statement) ? [DEMO] : []), ...figures(result)],
    json: JSON.stringify(statement, null, 2),
  };
}

const DEMO: Figure = { text: 'voorbeeld', tone: 'plain' };

/** Made up by demo data, whatever the base of its IRIs. */
function isDemo(statement: JsonObject): boolean {
  const context = objectAt(statement, 'context');
  const told = context ? objectAt(context, 'extensions') : undefined;
  return Object.keys(told ?? {}).some((key) => key.endsWith('/extensions/demo'));
}

export function verbLabel(verb: JsonObject | undefined): string {
  const id = textAt(verb, 'id') ?? '';
  const display = verb ? objectAt(verb, 'display') : undefined;
  return inDutch(display, true) || VERBS[lastPart(id)] || inDutch(display, false) || lastPart(id);
}

function actorName(actor: JsonObject | undefined): string {
  if (!actor) return 'Onbekend';
  const account = textAt(objectAt(actor, 'account'), 'name');
  const found = textAt(actor, 'name') ?? account ?? textAt(actor, 'mbox')?.replace('mailto:', '');
  if (!found) return 'Onbekend';
  return found.length > 16 ? `Deelnemer ${found.slice(0, 8)}…` : found;
}

/** Dutch if there; else, unless only Dutch will do, English or the first. */
function inDutch(map: JsonObject | undefined, only: boolean): string {
  if (!map) return '';
  const keys = Object.keys(map);
  const dutch = keys.find((key) => /^nl\b/i.test(key));
  const other = only ? undefined : (keys.find((key) => /^en\b/i.test(key)) ?? keys[0]);
  const key = dutch ?? other;
  return key === undefined ? '' : (textAt(map, key) ?? '');
}

function objectName(object: JsonObject): string {
  switch (textAt(object, 'objectType') ?? 'Activity') {
    case 'Agent':
    case 'Group':
      return actorName(object);
    case 'StatementRef':
      return `statement ${(textAt(object, 'id') ?? '').slice(0, 8)}`;
    case 'SubStatement':
      return `een ander statement (${verbLabel(objectAt(object, 'verb'))})`;
    default: {
      const definition = objectAt(object, 'definition');
      const name = inDutch(definition ? objectAt(definition, 'name') : undefined, false);
      return name || fromId(lastPart(textAt(object, 'id') ?? ''));
    }
  }
}

/** The words of the options chosen, where the activity lists them; else the response as it is. */
function quoteOf(object: JsonObject, result: JsonObject | undefined): string {
  const response = textAt(result, 'response');
  if (!response) return '';
  const definition = objectAt(object, 'definition');
  const left = wordsOf(definition, ['choices', 'scale', 'steps', 'source']);
  const right = wordsOf(definition, ['target']);
  // xAPI 1.0.3 Data, Appendix C: answers are separated by [,], the halves of a pair by [.].
  const parts = response.split('[,]').map((part) => {
    const [one = '', other] = part.split('[.]');
    const first = left.get(one) ?? one;
    return other === undefined ? first : `${first} → ${right.get(other) ?? other}`;
  });
  return parts.join(' · ');
}

function wordsOf(definition: JsonObject | undefined, lists: readonly string[]): ReadonlyMap<string, string> {
  const entries = lists
    .flatMap((list) => listAt(definition, list))
    .filter(isObject)
    .map((one): [string, string] => [textAt(one, 'id') ?? '', inDutch(objectAt(one, 'description'), false)]);
  return new Map(entries.filter(([, words]) => words !== ''));
}

function placeOf(statement: JsonObject, self: string | undefined): string {
  const context = objectAt(statement, 'context');
  const activities = context ? objectAt(context, 'contextActivities') : undefined;
  const around = ['parent', 'grouping'].flatMap((kind) => listAt(activities, kind)).filter(isObject);
  const place = around.find((one) => textAt(one, 'id') !== self);
  return place ? objectName(place) : '';
}

function figures(result: JsonObject | undefined): readonly Figure[] {
  if (!result) return [];
  const list: Figure[] = [];
  const score = objectAt(result, 'score');
  const raw = score?.['raw'];
  const scaled = score?.['scaled'];
  if (typeof scaled === 'number')
    list.push({ text: `score ${decimal(Math.round(scaled * 1000) / 10)}`, tone: 'plain' });
  else if (typeof raw === 'number') list.push({ text: `score ${decimal(raw)}`, tone: 'plain' });
  if (result['success'] === true) list.push({ text: 'goed', tone: 'good' });
  if (result['success'] === false) list.push({ text: 'niet goed', tone: 'bad' });
  for (const [key, value] of Object.entries(objectAt(result, 'extensions') ?? {})) {
    const name = lastPart(key);
    if (typeof value === 'number')
      list.push({ text: `${fromId(name).toLowerCase()} ${decimal(value)}`, tone: 'plain' });
    else if (name === 'effect' && isObject(value)) list.push(...changes(value));
  }
  return list.slice(0, 6);
}

/** What a choice changed, as our own statements tell it: numbers, one level of grouping allowed. */
function changes(effect: JsonObject): readonly Figure[] {
  return Object.entries(effect).flatMap(([key, value]): readonly Figure[] => {
    if (isObject(value)) return changes(value);
    if (typeof value !== 'number' || value === 0) return [];
    const signed = `${value > 0 ? '+' : '−'}${decimal(Math.abs(value))}`;
    const tone = key !== 'klanttevredenheid' ? 'plain' : value > 0 ? 'good' : 'bad';
    return [{ text: `${fromId(key).toLowerCase()} ${signed}`, tone }];
  });
}
