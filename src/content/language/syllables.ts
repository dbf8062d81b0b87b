/** Counts the syllables of a Dutch word by its groups of vowels. */

/** Sounds written with more than one vowel, longest first; other neighbours are sounds of their own (`re-a-ge-ren`). */
const SOUNDS =
  /(?<!^g)eau|aai|ooi|oei|eeu|ieu(?=w)|i(?=eu)|ij|aa|ee|oo|uu|ie|oe|eu|ui|ei|au|ou|ai|y(?![aeiou])|[aeiou]/g;

/** Words from elsewhere that are not said as they are written, anywhere in a compound. */
const LOANS: readonly (readonly [RegExp, string])[] = [
  [/online/g, 'onlijn'],
  [/offline/g, 'oflijn'],
  [/deadline/g, 'dedlijn'],
  [/^sites?$|(?<=web)sites?/g, 'sijt'],
  [/service/g, 'servis'],
  [/team/g, 'tiem'],
  [/coach/g, 'kootsj'],
  [/intake/g, 'inteek'],
  [/update/g, 'updeet'],
  [/museum/g, 'musejum'],
  [/digid/g, 'digidee'],
  [/^wmo/g, 'wejemo'],
];

/** A vowel with a trema, taken apart. */
const TREMA = /([aeiou])\u0308/g;

/** Number of syllables of one word, at least 1. Letters of an abbreviation without vowels (`BSN`) are said one by one. */
export function countSyllables(word: string): number {
  if (/^[B-DF-HJ-NP-TV-XZ]{2,5}$/.test(word)) return word.length;
  return Math.max(1, spoken(word).match(SOUNDS)?.length ?? 0);
}

/** Lower case without accents; a trema becomes a border between two sounds, and `qu` is no vowel. */
function spoken(word: string): string {
  let text = word
    .normalize('NFKD')
    .toLowerCase()
    .replace(TREMA, '|$1')
    .replace(/\p{M}|['’]/gu, '')
    .replace(/qu/g, 'q')
    .replace(/(^|[-|])y(?=[aeiou])/g, '$1j');
  for (const [pattern, said] of LOANS) text = text.replace(pattern, said);
  return text;
}
