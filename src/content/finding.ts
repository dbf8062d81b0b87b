/** What the checker has to say, and where. Dutch, because authors read it. */

/** Every finding there is, with its weight: an error keeps a module from being built, a warning does not. */
export const FINDING_CODES = {
  // Reading files.
  'bestand-ontbreekt': 'error',
  'bestand-onleesbaar': 'error',
  'buiten-de-map': 'error',
  'map-leeg': 'error',
  'module-onbekend': 'error',
  'module-naam': 'error',
  'niet-in-module': 'warning',
  dubbel: 'error',
  yaml: 'error',
  veld: 'error',
  'veld-onbekend': 'error',
  kop: 'error',
  'regel-te-lang': 'error',
  // The script language.
  kolom: 'error',
  opbouw: 'error',
  onbekend: 'error',
  spreker: 'error',
  stemming: 'error',
  effect: 'error',
  voorwaarde: 'error',
  route: 'error',
  'tekst-ontbreekt': 'error',
  'teken-uit-word': 'warning',
  'id-ontbreekt': 'error',
  'id-vorm': 'error',
  'code-ontbreekt': 'error',
  codes: 'error',
  'schema-oud': 'warning',
  'schema-nieuw': 'error',
  // Shared fragments.
  'fragment-onbekend': 'error',
  'fragment-dubbel': 'error',
  'fragment-past-niet': 'error',
  uitgang: 'error',
  'fragment-ongebruikt': 'warning',
  // The conversation as a whole.
  verwijzing: 'error',
  onbereikbaar: 'error',
  'geen-vrije-keuze': 'error',
  'geen-weg': 'error',
  kring: 'error',
  bewijs: 'error',
  proef: 'error',
  'bewijs-advies': 'warning',
  ongebruikt: 'warning',
  'eerste-altijd-best': 'warning',
  'langste-altijd-best': 'warning',
  'ballon-te-lang': 'warning',
  'zin-te-lang': 'warning',
  'zinnen-lang': 'warning',
  leesniveau: 'warning',
  ambtelijk: 'warning',
  lijdend: 'warning',
  afkorting: 'warning',
  aanspreekvorm: 'warning',
  // The course and the municipality as a whole.
  leerdoel: 'error',
  identiteit: 'error',
  // Items of a quiz, and of the bank of a test.
  'aantal-goed': 'error',
  blauwdruk: 'error',
  'vraag-dubbel': 'warning',
  'vraag-verraadt': 'warning',
  'antwoord-elders': 'warning',
  'sleutel-scheef': 'warning',
  // Translations.
  xliff: 'error',
  'vertaling-ontbreekt': 'warning',
  'vertaling-verouderd': 'warning',
  'vertaling-onbekend': 'warning',
} as const satisfies Record<string, Severity>;

export type Severity = 'error' | 'warning';
export type FindingCode = keyof typeof FINDING_CODES;

export interface Finding {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  readonly severity: Severity;
  readonly code: FindingCode;
  readonly message: string;
  /** Author ids and desk actions that lead there, in the notation of `# Proeven`. */
  readonly path?: readonly string[];
  /** Of a place in a fragment: the file of the script that uses it, where that matters. */
  readonly usedIn?: string;
}

export interface Place {
  readonly line: number;
  readonly column: number;
  /** Absent: the file that the finding is reported for. What a script takes from a fragment stands elsewhere. */
  readonly file?: string;
}

/** A change that `--fix` may make: replaces [start, end) of the file as stored. */
export interface Edit {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Collects what is found in one file. */
export interface Reporter {
  (place: Place, code: FindingCode, message: string, more?: FindingExtra): void;
  /** As the author knows it. */
  readonly file: string;
  /** An edit that belongs to a finding reported already. */
  readonly fix: (edit: Omit<Edit, 'file'>) => void;
}
export interface FindingExtra {
  readonly edit?: Omit<Edit, 'file'>;
  readonly path?: readonly string[];
  readonly usedIn?: string;
}

/** The findings and edits of one run, over all files. */
export class FindingList {
  readonly findings: Finding[] = [];
  readonly edits: Edit[] = [];
  /** Of files that were read as another version: where a place stands in the file as stored. */
  readonly moved = new Map<string, (place: Place) => Place>();

  /** A reporter for one file; the path is what the author sees. */
  reporter(file: string): Reporter {
    const fix = (edit: Omit<Edit, 'file'>): void => void this.edits.push({ file, ...edit });
    const report = (
      place: Place,
      code: FindingCode,
      message: string,
      { edit, ...more }: FindingExtra = {},
    ): void => {
      const at = place.file ?? file;
      const { line, column } = this.moved.get(at)?.(place) ?? place;
      this.findings.push({ file: at, line, column, severity: FINDING_CODES[code], code, message, ...more });
      if (edit) fix(edit);
    };
    return Object.assign(report, { file, fix });
  }

  /** Errors found so far: compare before and after a piece of work to know whether it is whole. */
  get errorCount(): number {
    return this.findings.filter((finding) => finding.severity === 'error').length;
  }

  /** Errors that keep a script from being played; what `--fix` mends is not among them. */
  get blockingCount(): number {
    return this.findings.filter(({ severity, code }) => severity === 'error' && code !== 'id-ontbreekt')
      .length;
  }
}

/** In the order of file, line and column, each once. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const order = (a: Finding, b: Finding): number =>
    (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
    a.line - b.line ||
    a.column - b.column ||
    (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
  const seen = new Set<string>();
  return [...findings].sort(order).filter((finding) => {
    const key = JSON.stringify([finding.file, finding.line, finding.column, finding.code, finding.message]);
    return !seen.has(key) && seen.add(key);
  });
}

/** `file:line:column severity code message`, the way editors and CI understand it. */
export function formatFinding(finding: Finding): string {
  const { file, line, column, severity, code, message, path } = finding;
  const route = path && path.length > 0 ? ` Zo komt u er: ${path.join(', ')}.` : '';
  return `${file}:${line}:${column} ${severity} ${code} ${message}${route}`;
}
