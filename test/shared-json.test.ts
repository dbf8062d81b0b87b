import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SharedJson } from '../src/shared-json.js';

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
    const texts = Array.from({ length: 6_000 }, (_one, at) => Buffer.from(`[{"at":${at}}]`));
    for (const [at, text] of texts.entries()) expect(json.parsed(text, 1)).toEqual([{ at }]);
    for (const [at, text] of texts.entries()) expect(json.parsed(text, 1)).toEqual([{ at }]);
  });
});
