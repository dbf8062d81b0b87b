/** Facts that age: what was checked when, what is due again, and what nobody has looked up yet. */
import type { Module, QuizItem } from '../module.js';
import type { Town } from '../town.js';

export interface Upkeep {
  readonly file: string;
  /** Of the article, or of the item. */
  readonly name: string;
  /** ISO dates. */
  readonly checked: string;
  readonly again?: string;
  /** Out of date on purpose: never due. */
  readonly onPurpose: boolean;
  readonly unknown: readonly string[];
}

/** All articles of the municipality, and all items of these modules that name a source. */
export function upkeepOf(town: Town, modules: readonly Module[]): Upkeep[] {
  const articles = [...town.articles.values()].map(
    ({ id, titel, gecontroleerd, verouderd, 'opnieuw-voor': again }): Upkeep => ({
      file: `kennisbank/${id}.artikel.md`,
      name: titel,
      checked: gecontroleerd,
      ...(again === undefined ? {} : { again }),
      onPurpose: verouderd,
      unknown: town.unknown.get(id) ?? [],
    }),
  );
  return [...articles, ...modules.flatMap(itemsOf)];
}

const itemsOf = ({ id, units }: Module): Upkeep[] =>
  units.flatMap((unit) => {
    if (unit.kind === 'quiz')
      return unit.items.flatMap((item) => itemOf(item, `${id}/${unit.id}.toets.yaml`));
    if (unit.kind !== 'test') return [];
    // Only where the answers are explained does an item carry its source.
    return [...unit.forms.A, ...unit.forms.B].flatMap((item) =>
      itemOf(item, `${id}/${item.competentie}.bank.yaml`),
    );
  });

function itemOf({ id, bron }: QuizItem, file: string): Upkeep[] {
  if (!bron) return [];
  const { gecontroleerd: checked, 'opnieuw-voor': again } = bron;
  return [
    { file, name: id, checked, ...(again === undefined ? {} : { again }), onPurpose: false, unknown: [] },
  ];
}

/** What must be looked at again on or before a day (ISO), the longest due first. */
export const dueOn = (all: readonly Upkeep[], day: string): Upkeep[] =>
  all
    .filter(({ again, onPurpose }) => !onPurpose && again !== undefined && again <= day)
    .sort((a, b) => ((a.again ?? '') < (b.again ?? '') ? -1 : 1));

/** Some lines of Dutch: how many facts are due on a day, and which; what is still unknown when asked. */
export function formatUpkeep(all: readonly Upkeep[], day: string, withUnknown: boolean): string {
  const due = dueOn(all, day);
  const open = all.filter(({ unknown }) => unknown.length > 0);
  const outdated = all.filter(({ onPurpose }) => onPurpose).length;
  const questions = open.reduce((sum, { unknown }) => sum + unknown.length, 0);
  const head = `feiten: ${all.length} met bron en datum; ${due.length} na te lopen voor ${day}; ${questions} nog uit te zoeken; ${outdated} met opzet verouderd`;
  return [
    head,
    ...due.map(({ file, name, again }) => `  na te lopen sinds ${again ?? ''}: ${file} (${name})`),
    ...(withUnknown ? open : []).flatMap(({ file, unknown }) =>
      unknown.map((what) => `  uit te zoeken: ${what} (${file})`),
    ),
  ].join('\n');
}
