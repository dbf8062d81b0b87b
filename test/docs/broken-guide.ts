/** The guide's own module, and that module with the mistake that a page about a finding shows. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FindingCode } from '../../src/content/finding.js';
import { fixContent } from '../../src/content/fix.js';
import { formatFinding, loadContent, type Finding } from '../../src/content/index.js';
import { importTexts } from '../../src/content/translate/files.js';
import { blocksOf, pages, readPage, type Block } from './guide.js';

const TOWN = fileURLToPath(new URL('../../modules/zeventerpen', import.meta.url));
const CALL = 'modules/praktijk/lantaarn.gesprek.md';
const LESSON = 'modules/praktijk/melding.les.md';
const CODES = 'modules/praktijk/codes.json';

/** The whole files of the guide: the worked example, then those of the other pages. */
export function guideFiles(): Map<string, string> {
  const files = new Map<string, string>();
  const own = pages().filter((page) => !page.startsWith('bevindingen/') && page !== 'voorbeeld.md');
  for (const { file, starts, text } of ['voorbeeld.md', ...own].flatMap(blocksOf)) {
    if (file === undefined) continue;
    files.set(file, starts === true ? text : `${files.get(file) ?? ''}${text}`);
  }
  return files;
}

/** The guide's module on disk, complete with ids and codes. */
export class GuideModule {
  readonly dir = mkdtempSync(join(tmpdir(), 'zt-guide-'));
  private readonly whole = new Map<string, string>();

  constructor() {
    cpSync(TOWN, join(this.dir, 'modules/zeventerpen'), { recursive: true });
    const files = guideFiles();
    const trials = new Map<string, string>();
    for (const [file, text] of files) {
      // Trials name ids, so these must stand there first.
      const at = file.endsWith('.gesprek.md') ? text.indexOf('\n# Proeven') : -1;
      if (at >= 0) trials.set(file, text.slice(at));
      this.write(file, at < 0 ? text : text.slice(0, at));
    }
    fixContent(join(this.dir, 'modules'), ['praktijk']);
    for (const [file, text] of trials) this.write(file, this.read(file) + text);
    for (const file of [...files.keys(), CODES]) this.whole.set(file, this.read(file));
  }

  read(file: string): string {
    return readFileSync(join(this.dir, file), 'utf8');
  }

  write(file: string, text: string | Buffer): void {
    mkdirSync(dirname(join(this.dir, file)), { recursive: true });
    writeFileSync(join(this.dir, file), text);
  }

  /** Replaces a text that must be there, once. */
  swap(file: string, from: string, to: string): void {
    const parts = this.read(file).split(from);
    if (parts.length !== 2) throw new Error(`${parts.length - 1} times in ${file}: ${from}`);
    this.write(file, parts.join(to));
  }

  remove(path: string): void {
    rmSync(join(this.dir, path), { recursive: true, force: true });
  }

  restore(): void {
    for (const [file, text] of this.whole) {
      this.remove(file);
      this.write(file, text);
    }
    const added = ['nieuw', 'Mijn module', 'zwaar', 'praktijk/melding.les.en.yaml', 'leerdoelen.yaml'];
    added.push('praktijk/afscheid.fragment.md', 'zeventerpen/fragmenten/wie-belt.fragment.md');
    added.push('praktijk/backoffice.bank.yaml');
    for (const path of added) this.remove(`modules/${path}`);
  }

  /** Findings as an author sees them. */
  check(ids: readonly string[] = []): string[] {
    return this.show(loadContent(join(this.dir, 'modules'), ids, { cache: null }).findings);
  }

  /** What is said of a translator's file. */
  takeOver(name: string): string[] {
    const path = join(this.dir, name);
    return this.show(importTexts(join(this.dir, 'modules'), ['praktijk'], path).content.findings);
  }

  private show(findings: readonly Finding[]): string[] {
    return findings.map((finding) => formatFinding(finding).replaceAll(`${this.dir}/`, ''));
  }

