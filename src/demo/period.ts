/** When the demo takes place. */
import type { Period } from './course.js';

const WEEK = 7 * 86_400_000;

/** Thirteen weeks, from a Monday to the last Sunday before or on this day (UTC): the same all week long. */
export function lastQuarter(today: Date): Period {
  const day = Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate());
  const sinceMonday = (new Date(day).getUTCDay() + 6) % 7;
  // A Sunday ends its week.
  const until = day - (sinceMonday === 6 ? -1 : sinceMonday) * 86_400_000;
  return { from: until - 13 * WEEK, until };
}
