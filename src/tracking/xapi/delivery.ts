/** Brings statements to an LRS: one bad statement spoils a batch, so a refused batch is taken apart. */
import type { Statement } from '@xapi/xapi';
import type { Lost } from './aftercare.js';
import { LrsError } from './transport.js';

/** What we need of the LRS; throws `LrsError`. */
export interface Lrs {
  send(statements: readonly Statement[]): Promise<void>;
  find(id: string): Promise<Statement>;
}

export type Delivery =
  /** Every statement is in the LRS, or never can be; those are named in `lost`. */
  | { readonly kind: 'done'; readonly lost: readonly Lost[] }
  /** No answer (then `offline`), overload, or a broken LRS: the same again later. */
  | { readonly kind: 'later'; readonly wait: number | null; readonly offline: boolean }
  /** The credentials are no good (any more). */
  | { readonly kind: 'stop' };

export async function deliver(lrs: Lrs, statements: readonly Statement[]): Promise<Delivery> {
  if (statements.length === 0) return { kind: 'done', lost: [] };
  try {
    await lrs.send(statements);
    return { kind: 'done', lost: [] };
  } catch (error) {
    const failure = error instanceof LrsError ? error : new LrsError(0, String(error));
    if (failure.status === 401 || failure.status === 403) return { kind: 'stop' };
    if (!isAboutStatements(failure.status)) return later(failure);
    const [only, ...others] = statements;
    if (only === undefined || others.length > 0) return deliverHalves(lrs, statements);
    if (failure.status === 409) return settleConflict(lrs, only);
    return lose(only, `HTTP ${failure.status} ${failure.message}`);
  }
}

/** Anything else is no judgment of what was sent: overload, the LRS's own trouble, an address that is wrong for now. */
function isAboutStatements(status: number): boolean {
  return status === 400 || status === 409 || status === 413 || status === 422;
}

function later({ status, retryAfter }: LrsError): Delivery {
  return { kind: 'later', wait: retryAfter, offline: status === 0 };
}

async function deliverHalves(lrs: Lrs, statements: readonly Statement[]): Promise<Delivery> {
  const middle = Math.ceil(statements.length / 2);
  const first = await deliver(lrs, statements.slice(0, middle));
  if (first.kind !== 'done') return first;
  const second = await deliver(lrs, statements.slice(middle));
  return second.kind === 'done' ? { kind: 'done', lost: [...first.lost, ...second.lost] } : second;
}

/** The id is known there: delivered earlier, unless the LRS holds something else under it. */
async function settleConflict(lrs: Lrs, statement: Statement): Promise<Delivery> {
  try {
    const there = await lrs.find(statement.id ?? '');
    return saysTheSame(there, statement)
      ? { kind: 'done', lost: [] }
      : lose(statement, 'the LRS holds another statement under this id');
  } catch (error) {
    // A key that may only write cannot look, and what was voided is not shown; the id alone says that it was ours.
    const isAnswered = error instanceof LrsError && [400, 401, 403, 404, 405].includes(error.status);
    if (error instanceof LrsError && !isAnswered) return later(error);
    return { kind: 'done', lost: [] };
  }
}

function lose(statement: Statement, reason: string): Delivery {
  return { kind: 'done', lost: [{ statement, reason }] };
}

/** What an LRS may change or add (authority, stored, display texts) is left out. */
function saysTheSame(one: Statement, other: Statement): boolean {
  const essence = ({ actor, verb, object, result }: Statement) =>
    sorted({
      account: 'account' in actor ? actor.account : undefined,
      verb: verb.id,
      object: 'id' in object ? object.id : undefined,
      result,
    });
  return essence(one) === essence(other);
}

/** JSON with its keys in order: an LRS need not keep ours. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