  /** What the check says of the mistake on the page of a finding. */
  findingsOf(code: string): string[] {
    const blocks = blocksOf(`bevindingen/${code}.md`);
    const special = SPECIAL[code as FindingCode];
    try {
      if (code === 'xliff') {
        writeShown(this, blocks);
        return this.takeOver('en.xliff');
      }
      if (special) return this.check(special(this, blocks) ?? ['praktijk']);
      const [wrong, right] = ['Voorbeeld', 'Zo herstel je het'].map(
        (heading) =>
          blocks.find((block) => block.heading === heading && block.kind !== 'melding')?.text ?? '',
      );
      const file = /^In `([^`]+)` staat:$/m.exec(readPage(`bevindingen/${code}.md`))?.[1] ?? '';
      this.swap(file, right ?? '', wrong ?? '');
      return this.check(['praktijk']);
    } finally {
      this.restore();
    }
  }
}

const textOf = (blocks: readonly Block[], kind: string): string =>
  blocks.find((block) => block.kind === kind)?.text ?? '';

/** A file that the page shows whole. */
function writeShown(guide: GuideModule, blocks: readonly Block[]): undefined {
  for (const { file, text } of blocks) if (file !== undefined) guide.write(file, text);
}

/** Mistakes that are no change of a text on the page; the answer: the modules to check. */
const SPECIAL: Readonly<
  Partial<Record<FindingCode, (guide: GuideModule, blocks: readonly Block[]) => string[] | undefined>>
> = {
  blauwdruk: writeShown,
  'aantal-goed': writeShown,
  'vraag-dubbel': writeShown,
  'vraag-verraadt': writeShown,
  'antwoord-elders': writeShown,
  'sleutel-scheef': writeShown,
  'bestand-onleesbaar': (guide) => {
    guide.write(LESSON, Buffer.from(guide.read(LESSON), 'latin1'));
    return undefined;
  },
  'buiten-de-map': (guide) => {
    guide.write('bureaublad.md', guide.read(LESSON));
    guide.remove(LESSON);
    symlinkSync(join(guide.dir, 'bureaublad.md'), join(guide.dir, LESSON));
    return undefined;
  },
  'map-leeg': (guide) => {
    mkdirSync(join(guide.dir, 'modules/nieuw'));
    return [];
  },
  'module-onbekend': (_, blocks) => [textOf(blocks, 'opdracht').trim().split(' ').at(-1) ?? ''],
  'module-naam': (guide) => {
    guide.write('modules/Mijn module/module.yaml', guide.read('modules/praktijk/module.yaml'));
    return [];
  },
  'regel-te-lang': (guide) => {
    guide.swap(CALL, 'FEEDBACK: Zo hoeft hij', `FEEDBACK: ${'Geachte meneer. '.repeat(320)}Zo hoeft hij`);
    return undefined;
  },
  'code-ontbreekt': (guide, blocks) => {
    guide.swap(CALL, '\n# Eindes', `${textOf(blocks, 'gesprek')}\n# Eindes`);
    return undefined;
  },
  codes: (guide) => {
    const code = /"lantaarn\/a1": "(..)"/.exec(guide.read(CODES))?.[1] ?? '';
    guide.write(CODES, guide.read(CODES).replace(/("lantaarn\/a2": ")../, `$1${code}`));
    return undefined;
  },
  'eerste-altijd-best': (guide) => {
    const turns = guide.read(CALL).split(/^(?=#)/m);
    // Everywhere but there the best one is the last.
    const reversed = turns.map((turn) => {
      const [head = '', ...options] = turn.split(/^(?=\* )/m);
      return turn.startsWith('## belofte') ? turn : [head, ...options.reverse()].join('');
    });
    guide.write(CALL, reversed.join(''));
    return undefined;
  },
  'langste-altijd-best': (guide) => {
    guide.swap(CALL, ' Op de website kan dat dag en nacht.', '');
    guide.swap(CALL, ' Meestal gaat dat heel vlot, dus maakt u zich geen zorgen.', '');
    guide.swap(CALL, ' Als het licht weer brandt, dan is het klaar.', '');
    return undefined;
  },
  leerdoel: writeShown,
  'fragment-dubbel': writeShown,
  'fragment-ongebruikt': writeShown,
  'vertaling-ontbreekt': writeShown,
  'vertaling-verouderd': writeShown,
  'vertaling-onbekend': writeShown,
  leesniveau: (guide, blocks) => {
    const unit = '  - { id: beleid, minuten: 3, kaart: Een les. }';
    const head = `titel: Zwaar\nsamenvatting: Een les.\ndoelgroep: iedereen\nvolgnummer: 4\nonderdelen:\n${unit}\n`;
    guide.write('modules/zwaar/module.yaml', `schemaVersion: 2\n${head}`);
    guide.write('modules/zwaar/beleid.les.md', textOf(blocks, 'les'));
    return ['zwaar'];
  },
};
