/** `# Eindes`: how a conversation can end, and what came of it. */
import type { Reporter } from '../finding.js';
import { cut, placeIn, placeOf, wholeLine } from '../source/lines.js';
import { hint, quoteShort } from '../source/suggest.js';
import { ENDING_QUALITIES, SPEAKERS, type EndingQuality } from '../vocabulary.js';
import { readConsequences, type Label } from './arrival.js';
import type { ConsequenceNode, EndingNode, SpokenNode, TextNode } from './ast.js';
import { readFollowUps } from './effects.js';
import { misplaced, readLabel, type Entry } from './entries.js';
import { readPlainText } from './parts.js';
import { readSpoken, reportLoose } from './spoken.js';
import { readName } from './turns.js';

interface OpenEnding {
  readonly at: EndingNode['at'];
  readonly id: string;
  readonly quality: EndingQuality;
  readonly lines: SpokenNode[];
  readonly consequences: ConsequenceNode[];
  followUps?: number;
  verdict?: TextNode;
  later?: TextNode & { when: string };
}

/** Reads all endings; an ending without `LATER` is reported. */
export function readEndings(entries: readonly Entry[], report: Reporter): EndingNode[] {
  const endings: OpenEnding[] = [];
  for (const entry of entries) {
    const ending = endings.at(-1);
    if (/^##(?!#)/.test(entry.line.text)) endings.push(readHead(entry, report));
    else if (ending) readInEnding(ending, entry, report);
    else
      report(
        placeIn(entry.line),
        'opbouw',
        "Boven deze regel ontbreekt een einde, zoals '## netjes (goed)'.",
      );
  }
  for (const { later, at, id } of endings) {
    if (!later)
      report(
        at,
        'tekst-ontbreekt',
        `Bij het einde '${id}' ontbreekt 'LATER (drie weken): ...': wat gebeurde er daarna met de klant?`,
      );
  }
  return endings;
}

function readHead({ line, children }: Entry, report: Reporter): OpenEnding {
  for (const child of children) misplaced(child, report);
  const bracket = line.text.indexOf('(');
  const id = readName(line, 2, report, bracket < 0 ? undefined : bracket);
  const word = bracket < 0 ? null : cut(wholeLine(line), bracket + 1, line.text.lastIndexOf(')'));
  const quality = ENDING_QUALITIES.find((each) => each === word?.text);
  if (!quality) {
    const near = word ? hint(word.text, ENDING_QUALITIES) : ` Kies uit: ${ENDING_QUALITIES.join(', ')}.`;
    report(
      word ? placeOf(word) : placeIn(line),
      'opbouw',
      `Achter '## ${id}' hoort tussen haakjes hoe goed het einde is.${near}`,
    );
  }
  return { at: placeIn(line), id, quality: quality ?? 'voldoende', lines: [], consequences: [] };
}

function readInEnding(ending: OpenEnding, entry: Entry, report: Reporter): void {
  const { line, children } = entry;
  const at = placeIn(line);
  if (/^vervolg(\s|$)/.test(line.text)) {
    const followUps = readFollowUps(wholeLine(line), report);
    if (followUps) ending.followUps = followUps.value;
    for (const child of followUps ? children : []) misplaced(child, report);
    return;
  }
  const label = readLabel(wholeLine(line));
  if (label?.label === 'OORDEEL') {
    ending.verdict = readPlainText(label.text, children, 'OORDEEL:', report);
    return;
  }
  if (label?.label === 'GEVOLG') {
    ending.consequences.push(...readConsequences(entry, label, report));
    return;
  }
  if (label?.label === 'LATER') {
    readLater(ending, entry, label, report);
    return;
  }
  const spoken = readSpoken(entry, report);
  if (spoken) ending.lines.push(spoken);
  else if (/^\*\s/.test(line.text))
    report(at, 'opbouw', `Een einde heeft geen keuzes: ${quoteShort(line.text)}.`);
  else reportLoose(line, [...SPEAKERS, 'OORDEEL', 'LATER', 'GEVOLG'], report);
}

function readLater(ending: OpenEnding, entry: Entry, { note, text }: Label, report: Reporter): void {
  const at = placeIn(entry.line);
  const when = note?.text ?? '';
  if (when === '') report(at, 'opbouw', "Zet achter LATER wanneer het is, zoals 'LATER (drie weken): ...'.");
  if (ending.later) report(at, 'dubbel', `LATER: staat al bij het einde '${ending.id}'.`);
  ending.later = { when, ...readPlainText(text, entry.children, 'LATER:', report) };
}
