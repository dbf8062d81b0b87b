/** What was found in statements that were read. */
export interface Tally {
  /** All of them. */
  readonly read: number;
  /** New ones of this course. */
  readonly ours: number;
  /** Of other courses or programs. */
  readonly foreign: number;
  /** No statement at all, without what every statement has, or without a time that can be. */
  readonly malformed: number;
  /** Statements that take another one back. */
  readonly voiding: number;
  /** Read before. */
  readonly repeated: number;
  /** Of ours, told by a clock that runs more than a day ahead or was never set; dated by the LRS's clock. */
  readonly misdated: number;
}

export const NOTHING_READ: Tally = {
  read: 0,
  ours: 0,
  foreign: 0,
  malformed: 0,
  voiding: 0,
  repeated: 0,
  misdated: 0,
};

export function addTallies(one: Tally, other: Tally): Tally {
  return {
    read: one.read + other.read,
    ours: one.ours + other.ours,
    foreign: one.foreign + other.foreign,
    malformed: one.malformed + other.malformed,
    voiding: one.voiding + other.voiding,
    repeated: one.repeated + other.repeated,
    misdated: one.misdated + other.misdated,
  };
}
