/** `# Gesprek`: turns with what is said and what can be chosen, or a message to compose. */
import type { Reporter } from '../finding.js';
import { cut, placeIn, wholeLine, type Line } from '../source/lines.js';
import { quoteShort } from '../source/suggest.js';
import { COMPOSE_FORMS, SPEAKERS, type ComposeForm } from '../vocabulary.js';
import { AGAIN, readAgain, readConsequences, readContact, type Label } from './arrival.js';
import type {
  AgainNode,
  ConsequenceNode,
  ContactNode,
  FragmentUseNode,
  OptionNode,
  SlotNode,
  SpokenNode,
  TextNode,
  TurnNode,
  Word,
} from './ast.js';
import { misplaced, readLabel, type Entry } from './entries.js';
import { FRAGMENT, readFragmentUse } from './fragment-use.js';
import { BLOCK, CHOICE, EMPTY, readOption, SEND } from './options.js';
import { readPlainText } from './parts.js';
import { readSpoken, reportLoose } from './spoken.js';

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

interface OpenSlot {
  readonly at: SlotNode['at'];
  readonly id: string;
  readonly label: string;
  readonly blocks: OptionNode[];
  empty?: OptionNode;
}
interface OpenTurn {
  readonly at: TurnNode['at'];
  readonly id: string;
  contact?: ContactNode;
  readonly consequences: ConsequenceNode[];
  again?: OpenAgain;
  fragment?: FragmentUseNode;
  form?: Word<ComposeForm>;
  readonly lines: SpokenNode[];
  coach?: TextNode;
  readonly options: OptionNode[];
  readonly slots: OpenSlot[];
  send?: OptionNode;
}

type OpenAgain = AgainNode & { readonly lines: SpokenNode[]; readonly consequences: ConsequenceNode[] };

/** Reads all turns; lines that fit nowhere are reported. */
export function readTurns(entries: readonly Entry[], report: Reporter): TurnNode[] {
  const turns: OpenTurn[] = [];
  for (const entry of entries) {
    const started = readTurnHead(entry, report);
    const turn = turns.at(-1);
    if (started) turns.push(started);
    else if (turn) readInTurn(turn, entry, report);
    else report(placeIn(entry.line), 'opbouw', "Boven deze regel ontbreekt een beurt, zoals '## opening'.");
  }
  for (const turn of turns) checkFragmentAlone(turn, report);
  return turns;
}

/** A fragment brings all that can be chosen; what is said before it is the script's own. */
function checkFragmentAlone({ fragment, options, slots, form }: OpenTurn, report: Reporter): void {
  if (!fragment || (options.length === 0 && slots.length === 0 && !form)) return;
  report(
    fragment.at,
    'opbouw',
    'Een beurt heeft keuzes, onderdelen of een fragment. Zet de keuzes in een beurt ervoor of erna.',
  );
}

function readTurnHead({ line, children }: Entry, report: Reporter): OpenTurn | null {
  const found = /^##(?!#)\s*/.exec(line.text);
  if (!found) return null;
  const id = readName(line, found[0].length, report);
  for (const child of children) misplaced(child, report);
  return { at: placeIn(line), id, consequences: [], lines: [], options: [], slots: [] };
}

/** The name after `##` or before `:`; a bad one is reported and still used, so that its turn is read. */
export function readName(line: Line, from: number, report: Reporter, to = line.text.length): string {
  const name = cut(wholeLine(line), from, to).text;
  if (!ID.test(name)) {
    report(
      placeIn(line, from),
      'id-vorm',
      `${quoteShort(name)} is geen goede naam: gebruik kleine letters, cijfers en streepjes, zoals 'tweede-beurt'.`,
    );
  }
  return name;
}

function readInTurn(turn: OpenTurn, entry: Entry, report: Reporter): void {
  if (readKeyword(turn, entry, report)) return;
  const label = readLabel(wholeLine(entry.line));
  if (label && readLabelled(turn, entry, label, report)) return;
  const spoken = readSpoken(entry, report);
  if (spoken) speak(turn, spoken, report);
  else reportLoose(entry.line, [...SPEAKERS, 'COACH', 'CONTACT', 'GEVOLG'], report);
}

/** Lines that begin with a word or sign of their own; false for all others. */
function readKeyword(turn: OpenTurn, entry: Entry, report: Reporter): boolean {
  const { text } = entry.line;
  if (/^\*\s/.test(text)) readChoice(turn, entry, report);
  else if (text.startsWith('###')) startSlot(turn, entry, report);
  else if (/^leeg(\s|$)/.test(text)) readEmpty(turn, entry, report);
  else if (/^verstuur(\s|$)/.test(text)) readSend(turn, entry, report);
  else if (AGAIN.test(text)) startAgain(turn, entry, report);
  else if (FRAGMENT.test(text)) startFragment(turn, entry, report);
  else return readForm(turn, entry, report);
  return true;
}

