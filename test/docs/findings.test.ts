import { afterAll, describe, expect, it } from 'vitest';
import { FINDING_CODES } from '../../src/content/finding.js';
import { guideFiles, GuideModule } from './broken-guide.js';
import { blocksOf, pages, readPage } from './guide.js';

const codes = Object.entries(FINDING_CODES);
const guide = new GuideModule();
afterAll(() => {
  guide.remove('.');
});

describe('the pages about findings', () => {
  it('are there for every finding, and for none that does not exist', () => {
    const named = pages().filter(
      (page) => page.startsWith('bevindingen/') && page !== 'bevindingen/README.md',
    );
    expect(named).toEqual(codes.map(([code]) => `bevindingen/${code}.md`).sort());
  });

  it('are listed with their weight', () => {
    const list = readPage('bevindingen/README.md');
    const missing = codes.filter(
      ([code, severity]) => !list.includes(`| [${code}](${code}.md) | ${severity} |`),
    );
    expect(missing).toEqual([]);
  });

  it("start from the guide's own module, which has no findings", () => {
    const own = [...guideFiles().keys(), 'modules/praktijk/'];
    expect(own.length).toBeGreaterThan(7);
    expect(guide.check(['praktijk']).filter((line) => own.some((path) => line.startsWith(path)))).toEqual([]);
  });

  it.each(codes)('%s: the example really gives what the page says (%s)', (code, severity) => {
    const page = `bevindingen/${code}.md`;
    expect(readPage(page).startsWith(`# ${code}\n`)).toBe(true);
    expect(readPage(page)).toContain(
      severity === 'error' ? '**Fout** (`error`)' : '**Waarschuwing** (`warning`)',
    );
    const shown = blocksOf(page).filter((block) => block.kind === 'melding');
    expect(shown).toHaveLength(1);
    const [message = ''] = shown.map((block) => block.text.trim());
    expect(message).toContain(` ${severity} ${code} `);
    expect(guide.findingsOf(code).join('\n')).toContain(message);
  });
});
