/** What turns, options and endings of one conversation are made with. */
import type { Line } from '../module.js';
import type { IdNode, RouteNode, SpokenNode } from '../script/ast.js';
import { hint } from '../source/suggest.js';
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

/** The id that a way names; one that does not exist is reported. */
export function checkRoute({ to, ending }: RouteNode, { turns, endings, rules: { report } }: Maker): string {
  const [own, other] = ending ? [endings, turns] : [turns, endings];
  if (own.includes(to.value)) return to.value;
  const what = ending ? 'Het einde' : 'De beurt';
  const swapped = ending
    ? `Het is wel een beurt: schrijf '-> ${to.value}'.`
    : `Het is wel een einde: schrijf '-> EINDE ${to.value}'.`;
  report(
    to.at,
    'verwijzing',
    `${what} '${to.value}' bestaat niet.${other.includes(to.value) ? ` ${swapped}` : hint(to.value, own)}`,
  );
  return to.value;
}
