/** Looking into JSON of which nothing is known: what is not there, or is something else, is null. */

/** A member of an object; undefined where there is none. */
export function member(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? (of as Readonly<Record<string, unknown>>)[name] : undefined;
}

export const isThere = (value: unknown): boolean => value !== undefined && value !== null;

/** A text; also of a number or a truth value, as some programs write their versions. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

/** A finite number, also one that was written as text. */
export function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string' || value.trim() === '') return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

/** The elements of an array; one that stands alone is a list of one (xAPI 1.0.3, Data 2.4.6.2 allows that for context activities). */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return isThere(value) ? [value] : [];
}

/** The values of an object, none of anything else. */
export function valuesOf(value: unknown): readonly unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : [];
}
