/** A piece of conversation that several scripts share: `nagaan.fragment.md`, of a module or of the municipality. */
import type { FindingList, Reporter } from '../finding.js';
import { nameOptions } from '../ids.js';
import { fragmentTexts } from '../language/conversation-texts.js';
import type { SourceText } from '../language/texts.js';
import { id as idSchema } from '../schema/common.js';
import { fragmentHead, type FragmentHead } from '../schema/script-heads.js';
import { routesOf, type IdNode, type TurnNode } from '../script/ast.js';
import { parseFragment } from '../script/conversation.js';
import { checkRoute } from '../script/ways.js';
import { readHeaded } from '../source/head.js';
import { hint } from '../source/suggest.js';
import type { YamlFile } from '../source/yaml.js';

export const FRAGMENT_ENDING = '.fragment.md';

/** As read from its folder. */
export interface FragmentSource {
  /** The name of its file without its ending. */
  readonly id: string;
  /** Below the modules folder. */
  readonly name: string;
  readonly text: string;
  readonly report: Reporter;
}

export interface Fragment {
  readonly id: string;
  readonly source: FragmentSource;
  /** The first one is where a script comes in. */
  readonly turns: readonly TurnNode[];
  readonly exits: readonly string[];
  /** Without the fragment's name before them. */
  readonly ids: ReadonlyMap<IdNode, string>;
  readonly texts: readonly SourceText[];
  /** False: it has errors of its own, so nothing is built with it. */
  readonly sound: boolean;
}

/** Reads one fragment. `everGiven`: the ids it ever had, in whatever script. */
export function readFragment(
  source: FragmentSource,
  everGiven: readonly string[],
  list: FindingList,
): Fragment {
  const { id, text, report } = source;
  const before = list.blockingCount;
  checkName(source);
  const { head, body } = readHeaded(text, fragmentHead, report);
  const turns = parseFragment(body, report);
  const ids = nameOptions(turns, everGiven, report);
  if (head) checkWays(turns, head, report, list);
  checkPlace(turns, report);
  return {
    id,
    source,
    turns,
    exits: Object.keys(head?.data.uitgangen ?? {}),
    ids,
    texts: fragmentTexts(turns, ids),
    sound: list.blockingCount === before,
  };
}

function checkName({ id, report }: FragmentSource): void {
  if (idSchema.safeParse(id).success) return;
  const advice = 'met kleine letters, cijfers en streepjes';
  report({ line: 1, column: 1 }, 'id-vorm', `Noem dit bestand '<naam>${FRAGMENT_ENDING}', ${advice}.`);
}

/** Every way stays in the fragment or takes one of its exits, and every exit is taken. */
function checkWays(
  turns: readonly TurnNode[],
  { data, at }: YamlFile<FragmentHead>,
  report: Reporter,
  list: FindingList,
): void {
  const exits = Object.keys(data.uitgangen);
  const names = turns.map((turn) => turn.id);
  const taken = new Set<string>();
  const before = list.blockingCount;
  for (const route of turns.flatMap(routesOf)) {
    const { kind, to } = route;
    if (kind === 'turn') checkRoute(route, { turns: names, endings: [] }, report);
    else if (kind === 'ending')
      report(
        to.at,
        'uitgang',
        `Een fragment kent de eindes van een gesprek niet. Schrijf '-> UIT naam'; het gesprek zegt welk einde daarbij hoort.${hint(to.value, exits)}`,
      );
    else if (exits.includes(to.value)) taken.add(to.value);
    else
      report(
        to.at,
        'uitgang',
        `De uitgang '${to.value}' staat niet bij 'uitgangen' in de kop.${hint(to.value, exits)}`,
      );
  }
  // A way that cannot be read may be the one that is missing.
  if (turns.length === 0 || list.blockingCount > before) return;
  for (const exit of exits) {
    if (!taken.has(exit))
      report(
        at(['uitgangen', exit], true),
        'uitgang',
        `Geen enkele keuze gaat door de uitgang '${exit}'. Schrijf ergens '-> UIT ${exit}', of haal hem weg.`,
      );
  }
}

/** What only a whole conversation can have. */
function checkPlace(turns: readonly TurnNode[], report: Reporter): void {
  const [first] = turns;
  if (first?.contact)
    report(
      first.contact.at,
      'opbouw',
      'De eerste beurt van een fragment begint geen nieuw contact. Zet CONTACT in het gesprek, boven het fragment.',
    );
  const seen = new Set<string>();
  for (const { id, at, fragment } of turns) {
    if (seen.has(id)) report(at, 'dubbel', `De beurt '${id}' staat er twee keer. Geef deze een andere naam.`);
    seen.add(id);
    if (fragment) report(fragment.at, 'opbouw', 'In een fragment kan geen ander fragment staan.');
  }
}
