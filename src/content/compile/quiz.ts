/** A quiz as written -> as played. */
import { optionsOf } from '../../engine/item-share.js';
import { numberTold } from '../check/bank/keys.js';
import type { Place } from '../finding.js';
import { quizTexts, type Borrowed } from '../language/item-texts.js';
import type { Quiz } from '../module.js';
import type { UnitSource } from '../read.js';
import { itemsFile, type Item } from '../schema/items.js';
import { hint } from '../source/suggest.js';
import { parseYaml } from '../source/yaml.js';
import { use, useGoal, type UnitContext } from './context.js';

/** Compiles one quiz; null when the file cannot be read. */
export function compileQuiz(source: UnitSource, context: UnitContext): Quiz | null {
  const { entry, codes, report } = context;
  const file = parseYaml(source.text, itemsFile, report);
  if (!file) return null;
  const { titel, inleiding, vragen, 'uit-de-bank': names = [] } = file.data;
  const seen = new Set<string>();
  const isNew = (id: string, at: Place): boolean => {
    if (seen.has(id)) {
      report(at, 'dubbel', `De vraag '${id}' staat er twee keer. Geef deze een ander id.`);
      return false;
    }
    seen.add(id);
    return true;
  };
  for (const [index, item] of vragen.entries()) {
    const at = (...path: (string | number)[]): Place => file.at(['vragen', index, ...path]);
    isNew(item.id, at('id'));
    checkItem(item, at, context);
    useGoalOf(item, at, context);
  }
  const borrowed = names.flatMap((name, index): Borrowed[] => {
    const at = file.at(['uit-de-bank', index]);
    const item = context.reserve.take(name, at, report);
    if (!item || !isNew(item.id, at)) return [];
    checkItem(item, () => at, context);
    return [{ item, at }];
  });
  context.texts.push(...quizTexts(file, borrowed));
  return {
    kind: 'quiz',
    id: entry.id,
    code: codes.code(entry.id),
    title: titel,
    card: entry.kaart,
    minutes: entry.minuten,
    weight: entry.gewicht,
    required: entry.verplicht,
    intro: inleiding,
    items: [...vragen, ...borrowed.map(({ item }) => item)].map((item) => ({
      ...item,
      code: codes.code(`${entry.id}/${item.id}`),
    })),
  };
}

type At = (...path: (string | number)[]) => Place;

/** What an item of a quiz or of a bank leans on. */
export type ItemContext = Pick<UnitContext, 'town' | 'usage' | 'report'> & {
  readonly entry: { readonly id: string };
};

/** Notes the goal that an item asks for, where it stands: an item counts once, also when a quiz borrows it. */
export function useGoalOf({ leerdoel }: Item, at: At, context: ItemContext): void {
  if (leerdoel !== undefined) useGoal(leerdoel, 'item', at('leerdoel'), context);
}

/** Options that are double or missing, and articles and rules that do not exist. */
export function checkItem(item: Item, at: At, context: ItemContext): void {
  const { report, town } = context;
  const options = optionsOf(item).map((option) => option.id);
  for (const [index, id] of options.entries()) {
    if (options.indexOf(id) !== index)
      report(at('opties', index, 'id'), 'dubbel', `De optie '${id}' staat er twee keer.`);
  }
  if (item.artikel !== undefined) use('artikel', item.artikel, at('artikel'), context);
  const rules = town.municipality.gespreksregels.map((rule) => rule.id);
  if (item.gespreksregel !== undefined && !rules.includes(item.gespreksregel)) {
    report(
      at('gespreksregel'),
      'verwijzing',
      `De gespreksregel '${item.gespreksregel}' bestaat niet.${hint(item.gespreksregel, rules)}`,
    );
  }
  for (const [id, path] of answersOf(item)) {
    if (!options.includes(id))
      report(at(...path), 'verwijzing', `De optie '${id}' bestaat niet bij deze vraag.${hint(id, options)}`);
  }
  if (item.soort === 'koppelen') checkGroups(item, at, context);
  if (item.soort === 'meer') checkNumber(item, at, context);
}

/** The option letters that a key names, with where. */
function answersOf(item: Item): (readonly [string, (string | number)[]])[] {
  switch (item.soort) {
    case 'enkel':
      return [[item.goed, ['goed']]];
    case 'meer':
      return item.goed.map((id, index) => [id, ['goed', index]] as const);
    case 'volgorde':
    case 'beoordelen':
    case 'koppelen':
    case 'getal':
      return [];
  }
}

/** What the question asks for must be what is right. */
function checkNumber({ vraag, goed }: Item & { soort: 'meer' }, at: At, { report }: ItemContext): void {
  const told = numberTold(vraag);
  if (told === null || told === goed.length) return;
  report(
    at('goed'),
    'aantal-goed',
    `De vraag laat er ${told} kiezen, en bij 'goed' staan er ${goed.length}. Maak ze gelijk.`,
  );
}

function checkGroups(item: Item & { soort: 'koppelen' }, at: At, { report }: ItemContext): void {
  const groups = item.groepen.map((group) => group.id);
  for (const [index, id] of groups.entries()) {
    if (groups.indexOf(id) !== index)
      report(at('groepen', index, 'id'), 'dubbel', `De groep '${id}' staat er twee keer.`);
  }
  for (const [index, option] of item.opties.entries()) {
    if (groups.includes(option.bij)) continue;
    report(
      at('opties', index, 'bij'),
      'verwijzing',
      `De groep '${option.bij}' bestaat niet bij deze vraag.${hint(option.bij, groups)}`,
    );
  }
}
