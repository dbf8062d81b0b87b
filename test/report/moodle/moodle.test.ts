import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Module } from '../../../src/content/module.js';
import { formOf } from '../../../src/engine/forms.js';
import { rightResponse } from '../../../src/engine/right-response.js';
import type { Command, Session } from '../../../src/engine/session.js';
import { openFacts, type Facts } from '../../../src/report/facts/facts.js';
import { compareScores, isObjectivesReport } from '../../../src/report/moodle/objectives.js';
import { checkObjectives, readMoodleFile } from '../../../src/report/moodle/read.js';
import { readMoment } from '../../../src/report/moodle/table.js';
import { DEFAULT_CONFIG } from '../../../src/tracking/config.js';
import { SCORM12 } from '../../../src/tracking/lms/scorm12.js';
import { toIdentifier } from '../../../src/tracking/lms/formats.js';
import { snapshot } from '../../../src/tracking/projection.js';
import { attemptOf, knowledgeTest } from '../../engine/fixtures/knowledge-test.js';
import { fixture } from '../../player/fixtures/module.js';
import { act, acts, answerAll, findSome, seen, start } from '../../tracking/learner.js';
import { factsOf, rows, tell } from '../facts/told.js';

const talk: readonly Command[] = [
  start('u3'),
  ...acts('u3', 'k2', 'k3', 'a1', 'b1', 'c1', 'k5', 'd1'),
  seen('u3'),
];
const mail: readonly Command[] = [start('u4'), act('u4', 'e1'), act('u4', 'f9', 'f1f3f6'), seen('u4')];
const commands = [...findSome, seen('u2'), ...talk, ...mail, ...answerAll];

const ENGLISH = {
  ...{ name: 'Name', attempt: 'Attempt', started: 'Started on', last: 'Last accessed on', score: 'Score' },
  ...{ question: 'Question', response: 'Response', result: 'Result', at: 'Monday, 26 October 2026, 3:30 PM' },
};
const DUTCH = {
  ...{ name: 'Naam', attempt: 'Poging', started: 'Gestart op', last: 'Laatst geopend op', score: 'Score' },
  ...{ question: 'Vraag', response: 'Antwoord', result: 'Resultaat', at: 'maandag, 26 oktober 2026, 15:30' },
};
type Words = typeof ENGLISH;

