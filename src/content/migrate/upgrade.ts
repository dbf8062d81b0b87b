/** Reads files of an older version as if they were written in this one. */
import type { FindingList, Place } from '../finding.js';
import { TOWN } from '../vocabulary.js';
import { SCHEMA_VERSION } from '../schema/version.js';
import { applyEdits, placeAt, placeBefore, type TextEdit } from '../source/edits.js';
import { MIGRATIONS, type Migration } from './migrations.js';

/** The file that tells the version of all files in its folder. */
export interface Head {
  readonly name: string;
  readonly text: string;
}

const FIELD = /^(\uFEFF?schemaVersion:[^\S\r\n]*)(\d{1,6})(?=\s|$)/m;
/** Files of the municipality had no version before the second. */
const UNVERSIONED = 'gemeente.yaml';

/** The version that a head says; null when it cannot be told (its schema then says what is wrong). */
export function versionIn({ name, text }: Head): number | null {
  const found = FIELD.exec(text)?.[2];
  if (found !== undefined) return Number(found);
  return name === UNVERSIONED && !/^\uFEFF?schemaVersion:/m.test(text) ? 1 : null;
}

export interface Upgraded {
  readonly text: string;
  /** Where a place of the new text stands in the file as stored. */
  readonly stored: (place: Place) => Place;
}

/** One file of a folder, brought from its version to that of this program; null when nothing changes. */
export function upgrade(
  file: Head,
  version: number,
  migrations: readonly Migration[] = MIGRATIONS,
  to: number = SCHEMA_VERSION,
): Upgraded | null {
  let { text } = file;
  const back: ((place: Place) => Place)[] = [];
  const apply = (edits: readonly TextEdit[]): void => {
    if (edits.length === 0) return;
    const before = text;
    text = applyEdits(before, edits);
    back.unshift((place) => placeBefore(before, edits, place));
  };
  for (const { from, edits } of migrations) if (from >= version && from < to) apply(edits(file.name, text));
  if (isHead(file.name)) apply(versionEdits(text, to));
  if (back.length === 0) return null;
  return { text, stored: (place) => back.reduce((found, step) => step(found), place) };
}

/** The file in a folder of the modules that tells the version of all. */
export const headOf = (folder: string): string => (folder === TOWN ? UNVERSIONED : 'module.yaml');

const isHead = (name: string): boolean => name === 'module.yaml' || name === UNVERSIONED;

function versionEdits(text: string, to: number): TextEdit[] {
  const field = FIELD.exec(text);
  if (field) {
    const [, before = '', number = ''] = field;
    const start = field.index + before.length;
    return number === String(to) ? [] : [{ start, end: start + number.length, text: String(to) }];
  }
  // Above the first field, below what is said of the file.
  const first = /^(?!\uFEFF?#|[^\S\r\n]*$)/m.exec(text)?.index ?? text.length;
  const start = first === 0 && text.startsWith('\uFEFF') ? 1 : first;
  return [{ start, end: start, text: `schemaVersion: ${to}${/\r\n/.test(text) ? '\r\n' : '\n'}` }];
}

/** Where a file stands: the folder that has a version, and the path as the author knows it. */
export interface Where {
  readonly folder: string;
  readonly shown: string;
}

/** The versions of the folders of one run: tells of old and new ones, and brings what is read up to date. */
export class Versions {
  private readonly known = new Map<string, number | null>();

  constructor(private readonly list: FindingList) {}

  /**
   * The text of a file as this program reads it; null after a finding when the folder is newer than the program.
   * `head` reads what tells the version of its folder; null when it cannot be read.
   */
  read(file: Head, { folder, shown }: Where, head: () => Head | null): string | null {
    const version = this.versionOf(folder, head);
    if (version === null || version === SCHEMA_VERSION || version < 1) return file.text;
    if (isHead(file.name)) this.tell(file.text, version, shown);
    if (version > SCHEMA_VERSION) return null;
    const upgraded = upgrade(file, version);
    if (!upgraded) return file.text;
    this.list.moved.set(shown, upgraded.stored);
    return upgraded.text;
  }

  private versionOf(folder: string, head: () => Head | null): number | null {
    const known = this.known.get(folder);
    if (known !== undefined) return known;
    const found = head();
    const version = found && versionIn(found);
    this.known.set(folder, version);
    return version;
  }

  private tell(text: string, version: number, shown: string): void {
    const report = this.list.reporter(shown);
    const place = placeAt(text, FIELD.exec(text)?.index ?? 0);
    if (version > SCHEMA_VERSION) {
      report(
        place,
        'schema-nieuw',
        `Dit is geschreven in versie ${version}, en dit programma kent tot en met ${SCHEMA_VERSION}. Werk het programma bij. Deze map doet nu niet mee.`,
      );
      return;
    }
    const changes = MIGRATIONS.filter(({ from }) => from >= version).map(({ what }) => what);
    report(
      place,
      'schema-oud',
      `De bestanden in deze map zijn geschreven in versie ${version}; nu is het versie ${SCHEMA_VERSION}. Ze zijn gelezen alsof ze al zijn bijgewerkt. Draai \`npm run check -- --fix\`; die werkt ze bij. ${changes.join(' ')}`,
    );
  }
}
