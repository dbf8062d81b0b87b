/** A test made of the module's bank, as written -> as played. */
import { testTexts } from '../language/item-texts.js';
import type { QuizItem, Test } from '../module.js';
import type { UnitSource } from '../read.js';
import { testFile } from '../schema/bank.js';
import { parseYaml } from '../source/yaml.js';
import { COMPETENCES } from '../vocabulary.js';
import type { Bank } from './bank.js';
import type { UnitContext } from './context.js';

/** Compiles one test; null when the file cannot be read or there is no bank. */
export function compileTest(source: UnitSource, context: UnitContext): Test | null {
  const { entry, codes, report, bank } = context;
  const file = parseYaml(source.text, testFile, report);
  if (!file) return null;
  const { titel, inleiding, meting } = file.data;
  context.texts.push(...testTexts(file));
  if (bank.items.length === 0) {
    report(
      { line: 1, column: 1 },
      'bestand-ontbreekt',
      'Een meting heeft een bank met vragen nodig: zet *.bank.yaml in deze map.',
    );
    return null;
  }
  const moment = meting === 'nul' ? 'baseline' : 'final';
  const form = (name: 'A' | 'B'): QuizItem[] =>
    itemsOf(bank, name).map(moment === 'final' ? asIs : unexplained);
  return {
    kind: 'test',
    id: entry.id,
    code: codes.code(entry.id),
    title: titel,
    card: entry.kaart,
    minutes: entry.minuten,
    weight: entry.gewicht,
    required: entry.verplicht,
    intro: inleiding,
    moment,
    handIn: codes.code(`${entry.id}/inleveren`),
    forms: { A: form('A'), B: form('B') },
    practice: bank.practice,
  };
}

/** The items of a form in the order of the blueprint. */
function itemsOf({ items }: Bank, name: 'A' | 'B'): QuizItem[] {
  const own = items.filter(({ form }) => form === name);
  return COMPETENCES.flatMap((competence) =>
    own
      .filter(({ item }) => item.competentie === competence)
      .sort((one, other) => (one.slot ?? 0) - (other.slot ?? 0))
      .map(({ item }) => item),
  );
}

const asIs = (item: QuizItem): QuizItem => item;

/** Without what tells the answer in words: a package that explains nothing need not carry it. */
function unexplained(item: QuizItem): QuizItem {
  const bare: QuizItem = { ...item, uitleg: '' };
  delete bare.artikel;
  delete bare.gespreksregel;
  delete bare.bron;
  return withoutReasons(bare);
}

function withoutReasons(item: QuizItem): QuizItem {
  switch (item.soort) {
    case 'enkel':
    case 'meer':
    case 'volgorde':
      return { ...item, opties: item.opties.map((option) => ({ ...option, waarom: '' })) };
    case 'beoordelen':
      return { ...item, opties: item.opties.map((option) => ({ ...option, waarom: '' })) };
    case 'koppelen':
      return { ...item, opties: item.opties.map((option) => ({ ...option, waarom: '' })) };
    case 'getal':
      return { ...item, vergissingen: [] };
  }
}
