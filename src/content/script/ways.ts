/** Looks up where a way leads. */
import type { Reporter } from '../finding.js';
import { hint } from '../source/suggest.js';
import type { RouteNode } from './ast.js';

/** What a way may lead to. */
export interface RouteNames {
  readonly turns: readonly string[];
  readonly endings: readonly string[];
}

/** The id that a way names; one that does not exist is reported. */
export function checkRoute(
  { to, kind }: RouteNode,
  { turns, endings }: RouteNames,
  report: Reporter,
): string {
  if (kind === 'exit') {
    const advice = `Schrijf '-> ${to.value}' of '-> EINDE ${to.value}'.`;
    report(to.at, 'uitgang', `'-> UIT ${to.value}' kan alleen in een fragment. ${advice}`);
    return to.value;
  }
  const ending = kind === 'ending';
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
