/** The YAML between `---` at the top of a Markdown file. */
import type { z } from 'zod';
import type { Reporter } from '../finding.js';
import { splitLines, type Line } from './lines.js';
import { parseYaml, type YamlFile } from './yaml.js';

export interface HeadedFile<T> {
  /** Null after findings in the head; the body is read all the same. */
  readonly head: YamlFile<T> | null;
  readonly body: readonly Line[];
}

/** Splits and reads the head. A file without one is reported. */
export function readHeaded<T>(raw: string, schema: z.ZodType<T>, report: Reporter): HeadedFile<T> {
  const lines = splitLines(raw, report);
  const first = lines.findIndex((line) => line.text !== '');
  const isRule = (line: Line | undefined): boolean => line?.text === '---' && line.indent === 0;
  const place = { line: Math.max(first, 0) + 1, column: 1 };
  if (!isRule(lines[first])) {
    report(
      place,
      'kop',
      "Dit bestand begint niet met een kop. Zet bovenaan een regel '---', dan 'titel: ...' enzovoort, dan weer '---'.",
    );
    return { head: null, body: lines };
  }
  const last = lines.findIndex((line, index) => index > first && isRule(line));
  if (last < 0) {
    report(place, 'kop', "De kop heeft geen einde. Zet onder de velden een regel met alleen '---'.");
    return { head: null, body: lines.slice(first + 1) };
  }
  // Rebuilt from the lines, so that CRLF and BOM are gone and columns stay.
  const text = lines.slice(first + 1, last).map((line) => ' '.repeat(line.indent) + line.text);
  return { head: parseYaml(text.join('\n'), schema, report, first + 1), body: lines.slice(last + 1) };
}
