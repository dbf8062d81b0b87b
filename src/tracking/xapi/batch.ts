/** How much goes into one request. */
import type { Statement } from '@xapi/xapi';

/** An LRS may refuse more than it likes to take; these are what the common ones take without being asked. */
const MAX_STATEMENTS = 50;
const MAX_BYTES = 500_000;

/** The statements of one event: they go or stay together. */
export interface Made<T> {
  readonly event: T;
  readonly statements: readonly Statement[];
}

/** The first of them that fit in one request; one always goes, however large. */
export function fitting<T>(
  made: Iterable<Made<T>>,
  maxBytes = MAX_BYTES,
  maxStatements = MAX_STATEMENTS,
): readonly Made<T>[] {
  const batch: Made<T>[] = [];
  let bytes = 2;
  let count = 0;
  for (const one of made) {
    bytes += bytesOf(one.statements);
    count += one.statements.length;
    if (batch.length > 0 && (bytes > maxBytes || count > maxStatements)) break;
    batch.push(one);
  }
  return batch;
}

/** In a JSON array: each with its comma. */
export function bytesOf(statements: readonly Statement[]): number {
  const encoder = new TextEncoder();
  return statements.reduce((sum, one) => sum + encoder.encode(JSON.stringify(one)).length + 1, 0);
}
