/** The text of a statement, of which the actor, the verb, the object and the context are those of many others. */
import { once } from './once.js';

const textOfPart = once((part: object) => JSON.stringify(part));

/** What `JSON.stringify` gives; an object or list that is a member is written once. Nobody may change it after that. */
export function statementText(statement: object): string {
  const members = Object.entries(statement) as (readonly [string, unknown])[];
  return `{${members.map(([name, value]) => `${JSON.stringify(name)}:${textOf(value)}`).join(',')}}`;
}

const textOf = (value: unknown): string =>
  typeof value === 'object' && value !== null ? textOfPart(value) : JSON.stringify(value);
