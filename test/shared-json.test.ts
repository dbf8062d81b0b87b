import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inFormat } from '../src/lms/lrs/query.js';
import { checkStatement, completeStatement, findable, sameStatement } from '../src/lms/lrs/statement.js';
import { openFacts } from '../src/report/facts/facts.js';
import { Gathered } from '../src/report/facts/gather.js';
import { StatementReader } from '../src/report/facts/told.js';
import { SharedJson } from '../src/shared-json.js';
import { statementText } from '../src/statement-text.js';
import { fixture } from './player/fixtures/module.js';
import { tell } from './report/facts/told.js';
import { answerAll } from './tracking/learner.js';

/** What JSON.parse makes of it; undefined: it is no JSON. */
function plain(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

const depth = fc.integer({ min: 0, max: 4 });
const spaced = fc
  .tuple(fc.json({ maxDepth: 5 }), fc.constantFrom(0, 1, '\t', '\r\n '))
  .map(([text, space]) => JSON.stringify(JSON.parse(text), null, space as string));

describe('JSON of which equal parts are shared', () => {
  it('is what it is without sharing, at any depth and however it is written', () => {
    fc.assert(
      fc.property(fc.array(spaced, { maxLength: 4 }), depth, (texts, levels) => {
        const json = new SharedJson();
        for (const text of [...texts, ...texts]) {
          const bytes = Buffer.from(text);
          expect(json.parsed(bytes, levels)).toStrictEqual(plain(bytes));
        }
      }),
    );
  });

  it('is refused where it is no JSON: cut off, or with a byte that is wrong', () => {
    fc.assert(
      fc.property(spaced, depth, fc.nat(), fc.nat(255), (text, levels, place, byte) => {
        const json = new SharedJson();
        const bytes = Buffer.from(text);
        json.parsed(bytes, levels);
        const cut = bytes.subarray(0, place % bytes.length);
        expect(json.parsed(cut, levels)).toStrictEqual(plain(cut));
        bytes[place % bytes.length] = byte;
        expect(json.parsed(bytes, levels)).toStrictEqual(plain(bytes));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    '',
    ' ',
    '{',
    '[1,]',
    '{"a":1,}',
    '{a:1}',
    '{"a" 1}',
    '{"a":{]}',
    '[{}}',
    '[] []',
    '1 2',
    '"a\n"',
    '\uFEFF{}',
  ])('is refused as JSON.parse does: %j', (text) => {
    const bytes = Buffer.from(text);
    expect(plain(bytes)).toBe(undefined);
    for (const levels of [0, 1, 3]) expect(new SharedJson().parsed(bytes, levels)).toBe(undefined);
  });

  it('keeps names and texts that mislead', () => {
    const text = '{"__proto__":{"a":1},"}":"{\\"","\\u0061":"\\\\","a":[["]"]],"€":"’","a":2}';
    const found = new SharedJson().parsed(Buffer.from(text), 1);
    expect(found).toStrictEqual(JSON.parse(text));
    expect(Object.keys(found as object)).toEqual(Object.keys(JSON.parse(text) as object));
  });

  it('parses what is the same byte for byte once, and nothing else', () => {
    const json = new SharedJson();
    const [one, other, third] = json.parsed(
      Buffer.from('[{"actor":{"name":"a"}},{"actor":{"name":"a"}},{"actor":{"name":"b"}}]'),
      2,
    ) as readonly { readonly actor: object }[];
    expect(one?.actor).toBe(other?.actor);
    expect(third?.actor).toEqual({ name: 'b' });
    const later = json.parsed(Buffer.from('{"actor":{"name":"a"}}'), 1) as { readonly actor: object };
    expect(later.actor).toBe(one?.actor);
  });

  it('is right after more than it remembers', () => {
    const json = new SharedJson();
    const texts = Array.from({ length: 12_000 }, (_one, at) => Buffer.from(`[{"at":${at}}]`));
    for (const [at, text] of texts.entries()) expect(json.parsed(text, 1)).toEqual([{ at }]);
    for (const [at, text] of texts.entries()) expect(json.parsed(text, 1)).toEqual([{ at }]);
  });

  it('is changed by nobody who gets it: what comes again is still what was written', async () => {
    const { statements } = tell({ module: fixture, commands: answerAll });
    const unusual = {
      ...statements[0],
      id: '0f2a9a5e-6d8f-4f6e-9a43-0d6a2c1b7e11',
      // A single one where a list is meant, members of a group, and a statement within: an LRS rewrites these on their way in.
      context: { contextActivities: { parent: { id: 'https://a.example/b' } } },
      actor: { objectType: 'Group', member: [{ mbox: 'mailto:a@b.nl' }], mbox: 'mailto:team@b.nl' },
      object: {
        objectType: 'SubStatement',
        actor: { mbox: 'mailto:a@b.nl' },
        verb: { id: 'https://a.example/v' },
        object: { id: 'https://a.example/o' },
        context: { contextActivities: { other: { id: 'https://a.example/c' } } },
      },
    };
    const texts = [...statements, unusual].map((one) => JSON.stringify(one));
    const reader = new StatementReader();
    const parsed = texts.map((text) => reader.json.parsed(Buffer.from(text), 1));

    // The report.
    const gathered = new Gathered(reader);
    for (const one of parsed) gathered.statement(one);
    const facts = await openFacts();
    expect((await facts.add(gathered)).ours).toBe(statements.length);
    facts.close();
    // The local LRS.
    for (const one of parsed.map(checkStatement)) {
      const complete = completeStatement(one, '2026-11-26T12:00:00.000Z', { mbox: 'mailto:lrs@b.nl' });
      expect(JSON.parse(statementText(complete))).toEqual(complete);
      expect(findable(complete).related.length).toBeGreaterThan(0);
      expect(sameStatement(complete, one)).toBe(true);
      for (const format of ['exact', 'ids', 'canonical'] as const) inFormat(complete, format, ['nl']);
    }

    for (const text of texts)
      expect(reader.json.parsed(Buffer.from(text), 1)).toStrictEqual(JSON.parse(text));
  });
});
