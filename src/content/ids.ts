/** Gives the ids that an author has not written yet; `--fix` writes them down. */
import type { Edit, Reporter } from './finding.js';
import { optionsOf, type IdNode, type TurnNode } from './script/ast.js';

export interface IdWish {
  readonly node: IdNode;
  /** Letters before the number. */
  readonly prefix: string;
}

/**
 * Names every node: its own id, or a new one that was never used in this unit. Repeated ids and missing ones are
 * reported (the missing ones in one finding with all edits).
 */
export function nameNodes(
  wishes: readonly IdWish[],
  everGiven: readonly string[],
  report: Reporter,
): Map<IdNode, string> {
  const names = new Map<IdNode, string>();
  const inScript = new Set<string>();
  const missing: IdWish[] = [];
  for (const wish of wishes) {
    const { value, at } = wish.node;
    if (value === null) missing.push(wish);
    if (value === null || value === '?') continue;
    if (inScript.has(value))
      report(
        at,
        'dubbel',
        `Het id '${value}' staat al eerder in dit bestand. Haal het hier weg; \`npm run check -- --fix\` schrijft een nieuw.`,
      );
    inScript.add(value);
    names.set(wish.node, value);
  }
  const taken = new Set([...everGiven, ...inScript]);
  const edits: Omit<Edit, 'file'>[] = [];
  for (const { node, prefix } of missing) {
    const id = nextId(prefix, taken);
    taken.add(id);
    names.set(node, id);
    edits.push({ start: node.insertAt, end: node.insertAt, text: ` {#${id}}` });
  }
  reportMissing(missing, edits, report);
  return names;
}

/** Names the options of turns: each turn its letters, each option its number. */
export function nameOptions(
  turns: readonly TurnNode[],
  everGiven: readonly string[],
  report: Reporter,
): Map<IdNode, string> {
  const groups = turns
    .map((turn) => optionsOf(turn).map((option) => option.id))
    .filter((nodes) => nodes.length > 0);
  const prefixes = prefixesOf(groups, everGiven);
  const wishes = groups.flatMap((nodes, index) =>
    nodes.map((node) => ({ node, prefix: prefixes[index] ?? 'x' })),
  );
  return nameNodes(wishes, everGiven, report);
}

function reportMissing(
  missing: readonly IdWish[],
  edits: readonly Omit<Edit, 'file'>[],
  report: Reporter,
): void {
  const [first] = missing;
  if (!first) return;
  const many =
    missing.length === 1
      ? 'Hier ontbreekt een id, zoals {#a1}.'
      : `Hier en op nog ${missing.length === 2 ? 'één plek' : `${missing.length - 1} plekken`} ontbreekt een id, zoals {#a1}.`;
  for (const [index, edit] of edits.entries()) {
    if (index === 0)
      report(first.node.at, 'id-ontbreekt', `${many} Draai \`npm run check -- --fix\`; die schrijft ze.`, {
        edit,
      });
    else report.fix(edit);
  }
}

/** One above the highest number ever given with these letters. */
function nextId(prefix: string, taken: ReadonlySet<string>): string {
  let highest = 0;
  for (const id of taken) {
    const number = id.startsWith(prefix) ? id.slice(prefix.length) : '';
    if (/^\d{1,6}$/.test(number)) highest = Math.max(highest, Number(number));
  }
  return `${prefix}${highest + 1}`;
}

/** Letters for the turns of a script: those its ids already have, else the next that nobody has. */
function prefixesOf(groups: readonly (readonly IdNode[])[], everGiven: readonly string[]): string[] {
  const lettersOf = (id: string | null): string | null => /^([a-z]{1,3})\d+$/.exec(id ?? '')?.[1] ?? null;
  const used = new Set(
    [...everGiven, ...groups.flat().map((node) => node.value)].flatMap((id) => lettersOf(id) ?? []),
  );
  return groups.map((nodes) => {
    const own = nodes.flatMap((node) => lettersOf(node.value) ?? [])[0];
    if (own !== undefined) return own;
    const letters = firstFree(used);
    used.add(letters);
    return letters;
  });
}

function firstFree(used: ReadonlySet<string>): string {
  for (let number = 0; ; number++) {
    const letters = toLetters(number);
    if (!used.has(letters)) return letters;
  }
}

/** a .. z, aa .. zz, and on. */
function toLetters(number: number): string {
  const last = String.fromCharCode(97 + (number % 26));
  return number < 26 ? last : toLetters(Math.floor(number / 26) - 1) + last;
}
