import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadContent } from '../../src/content/index.js';
import { CALL, findingsOf, modulesWith, swap } from './workshop.js';

const only = (findings: readonly string[], expected: RegExp): void => {
  expect(
    findings.filter((finding) => expected.test(finding)),
    findings.join('\n'),
  ).toHaveLength(1);
};

describe('a modules folder with faults', () => {
  it('that does not exist is one finding', () => {
    const { findings, modules } = loadContent('/nergens/modules');
    expect(findings.map((finding) => finding.code)).toEqual(['bestand-ontbreekt']);
    expect(modules).toEqual([]);
  });

  it('without municipality says which file is missing', () => {
    only(findingsOf({ 'zeventerpen/gemeente.yaml': null }), /gemeente\.yaml:1:1 error bestand-ontbreekt/);
  });

  it('with an empty module folder says so', () => {
    const dir = modulesWith();
    mkdirSync(join(dir, 'leeg'));
    only(
      loadContent(dir).findings.map((finding) => `${finding.file} ${finding.code} ${finding.message}`),
      /leeg\/module\.yaml map-leeg De map 'leeg' is leeg/,
    );
    expect(loadContent(dir).modules).toHaveLength(1);
  });

  it('with a module without module.yaml says so', () => {
    only(findingsOf({ 'half/x.les.md': 'tekst' }), /half\/module\.yaml:1:1 error bestand-ontbreekt/);
  });

  it('with a unit without file names the file, and the near one', () => {
    const findings = findingsOf({ 'loket/module.yaml': swap('id: de-es', 'id: de-ess') });
    only(findings, /module\.yaml:7:11 error bestand-ontbreekt .*'de-ess' ontbreekt.*Bedoelde u 'de-es'\?/);
    only(findings, /de-es\.gesprek\.md:1:1 warning niet-in-module/);
  });

  it('with a unit listed twice, or with two files, says so', () => {
    only(
      findingsOf({ 'loket/module.yaml': swap('id: antwoord', 'id: de-es') }),
      /module\.yaml:8:11 error dubbel/,
    );
    only(
      findingsOf({ 'loket/de-es.les.md': '---\ntitel: x\n---\n# Een {#p1}\nTekst.' }),
      /error dubbel Er zijn twee bestanden voor 'de-es'/,
    );
  });

  it('asked for an unknown module suggests the near one', () => {
    only(
      findingsOf({}, { ids: ['lokte'] }),
      /error module-onbekend De module 'lokte' bestaat niet\. Bedoelde u 'loket'\?/,
    );
  });

  it('asked for one module leaves the others alone', () => {
    expect(findingsOf({ 'stuk/module.yaml': 'titel: [' }, { ids: ['loket'] })).toEqual([]);
  });

  it('never reads outside itself', () => {
    const dir = modulesWith({ [CALL]: null });
    const secret = join(modulesWith({ 'geheim.md': 'GEHEIM' }), 'geheim.md');
    symlinkSync(secret, join(dir, CALL));
    const { findings } = loadContent(dir);
    expect(findings.filter((finding) => finding.code === 'buiten-de-map')).toHaveLength(1);
    expect(JSON.stringify(findings)).not.toContain('GEHEIM');
    expect(
      findingsOf({ 'loket/module.yaml': swap('id: de-es', 'id: ../zeventerpen/geheim') }).join('\n'),
    ).toMatch(/error veld .*kleine letters/);
    expect(findingsOf({}, { ids: ['../buiten'] }).join('\n')).toMatch(/module-onbekend/);
  });

  it('tells of text that is not UTF-8', () => {
    const dir = modulesWith();
    writeFileSync(join(dir, CALL), Buffer.from('---\ntitel: caf\xe9\n---\n', 'latin1'));
    only(
      loadContent(dir).findings.map((finding) => `${finding.line} ${finding.message}`),
      /^2 Dit bestand is geen UTF-8/,
    );
  });
});

