import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { launchData as launchDataOf } from '../../src/packaging/build.js';
import { renderManifest, type ManifestInput } from '../../src/packaging/manifest.js';
import { validateManifest } from '../../src/packaging/schemas.js';
import { SCORM_TARGETS } from '../../src/packaging/target.js';

const template = readFileSync(new URL('../../imsmanifest.template.xml', import.meta.url), 'utf8');
const input: ManifestInput = {
  moduleId: 'klachten-voorkomen',
  title: 'Klachten & "bezwaar": < 6 weken, l\u2019été',
  version: 'a1b2c3d4',
  target: 'scorm12',
  files: ['app.js', 'index.html', 'met spatie.json'],
};

describe('the manifest', () => {
  it.each(SCORM_TARGETS)(
    'is valid against the ADL schemas of %s, whatever the title holds',
    async (target) => {
      expect(await validateManifest(renderManifest(template, { ...input, target }), target)).toEqual([]);
    },
  );

  it('is found wrong by the schemas when it is', async () => {
    const broken = renderManifest(template, input).replace('adlcp:scormtype', 'adlcp:scormType');
    expect((await validateManifest(broken, 'scorm12')).join()).toContain('scormType');
  });

  it('launches one SCO and names every file, percent-encoded', () => {
    const manifest = renderManifest(template, input);
    expect(manifest.match(/scormtype="sco"/g)).toHaveLength(1);
    expect(manifest).toContain('<file href="met%20spatie.json"/>');
    expect(manifest).toContain('href="index.html"');
  });

  it('keeps its identifiers when a new version of the module is built, so that an LMS recognises the re-upload', () => {
    const ids = (text: string) => text.match(/identifier(ref)?="[^"]+"/g);
    const next = renderManifest(template, {
      ...input,
      version: 'ffffffff',
      title: 'Nieuwe titel',
      files: ['index.html'],
    });
    expect(ids(next)).toEqual(ids(renderManifest(template, input)));
  });

  it('sets no mastery score and asks nothing of the LMS navigation', () => {
    for (const target of SCORM_TARGETS) {
      const manifest = renderManifest(template, { ...input, target });
      expect(manifest).not.toMatch(/<adlcp:masteryscore|satisfiedByMeasure|mapInfo/);
    }
  });

  it.each(SCORM_TARGETS)(
    'is read as %s by Moodle: its version to the letter, prefixes as Moodle spells them',
    (target) => {
      const manifest = renderManifest(template, { ...input, target });
      const version = { scorm12: '1.2', scorm2004: '2004 4th Edition', 'scorm2004-3rd': '2004 3rd Edition' }[
        target
      ];
      expect(manifest).toContain(`<schemaversion>${version}</schemaversion>`);
      const prefixes = [...manifest.matchAll(/<\/?([A-Za-z0-9]+):/g)].map(([, prefix]) => prefix);
      for (const prefix of prefixes) expect(['adlcp', 'adlseq', 'adlnav', 'imsss']).toContain(prefix);
      // Moodle reads no text here, and takes 1.0 for what it does not find.
      expect(manifest).not.toMatch(/completionThreshold/);
    },
  );

  it.each(SCORM_TARGETS)('hands launch data to the LMS in %s, where there are any', async (target) => {
    const launchData = launchDataOf('https://gemeente.example/token?a=1&b=2');
    const manifest = renderManifest(template, { ...input, target, launchData });
    expect(await validateManifest(manifest, target)).toEqual([]);
    const element = target === 'scorm12' ? 'datafromlms' : 'dataFromLMS';
    expect(new RegExp(`<adlcp:${element}>(.*)</adlcp:${element}>`).exec(manifest)?.[1]).toBe(
      '{&#34;tokenService&#34;:&#34;https://gemeente.example/token?a=1&#38;b=2&#34;}',
    );
    expect(renderManifest(template, { ...input, target })).not.toMatch(/datafromlms/i);
    expect(() => renderManifest(template, { ...input, launchData: 'x'.repeat(256) })).toThrow(/255/);
  });

  it('drops what XML cannot hold', () => {
    const manifest = renderManifest(template, { ...input, title: 'a\u0000b\u{1F600}\uD800c' });
    expect(manifest).toContain('<title>ab\u{1F600}c</title>');
  });

  it.each(['/etc/passwd', '../boven.js', 'a\\b.js'])('refuses a file named %s', (file) => {
    expect(() => renderManifest(template, { ...input, files: ['index.html', file] })).toThrow('cannot hold');
  });
});
