/** What a table of an edition is made of. */
import { reasonText } from './names.js';
import type { Share, WithheldReason } from './figures.js';

export type Value = string | number | null;

export interface Table {
  /** Name of the file or sheet: 'score-per-competentie'. At most 31 characters. */
  readonly id: string;
  readonly title: string;
  /** Dutch heads. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

/** 'hoogstens 20', '45', 'minstens 80' (percent); null stays null. */
export function shareText(share: Share | null): string | null {
  if (share === null) return null;
  switch (share.bound) {
    case 'at-most':
      return `hoogstens ${share.percent}`;
    case 'at-least':
      return `minstens ${share.percent}`;
    case 'about':
      return `${share.percent}`;
  }
}

/** A cell of any table. */
type AnyCell =
  | { readonly shown: true; readonly n: number; readonly versions: readonly string[] }
  | { readonly shown: false; readonly why: WithheldReason };

/** The last columns of a row: n, versions, and why there are no figures. */
export function basisOf(cell: AnyCell, k: number): readonly Value[] {
  return cell.shown ? [cell.n, cell.versions.join(' '), null] : [null, null, reasonText(cell.why, k)];
}
