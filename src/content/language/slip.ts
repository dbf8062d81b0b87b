/** Something in a text that could be plainer. */
import type { FindingCode } from '../finding.js';

export interface Slip {
  /** Offset in the text. */
  readonly start: number;
  readonly code: FindingCode;
  readonly message: string;
}
