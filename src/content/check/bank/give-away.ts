/** Items that give their answer away, one by one or together: who never reads could still score. */
import type { Banked } from '../../compile/bank.js';
import { choiceOf, type Choice } from './choices.js';
import { oddsOf, type Odds } from './odds.js';
import { TRICKS, type Trick } from './tricks.js';

/** A trick is a pattern when blind picks come that far in less than one case in twenty. */
const LUCK = 0.05;
/** In fewer items a pattern is no pattern. */
const FEWEST = 6;
/** A best option that is so many times as long as the next, and so many letters longer, stands out by itself. */
const STANDS_OUT = { times: 1.6, letters: 15 };

/** Part of a bank that a trick is tried on; the name completes 'is ... te vaak'. */
interface Scope {
  readonly name: string;
  readonly holds: (banked: Banked) => boolean;
}

const SCOPES: readonly Scope[] = [
  { name: 'in de bank', holds: () => true },
  { name: 'in vorm A', holds: ({ form }) => form === 'A' },
  { name: 'in vorm B', holds: ({ form }) => form === 'B' },
];

/** Reports every trick that pays in the bank or in one of its forms, and every best option that stands out by its length. */
export function checkGiveAway(items: readonly Banked[]): void {
  const choices = items.flatMap((banked) => choiceOf(banked) ?? []);
  for (const choice of choices) checkStandsOut(choice);
  for (const trick of TRICKS) {
    const used = choices
      .map((choice): Used => ({ choice, picked: trick.picks(choice) }))
      .filter(({ choice, picked }) => picked.length > 0 && picked.length < choice.options.length);
    for (const { name, holds } of SCOPES)
      checkTrick(
        trick,
        name,
        used.filter(({ choice }) => holds(choice.banked)),
      );
  }
}

interface Pattern extends Odds {
  readonly chance: number;
  readonly kind: string;
  readonly most: number;
  readonly used: readonly Used[];
}

interface Used {
  readonly choice: Choice;
  readonly picked: readonly number[];
}

function checkTrick(trick: Trick, name: string, all: readonly Used[]): void {
  const single = all.filter(({ choice }) => choice.banked.item.soort === 'enkel');
  const [worst] = [patternOf(trick, single, 'vragen met één goed antwoord'), patternOf(trick, all, 'vragen')]
    .filter((each) => each.used.length >= FEWEST && each.chance < LUCK)
    .sort((one, other) => one.chance - other.chance);
  if (!worst) return;
  const { used, most, got, expected, kind, chance } = worst;
  const examples = used
    .filter((one) => isHit(one) !== (trick.shuns === true))
    .map(({ choice }) => choice.banked);
  const [first] = examples;
  if (!first) return;
  const percent = (points: number): string => `${Math.round((100 * points) / most)} %`;
  const what = trick.shuns ? 'zwakke' : 'goede';
  first.report(
    first.at('id'),
    'vraag-verraadt',
    `${trick.subject} is ${name} te vaak de ${what}: goed voor ${percent(got)} van de punten, waar gokken ${percent(expected)} geeft (${used.length} ${kind}; toeval ${oneIn(chance)}). Bijvoorbeeld bij ${listed(examples)}. ${trick.advice}`,
  );
}

function patternOf(trick: Trick, used: readonly Used[], kind: string): Pattern {
  const odds = oddsOf(used.map(({ choice: { worth }, picked }) => ({ worth, picked })));
  const most = used.reduce((sum, { choice: { worth }, picked }) => {
    const best = worth.toSorted((a, b) => b - a).slice(0, picked.length);
    return sum + best.reduce((points, point) => points + point, 0);
  }, 0);
  return { ...odds, chance: trick.shuns ? odds.asLittle : odds.asMuch, kind, most, used };
}

/** Whether a best option is among those picked. */
const isHit = ({ choice: { worth }, picked }: Used): boolean =>
  picked.some((at) => worth[at] === Math.max(...worth));

const oneIn = (chance: number): string =>
  `1 op ${chance < 0.001 ? 'meer dan 1.000' : Math.round(1 / chance)}`;

function listed(items: readonly Banked[]): string {
  const names = items.slice(0, 3).map(({ item }) => `'${item.id}'`);
  const more = items.length - names.length;
  return `${names.join(', ')}${more > 0 ? ` en nog ${more}` : ''}`;
}

function checkStandsOut({ banked, options, worth }: Choice): void {
  const best = Math.max(...worth);
  const at = worth.indexOf(best);
  if (worth.lastIndexOf(best) !== at) return;
  const lengths = options.map(({ tekst }) => tekst.length);
  const own = lengths[at] ?? 0;
  const next = Math.max(...lengths.filter((_, other) => other !== at));
  if (own <= STANDS_OUT.times * next || own < next + STANDS_OUT.letters) return;
  banked.report(
    banked.at('opties', at, 'tekst'),
    'vraag-verraadt',
    `De beste optie van '${banked.item.id}' heeft ${own} tekens en de langste andere ${next}: zij valt op door haar lengte. Maak haar korter, of een zwakke langer.`,
  );
}
