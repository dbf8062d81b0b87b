/** YAML that keeps its places: a schema's complaint becomes file:line:column. */
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import type { Place, Reporter } from '../finding.js';
import { hint, quoteShort } from './suggest.js';

export interface YamlFile<T> {
  readonly data: T;
  /** Place of a value by its path; of its key when `key`. */
  at(path: readonly PropertyKey[], key?: boolean): Place;
}

/** Reads and validates; null after findings. `skipLines` = lines of the file before this text. */
export function parseYaml<T>(
  text: string,
  schema: z.ZodType<T>,
  report: Reporter,
  skipLines = 0,
): YamlFile<T> | null {
  try {
    const { document, lines } = readYaml(text);
    const place = (offset: number): Place => {
      const { line, col } = lines.linePos(offset);
      return { line: line + skipLines, column: col };
    };
    for (const error of document.errors)
      report(place(error.pos[0]), 'yaml', yamlMessage(error.code, error.message));
    if (document.errors.length > 0) return null;
    const at = (path: readonly PropertyKey[], key = false): Place => place(offsetOf(document, path, key));
    return validate(document.toJS({ maxAliasCount: 100 }), schema, at, report);
  } catch (error) {
    // Nesting of thousands of levels, or an alias bomb: the library gives up by throwing.
    const reason = error instanceof Error ? error.message.split('\n', 1)[0] : 'onbekend';
    report(
      { line: 1 + skipLines, column: 1 },
      'yaml',
      `Deze YAML kan niet worden gelezen (${reason ?? ''}).`,
    );
    return null;
  }
}

interface ReadText {
  readonly document: Document;
  readonly lines: LineCounter;
}

/** A preview reads all files again at each save, and one of them has changed: the others are kept as they were read. */
const readTexts = new Map<string, ReadText>();
const KEPT_TEXTS = 1_000;

function readYaml(text: string): ReadText {
  let read = readTexts.get(text);
  // Also when it was there: the longest unused is the first to go.
  readTexts.delete(text);
  if (!read) {
    const lines = new LineCounter();
    const clean = text.startsWith('\uFEFF') ? text.slice(1) : text;
    read = {
      document: parseDocument(clean, { lineCounter: lines, version: '1.2', prettyErrors: false }),
      lines,
    };
  }
  readTexts.set(text, read);
  for (const oldest of readTexts.keys()) {
    if (readTexts.size <= KEPT_TEXTS) break;
    readTexts.delete(oldest);
  }
  return read;
}

function validate<T>(
  data: unknown,
  schema: z.ZodType<T>,
  at: YamlFile<T>['at'],
  report: Reporter,
): YamlFile<T> | null {
  const result = schema.safeParse(data, { error: dutch, reportInput: true });
  if (result.success) return { data: result.data, at };
  for (const issue of result.error.issues) {
    if (issue.code !== 'unrecognized_keys') {
      report(at(issue.path), 'veld', asSentence(`${nameOf(issue.path)}${issue.message}`));
      continue;
    }
    for (const key of issue.keys) {
      const known = keysOf(schema, issue.path);
      report(
        at([...issue.path, key], true),
        'veld-onbekend',
        `Het veld ${quoteShort(key)} bestaat niet.${hint(key, known)}`,
      );
    }
  }
  return null;
}

/** A hint at the end brings its own question mark or full stop. */
const asSentence = (message: string): string => (/[.?!]$/.test(message) ? message : `${message}.`);

function nameOf(path: readonly PropertyKey[]): string {
  const words = path.filter((part) => typeof part === 'string');
  const last = words.at(-1);
  return last === undefined ? '' : `'${last}': `;
}

