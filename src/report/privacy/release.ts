/** Which cells of a cube may be shown. Pure: classes of persons in, decisions out. */
import { Ledger, type PersonClass, type Sum } from './ledger.js';

/** A place in the cube that has persons in it. */
export interface Candidate {
  readonly id: string;
  /** Persons in it. */
  readonly n: number;
  /** What showing it tells; mostly one sum. */
  readonly sums: readonly Sum[];
  /** Never to be told although it is big enough: everybody in it scored the same. */
  readonly allEqual?: boolean;
}

export type Verdict = 'shown' | 'too-few' | 'complement' | 'all-equal';

export interface ReleaseInput {
  readonly classes: readonly PersonClass[];
  /** In order of importance: a later one gives way to an earlier one. */
  readonly candidates: readonly Candidate[];
  /** Sums that earlier editions told of these persons. */
  readonly told: readonly Sum[];
  readonly k: number;
}

/**
 * Shows as much as can be shown without telling of a group under k: no cell under k, and none that with all others (of this edition
 * and those before) lets a small group be worked out.
 */
export function release({ classes, candidates, told, k }: ReleaseInput): ReadonlyMap<string, Verdict> {
  const small = classes.filter(({ n }) => n < k).length;
  // Orders differ in where they put the small classes: without two of those all are the same.
  const orders = small < 2 ? ORDERS.slice(0, 1) : ORDERS;
  const ledgers = orders.map((order) => new Ledger(classes, k, order === 0 ? undefined : order));
  for (const ledger of ledgers) for (const sum of told) ledger.tell(sum);
  const secret = candidates.filter(({ n, allEqual }) => n < k || allEqual === true);
  for (const ledger of ledgers) for (const { sums } of secret) for (const sum of sums) ledger.protect(sum);
  return new Map(
    candidates.map(({ id, n, sums, allEqual }): [string, Verdict] => {
      if (n < k) return [id, 'too-few'];
      if (allEqual === true) return [id, 'all-equal'];
      return [id, admitted(ledgers, sums) ? 'shown' : 'complement'];
    }),
  );
}

/** k as asked for, never under the floor. */
export const K_FLOOR = 5;
export const K_DEFAULT = 10;

/** In how many ways the rows are laid out to look for small groups; each sees what another may miss. */
const ORDERS = [0, 1, 2, 3, 4, 5] as const;

/** Told in all ledgers, or in none. */
function admitted(ledgers: readonly Ledger[], sums: readonly Sum[]): boolean {
  const undos: (() => void)[] = [];
  for (const ledger of ledgers) {
    const undo = ledger.admit(sums);
    if (!undo) {
      for (const each of undos) each();
      return false;
    }
    undos.push(undo);
  }
  return true;
}
