/** Ways to pick an option without knowing anything: by its place, its length or its tone. */
import type { ItemOption } from '../../schema/items.js';
import type { Choice } from './choices.js';
import { stemTextOf, termsOf, wordsOf } from './words.js';

export interface Trick {
  /** The option that it picks, as the subject of a sentence in Dutch. */
  readonly subject: string;
  /** What an author does about it. */
  readonly advice: string;
  /** Places of the options that it picks; none where it says nothing. */
  readonly picks: (choice: Choice) => readonly number[];
  /** It tells the weaker options, not the best. */
  readonly shuns?: true;
}

const ABSOLUTE =
  /\b(?:altijd|nooit|nergens|niemand|iedereen|alles|alleen|enkel|geen enkele?|elke keer|verboden|echt niet)\b/i;
const HEDGED = /\b(?:misschien|meestal|soms|vaak|vooral|waarschijnlijk|ongeveer)\b/i;

const LENGTH = 'Wissel af: maak goede opties soms kort en soms lang, en zwakke ook.';
const PLACE =
  'Op het scherm zijn de opties geschud, maar op papier en in het draaiboek niet. Zet de goede vaker op een andere plek.';
const YES_NO = "Laat 'ja' en 'nee' even vaak kloppen.";

const placed = (place: string, at: number): Trick => ({
  subject: `De ${place} optie`,
  advice: PLACE,
  picks: ({ options }) => (at < options.length ? [at] : []),
});

/** What can tell the best options as well as the weaker ones, which are then crossed out. */
const bothWays = (trick: Trick): readonly Trick[] => [trick, { ...trick, shuns: true }];

const holding = (subject: string, pattern: RegExp, advice: string): readonly Trick[] =>
  bothWays({
    subject,
    advice,
    picks: ({ options }) => placesOf(options, ({ tekst }) => pattern.test(tekst)),
  });

const most = (
  subject: string,
  rate: (option: ItemOption, choice: Choice) => number,
  advice: string,
): Trick => ({
  subject,
  advice,
  picks: (choice) => highest(choice, (option) => rate(option, choice)),
});

/** What readers of tests are known to try. */
export const TRICKS: readonly Trick[] = [
  ...bothWays(most('De langste optie', ({ tekst }) => tekst.length, LENGTH)),
  ...bothWays(most('De kortste optie', ({ tekst }) => -tekst.length, LENGTH)),
  ...['eerste', 'tweede', 'derde', 'vierde'].map(placed),
  ...holding(
    "Een optie met 'altijd', 'nooit' of 'alleen'",
    ABSOLUTE,
    "Verdeel zulke woorden over goede en zwakke opties, of haal ze weg: 'Dat doen wij nooit' wordt 'Dat doen wij niet'.",
  ),
  ...holding(
    "Een optie met 'misschien', 'soms' of 'vaak'",
    HEDGED,
    'Houd in goede en in zwakke opties even vaak een slag om de arm.',
  ),
  ...holding('Een optie die iets vraagt', /\?/, 'Laat goede en zwakke opties even vaak iets vragen.'),
  ...holding("Een optie met 'en'", /\ben\b/i, 'Laat goede en zwakke opties even vaak twee dingen doen.'),
  ...holding("Een optie die met 'nee' begint", /^\W*nee\b/i, YES_NO),
  ...holding("Een optie die met 'ja' begint", /^\W*ja\b/i, YES_NO),
  most(
    'De optie die het meest op de andere lijkt',
    ({ tekst }, { options }) => likeness(tekst, options),
    'Laat een zwakke optie meer woorden met de andere delen, en de goede minder.',
  ),
  most(
    'De optie met de kortste woorden',
    ({ tekst }) => -meanLength(tekst),
    'Schrijf ook zwakke opties in korte, gewone woorden.',
  ),
  ...bothWays({
    subject: 'De optie die als enige een woord uit de vraag noemt',
    advice: 'Laat een andere optie dat woord ook noemen, of noem het hier anders.',
    picks: onlyEcho,
  }),
];

function onlyEcho({ banked, options }: Choice): readonly number[] {
  const asked = termsOf(stemTextOf(banked.item));
  const echoes = placesOf(options, ({ tekst }) => [...termsOf(tekst)].some((term) => asked.has(term)));
  return echoes.length === 1 ? echoes : [];
}

const placesOf = (options: readonly ItemOption[], holds: (option: ItemOption) => boolean): number[] =>
  options.flatMap((option, at) => (holds(option) ? [at] : []));

/** As many as are asked, from the highest rate; none when that is a draw. */
function highest({ options, asked }: Choice, rate: (option: ItemOption) => number): number[] {
  // Sums of fractions differ in their last digit where they are equal.
  const rated = options
    .map((option, at) => ({ at, rate: Number(rate(option).toFixed(9)) }))
    .sort((a, b) => b.rate - a.rate);
  if (rated[asked - 1]?.rate === rated[asked]?.rate) return [];
  return rated.slice(0, asked).map(({ at }) => at);
}

/** Share of words in common with each option (itself too, which is the same for all), summed. */
function likeness(text: string, options: readonly ItemOption[]): number {
  const own = new Set(wordsOf(text));
  return options.reduce((sum, { tekst }) => {
    const words = new Set(wordsOf(tekst));
    const shared = [...own].filter((word) => words.has(word)).length;
    return sum + shared / (own.size + words.size - shared);
  }, 0);
}

function meanLength(text: string): number {
  const words = wordsOf(text);
  return words.join('').length / Math.max(1, words.length);
}
