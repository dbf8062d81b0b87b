/** `fragment nagaan` in a turn, with `uitgang -> beurt` or `uitgang als stap x -> beurt` below it. */
import type { Reporter } from '../finding.js';
import { cut, placeIn, placeOf, wholeLine, type Line } from '../source/lines.js';
import { quoteShort } from '../source/suggest.js';
import type { FragmentUseNode } from './ast.js';
import type { Entry } from './entries.js';
import { readConditions } from './conditions.js';
import { readTarget } from './parts.js';
import { splitAtArrow } from './words.js';

export const FRAGMENT = /^fragment(\s|$)/;
const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Null after a finding. An exit that cannot be read is reported and left out. */
export function readFragmentUse({ line, children }: Entry, report: Reporter): FragmentUseNode | null {
  const name = cut(wholeLine(line), 'fragment'.length);
  if (!NAME.test(name.text)) {
    report(
      placeIn(line),
      'opbouw',
      `Schrijf 'fragment naam': de naam van het bestand zonder '.fragment.md'. Hier staat ${quoteShort(line.text)}.`,
    );
    return null;
  }
  const exits = children.flatMap((child) => readExit(child, report) ?? []);
  return { at: placeIn(line), name: { value: name.text, at: placeOf(name) }, exits };
}

function readExit(line: Line, report: Reporter): FragmentUseNode['exits'][number] | null {
  const split = splitAtArrow(wholeLine(line), report);
  const target = split && readTarget(split.after);
  const found = split && /^(\S+)(?:\s+als(?:\s+(.*))?)?$/.exec(split.before.text);
  const [, exit = '', condition] = found ?? [];
  if (!split || !target || !NAME.test(exit)) {
    const advice =
      "Onder 'fragment' staat per uitgang één regel: 'uitgang -> beurt' of 'uitgang -> EINDE einde'.";
    report(placeIn(line), 'uitgang', `${quoteShort(line.text)} past hier niet. ${advice}`);
    return null;
  }
  const conditional = split.before.text !== exit;
  const from = split.before.text.length - (condition?.length ?? 0);
  const conditions = conditional ? readConditions(cut(split.before, from), report) : [];
  return (
    conditions && { name: { value: exit, at: placeOf(split.before) }, to: { if: conditions, ...target } }
  );
}
