/** What turns, options and endings of one conversation are made with. */
import type { Line } from '../module.js';
import type { IdNode, SpokenNode } from '../script/ast.js';
import type { RuleContext } from './rules.js';

/** What the parts of one conversation lean on. */
export interface Maker {
  readonly rules: RuleContext;
  readonly ids: ReadonlyMap<IdNode, string>;
  readonly turns: readonly string[];
  readonly endings: readonly string[];
}

export const toLine = ({ speaker, mood, text }: SpokenNode): Line => ({
  speaker,
  text,
  ...(mood === undefined ? {} : { mood }),
});
