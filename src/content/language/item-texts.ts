/** The texts of quizzes, of a bank and of the tests made of it, in the order of their files. */
import { optionsOf } from '../../engine/item-share.js';
import type { Place } from '../finding.js';
import type { BankFile, TestFile } from '../schema/bank.js';
import type { Item, ItemOption, ItemsFile } from '../schema/items.js';
import type { YamlFile } from '../source/yaml.js';
import { COURSE, NAME } from './option-texts.js';
import { TextList, type SourceText } from './texts.js';

/** An item that stands in another file, and where it is asked for. */
export interface Borrowed {
  readonly item: Item;
  readonly at: Place;
}

/** A file of a quiz; what it borrows is read and translated here too. */
export function quizTexts(
  { data, at }: YamlFile<ItemsFile>,
  borrowed: readonly Borrowed[] = [],
): SourceText[] {
  const list = new TextList();
  list.add('titel', data.titel, at(['titel']), { ...NAME, note: 'titel van de toets' });
  list.add('inleiding', data.inleiding, at(['inleiding']), { ...COURSE, note: 'inleiding' });
  for (const [index, item] of data.vragen.entries())
    addItem(list, item, (...path) => at(['vragen', index, ...path]));
  for (const { item, at: place } of borrowed) addItem(list, item, () => place);
  return list.texts;
}

/** A file of a bank. */
export function bankTexts({ data, at }: YamlFile<BankFile>): SourceText[] {
  const list = new TextList();
  list.add('module', data.module, at(['module']), { ...NAME, note: 'titel van een module' });
  for (const [index, item] of data.vragen.entries())
    addItem(list, { ...item, competentie: data.competentie }, (...path) => at(['vragen', index, ...path]));
  return list.texts;
}

/** A test: its items have the texts of the bank. */
export function testTexts({ data, at }: YamlFile<TestFile>): SourceText[] {
  const list = new TextList();
  list.add('titel', data.titel, at(['titel']), { ...NAME, note: 'titel van de meting' });
  list.add('inleiding', data.inleiding, at(['inleiding']), { ...COURSE, note: 'inleiding' });
  return list.texts;
}

function addItem(list: TextList, item: Item, at: (...path: (string | number)[]) => Place): void {
  const note = `vraag ${item.id}`;
  for (const field of ['situatie', 'vraag', 'uitleg'] as const)
    list.add(`vraag.${item.id}.${field}`, item[field], at(field), { ...COURSE, note: `${note}, ${field}` });
  for (const [index, group] of (item.soort === 'koppelen' ? item.groepen : []).entries()) {
    const place = at('groepen', index, 'tekst');
    list.add(`vraag.${item.id}.${group.id}`, group.tekst, place, { ...NAME, note: `${note}, groep` });
  }
  if (item.soort === 'getal') {
    list.add(`vraag.${item.id}.eenheid`, item.eenheid, at('eenheid'), { ...NAME, note: `${note}, eenheid` });
    for (const [index, { getal, waarom }] of item.vergissingen.entries()) {
      const key = `vraag.${item.id}.vergissing-${index + 1}`;
      const where = `${note}, vergissing ${getal}`;
      list.add(key, waarom, at('vergissingen', index, 'waarom'), { ...COURSE, note: where });
    }
  }
  for (const [index, option] of optionsOf(item).entries()) {
    const key = `vraag.${item.id}.${option.id}`;
    const weaker = isWeaker(item, option) ? ({ weaker: true } as const) : {};
    const where = `${note}, optie ${option.id}`;
    list.add(key, option.tekst, at('opties', index, 'tekst'), { ...COURSE, ...weaker, note: where });
    const why = at('opties', index, 'waarom');
    list.add(`${key}.waarom`, option.waarom, why, { ...COURSE, note: `${where}, waarom` });
  }
}

function isWeaker(item: Item, option: ItemOption): boolean {
  switch (item.soort) {
    case 'enkel':
      return item.goed !== option.id;
    case 'meer':
      return !item.goed.includes(option.id);
    case 'beoordelen':
      return item.opties.some(({ id, sleutel }) => id === option.id && sleutel < 3);
    case 'volgorde':
    case 'koppelen':
    case 'getal':
      return false;
  }
}
