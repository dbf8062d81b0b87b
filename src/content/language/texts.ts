/** Every text that a learner reads, one by one: what the language check measures and what translators get. */
import type { Place } from '../finding.js';
import type { RichText, Run } from '../module.js';
import { toRuns } from '../source/rich-text.js';

/**
 * Who speaks, which decides what is asked of the language: the customer speaks as customers do; `employee` is said to
 * the customer; `course` is said to the learner; a `name` is a title or label; a `record` is a note of a colleague.
 */
export type Voice = 'customer' | 'employee' | 'course' | 'name' | 'record';

export interface SourceText {
  /** Permanent within its file: letters, digits and `.:_-`, beginning with a letter. */
  readonly key: string;
  /** As written; Markdown marks of a lesson or article stay. */
  readonly text: string;
  readonly at: Place;
  readonly voice: Voice;
  /** For a translator: who speaks, and where. */
  readonly note: string;
  /** A weaker answer, which may be clumsy on purpose. */
  readonly weaker?: true;
  /** An opening of a bubble: the customer should not say too much at once. */
  readonly bubble?: true;
}

/** The texts of one file. */
export interface TextFile {
  /** Below the modules folder, with forward slashes: `welkom/kastje-muur.les.md`. */
  readonly name: string;
  readonly texts: readonly SourceText[];
}

/** Makes the texts of a file: empty ones are dropped, and a key that comes twice keeps its first. */
export class TextList {
  readonly texts: SourceText[] = [];
  private readonly keys = new Set<string>();

  add(key: string, text: string | undefined, at: Place, rest: Omit<SourceText, 'key' | 'text' | 'at'>): void {
    if (text === undefined || text.trim() === '' || this.keys.has(key)) return;
    this.keys.add(key);
    this.texts.push({ key, text, at, ...rest });
  }
}

/** Rich text cut into paragraphs and list items, with its marks: what a translator gets one by one. */
export const segmentsOf = (text: RichText): string[] =>
  text.flatMap((block) => (block.kind === 'list' ? block.items : [block.runs])).map(toMarkdown);

export const toMarkdown = (runs: readonly Run[]): string =>
  runs.map(({ text, strong, em }) => (strong ? `**${text}**` : em ? `*${text}*` : text)).join('');

/** The text without marks, as it is read. */
export const readAs = (text: string): string =>
  text.includes('*')
    ? toRuns(text)
        .map((run) => run.text)
        .join('')
    : text;
