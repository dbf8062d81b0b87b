/** Reads a `.les.md`: pages of Markdown with active blocks. */
import type { Place, Reporter } from '../finding.js';
import type { RichText } from '../module.js';
import { cut, placeIn, wholeLine, type Line } from '../source/lines.js';
import { toRichText } from '../source/rich-text.js';
import { hint, quoteShort } from '../source/suggest.js';
import type { IdNode, OptionNode } from './ast.js';
import { takeId, toEntries } from './entries.js';
import { ANSWER, readOption, type OptionRules } from './options.js';
import { readPlainText } from './parts.js';

export interface SpotNode {
  readonly at: Place;
  readonly id: IdNode;
  /** The word before the colon; for a card without one its id. */
  readonly name: string | null;
  readonly label: string;
  readonly text: string;
}
export type BlockNode =
  | { readonly kind: 'text'; readonly at: Place; readonly text: RichText }
  | {
      readonly kind: 'question';
      readonly at: Place;
      readonly id: IdNode;
      readonly question: string;
      readonly options: OptionNode[];
    }
  | {
      readonly kind: 'spots';
      readonly at: Place;
      readonly layout: 'desk' | 'timeline' | 'cards';
      readonly spots: SpotNode[];
    };
export interface PageNode {
  readonly at: Place;
  readonly id: IdNode;
  readonly title: string;
  readonly blocks: BlockNode[];
}

const LAYOUTS = { TIJDLIJN: 'timeline', KAARTEN: 'cards', BUREAU: 'desk' } as const;
const DESK_SPOTS = ['gesprek', 'meters', 'klant', 'kennis', 'zaken', 'acties'];
const SPOT: OptionRules = {
  what: 'een plek',
  labels: ['TEKST'],
  allowed: ['label'],
  text: true,
  feedback: false,
};

/** Reads the pages; never throws. */
export function parseLesson(lines: readonly Line[], report: Reporter): PageNode[] {
  const pages: PageNode[] = [];
  for (let index = 0; index < lines.length;) {
    const line = lines[index];
    if (!line) break;
    let end = index + 1;
    const page = pages.at(-1);
    if (line.text === '') {
      index = end;
      continue;
    }
    if (/^#\s/.test(line.text) && line.indent === 0) pages.push(readPage(line, report));
    else if (!page) {
      report(
        placeIn(line),
        'opbouw',
        "Boven deze tekst ontbreekt de titel van de pagina, zoals '# Jij bent de klant'.",
      );
      return pages;
    } else if (startsBlock(line)) {
      while (end < lines.length && !endsBlock(lines[end])) end += 1;
      page.blocks.push(...readBlock(line, lines.slice(index + 1, end), report));
    } else {
      while (end < lines.length && !startsOther(lines[end])) end += 1;
      page.blocks.push(readText(lines.slice(index, end), report));
    }
    index = end;
  }
  return pages;
}

const startsBlock = (line: Line): boolean =>
  line.indent === 0 && /^(VRAAG:|(TIJDLIJN|KAARTEN|BUREAU):?$)/.test(line.text);
/** A block goes on through its options, what is indented below them, and blank lines. */
const endsBlock = (line: Line | undefined): boolean =>
  line !== undefined && line.text !== '' && line.indent === 0 && !/^\*\s/.test(line.text);
const startsOther = (line: Line | undefined): boolean =>
  line !== undefined && line.indent === 0 && (startsBlock(line) || /^[#*]\s/.test(line.text));

function readPage(line: Line, report: Reporter): PageNode {
  const { text, id } = takeId(cut(wholeLine(line), 1), report);
  if (text.text === '') report(placeIn(line), 'tekst-ontbreekt', 'Achter # hoort de titel van de pagina.');
  return { at: placeIn(line), id, title: text.text, blocks: [] };
}

function readText(lines: readonly Line[], report: Reporter): BlockNode {
  const [first] = lines;
  const at = first ? placeIn(first) : { line: 1, column: 1 };
  for (const line of lines) {
    const label = /^(\p{Lu}{3,}):?(\s|$)/u.exec(line.text)?.[1];
    if (line.indent === 0 && /^\*\s/.test(line.text)) {
      report(
        placeIn(line),
        'opbouw',
        "Een keuze hoort onder VRAAG:, TIJDLIJN, KAARTEN of BUREAU. Een gewone lijst begint met '- '.",
      );
    } else if (/^#{2,}\s/.test(line.text)) {
      report(placeIn(line), 'opbouw', "Een les heeft alleen paginatitels: '# Titel'.");
    } else if (label !== undefined && (line.text.includes(':') || line.text === label)) {
      const near = hint(label, ['VRAAG', 'TIJDLIJN', 'KAARTEN', 'BUREAU', 'FEEDBACK', 'TEKST']);
      const advice = label === 'FEEDBACK' || label === 'TEKST' ? ' Zet er twee spaties voor.' : near;
      if (near.startsWith(' Bedoelde'))
        report(placeIn(line), 'opbouw', `${quoteShort(line.text)} wordt als gewone tekst gelezen.${advice}`);
    }
  }
  return { kind: 'text', at, text: toRichText(lines.map((line) => ' '.repeat(line.indent) + line.text)) };
}

function readBlock(head: Line, lines: readonly Line[], report: Reporter): BlockNode[] {
  const entries = toEntries(lines, report);
  const at = placeIn(head);
  if (head.text.startsWith('VRAAG:')) {
    const { text, id } = takeId(cut(wholeLine(head), 'VRAAG:'.length), report);
    const question = readPlainText(text, [], 'VRAAG:', report).text;
    const options = entries.map((entry) => readOption(entry, 1, ANSWER, report));
    if (options.length < 2) report(at, 'opbouw', 'Een vraag heeft minstens twee antwoorden (* tekst).');
    else if (!options.some((option) => option.good)) {
      report(
        at,
        'opbouw',
        "Bij deze vraag is geen antwoord goed. Zet onder het goede antwoord een ingesprongen regel 'goed'.",
      );
    }
    return [{ kind: 'question', at, id, question, options }];
  }
  const layout = LAYOUTS[head.text.replace(':', '') as keyof typeof LAYOUTS];
  if (entries.length === 0) report(at, 'opbouw', `Onder ${head.text} horen regels die met '* ' beginnen.`);
  return [
    {
      kind: 'spots',
      at,
      layout,
      spots: entries.map((entry) => readSpot(readOption(entry, 1, SPOT, report), layout, report)),
    },
  ];
}

function readSpot(option: OptionNode, layout: 'desk' | 'timeline' | 'cards', report: Reporter): SpotNode {
  const { at, id, text } = option;
  const body = option.feedback?.text ?? '';
  const colon = text.indexOf(':');
  if (colon < 0 && layout !== 'cards') {
    report(
      at,
      'opbouw',
      layout === 'desk' ? "Schrijf '* klant: Klantportaal'." : "Schrijf '* 2005: commissie-Jorritsma'.",
    );
  }
  const name = colon < 0 ? null : text.slice(0, colon).trim();
  if (layout === 'desk' && name !== null && !DESK_SPOTS.includes(name)) {
    report(at, 'onbekend', `'${name}' is geen plek op het bureau.${hint(name, DESK_SPOTS)}`);
  }
  if (body === '')
    report(at, 'tekst-ontbreekt', 'Hier ontbreekt TEKST: wat ziet de medewerker als hij dit opent?');
  return { at, id, name, label: colon < 0 ? text : text.slice(colon + 1).trim(), text: body };
}
