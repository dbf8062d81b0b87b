/** The people who learn here: a name is enough. */
import type { Store } from '../store/database.js';
import { text } from '../store/rows.js';

export interface Learner {
  /** What a package gets as learner id: like a username, as Moodle does. */
  readonly id: string;
  readonly name: string;
}

export const NAME_LENGTH = 80;

export async function listLearners(store: Store): Promise<readonly Learner[]> {
  const rows = await store.read('select id, name from learners order by created, id');
  return rows.map((row) => ({ id: text(row, 'id'), name: text(row, 'name') }));
}

/** Makes a learner of a typed name; undefined when there is nothing in it. Two of the same name get two ids. */
export async function addLearner(store: Store, typed: string): Promise<Learner | undefined> {
  const name = typed
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim()
    .slice(0, NAME_LENGTH);
  if (!name) return undefined;
  return store.write(async (run) => {
    const taken = new Set((await run('select id from learners')).map((row) => text(row, 'id')));
    const base = idOf(name);
    let id = base;
    for (let number = 2; taken.has(id); number += 1) id = `${base}.${number}`;
    await run('insert into learners values ($1, $2, $3)', [id, name, new Date().toISOString()]);
    return { id, name };
  });
}

// SCORM 1.2 CMIIdentifier: printable ASCII without spaces.
function idOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '.').replace(/^\.|\.$/g, '') || 'deelnemer';
}
