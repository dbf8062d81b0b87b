import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moreAtEnds } from '../../../src/report/sync/more.js';

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('"more":"a"', ',"more":"a"}', '\\', '/xapi?a=1'),
);
const page = fc
  .array(fc.tuple(fc.oneof(fc.constantFrom('more', 'statements', 'mo"re'), text), fc.oneof(text, fc.json())))
  .map((members) => Object.fromEntries(members));

describe('the next page, seen before a page is parsed', () => {
  it('is what the page itself says, or nothing, however it is written', () => {
    fc.assert(
      fc.property(page, fc.constantFrom(0, 1, '\t'), (value, space) => {
        const found = moreAtEnds(Buffer.from(JSON.stringify(value, null, space)));
        expect([null, value['more'] ?? null]).toContain(found);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    '{"statements":[{"id":"1"}],"more":"/xapi/statements?page=2"}',
    `{"statements":[${'"…",'.repeat(3_000)}1] , "more" : "\\/xapi\\/statements?page=2" }\n`,
    '{"more":"/xapi/statements?page=2","statements":[]}',
  ])('is seen at either end', (written) => {
    expect(moreAtEnds(Buffer.from(written))).toBe('/xapi/statements?page=2');
  });

  it.each(['', '{"statements":[],"more":', '{"more":"\\x",', '[]'])(
    'is not seen where there is none: %j',
    (written) => {
      expect(moreAtEnds(Buffer.from(written))).toBe(null);
    },
  );
});
