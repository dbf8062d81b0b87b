/** What changed in the files of authors, version by version. Never remove one: somebody still has files that old. */
import type { TextEdit } from '../source/edits.js';

export interface Migration {
  /** The version that it is for; it makes the next one. */
  readonly from: number;
  /** For the author: what changes, as a sentence in Dutch. */
  readonly what: string;
  /**
   * Changes to one file of a module or of the municipality, named without its folder. Applying it to a file that is
   * written in the new way already must change nothing: a `--fix` may have been broken off halfway.
   */
  readonly edits: (name: string, text: string) => readonly TextEdit[];
}

export const MIGRATIONS: readonly Migration[] = [
  {
    from: 1,
    what: "In een proef heet 'wachtdagen' nu 'werkdagen', zoals in effecten en voorwaarden.",
    edits: (name, text) =>
      name.endsWith('.gesprek.md') ? renameInTrials(text, 'wachtdagen', 'werkdagen') : [],
  },
];

/** Renames a measure in the conditions of `# Proeven`: behind `=>`, before a comparison. */
function renameInTrials(text: string, old: string, now: string): TextEdit[] {
  const heading = /^# +Proeven[^\S\r\n]*$/m.exec(text);
  if (!heading) return [];
  const from = heading.index + heading[0].length;
  const end = /^# /m.exec(text.slice(from));
  const trials = text.slice(from, end ? from + end.index : undefined);
  // The signs that Word makes of => and <= are read too.
  const condition = new RegExp(`(?<=(?:==?>|[⇒⟹\\uF0E8])[^\\r\\n]*,\\s*)${old}(?=\\s*[<>=≤≥])`, 'g');
  return [...trials.matchAll(condition)].map(({ index }) => ({
    start: from + index,
    end: from + index + old.length,
    text: now,
  }));
}
