/** Abbreviations: they save the writer a second and cost every reader one. */
import type { Slip } from './slip.js';

const WHOLE: Readonly<Record<string, string>> = {
  'a.s.': 'komende',
  'a.u.b.': 'alstublieft',
  aub: 'alstublieft',
  'b.g.g.': 'als niemand opneemt',
  'bijv.': 'bijvoorbeeld',
  'blz.': 'bladzijde',
  'bv.': 'bijvoorbeeld',
  'ca.': 'ongeveer',
  'd.d.': 'van',
  'd.m.v.': 'met',
  'd.w.z.': 'dat betekent',
  'dhr.': 'meneer',
  'drs.': 'doctorandus',
  'e.d.': 'en zo',
  'e.e.a.': 'dit alles',
  'enz.': 'enzovoort',
  'etc.': 'enzovoort',
  'evt.': 'misschien',
  'excl.': 'zonder',
  'i.g.v.': 'bij',
  'i.o.m.': 'samen met',
  'i.p.v.': 'in plaats van',
  'i.v.m.': 'door',
  'incl.': 'met',
  'jl.': 'afgelopen',
  'm.a.w.': 'met andere woorden',
  'm.b.t.': 'over',
  'm.b.v.': 'met',
  'm.i.v.': 'vanaf',
  'm.u.v.': 'behalve',
  'max.': 'hooguit',
  'mevr.': 'mevrouw',
  'min.': 'minstens',
  'mw.': 'mevrouw',
  'n.a.v.': 'door',
  'n.v.t.': 'niet nodig',
  'nr.': 'nummer',
  'o.a.': 'bijvoorbeeld',
  'o.b.v.': 'volgens',
  'o.v.v.': 'met erbij',
  'p.p.': 'per persoon',
  'resp.': 'en',
  's.v.p.': 'alstublieft',
  svp: 'alstublieft',
  't.a.v.': 'voor',
  't.b.v.': 'voor',
  't.g.v.': 'door',
  't.n.v.': 'op naam van',
  't.o.v.': 'vergeleken met',
  't.z.t.': 'later',
  'tel.': 'telefoon',
  'vgl.': 'vergelijk',
  'z.g.': 'zogenoemd',
  'z.o.z.': 'zie de andere kant',
  'z.s.m.': 'zo snel mogelijk',
};

const escape = (word: string): string => word.replaceAll('.', '\\.');
/** The known ones, and whatever else is letters with points (`m.m.v.`). */
const ANY = new RegExp(
  `(?<![\\p{L}\\d.@-])(?:${Object.keys(WHOLE)
    .sort((a, b) => b.length - a.length)
    .map(escape)
    .join('|')}|(?:\\p{Ll}\\.){2,})(?![\\p{L}\\d@])`,
  'giu',
);

/** The abbreviations of a text. `max.` and the like at the very end of a sentence may be words: those stay. */
export function findAbbreviations(text: string): Slip[] {
  return [...text.matchAll(ANY)].flatMap(({ 0: word, index }): Slip[] => {
    const whole = WHOLE[word.toLowerCase()];
    if (/^(min|max|tel)\.$/i.test(word) && !/^\s+[\p{Ll}\d€]/u.test(text.slice(index + word.length)))
      return [];
    const advice = whole === undefined ? 'Schrijf het uit.' : `Schrijf het uit, zoals '${whole}'.`;
    return [{ start: index, code: 'afkorting', message: `'${word}' is een afkorting. ${advice}` }];
  });
}
