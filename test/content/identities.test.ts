import { describe, expect, it } from 'vitest';
import { checkIdentities, isAccount, passesElevenTest } from '../../src/content/check/identities.js';
import { FindingList, formatFinding } from '../../src/content/finding.js';

function said(text: string): string[] {
  const list = new FindingList();
  checkIdentities(text, list.reporter('a.yaml'));
  return list.findings.map(formatFinding);
}

describe('people in the content', () => {
  it.each([
    ['a citizen service number that passes the eleven test', 'bsn 123456782'],
    ['one with spaces', 'bsn 123 456 782'],
    ['an account number with right check digits', 'NL91 ABNA 0417 1643 00'],
    ['a mobile number that is given out', 'bel 06-12 34 56 78'],
    ['a mobile number as it is written abroad', 'bel +31 6 12345678'],
    ['an area code that exists', 'bel 0591-123456'],
    ['the number of another municipality', 'bel 14 0591'],
    ['a service number of somebody else', 'bel 0900-1234'],
    ['a postcode that exists', 'Kerkstraat 1, 9712 AB'],
    ['a mail address that may be somebody', 'mail jan@mail.test'],
    ['a number plate', 'de auto met AB-12-CD'],
    ['a number of the trade register', 'KvK-nummer 12345678'],
  ])('cannot have %s', (_, text) => {
    expect(said(text)).toHaveLength(1);
    expect(said(text)[0]).toContain(' error identiteit ');
  });

  it.each([
    ['a number that fails the eleven test', 'bsn 999991001'],
    ['a masked number', "bsn: '•••••••01'"],
    ['an account that cannot be', 'NL00 ZEVE 0123 4567 89'],
    ['a mobile number that nobody gets', 'bel 06-00 12 34 56, of +31 6 00123456'],
    ['an area code that does not exist', 'bel 0590-12 34 56 of 14 0590'],
    ['help lines', 'bel 112, 113, 0900-8844 of 0800-2000'],
    ['a postcode that begins with 0', 'Kerkstraat 1, 0917 ZD Kwelterp'],
    ['an address below .example', 'info@zeventerpen.example'],
    ['dates, cases and codes', "2026-11-23, Z-2041, '#335577', € 1.442, 2002/387 NO"],
  ])('can have %s', (_, text) => {
    expect(said(text)).toEqual([]);
  });

  it('are reported where they stand', () => {
    expect(said('a: 1\nb: jan@mail.test\n')[0]).toMatch(/^a\.yaml:2:4 /);
  });

  it('are told by tests that know a real number from one digit off', () => {
    const number = '123456782';
    expect(passesElevenTest(number)).toBe(true);
    for (let place = 0; place < 9; place++) {
      const other = String((Number(number[place]) + 1) % 10);
      expect(passesElevenTest(number.slice(0, place) + other + number.slice(place + 1))).toBe(false);
    }
    expect(isAccount('NL91ABNA0417164300')).toBe(true);
    expect(isAccount('NL91ABNA0417164301')).toBe(false);
  });
});
