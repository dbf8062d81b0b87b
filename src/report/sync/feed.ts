/** From a store on this computer into the facts: what came since the last time. */
import type { Facts } from '../facts/facts.js';
import { addTallies, NOTHING_READ, type Tally } from '../facts/tally.js';

/** Statements in the order in which they came. */
export interface StatementFeed {
  /** Of which store: another one is read from its start. */
  readonly name: string;
  /** Those after a place, at most some thousands; `place` of the last one. Null: there are no more. */
  after(place: string | null): Promise<{ readonly texts: readonly string[]; readonly place: string } | null>;
}

/** Reads all that is new. @throws FactsUnavailable */
export async function catchUp(facts: Facts, feed: StatementFeed): Promise<Tally> {
  const name = `place ${feed.name}`;
  let place = await facts.setting(name);
  let tally = NOTHING_READ;
  for (let next = await feed.after(place); next !== null; next = await feed.after(place)) {
    const { texts, place: last } = next;
    tally = addTallies(tally, await facts.add({ texts }, () => ({ [name]: last })));
    place = last;
  }
  return tally;
}
