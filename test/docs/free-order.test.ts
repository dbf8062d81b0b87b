import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { fixContent } from '../../src/content/fix.js';
import { formatFinding, loadContent } from '../../src/content/index.js';
import { blocksOf } from './guide.js';

const TOWN = fileURLToPath(new URL('../../modules/zeventerpen', import.meta.url));
const dir = mkdtempSync(join(tmpdir(), 'zt-free-order-'));
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

const MODULE = `schemaVersion: 1
titel: Verhuizen
samenvatting: Twee vragen in één gesprek.
doelgroep: Iedereen met klantcontact
volgnummer: 3
onderdelen:
  - { id: verhuizing, minuten: 4, kaart: Twee vragen. Welke eerst? }
`;
const HEAD = `---
titel: Twee vragen
kanaal: telefoon
klant: mensah
moment: maandag 23 november, 16.40 uur
vraag: Ik ga verhuizen. Wat moet ik doen?
vraag-achter-de-vraag: Hij wil het in één keer geregeld hebben.
leerdoelen: [doorvragen, zaak-lezen]
stappen:
  adres: Het nieuwe adres doorgeven
  parkeren: Het parkeren aanvragen
feiten:
  telefoon: Zijn nummer staat in het Klantportaal.
begin: klanttevredenheid 5
neem-mee:
  - Onthoud alle vragen van de klant.
---

`;

/** What the check says of the page's conversation, after a change. */
function check(change: (text: string) => string): string[] {
  const script = blocksOf('vrije-volgorde.md').find((block) => block.kind === 'gesprek')?.text ?? '';
  const modules = join(dir, 'modules');
  rmSync(modules, { recursive: true, force: true });
  cpSync(TOWN, join(modules, 'zeventerpen'), { recursive: true });
  mkdirSync(join(modules, 'verhuizen'));
  writeFileSync(join(modules, 'verhuizen/module.yaml'), MODULE);
  writeFileSync(join(modules, 'verhuizen/verhuizing.gesprek.md'), HEAD + change(script));
  fixContent(modules, ['verhuizen']);
  return loadContent(modules, ['verhuizen'], { cache: null })
    .findings.map((finding) => formatFinding(finding))
    .filter((line) => line.includes('/verhuizen/'));
}

describe('topics in any order, as the guide shows them', () => {
  it('are proved, and their trials hold in both orders', () => {
    expect(check((text) => text)).toEqual([]);
  });

  it('cannot be dealt with twice', () => {
    const twice = check((text) => text.replace('a2, b3, c2', 'a2, b2, c2'));
    expect(twice.join('\n')).toContain(' proef ');
  });

  it('may not lead back to the same turn', () => {
    const back = check((text) => text.replace('-> tweede-onderwerp', '-> onderwerpen'));
    expect(back.join('\n')).toContain(' kring ');
  });
});