/** The file that Moodle makes of what a package stored. */
function report(session: Session, words: Words, more: { identity?: string; ids?: boolean } = {}): string {
  const { interactions, score } = snapshot(session, 'route');
  const told = interactions.map((one) => {
    const pairs = new Map<string, string>(SCORM12.interaction(one));
    return [toIdentifier(one.id), pairs.get('student_response') ?? '', pairs.get('result') ?? ''];
  });
  const kinds =
    more.ids === false ? [words.response, words.result] : [words.question, words.response, words.result];
  const head = [
    words.name,
    ...(more.identity === undefined ? [] : [more.identity]),
    ...[words.attempt, words.started, words.last, words.score, session.module.title],
    ...told.flatMap((_, at) => kinds.map((kind) => `${kind} ${at}`)),
  ];
  const row = (name: string, id: string): string[] => [
    name,
    ...(more.identity === undefined ? [] : [id]),
    ...['1', words.at, words.at, String(score), `${score ?? 0}/100`],
    ...told.flatMap((cells) => (more.ids === false ? cells.slice(1) : cells)),
  ];
  const absent = [
    'Wil Bakker',
    ...(more.identity === undefined ? [] : ['w.bakker']),
    '-',
    '-',
    '-',
    '-',
    'Not attempted',
  ];
  return [head, row('"Anke ""Ans"" Bosma"', 'a.bosma'), absent]
    .map((cells) => `${cells.join('\t')}\r\n`)
    .join('');
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zeventerpen-moodle-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function read(text: string, packages: readonly Module[] = [fixture]) {
  const file = join(folder, 'rapport.txt');
  writeFileSync(file, text);
  const facts = await openFacts();
  const tally = await readMoodleFile(facts, file, { packages, course: DEFAULT_CONFIG });
  return { facts, tally };
}

const SAID = [
  'SELECT unit, turn, option, klanttevredenheid, minutes, kosten, got, max FROM decision NATURAL JOIN chosen ORDER BY ALL',
  'SELECT unit, kind, item, response, share FROM answer NATURAL JOIN replied ORDER BY ALL',
  'SELECT unit, action, target, minutes FROM desk_action NATURAL JOIN run ORDER BY ALL',
  `SELECT unit, score, ending, ending_quality, route FROM run_event NATURAL JOIN run WHERE event = 'finished' ORDER BY ALL`,
  'SELECT unit, scale, name, scaled, got, max FROM run_score NATURAL JOIN run NATURAL JOIN shown ORDER BY ALL',
  "SELECT module, version, event, score FROM module_event WHERE event <> 'closed' ORDER BY ALL",
];
const said = (facts: Facts) => Promise.all(SAID.map((query) => rows(facts, query)));

describe("Moodle's interactions report", () => {
  const lessonless: Module = { ...fixture, units: fixture.units.filter(({ kind }) => kind !== 'lesson') };
  const { session, statements } = tell({ module: lessonless, commands });

  it.each([
    ['English', ENGLISH],
    ['Dutch', DUTCH],
  ])('with %s heads gives the facts that the statements of the same attempt give', async (_name, words) => {
    const { facts, tally } = await read(report(session, words), [lessonless]);
    expect(tally).toMatchObject({ attempts: 1, lost: 0 });
    expect(await said(facts)).toEqual(await said(await factsOf(statements)));
    const when = await rows(facts, 'SELECT DISTINCT happened FROM decision');
    expect(when).toEqual([{ happened: '2026-10-26 15:30:00' }]);
  });

  it('leaves names behind, and knows the same person by what stands beside the name', async () => {
    const { facts } = await read(report(session, ENGLISH, { identity: 'Username' }), [lessonless]);
    const tables = [
      'person',
      'run',
      'chosen',
      'replied',
      'decision',
      'answer',
      'run_event',
      'module_event',
      'label',
    ];
    const all = await Promise.all(tables.map((table) => rows(facts, `FROM ${table}`)));
    expect(JSON.stringify(all)).not.toMatch(/Ans|Bosma|a\.bosma|Bakker/);
    const asPackage = tell({ module: lessonless, commands: talk, config: { salt: '' } });
    expect(asPackage.statements.length).toBeGreaterThan(0);
    const people = await rows(
      facts,
      'SELECT DISTINCT person FROM decision NATURAL JOIN run NATURAL JOIN person',
    );
    expect(people).toEqual([{ person: expect.stringMatching(/^[0-9a-f]{32}$/) as unknown }]);
  });

  it('may be read twice, and with responses alone', async () => {
    const text = report(session, ENGLISH, { ids: false });
    const { facts } = await read(text, [lessonless]);
    const file = join(folder, 'rapport.txt');
    const again = await readMoodleFile(facts, file, { packages: [lessonless], course: DEFAULT_CONFIG });
    expect(again.ours).toBe(0);
    expect(await said(facts)).toEqual(await said(await factsOf(statements)));
  });

  it('leaves out, and counts, what the content no longer knows', async () => {
    const text = report(session, ENGLISH).replace('k2k3a1b1c1k5d1', 'k2k3zzb1c1k5d1');
    const { facts, tally } = await read(text, [lessonless]);
    expect(tally.lost).toBe(1);
    expect(
      await rows(facts, `SELECT count(*)::INT AS n FROM decision NATURAL JOIN run WHERE unit = 'paspoort'`),
    ).toEqual([{ n: 0 }]);
    expect(
      await rows(facts, `SELECT count(*)::INT AS n FROM decision NATURAL JOIN run WHERE unit <> 'paspoort'`),
    ).not.toEqual([{ n: 0 }]);
  });

  it('of a test needs the ids of the questions, which tell the form', async () => {
    const id = 'kennistoets-nulmeting';
    const test: Module = {
      ...fixture,
      id,
      title: 'Nulmeting',
      partOf: 'kennistoets',
      units: [knowledgeTest],
    };
    for (const group of [0, 1] as const) {
      const attempt = attemptOf(group);
      const answers = formOf(knowledgeTest, attempt).map((item) => act('ae', item.code, rightResponse(item)));
      const told = tell({
        module: test,
        attempt,
        commands: [start('ae'), ...answers, act('ae', 'hi'), seen('ae')],
      });
      const { facts } = await read(report(told.session, DUTCH), [fixture, test]);
      expect(await said(facts)).toEqual(await said(await factsOf(told.statements)));
      await expect(read(report(told.session, DUTCH, { ids: false }), [test])).rejects.toThrow(
        /tick question/,
      );
    }
  });

  it('says what is wrong with another file', async () => {
    await expect(read('a\tb\n1\t2\n')).rejects.toThrow(/no interactions report.*Started on/);
    await expect(read(report(session, ENGLISH).replaceAll(fixture.title, 'Iets anders'))).rejects.toThrow(
      /is of 'Iets anders', which is no package/,
    );
    const bare = 'Name\tAttempt\tStarted on\tLast accessed on\tScore\tHostmanship\nX\t1\t-\t-\t-\t\n';
    await expect(read(bare)).rejects.toThrow(/no responses.*Interactions report/);
    await expect(read(bare)).rejects.toThrow(/objectives report alone is not enough/);
  });
});

/** The objectives report of the same, as Moodle makes it: a status and, when asked for, a score for each id, in their order. */
function objectives(session: Session, words: Words, showsScore = true): string {
  const { objectives: all, score } = snapshot(session, 'route');
  const told = [...all].sort((a, b) => a.id.localeCompare(b.id));
  const heads = told.flatMap(({ id }) =>
    showsScore ? [`${toIdentifier(id)} Status`, `${toIdentifier(id)} Score`] : [toIdentifier(id)],
  );
  const cells = told.flatMap(({ score: one }) => [
    one === null ? '' : 'completed',
    ...(showsScore ? [String(one ?? '')] : []),
  ]);
  const head = [words.name, words.attempt, words.started, words.last, words.score, session.module.title];
  return [
    [...head, ...heads],
    ['"Anke ""Ans"" Bosma"', '1', words.at, words.at, String(score), `${score ?? 0}/100`, ...cells],
    ['Wil Bakker', '-', '-', '-', '-', 'Not attempted', ...heads.map(() => '')],
  ]
    .map((row) => `${row.join('\t')}\r\n`)
    .join('');
}

describe("Moodle's objectives report", () => {
  const { session } = tell({ module: fixture, commands });
  const options = { packages: [fixture], course: DEFAULT_CONFIG };
  async function check(text: string, isRead = true) {
    const file = join(folder, 'doelen.txt');
    writeFileSync(file, text);
    const { facts, tally } = await read(report(session, ENGLISH));
    const before = await said(facts);
    const found = await checkObjectives(file, isRead ? [tally] : [], options);
    expect(await said(facts)).toEqual(before);
    return found;
  }

  it('is told from the interactions report, also of a package that is called as a competence', () => {
    expect(isObjectivesReport(objectives(session, DUTCH), 'x')).toBe(true);
    expect(isObjectivesReport(objectives(session, ENGLISH, false), 'x')).toBe(true);
    const named = { ...session, module: { ...fixture, title: 'Hostmanship' } };
    expect(isObjectivesReport(report(named, ENGLISH), 'x')).toBe(false);
  });

  it.each([
    ['English', ENGLISH],
    ['Dutch', DUTCH],
  ])('with %s heads agrees with what was played again, and adds nothing to it', async (_name, words) => {
    expect(snapshot(session, 'route').objectives.length).toBeGreaterThan(1);
    expect(await check(objectives(session, words))).toEqual({ compared: 1, differing: 0, alone: 0 });
  });

  it('shows that content changed, when what is played again comes to more than Moodle has', async () => {
    const [one] = snapshot(session, 'route').objectives.flatMap(({ score }) => (score ? [score] : []));
    const text = objectives(session, ENGLISH).replaceAll(`completed\t${one ?? ''}\t`, 'completed\t1\t');
    expect(await check(text)).toEqual({ compared: 1, differing: 1, alone: 0 });
  });

  it('says how many attempts it alone has, and when it has no scores', async () => {
    expect(await check(objectives(session, ENGLISH), false)).toEqual({ compared: 0, differing: 0, alone: 1 });
    await expect(check(objectives(session, ENGLISH, false))).rejects.toThrow(/tick the objective score/);
  });

  it('of a test must agree both ways', () => {
    const stored = new Map([['a', { hostmanship: 60 }]]);
    const played = new Map([['a', { hostmanship: 50 }]]);
    expect(compareScores(stored, played, false).differing).toBe(0);
    expect(compareScores(stored, played, true).differing).toBe(1);
    expect(compareScores(played, stored, false).differing).toBe(1);
  });
});

it.each([
  ['Thursday, 26 November 2026, 12:05 AM', '2026-11-26T00:05:00.000Z'],
  ['donderdag, 5 maart 2026, 09:05', '2026-03-05T09:05:00.000Z'],
  ['vrijdag 1 mei 2026, 23:59', '2026-05-01T23:59:00.000Z'],
  ['-', undefined],
])('reads the moment %s', (text, moment) => {
  expect(readMoment(text)?.toISOString()).toBe(moment);
});
