/** Words of the counter that a plainer word can replace, after the lists that Dutch municipalities use. */
import type { Slip } from './slip.js';

/** Official word -> plainer. Several spellings of one word are separated by `|`. */
const PLAINER: Readonly<Record<string, string>> = {
  'aangaande|betreffende|inzake|omtrent|nopens': 'over',
  abusievelijk: 'per ongeluk',
  'additioneel|additionele': 'extra',
  aldus: 'zo',
  'alsmede|alsook': 'en ook',
  alvorens: 'voordat',
  behoudens: 'behalve',
  bewerkstelligen: 'zorgen voor',
  'bijgaand|bijgevoegd': 'met deze brief',
  'conform|overeenkomstig': 'volgens',
  'daar waar': 'waar',
  'daaromtrent|hieromtrent': 'hierover',
  'derhalve|dientengevolge|mitsdien': 'daarom',
  'desalniettemin|desniettemin|evenwel': 'toch',
  'desbetreffend|desbetreffende|onderhavig|onderhavige': 'deze',
  desgewenst: 'als u wilt',
  doch: 'maar',
  'dusdanig|zodanig': 'zo',
  echter: 'maar',
  'eerstgenoemde|voornoemd|voornoemde|bovengenoemd|bovengenoemde|bovenstaand|bovenstaande': 'deze',
  'eveneens|tevens|voorts': 'ook',
  faciliteren: 'helpen',
  gaarne: 'graag',
  gelieve: 'wilt u',
  'geschieden|geschiedt': 'gebeuren',
  'heden|thans|momenteel': 'nu',
  hetgeen: 'wat',
  hetzij: 'of',
  hierbij: 'met deze brief',
  implementeren: 'invoeren',
  'in casu': 'hier',
  indachtig: 'met de gedachte aan',
  indien: 'als',
  'ingevolge|krachtens|uit hoofde van': 'volgens',
  'inmiddels|reeds': 'al',
  inwinnen: 'vragen',
  jegens: 'tegen',
  'met betrekking tot|ten aanzien van|met inachtneming van': 'over',
  'middels|door middel van': 'met',
  nadien: 'daarna',
  'navolgende|onderstaande': 'deze',
  'omwille van': 'om',
  ongeacht: 'het maakt niet uit',
  'onverwijld|per ommegaande': 'meteen',
  retourneren: 'terugsturen',
  'te allen tijde': 'altijd',
  'te zijner tijd': 'later',
  'ten behoeve van': 'voor',
  'ten gevolge van': 'door',
  teneinde: 'om',
  'ter zake': 'hierover',
  verstrekken: 'geven',
  vernemen: 'horen',
  verscheidene: 'veel',
  'vigerend|vigerende': 'geldig',
  vooralsnog: 'voorlopig',
  'voorafgaand aan': 'voor',
  wederom: 'weer',
  woonachtig: 'wonen',
  'zorg dragen voor|zorgdragen voor': 'zorgen voor',
  zulks: 'dat',
};

const PLAIN = new Map(
  Object.entries(PLAINER).flatMap(([words, plain]) => words.split('|').map((word) => [word, plain] as const)),
);
const ANY = new RegExp(
  `(?<![\\p{L}\\d-])(?:${[...PLAIN.keys()].sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}\\d-])`,
  'giu',
);
/** `dient u dit te melden`, with at most a few words between. */
const DIENT = /(?<!\p{L})(dient|dienen|diende|dienden)(?: \S+){0,6}? te \p{L}+/giu;
/** What serves as something (`dient als bewijs`) is no duty; `te` then belongs to another verb. */
const SERVES = /^\S+ (?:als|voor|tot|om)\b/i;

/** The official words of a text. */
export function findOfficialese(text: string): Slip[] {
  const slips: Slip[] = [];
  for (const { 0: word, index } of text.matchAll(ANY)) {
    const plain = PLAIN.get(word.toLowerCase()) ?? '';
    slips.push({
      start: index,
      code: 'ambtelijk',
      message: `'${word}' is ambtelijk. Schrijf liever '${plain}'.`,
    });
  }
  for (const { 0: words, 1: word = '', index } of text.matchAll(DIENT)) {
    if (SERVES.test(words)) continue;
    const plain = word.toLowerCase().startsWith('dienen') ? 'moeten' : 'moet';
    slips.push({
      start: index,
      code: 'ambtelijk',
      message: `'${word} ... te' is ambtelijk. Schrijf liever '${plain}'.`,
    });
  }
  return slips;
}
