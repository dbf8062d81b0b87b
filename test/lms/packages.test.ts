import { strToU8, zipSync } from 'fflate';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readManifest } from '../../src/lms/packages/manifest.js';
import { modulesOf, readShelf } from '../../src/lms/packages/shelf.js';
import { LIMITS, unzip } from '../../src/lms/packages/unzip.js';
import { putPackage, scormFiles, temporaryPlace, type Place } from './fixture.js';

let place: Place;
beforeEach(() => {
  place = temporaryPlace();
});
afterEach(() => place.remove());

describe('the packages of a folder', () => {
  it('are read from their manifests, editions of one module together, in course order', () => {
    const about = (position: number): Record<string, string> => ({
      'module.json': JSON.stringify({ position, units: [{ minutes: 5 }, { minutes: 15 }] }),
    });
    putPackage(place, 'b-scorm12.zip', { ...scormFiles('1.2', 'Tweede'), ...about(2) });
    putPackage(place, 'a-scorm12.zip', { ...scormFiles('1.2', 'Eerste & beste'), ...about(1) });
    putPackage(place, 'a-scorm2004.zip', {
      ...scormFiles('2004', 'Eerste & beste'.replace('&', '&amp;')),
      ...about(1),
    });
    const shelf = readShelf(place.packagesDir);
    expect(shelf.problems.map((one) => one.file)).toEqual(['a-scorm12.zip']);
    putPackage(place, 'a-scorm12.zip', { ...scormFiles('1.2', 'Eerste &amp; beste'), ...about(1) });
    const modules = modulesOf(readShelf(place.packagesDir, shelf));
    expect(modules.map((one) => one.title)).toEqual(['Eerste & beste', 'Tweede']);
    expect(modules[0]?.packages.map((one) => one.edition)).toEqual(['1.2', '2004']);
    expect(modules[0]?.about).toMatchObject({ minutes: 20, units: 2 });
    expect(modules[0]?.packages[0]).toMatchObject({
      launch: 'index.html',
      launchData: '{"a":1}',
      version: '1.0',
    });
  });

  it('that cannot be played become problems that say why', () => {
    putPackage(place, 'leeg.zip', { 'index.html': '' });
    putPackage(place, 'kapot.zip', { 'imsmanifest.xml': '<manifest>' });
    putPackage(place, 'zonder-start.zip', { 'imsmanifest.xml': scormFiles('1.2')['imsmanifest.xml'] ?? '' });
    writeFileSync(join(place.packagesDir, 'geen-zip.zip'), 'hallo');
    const messages = readShelf(place.packagesDir).problems.map((one) => one.message);
    expect(messages).toEqual([
      expect.stringContaining('geen leesbaar zip-bestand'),
      expect.stringContaining('geen geldige XML'),
      expect.stringContaining('geen imsmanifest.xml'),
      expect.stringContaining('index.html zit niet in het pakket'),
    ]);
  });

  it('take the edition from schemaversion exactly as Moodle does', () => {
    const xml = scormFiles('2004')['imsmanifest.xml'] ?? '';
    expect(readManifest(xml).edition).toBe('2004');
    expect(readManifest(xml.replace('2004 4th Edition', '2004 3rd Edition')).edition).toBe('2004');
    expect(readManifest(xml.replace('2004 4th Edition', '1.2')).edition).toBe('1.2');
  });
});

describe('a zip that wants out', () => {
  const zip = (name: string): Uint8Array => zipSync({ [name]: strToU8('x') });

  it.each(['../buiten.html', 'a/../../buiten.html', '/etc/iets', 'C:/iets', 'a\\..\\b'])(
    'is refused: %s',
    (name) => {
      expect(() => unzip(zip(name))).toThrow(/onveilig pad/);
    },
  );

  it('is refused when it is a bomb, too large, or has too many files', () => {
    const bomb = zipSync({ 'a.txt': new Uint8Array(5_000_000) });
    expect(() => unzip(bomb)).toThrow(/verdacht sterk ingepakt/);
    expect(() => unzip(bomb, { ...LIMITS, total: 1000 })).toThrow(/te groot/);
    const many = zipSync({ a: strToU8('1'), b: strToU8('2'), c: strToU8('3') });
    expect(() => unzip(many, { ...LIMITS, entries: 2 })).toThrow(/meer dan 2 bestanden/);
  });
});
