import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { fixContent } from '../../src/content/fix.js';
import { FindingList } from '../../src/content/finding.js';
import { formatFinding, loadContent } from '../../src/content/index.js';
import { parseConversation } from '../../src/content/script/conversation.js';
import { splitLines } from '../../src/content/source/lines.js';
import { CHANNELS, COMPETENCES, DESK_KINDS, MOODS, SPEAKERS } from '../../src/content/vocabulary.js';
import { blocksOf, GUIDE, pages, readPage } from './guide.js';

const TOWN = fileURLToPath(new URL('../../modules/zeventerpen', import.meta.url));
const dir = mkdtempSync(join(tmpdir(), 'zt-guide-'));
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

/** Findings in the author's own files, as the author sees them. */
const check = (): string[] =>
  loadContent(join(dir, 'modules'), ['praktijk'], { cache: null })
    .findings.map((finding) => formatFinding(finding).replaceAll(`${dir}/`, ''))
    .filter((line) => line.startsWith('modules/praktijk/'));

/** As the page says: by then only ids and codes are missing. */
function mendIds(): void {
  expect(check().map((line) => line.split(' ')[2])).toEqual(['code-ontbreekt', 'id-ontbreekt']);
  fixContent(join(dir, 'modules'), ['praktijk']);
}

describe('the worked example of the guide', () => {
  it('goes from an empty file to a check without findings, and shows what the check says on the way', () => {
    cpSync(TOWN, join(dir, 'modules/zeventerpen'), { recursive: true });
    for (const { kind, file, starts, text, line } of blocksOf('voorbeeld.md')) {
      if (kind === 'melding') expect(check().join('\n'), `voorbeeld.md:${line}`).toContain(text.trim());
      if (file === undefined) continue;
      if (text.includes('# Proeven')) mendIds();
      const path = join(dir, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, starts === true ? text : readFileSync(path, 'utf8') + text);
    }
    expect(check()).toEqual([]);
    expect(loadContent(join(dir, 'modules'), ['praktijk'], { cache: null }).summaries[0]?.turns).toBe(5);
  });
});

describe('the guide', () => {
  const pieces = pages()
    .filter((page) => !page.startsWith('bevindingen/'))
    .flatMap((page) => blocksOf(page).map((block) => ({ page, ...block })))
    .filter(({ kind, file }) => kind === 'gesprek' && file === undefined);

  it.each(pieces)('shows in $page (line $line) what the parser reads', ({ text }) => {
    const heading = text.startsWith('# ') ? '' : '# Gesprek\n## beurt\n';
    const list = new FindingList();
    const report = list.reporter('x');
    parseConversation(splitLines(heading + text, report), report);
    // A piece of a script lacks the rest of it.
    const found = list.findings.filter(({ message }) => !/^De kop '# \w+' ontbreekt/.test(message));
    expect(found).toEqual([]);
  });

  it('links only to pages and headings that are there', () => {
    const broken = pages().flatMap((page) =>
      [...readPage(page).matchAll(/\]\((?!https?:)([^)]*)\)/g)].flatMap(([, target = '']) => {
        const [path = '', anchor] = target.split('#');
        const file = path === '' ? join(GUIDE, page) : join(GUIDE, dirname(page), path);
        if (!existsSync(file)) return [`${page}: ${target}`];
        const headings = readFileSync(file, 'utf8').match(/^#+ .*$/gm) ?? [];
        const anchors = headings.map((heading) =>
          heading
            .replace(/^#+ /, '')
            .toLowerCase()
            .replace(/[^\p{L}\p{N} -]/gu, '')
            .replaceAll(' ', '-'),
        );
        return anchor === undefined || anchors.includes(anchor) ? [] : [`${page}: ${target}`];
      }),
    );
    expect(broken).toEqual([]);
  });

  it('lists the moods, competences and channels that the checker knows', () => {
    const all = pages().map(readPage).join('\n');
    const words = [...Object.keys(MOODS), ...COMPETENCES, ...CHANNELS, ...DESK_KINDS, ...SPEAKERS];
    expect(words.filter((word) => !all.includes(word))).toEqual([]);
  });
});
