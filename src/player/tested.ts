/** How a package that is a knowledge test differs on the screens around it; pure. */
import type { Module, Test, Unit } from '../content/module.js';
import type { UnitProgress } from '../engine/session.js';
import { t } from './texts/texts.js';
import { decimal } from './ui/format.js';

export const testIn = ({ units }: Module): Test | undefined => units.find((unit) => unit.kind === 'test');

/** A score 0..100 as a learner reads it: out of ten; of a test its points, and none before the course, for that is no mark. */
export function readScore(test: Test | undefined, score: number | null): readonly [string, string] | null {
  if (score === null || test?.moment === 'baseline') return null;
  return test ? [decimal(score), t.common.ofHundred] : [decimal(score / 10), t.common.ofTen];
}

/** Minutes that are still to come; of a test that was begun, those of the items that are open. */
export function minutesLeft(unit: Unit, { status, step }: UnitProgress): number {
  if (status === 'finished') return 0;
  if (unit.kind !== 'test') return unit.minutes;
  return Math.ceil(unit.minutes * (1 - step / unit.forms.A.length));
}
