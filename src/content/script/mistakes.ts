/** Reads a `.fout.md`: a finished transcript, and which lines of it were wrong. */
import type { Place, Reporter } from '../finding.js';
import { cut, placeIn, placeOf, wholeLine, type Line } from '../source/lines.js';
import { hint } from '../source/suggest.js';
import { COMPETENCES, SPEAKERS, type CompetenceId } from '../vocabulary.js';
import type { OptionNode, SpokenNode, Word } from './ast.js';
import { joinTextAndId, misplaced, readLabel, toEntries, toSections, type Entry } from './entries.js';
import { ANSWER, readOption } from './options.js';
import { readParts } from './parts.js';
import { asSpeaker, readMood, reportLoose } from './spoken.js';

export interface MistakeNode {
  readonly at: Place;
  readonly line: Word;
  readonly competence: CompetenceId;
  readonly why: OptionNode[];
  readonly better: OptionNode[];
}
export interface MistakesBody {
  readonly lines: readonly SpokenNode[];
  readonly mistakes: readonly MistakeNode[];
}

/** Reads transcript and mistakes; never throws. */
export function parseMistakes(lines: readonly Line[], report: Reporter): MistakesBody {
  const sections = toSections(toEntries(lines, report), ['Gesprek', 'Fouten'], report);
  const entriesOf = (name: string): readonly Entry[] =>
    sections.find((section) => section.name === name)?.entries ?? [];
  const end = lines.at(-1);
  for (const name of ['Gesprek', 'Fouten']) {
    if (end && entriesOf(name).length === 0)
      report(placeIn(end), 'opbouw', `De kop '# ${name}' ontbreekt, of er staat niets onder.`);
  }
  const transcript = entriesOf('Gesprek').flatMap((entry) => readTranscriptLine(entry, report) ?? []);
  return { lines: transcript, mistakes: readMistakes(entriesOf('Fouten'), report) };
}

function readTranscriptLine(entry: Entry, report: Reporter): SpokenNode | null {
  const { line, children } = entry;
  const label = readLabel(wholeLine(line));
  const speaker = label && asSpeaker(label.label);
  if (!speaker) {
    reportLoose(line, SPEAKERS, report);
    return null;
  }
  const mine = speaker === 'JIJ';
  const grammar = { labels: mine ? ['PRIMA'] : [], rules: false, good: false };
  const { more, parts } = readParts(children, grammar, report);
  const { text, id } = joinTextAndId(label.text, more, `${speaker}:`, report);
  const mood = label.note && readMood(label.note, report);
  if (!mine && id.value !== null)
    report(id.at, 'opbouw', 'Alleen een regel van JIJ krijgt een id: alleen die kan fout zijn.');
  const fine = parts.find((part) => part.kind === 'label');
  const node = { at: placeIn(line), speaker, text, ...(mood ? { mood } : {}), ...(mine ? { id } : {}) };
  return fine ? { ...node, fine: fine.text } : node;
}

function readMistakes(entries: readonly Entry[], report: Reporter): MistakeNode[] {
  const mistakes: MistakeNode[] = [];
  let list: 'why' | 'better' | null = null;
  for (const entry of entries) {
    const { line, children } = entry;
    const mistake = mistakes.at(-1);
    if (/^##(?!#)/.test(line.text)) {
      mistakes.push(readMistakeHead(line, report));
      list = null;
    } else if (line.text === 'waarom' || line.text === 'beter') {
      list = line.text === 'waarom' ? 'why' : 'better';
      for (const child of children) misplaced(child, report);
      if (!mistake) report(placeIn(line), 'opbouw', "Zet hier een fout boven, zoals '## m1 (hostmanship)'.");
    } else if (/^\*\s/.test(line.text) && mistake && list)
      mistake[list].push(readOption(entry, 1, ANSWER, report));
    else
      report(
        placeIn(line),
        'opbouw',
        `Onder '## m1 (hostmanship)' horen 'waarom' en 'beter', elk met keuzes (* tekst).${hint(line.text, ['waarom', 'beter']).replace(/ Kies.*/, '')}`,
      );
  }
  for (const mistake of mistakes) checkMistake(mistake, report);
  return mistakes;
}

function readMistakeHead(line: Line, report: Reporter): MistakeNode {
  const open = line.text.indexOf('(');
  const name = cut(wholeLine(line), 2, open < 0 ? undefined : open);
  const inside =
    open < 0 ? null : cut(wholeLine(line), open + 1, Math.max(open + 1, line.text.lastIndexOf(')')));
  const competence = COMPETENCES.find((each) => each === inside?.text);
  if (!competence) {
    const at = inside ? placeOf(inside) : placeIn(line);
    report(
      at,
      'onbekend',
      `Zet de competentie tussen haakjes: '## m1 (hostmanship)'.${hint(inside?.text ?? '', COMPETENCES)}`,
    );
  }
  return {
    at: placeIn(line),
    line: { value: name.text, at: placeOf(name) },
    competence: competence ?? 'hostmanship',
    why: [],
    better: [],
  };
}

function checkMistake({ at, line, why, better }: MistakeNode, report: Reporter): void {
  for (const [name, options] of [
    ['waarom', why],
    ['beter', better],
  ] as const) {
    if (options.length < 2)
      report(at, 'opbouw', `Bij '${line.value}' horen onder '${name}' minstens twee keuzes.`);
    else if (!options.some((option) => option.good)) {
      report(
        at,
        'opbouw',
        `Bij '${line.value}' is onder '${name}' geen keuze goed. Zet onder de goede keuze een ingesprongen regel 'goed'.`,
      );
    }
  }
}