/** Dutch for what zod finds; messages written in a schema win over these. */
const dutch: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'ontbreekt en is nodig' : wrongType(issue.expected, issue.input);
    case 'invalid_value': {
      const values = issue.values.map(String);
      const input = issue.input;
      if (input === undefined) return `ontbreekt en is nodig.${hint('', values)}`;
      return `${quoteShort(asText(input))} kan niet.${hint(asText(input), values)}`;
    }
    case 'invalid_union':
      return unionMessage(issue);
    case 'invalid_key':
      return 'gebruik voor de naam kleine letters, cijfers en streepjes';
    case 'too_small':
      return issue.origin === 'string'
        ? 'mag niet leeg zijn'
        : `moet minstens ${issue.minimum}${unitOf(issue.origin)} zijn`;
    case 'too_big':
      return `mag hooguit ${issue.maximum}${unitOf(issue.origin)} zijn`;
    case 'invalid_format':
      return issue.format === 'date' ? 'moet een datum zijn zoals 2026-11-23' : 'heeft niet de goede vorm';
    case 'custom':
    case 'invalid_element':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return 'klopt niet';
  }
};

function unionMessage(issue: z.core.$ZodRawIssue<z.core.$ZodIssueInvalidUnion>): string {
  const { discriminator, options } = issue as { discriminator?: string; options?: readonly unknown[] };
  if (discriminator === undefined) return 'heeft niet de goede vorm';
  const values = (options ?? []).map(String);
  return `kies bij '${discriminator}' uit: ${values.length > 0 ? values.join(', ') : 'de bekende soorten'}`;
}

const unitOf = (origin: string): string => (origin === 'array' ? ' lang' : '');
const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function wrongType(expected: string, input: unknown): string {
  if (expected === 'string' && typeof input === 'object' && input !== null && !Array.isArray(input)) {
    return 'hier hoort tekst. Staat er een dubbele punt in, zet dan de hele tekst tussen dubbele aanhalingstekens';
  }
  if (expected === 'string')
    return `hier hoort tekst en er staat ${quoteShort(asText(input))}; zet er aanhalingstekens om`;
  const names: Record<string, string> = {
    number: 'een getal',
    int: 'een heel getal',
    boolean: 'true of false',
    array: 'een lijst (regels met een streepje)',
    object: 'een groep velden',
    record: 'een groep velden',
  };
  return `hier hoort ${names[expected] ?? expected}`;
}

/** Offset of the value at a path, of its key, or of the nearest parent that is there. */
function offsetOf(document: Document, path: readonly PropertyKey[], key: boolean): number {
  if (key) {
    const parent = document.getIn(path.slice(0, -1), true);
    const pair = isMap(parent)
      ? parent.items.find((item) => isScalar(item.key) && String(item.key.value) === String(path.at(-1)))
      : null;
    if (pair && isNode(pair.key) && pair.key.range) return pair.key.range[0];
  }
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

/** Keys that a schema knows at a path; all that any variant knows where there are variants. */
function keysOf(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const [first, ...rest] = path;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return keysOf(schema.unwrap(), path);
  if (schema instanceof z.ZodUnion)
    return [...new Set(schema.options.flatMap((option) => keysOf(option, path)))];
  if (schema instanceof z.ZodArray) return first === undefined ? [] : keysOf(schema.element, rest);
  if (schema instanceof z.ZodRecord) return first === undefined ? [] : keysOf(schema.valueType, rest);
  if (!(schema instanceof z.ZodObject)) return [];
  if (first === undefined) return Object.keys(schema.shape);
  const next: unknown = schema.shape[String(first)];
  return next instanceof z.ZodType ? keysOf(next, rest) : [];
}

function yamlMessage(code: string, original: string): string {
  const quotes =
    'Staat er een dubbele punt, # of aanhalingsteken in de tekst, zet dan de hele tekst tussen dubbele aanhalingstekens.';
  switch (code) {
    case 'DUPLICATE_KEY':
      return 'Dit veld staat er twee keer. Haal er één weg.';
    case 'TAB_AS_INDENT':
      return 'Hier staat een tab. Spring in YAML in met spaties.';
    case 'BAD_INDENT':
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
    case 'BLOCK_IN_FLOW':
      return `De inspringing klopt hier niet, of de tekst is te lezen als een veld. ${quotes}`;
    case 'MISSING_CHAR':
      return `Hier ontbreekt een teken: een aanhalingsteken, haakje of dubbele punt. ${quotes}`;
    default:
      return `Dit is geen goede YAML. ${quotes} (${(original.split('\n', 1)[0] ?? '').slice(0, 100)})`;
  }
}
