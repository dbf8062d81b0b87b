/** What a manager reads in a minute: the report in sentences, without a figure that the page does not show. */
import type { GrowthCell, PlanCell, ScoreCell, Shown } from '../../edition/edition.js';
import { reasonText } from '../../edition/names.js';
import { deedFor } from './plan.js';
import { cellOf, cellsOf, groupsBeside, type View } from './view.js';
import { people, percent } from './words.js';

export interface Line {
  readonly about: 'score' | 'change' | 'growth' | 'competences' | 'training' | 'modules' | 'withheld';
  readonly text: string;
}

/** In the order of importance; a line that there are no figures for is left out, but for the score itself. */
export function summaryOf(view: View): readonly Line[] {
  const { edition, choice } = view;
  const score = cellOf(edition.score, choice);
  const growth = cellOf(edition.growth, choice);
  const plan = cellOf(edition.plan, choice);
  return [
    ...scoreLines(view, score),
    ...(growth?.shown ? [growthLine(growth)] : []),
    ...(score?.shown ? competenceLine(view, score) : []),
    ...(plan?.shown ? trainingLine(view, plan) : []),
    ...stopLine(view),
    ...withheldLine(view),
  ];
}

function scoreLines(view: View, cell: ScoreCell | undefined): readonly Line[] {
  const { names, choice, edition } = view;
  const who = names.group(choice.group);
  if (cell === undefined)
    return [
      {
        about: 'score',
        text: `Van ${who} is er in ${names.period(choice.period)} nog geen dienstverleningsscore.`,
      },
    ];
  if (!cell.shown)
    return [
      {
        about: 'score',
        text: `Van ${who} tonen we de dienstverleningsscore niet. ${reasonText(cell.why, edition.k)}.`,
      },
    ];
  const score: Line = {
    about: 'score',
    text: `De dienstverleningsscore is ${cell.mean} van 100: ${cell.label}. De werkelijke score ligt waarschijnlijk tussen ${cell.low} en ${cell.high}. Zo deden ${people(cell.n)} het in de toets.`,
  };
  return cell.change === null ? [score] : [score, { about: 'change', text: changeText(view, cell.change) }];
}

/** A change is never called one when it may be chance. */
export function changeText({ names }: View, change: NonNullable<Shown<ScoreCell>['change']>): string {
  const size = Math.abs(change.difference);
  const than = `in ${names.period(change.previous)}`;
  if (size === 0) return `Dat is evenveel als ${than}.`;
  const step = `Dat is ${size} ${size === 1 ? 'punt' : 'punten'} ${change.difference > 0 ? 'hoger' : 'lager'} dan ${than}.`;
  return `${step} ${change.mayBeChance ? 'Het verschil kan toeval zijn.' : 'Dat is meer dan toeval.'}`;
}

const SIZE = { small: 'kleine', medium: 'middelgrote', large: 'grote' } as const;

/** What Cohen's d says, in words: 'een middelgrote vooruitgang'. */
export function growthText({ effectSize, difference }: Shown<GrowthCell>): string {
  const step = difference < 0 ? 'achteruitgang' : 'vooruitgang';
  return effectSize === 'none' ? `geen ${step} van betekenis` : `een ${SIZE[effectSize]} ${step}`;
}

function growthLine(cell: Shown<GrowthCell>): Line {
  const { difference, mayBeChance, n } = cell;
  const who = `${people(n)} deden de nulmeting en de eindmeting.`;
  const step =
    difference === 0
      ? 'Zij scoorden twee keer hetzelfde.'
      : `Zij scoorden de tweede keer gemiddeld ${Math.abs(difference)} punten ${difference > 0 ? 'hoger' : 'lager'}${mayBeChance ? ', maar dat kan toeval zijn.' : `: ${growthText(cell)}.`}`;
  return { about: 'growth', text: `${who} ${step}` };
}

function competenceLine({ names }: View, cell: Shown<ScoreCell>): readonly Line[] {
  const sorted = [...cell.competences].sort((a, b) => b.mean - a.mean);
  const [best] = sorted;
  const worst = sorted.at(-1);
  if (!best || !worst || best.mean === worst.mean) return [];
  return [
    {
      about: 'competences',
      text: `Het sterkst is ${names.competence(best.competence)} (${best.mean}). Het zwakst is ${names.competence(worst.competence)} (${worst.mean}).`,
    },
  ];
}

function trainingLine({ names }: View, cell: Shown<PlanCell>): readonly Line[] {
  const [first] = cell.steps;
  if (!first) return [];
  const deed = deedFor(first, names);
  return [
    {
      about: 'training',
      text: `Train eerst ${names.competence(first.competence)}.${deed ? ` ${deed.text}` : ''}`,
    },
  ];
}

/** The module that the smallest part finished. */
function stopLine({ edition, names, choice }: View): readonly Line[] {
  const cells = cellsOf(edition.funnel, choice).filter((cell) => cell.version === null);
  const shown = cells.filter((cell) => cell.shown);
  const [worst] = shown.sort((a, b) => a.completed.percent - b.completed.percent);
  if (!worst || worst.completed.percent >= 90) return [];
  const units = edition.modules.find(({ id }) => id === worst.module)?.units.length ?? 0;
  // In a package of one unit there is nowhere else to stop.
  const stop =
    worst.stop === null || units < 2
      ? ''
      : ` De meesten stoppen na ‘${names.unit(worst.module, worst.stop)}’.`;
  return [
    {
      about: 'modules',
      text: `Van wie ‘${names.module(worst.module)}’ opent, maakt ${percent(worst.completed)} hem af.${stop}`,
    },
  ];
}

function withheldLine({ edition, choice }: View): readonly Line[] {
  const beside = new Set(groupsBeside(edition, choice.group).map(({ id }) => id));
  const count = edition.score.filter(
    (cell) => cell.period === choice.period && beside.has(cell.group) && !cell.shown,
  ).length;
  if (count === 0) return [];
  const text = count === 1 ? 'Eén groep tonen we niet' : `${count} groepen tonen we niet`;
  return [{ about: 'withheld', text: `${text}. Dat beschermt de mensen in kleine groepen.` }];
}
