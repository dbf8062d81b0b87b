/** `# Gesprek`: turns with what is said and what can be chosen, or a message to compose. */
import type { Reporter } from '../finding.js';
import { cut, placeIn, wholeLine, type Line } from '../source/lines.js';
import { quoteShort } from '../source/suggest.js';
import { SPEAKERS } from '../vocabulary.js';
import type { OptionNode, SlotNode, SpokenNode, TextNode, TurnNode } from './ast.js';
import { misplaced, readLabel, type Entry } from './entries.js';
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
  readonly lines: SpokenNode[];
  coach?: TextNode;
  readonly options: OptionNode[];
  readonly slots: OpenSlot[];
  send?: OptionNode;
}

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
  return turns;
}

function readTurnHead({ line, children }: Entry, report: Reporter): OpenTurn | null {
  const found = /^##(?!#)\s*/.exec(line.text);
  if (!found) return null;
  const id = readName(line, found[0].length, report);
  for (const child of children) misplaced(child, report);
  return { at: placeIn(line), id, lines: [], options: [], slots: [] };
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
  const { line } = entry;
  if (/^\*\s/.test(line.text)) {
    readChoice(turn, entry, report);
    return;
  }
  if (line.text.startsWith('###')) {
    startSlot(turn, entry, report);
    return;
  }
  if (/^leeg(\s|$)/.test(line.text)) {
    readEmpty(turn, entry, report);
    return;
  }
  if (/^verstuur(\s|$)/.test(line.text)) {
    readSend(turn, entry, report);
    return;
  }
  const label = readLabel(wholeLine(line));
  if (label?.label === 'COACH') {
    if (turn.coach) report(placeIn(line), 'dubbel', 'COACH: staat al bij deze beurt.');
    turn.coach = readPlainText(label.text, entry.children, 'COACH:', report);
    return;
  }
  const spoken = readSpoken(entry, report);
  if (!spoken) {
    reportLoose(line, [...SPEAKERS, 'COACH'], report);
    return;
  }
  if (turn.options.length > 0 || turn.slots.length > 0) {
    report(
      placeIn(line),
      'opbouw',
      `${spoken.speaker}: hoort boven de keuzes van de beurt. Wat de klant daarna zegt, staat in de volgende beurt.`,
    );
  }
  turn.lines.push(spoken);
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
