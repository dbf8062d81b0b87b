/** Whether the keys of a bank are spread, so that nobody can answer by what a key usually is. */
import type { Banked } from '../../compile/bank.js';

const KEYS = [1, 2, 3, 4] as const;
/** Each key of the judgements should come at least half as often as when all were equal, and at most twice as often. */
const FACTOR = 2;
/** With fewer judgements a spread says nothing. */
const FEWEST = 5;

/** Reports, for the bank and for each form, keys of judgements that are not spread; and numbers of right options that are always one. */
export function checkKeys(items: readonly Banked[]): void {
  checkJudgements(items, 'de bank');
  for (const form of ['A', 'B'] as const)
    checkJudgements(
      items.filter((each) => each.form === form),
      `vorm ${form}`,
    );
  checkNumbers(items);
}

function checkJudgements(items: readonly Banked[], where: string): void {
  const judged = items.flatMap((banked) =>
    banked.item.soort === 'beoordelen'
      ? [{ banked, keys: banked.item.opties.map(({ sleutel }) => sleutel) }]
      : [],
  );
  const [first] = judged;
  if (!first || judged.length < FEWEST) return;
  const tell = (message: string): void =>
    first.banked.report(first.banked.at('opties'), 'sleutel-scheef', message);
  if (judged.every(({ keys }) => new Set(keys).size === keys.length))
    tell(
      `In ${where} heeft elke vraag van de soort 'beoordelen' vier verschillende sleutels. Wie de reacties op volgorde zet, hoeft niet te beoordelen. Geef in een paar vragen twee reacties dezelfde sleutel, zoals 4, 2, 2 en 1.`,
    );
  const all = judged.flatMap(({ keys }) => keys);
  const fair = all.length / KEYS.length;
  for (const key of KEYS) {
    const count = all.filter((each) => each === key).length;
    if (count * FACTOR >= fair && count <= fair * FACTOR) continue;
    tell(
      `In ${where} hebben ${count} van de ${all.length} reacties sleutel ${key}; eerlijk verdeeld zijn het er ${Math.round(fair)}. Wie dat merkt, kiest ${count > fair ? `steeds ${key}` : `nooit ${key}`}. Schrijf reacties die ${count > fair ? 'beter of slechter' : 'zo goed'} werken.`,
    );
  }
}

/** Where the question does not say how many are right, that number must not be always the same. */
function checkNumbers(items: readonly Banked[]): void {
  const untold = items.flatMap((banked) => {
    const { item } = banked;
    return item.soort === 'meer' && numberTold(item.vraag) === null
      ? [{ banked, right: item.goed.length }]
      : [];
  });
  const [first] = untold;
  if (!first || untold.length < FEWEST || untold.some(({ right }) => right !== first.right)) return;
  first.banked.report(
    first.banked.at('goed'),
    'sleutel-scheef',
    `In alle ${untold.length} vragen van de soort 'meer' zijn er ${first.right} goed. Dat merkt iemand. Zet het aantal in de vraag ('Kies er twee.'), of wissel af.`,
  );
}

const NUMBERS: Readonly<Record<string, number>> = { een: 1, één: 1, twee: 2, drie: 3, vier: 4, vijf: 5 };

/** How many options a question asks for, as in 'Kies er twee.'; null when it does not say. */
export function numberTold(question: string): number | null {
  const word = /\bkies er (\p{L}+|\d)(?!\p{L})/iu.exec(question)?.[1]?.toLowerCase();
  if (word === undefined) return null;
  return NUMBERS[word] ?? (Number(word) || null);
}