describe('YAML', () => {
  it.for<[string, string, string, string, RegExp]>([
    [
      'a field missing',
      'loket/module.yaml',
      'titel: Het loket\n',
      '',
      /module\.yaml:1:1 error veld 'titel': ontbreekt en is nodig/,
    ],
    [
      'a colon in a text',
      CALL,
      'titel: De es van de buren',
      'titel: De es: van de buren',
      /:2:8 error yaml .*tussen dubbele aanhalingstekens/,
    ],
    [
      'a field twice',
      CALL,
      'klant: feenstra',
      'klant: feenstra\nklant: okafor',
      /:5:1 error yaml Dit veld staat er twee keer/,
    ],
    [
      'a number for a text',
      CALL,
      'moment: dinsdag 24 november, 9.15 uur',
      'moment: 2026',
      /:5:9 error veld 'moment': hier hoort tekst/,
    ],
    [
      'a colon in a list',
      CALL,
      '  - Vraag eerst of er gevaar is.',
      '  - Let op: vraag of er gevaar is.',
      /error veld 'neem-mee': hier hoort tekst\. Staat er een dubbele punt in/,
    ],
    [
      'an unknown kind of item',
      'loket/weet-je.toets.yaml',
      'soort: enkel',
      'soort: enkle',
      /weet-je\.toets\.yaml:5:12 error veld/,
    ],
    [
      'a key that is no option',
      'loket/weet-je.toets.yaml',
      'goed: b',
      'goed: e',
      /:12:11 error verwijzing De optie 'e' bestaat niet/,
    ],
    [
      'a wrong group',
      'loket/weet-je.toets.yaml',
      'bij: q',
      'bij: r',
      /error verwijzing De groep 'r' bestaat niet/,
    ],
    [
      'a wrong case number',
      'zeventerpen/klanten/feenstra.yaml',
      'Z-3001',
      'Z-301',
      /feenstra\.yaml:7:9 error veld 'id': een zaaknummer ziet eruit als Z-2041/,
    ],
    [
      'a misspelt field deep down',
      'zeventerpen/klanten/feenstra.yaml',
      'behandelaar:',
      'behandelar:',
      /error veld-onbekend .*Bedoelde u 'behandelaar'\?/,
    ],
  ])('%s', ([, file, from, to, expected]) => {
    only(findingsOf({ [file]: swap(from, to) }), expected);
  });

  it('does not choke on nesting or aliases without end', () => {
    const bomb = `a: &a [${'x,'.repeat(50)}]\n${Array.from('bcdefgh')
      .map((key, index) => `${key}: &${key} [${`*${'abcdefg'[index] ?? 'a'},`.repeat(20)}]`)
      .join('\n')}`;
    expect(findingsOf({ 'loket/module.yaml': bomb }).join('\n')).toMatch(/module\.yaml:\d+:\d+ error/);
    expect(findingsOf({ 'loket/module.yaml': '['.repeat(20_000) }).join('\n')).toMatch(
      /module\.yaml:\d+:\d+ error yaml/,
    );
  });
});

describe('the other scripts', () => {
  it.for<[string, string, string, string, RegExp]>([
    [
      'a question without a good answer',
      'loket/kijken.les.md',
      '  goed\n',
      '',
      /:18:1 error opbouw Bij deze vraag is geen antwoord goed/,
    ],
    [
      'a spot that the desk has not',
      'loket/kijken.les.md',
      '* klant: ',
      '* klanten: ',
      /error onbekend 'klanten' is geen plek op het bureau\. Bedoelde u 'klant'\?/,
    ],
    [
      'a spot without text',
      'loket/kijken.les.md',
      '  TEKST: Hier staat wat er loopt.\n',
      '',
      /error tekst-ontbreekt Hier ontbreekt TEKST/,
    ],
    [
      'a mistake that names no line',
      'loket/luister.fout.md',
      '## m1',
      '## m9',
      /:15:4 error verwijzing Geen regel van JIJ heeft het id 'm9'/,
    ],
    [
      'a line that is neither wrong nor fine',
      'loket/luister.fout.md',
      '  PRIMA: Een nodige vraag.\n',
      '',
      /:11:1 error tekst-ontbreekt Bij deze regel ontbreekt PRIMA/,
    ],
    [
      'an unknown competence',
      'loket/luister.fout.md',
      '(hostmanship)',
      '(hostmanschip)',
      /error onbekend .*Bedoelde u 'hostmanship'\?/,
    ],
    [
      'an article without a part',
      'zeventerpen/kennisbank/boom-kappen.artikel.md',
      '## Denk vooruit',
      '## Denk vooruti',
      /error opbouw De kop 'Denk vooruti' bestaat niet\. Bedoelde u 'Denk vooruit'\?/,
    ],
  ])('%s', ([, file, from, to, expected]) => {
    only(findingsOf({ [file]: swap(from, to) }), expected);
  });
});
