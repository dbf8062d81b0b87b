/**
 * Nobody in the content can be a real person: numbers and addresses that may belong to somebody are errors.
 * What cannot: a number that fails the eleven test, an account whose check digits cannot be, area code 0590 and
 * mobile 06-00 (never given out), a postcode that begins with 0, and addresses below `.example` (RFC 2606).
 */
import type { Place, Reporter } from '../finding.js';

/** Numbers that anyone may call for help: they may be named. */
const HELP_LINES = ['09008844', '08002000', '08000113'];

interface Rule {
  readonly pattern: RegExp;
  readonly isReal: (found: string) => boolean;
  readonly message: (found: string) => string;
}

const digits = (text: string): string => text.replace(/\D/g, '');

/** Citizen service number: weights 9..2 and -1, sum divisible by 11. */
export function passesElevenTest(number: string): boolean {
  const sum = Array.from(number, Number).reduce(
    (total, digit, index) => total + digit * (index === 8 ? -1 : 9 - index),
    0,
  );
  return number.length === 9 && sum % 11 === 0;
}

/** Account number: ISO 13616, mod 97. Check digits run from 02 to 98. */
export function isAccount(iban: string): boolean {
  const clean = iban.replace(/\s/g, '');
  const check = Number(clean.slice(2, 4));
  if (check < 2 || check > 98) return false;
  const moved = clean.slice(4) + clean.slice(0, 4);
  const number = moved.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return Array.from(number, Number).reduce((rest, digit) => (rest * 10 + digit) % 97, 0) === 1;
}

const national = (phone: string): string => digits(phone).replace(/^(00)?31(0)?(?=\d{9}$)/, '0');

const RULES: readonly Rule[] = [
  {
    pattern: /(?<![\d.,-])(?:\d{9}|\d{3}[ .]\d{3}[ .]\d{3}|\d{4}[ .]\d{2}[ .]\d{3})(?![\d-])/g,
    isReal: (found) => passesElevenTest(digits(found)),
    message: (found) => `'${found}' kan het burgerservicenummer van een mens zijn. Schrijf •••••••01.`,
  },
  {
    pattern: /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/g,
    isReal: isAccount,
    message: (found) => `'${found}' kan een echt rekeningnummer zijn. Begin het met NL00.`,
  },
  {
    pattern: /(?<![\d.,-]|[A-Z\d] )(?:(?:\+|00)31[\s-]?(?:\(0\)[\s-]?)?|0)[1-79](?:[\s-]?\d){8}(?!\d)/g,
    isReal: (found) => !/^06?00|^0590/.test(national(found)),
    message: (found) => `'${found}' kan iemands nummer zijn. Gebruik 06-00 12 34 56 of 0590-12 34 56.`,
  },
  {
    pattern: /(?<![\d.,-])0[89]00[\s-]?\d{4}(?:\d{3})?(?!\d)/g,
    isReal: (found) => !HELP_LINES.includes(digits(found)),
    message: (found) => `'${found}' is van een ander. Alleen hulplijnen mogen: ${HELP_LINES.join(', ')}.`,
  },
  {
    pattern: /(?<![\d.,-])14[\s-]?0\d{2,3}(?!\d)/g,
    isReal: (found) => digits(found) !== '140590',
    message: (found) => `'${found}' is van een echte gemeente. Zeventerpen heeft 14 0590.`,
  },
  {
    pattern: /(?<![\d.,/-])[1-9]\d{3} ?[A-Z]{2}\b/g,
    isReal: () => true,
    message: (found) =>
      `'${found}' kan een echte postcode zijn. Gebruik 0917 en twee letters, zoals 0917 ZA.`,
  },
  {
    pattern: /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
    isReal: (found) => !found.endsWith('.example'),
    message: (found) => `'${found}' kan van iemand zijn. Laat het adres eindigen op .example.`,
  },
  {
    pattern:
      /(?<![\w-])(?=[A-Z0-9-]*[A-Z])(?=[A-Z0-9-]*\d)[A-Z0-9]{1,3}-[A-Z0-9]{2,3}-[A-Z0-9]{1,2}(?![\w-])/g,
    isReal: () => true,
    message: (found) => `'${found}' kan een echt kenteken zijn. Schrijf 'het kenteken' zonder nummer.`,
  },
  {
    pattern: /\bkvk\b\D{0,20}\d{8}(?!\d)/gi,
    isReal: () => true,
    message: (found) => `'${found}' kan een echt bedrijf zijn. Laat het nummer weg.`,
  },
];

/** Reports every number or address in a file, as stored, that may be somebody's. */
export function checkIdentities(source: string, report: Reporter): void {
  for (const { pattern, isReal, message } of RULES) {
    for (const { 0: found, index } of source.matchAll(pattern))
      if (isReal(found)) report(placeOf(source, index), 'identiteit', message(found));
  }
}

function placeOf(source: string, index: number): Place {
  const before = source.slice(0, index).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