function readForm(turn: OpenTurn, { line, children }: Entry, report: Reporter): boolean {
  const form = COMPOSE_FORMS.find((each) => each === line.text);
  if (!form) return false;
  for (const child of children) misplaced(child, report);
  if (turn.form) report(placeIn(line), 'dubbel', `'${turn.form.value}' staat al bij deze beurt.`);
  turn.form = { value: form, at: placeIn(line) };
  return true;
}

function startFragment(turn: OpenTurn, entry: Entry, report: Reporter): void {
  const fragment = readFragmentUse(entry, report);
  if (turn.fragment) report(placeIn(entry.line), 'dubbel', 'Een beurt heeft hooguit één fragment.');
  else if (fragment) turn.fragment = fragment;
}

function startAgain(turn: OpenTurn, entry: Entry, report: Reporter): void {
  const again = readAgain(entry, report);
  if (turn.again)
    report(placeIn(entry.line), 'dubbel', "Een beurt heeft hooguit één 'herhaal' of 'onderwerpen'.");
  else if (again) turn.again = { ...again, lines: [], consequences: [] };
}

/** `COACH:`, `CONTACT (...):` and `GEVOLG (...):`; false for a speaker. */
function readLabelled(
  turn: OpenTurn,
  entry: Entry,
  label: Label & { readonly label: string },
  report: Reporter,
): boolean {
  const at = placeIn(entry.line);
  switch (label.label) {
    case 'COACH':
      if (turn.coach) report(at, 'dubbel', 'COACH: staat al bij deze beurt.');
      turn.coach = readPlainText(label.text, entry.children, 'COACH:', report);
      return true;
    case 'CONTACT': {
      const contact = readContact(entry, label, report);
      if (turn.contact) report(at, 'dubbel', 'CONTACT: staat al bij deze beurt.');
      if (turn.again || turn.lines.length > 0)
        report(at, 'opbouw', 'Zet CONTACT meteen onder de naam van de beurt, boven wat er wordt gezegd.');
      if (contact) turn.contact = contact;
      return true;
    }
    case 'GEVOLG':
      (turn.again ?? turn).consequences.push(...readConsequences(entry, label, report));
      return true;
    default:
      return false;
  }
}

function speak(turn: OpenTurn, spoken: SpokenNode, report: Reporter): void {
  if (turn.options.length > 0 || turn.slots.length > 0 || turn.fragment) {
    report(
      spoken.at,
      'opbouw',
      `${spoken.speaker}: hoort boven de keuzes van de beurt. Wat de klant daarna zegt, staat in de volgende beurt, of bij de keuze achter ZEGT:.`,
    );
  }
  // What stands below `herhaal` or `onderwerpen` is said on each return.
  (turn.again ?? turn).lines.push(spoken);
}

function readChoice(turn: OpenTurn, entry: Entry, report: Reporter): void {
  const slot = turn.slots.at(-1);
  if (turn.send) report(placeIn(entry.line), 'opbouw', "Na 'verstuur' kan in deze beurt niets meer staan.");
  if (slot) slot.blocks.push(readOption(entry, 1, BLOCK, report));
  else turn.options.push(readOption(entry, 1, CHOICE, report));
}

function startSlot(turn: OpenTurn, { line, children }: Entry, report: Reporter): void {
  const colon = line.text.indexOf(':');
  if (colon < 0) report(placeIn(line), 'opbouw', "Schrijf een onderdeel als '### aanhef: Aanhef'.");
  if (turn.options.length > 0)
    report(placeIn(line), 'opbouw', 'Een beurt heeft keuzes of onderdelen, niet allebei.');
  for (const child of children) misplaced(child, report);
  const id = readName(line, 3, report, colon < 0 ? undefined : colon);
  const label = colon < 0 ? id : cut(wholeLine(line), colon + 1).text;
  if (label === '')
    report(placeIn(line), 'tekst-ontbreekt', `Achter '### ${id}:' hoort het opschrift van het onderdeel.`);
  if (turn.slots.some((slot) => slot.id === id))
    report(placeIn(line), 'dubbel', `Het onderdeel '${id}' staat al in deze beurt.`);
  turn.slots.push({ at: placeIn(line), id, label, blocks: [] });
}

function readEmpty(turn: OpenTurn, entry: Entry, report: Reporter): void {
  const slot = turn.slots.at(-1);
  const option = readOption(entry, 4, EMPTY, report);
  if (!slot) {
    report(option.at, 'opbouw', "'leeg' hoort bij een onderdeel: zet er '### naam: Opschrift' boven.");
    return;
  }
  if (slot.empty) report(option.at, 'dubbel', `'leeg' staat al bij het onderdeel '${slot.id}'.`);
  slot.empty = option;
}

function readSend(turn: OpenTurn, entry: Entry, report: Reporter): void {
  const option = readOption(entry, 8, SEND, report);
  if (turn.slots.length === 0) {
    report(option.at, 'opbouw', "'verstuur' hoort bij een beurt met onderdelen (### naam: Opschrift).");
    return;
  }
  if (turn.send) report(option.at, 'dubbel', "'verstuur' staat al in deze beurt.");
  turn.send = option;
}
