/** What every kind of unit has. */

/** Permanent code, two characters [0-9a-z], unique in its module and never given out again. */
export type Code = string;

export interface UnitBase {
  readonly id: string;
  readonly code: Code;
  readonly title: string;
  readonly card: string;
  readonly minutes: number;
  readonly weight: number;
  readonly required: boolean;
}
