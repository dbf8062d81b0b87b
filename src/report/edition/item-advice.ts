/** What to do with an item of the kennistoets. A sound item must not be called a bad one by chance: few persons, little advice. */
import type { ItemFigure } from './edition.js';

/** From how many persons psychometrics say something, and from how many they are firm. */
export const UNSTABLE = 30;
export const FIRM = 100;

/** Item-rest correlation from which an item tells people apart well enough (Moodle's report: 20 %). */
const SOUND = 0.2;
const Z_95 = 1.96;

export interface Measured {
  /** Persons. */
  readonly n: number;
  /** 0-100. */
  readonly facility: number;
  /** Item-rest correlation; null: no spread. */
  readonly discrimination: number | null;
  /** 0-100: what blind guessing gives. */
  readonly guess: number;
  /** Persons who took the wrong answer that fewest took; null: no single choice. */
  readonly rarest: number | null;
  /** Of a quiz right after a lesson, where it is well that most can do it. */
  readonly practice?: boolean;
}

/** First the limits that hold for any number of persons, then what the item could do better. */
export function adviceOn({
  n,
  facility,
  discrimination,
  guess,
  rarest,
  practice,
}: Measured): ItemFigure['advice'] {
  if (n < UNSTABLE) return 'few';
  const isDull = discrimination !== null && upper(discrimination, n) < SOUND;
  if (isDull && discrimination < 0) return 'check-key';
  if (facility > 90) return practice ? 'fine' : 'too-easy';
  if (facility < guess + 10 && (discrimination ?? 0) < SOUND) return 'too-hard';
  if (isDull) return 'weak';
  if (facility < 50) return 'teach';
  return rarest !== null && n >= FIRM && rarest < 0.02 * n ? 'dead-distractor' : 'fine';
}

/** The highest correlation that fits what was measured: the upper end of its 95 % interval (Fisher's z). */
function upper(correlation: number, n: number): number {
  return Math.tanh(Math.atanh(Math.min(0.999, correlation)) + Z_95 / Math.sqrt(n - 3));
}

/** What needs a look first. */
export const ADVICE_ORDER: readonly ItemFigure['advice'][] = [
  'check-key',
  'too-hard',
  'weak',
  'too-easy',
  'teach',
  'dead-distractor',
  'fine',
  'few',
];
