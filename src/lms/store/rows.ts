/** Reads columns of a row as what the tables say they are. */
import type { Row } from './database.js';

export function text(row: Row, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? value : '';
}

export function textOrNull(row: Row, column: string): string | null {
  const value = row[column];
  return typeof value === 'string' ? value : null;
}

export function number(row: Row, column: string): number {
  return Number(row[column] ?? 0);
}

export function flag(row: Row, column: string): boolean {
  return row[column] === true;
}
