import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ausOf, readCourseStructure, textOf } from '../../src/cmi5/course-structure.js';
import { renderCourseStructure, type CourseStructureInput } from '../../src/packaging/course-structure.js';

const template = readFileSync(new URL('../../cmi5.template.xml', import.meta.url), 'utf8');
const input: CourseStructureInput = {
  moduleId: 'klachten-voorkomen',
  title: 'Klachten & "bezwaar": < 6 weken, l\u2019été',
  summary: 'Luister eerst.',
  language: 'nl',
  iri: 'https://zeventerpen.example/xapi',
};
const files = new Set(['index.html', 'met spatie.html']);
const render = (more: Partial<CourseStructureInput> = {}) =>
  renderCourseStructure(template, { ...input, ...more });
const problemsOf = (xml: string) => readCourseStructure(xml, files).problems;

describe('the course structure of a package', () => {
  it('13.2.0.0-1 is one that the strict reader takes, whatever the title holds', () => {
    const { structure } = readCourseStructure(render({ title: 'a\u0000b & <c>\u{1F600}' }), files);
    expect(structure && textOf(structure.title)).toBe('ab & <c>\u{1F600}');
  });

  it('asks the LMS for completion, and for passing too when the module has a pass mark', () => {
    const au = (xml: string) => ausOf(readCourseStructure(xml, files).structure?.children ?? [])[0];
    expect(au(render())).toMatchObject({ moveOn: 'Completed', launchMethod: 'AnyWindow' });
    expect(au(render())).not.toHaveProperty('masteryScore');
    expect(au(render({ passMark: 66.66 }))).toMatchObject({
      moveOn: 'CompletedAndPassed',
      masteryScore: 0.6666,
    });
    expect(au(render({ passMark: 0 }))).toMatchObject({ masteryScore: 0 });
  });

  it('13.1.1.0 keeps its ids when a new version is built, and names the language of its texts', () => {
    const ids = (xml: string) => xml.match(/ id="[^"]+"/g);
    expect(ids(render({ title: 'Nieuw', passMark: 50 }))).toEqual(ids(render()));
    expect(render({ language: 'en' })).toContain('lang="en-US"');
  });

  it.each([
    [
      '3.0.0.0-1 an id that is no full IRI',
      'id="https://zeventerpen.example/xapi/courses/klachten-voorkomen"',
      'id="klachten"',
      /volledige IRI/,
    ],
    [
      '13.1.4.0-1 an id used twice',
      '/activities/klachten-voorkomen"',
      '/courses/klachten-voorkomen"',
      /twee keer dezelfde id/,
    ],
    [
      'a mastery score in percent',
      'moveOn="Completed"',
      'moveOn="Completed" masteryScore="70"',
      /tussen 0 en 1/,
    ],
    [
      'a mastery score with an exponent',
      'moveOn="Completed"',
      'moveOn="Completed" masteryScore="7e-1"',
      /tussen 0 en 1/,
    ],
    ['an unknown moveOn', 'moveOn="Completed"', 'moveOn="Klaar"', /NotApplicable, Passed/],
    ['an unknown launchMethod', 'AnyWindow', 'Popup', /OwnWindow/],
    ['an unknown attribute', 'moveOn="Completed"', 'moveon="Completed"', /kent geen moveon/],
    [
      'a text without langstring',
      /<langstring[^<]*<\/langstring>(?=<\/description>\n {2}<\/course>)/,
      '',
      /geen <langstring>/,
    ],
    ['a language that is none', 'lang="nl-NL"', 'lang="nederlands (nl)"', /geen taal/],
    [
      '8.1.0.0-6 a url with a name of the launch',
      '>index.html<',
      '>index.html?fetch=1<',
      /het LMS zelf toevoegt/,
    ],
    ['14.1.0.0-3 a url that is not in the zip', '>index.html<', '>weg.html<', /zit niet in het pakket/],
    ['a url that runs script', '>index.html<', '>javascript:alert(1)<', /begint niet met https/],
    ['no au', /<au [\s\S]*<\/au>/, '', /niets om te starten/],
    [
      'elements out of order',
      /(<title>.*\n)(\s*<description>.*\n)(\s*<url>.*\n)/,
      '$3$1$2',
      /verkeerde plaats/,
    ],
    ['another root', 'courseStructure', 'manifest', /begint niet met/],
    ['broken XML', '</course>', '', /geen geldige XML/],
  ])('is refused with %s', (_name, from, to, message) => {
    const xml = from === 'courseStructure' ? render().replaceAll(from, to) : render().replace(from, to);
    expect(xml).not.toBe(render());
    expect(problemsOf(xml).join('\n')).toMatch(message);
  });

  it('14.2.0.0-1 without a zip needs absolute addresses', () => {
    expect(readCourseStructure(render()).problems.join()).toMatch(/geen volledig adres/);
    expect(
      readCourseStructure(render().replace('>index.html<', '>https://x.example/a?b=1<')).problems,
    ).toEqual([]);
  });

  it('takes blocks, objectives and elements of others, percent-encoded urls and a default moveOn', () => {
    const xml = `<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd" xmlns:x="urn:x">
      <course id="urn:x:cursus"><title><langstring lang="en">C</langstring></title>
        <description><langstring>c</langstring></description><x:more/></course>
      <objectives><objective id="urn:x:doel"><title><langstring>d</langstring></title>
        <description><langstring>d</langstring></description></objective></objectives>
      <block id="urn:x:blok"><title><langstring>B</langstring></title><description><langstring>b</langstring></description>
        <objectives><objective idref="urn:x:doel"/></objectives>
        <au id="urn:x:1"><title><langstring>1</langstring></title><description><langstring>1</langstring></description>
          <url> met%20spatie.html </url><launchParameters>a=b</launchParameters></au></block>
      <au id="urn:x:2"><title><langstring>2</langstring></title><description><langstring>2</langstring></description>
        <url>index.html?x=1</url></au>
    </courseStructure>`;
    const { structure, problems } = readCourseStructure(xml, files);
    expect(problems).toEqual([]);
    expect(
      ausOf(structure?.children ?? []).map(({ id, moveOn, launchParameters }) => [
        id,
        moveOn,
        launchParameters,
      ]),
    ).toEqual([
      ['urn:x:1', 'NotApplicable', 'a=b'],
      ['urn:x:2', 'NotApplicable', ''],
    ]);
  });
});
