/** The items of a module's bank as written -> as drawn. */
import { checkBank } from '../check/bank/check-bank.js';
import { checkBlueprint } from '../check/bank/blueprint.js';
import type { Place, Reporter } from '../finding.js';
import { bankTexts } from '../language/item-texts.js';
import type { SourceText } from '../language/texts.js';
import type { QuizItem } from '../module.js';
import type { BankSource } from '../read.js';
import { bankFile, type BankItem } from '../schema/bank.js';
import { parseYaml, type YamlFile } from '../source/yaml.js';
import type { BankFile } from '../schema/bank.js';
import type { CompetenceId } from '../vocabulary.js';
import { newUsage, type UnitContext } from './context.js';
import { checkItem, useGoalOf } from './quiz.js';

/** An item of the bank, and where it stands. */
export interface Banked {
  readonly item: QuizItem;
  readonly form: BankItem['vorm'];
  readonly slot: number | undefined;
  readonly at: (...path: readonly (string | number)[]) => Place;
  readonly report: Reporter;
}

export interface Bank {
  readonly items: readonly Banked[];
  /** Title of the module that practises a competence. */
  readonly practice: Readonly<Partial<Record<CompetenceId, string>>>;
}

export const NO_BANK: Bank = { items: [], practice: {} };

/** What the items lean on, and where the texts of each file go. */
export interface BankContext extends Pick<UnitContext, 'town' | 'codes' | 'usage'> {
  readonly addTexts: (source: BankSource, texts: readonly SourceText[]) => void;
}

/** Reads and checks all files of a bank; a file that cannot be read leaves its items out. */
export function compileBank(sources: readonly BankSource[], context: BankContext): Bank {
  const files = sources.flatMap((source) => {
    const file = parseYaml(source.text, bankFile, source.report);
    context.addTexts(source, file ? bankTexts(file) : []);
    return file ? [{ source, file }] : [];
  });
  const items = files.flatMap(({ source, file }) => itemsOf(source, file, context));
  checkDouble(items);
  if (files.length === sources.length) {
    checkBlueprint(items);
    checkBank(items);
  }
  const practice = Object.fromEntries(files.map(({ file: { data } }) => [data.competentie, data.module]));
  return { items, practice };
}

function itemsOf(source: BankSource, file: YamlFile<BankFile>, context: BankContext): Banked[] {
  const { town, codes, usage } = context;
  const { competentie, vragen } = file.data;
  return vragen.map(({ vorm, plek, ...written }, index): Banked => {
    const at: Banked['at'] = (...path) => file.at(['vragen', index, ...path]);
    const item = { ...written, competentie, code: codes.code(`bank/${written.id}`) };
    // What is in no form is not shown here, so it brings no article along.
    const used = vorm === 'rest' ? { ...newUsage(), goals: usage.goals } : usage;
    const unit = source.name.replace(/\..*$/, '');
    const leans = { town, usage: used, report: source.report, entry: { id: unit } };
    checkGoal(item, competentie, at('leerdoel'), leans);
    checkItem(item, at, leans);
    useGoalOf(item, at, leans);
    return { item, form: vorm, slot: plek, at, report: source.report };
  });
}

/** The goal of an item is one of the competence that its file asks about; whether there is such a goal is checked elsewhere. */
function checkGoal(
  { leerdoel }: Pick<BankItem, 'leerdoel'>,
  competence: CompetenceId,
  at: Place,
  { town, report }: Pick<UnitContext, 'town' | 'report'>,
): void {
  const goal = town.goals?.all.find(({ id }) => id === leerdoel);
  if (!goal || goal.competentie === competence) return;
  report(
    at,
    'leerdoel',
    `Het leerdoel '${leerdoel}' hoort bij '${goal.competentie}', en dit bestand gaat over '${competence}'. Kies een ander leerdoel, of zet de vraag in het andere bestand.`,
  );
}

function checkDouble(items: readonly Banked[]): void {
  const seen = new Set<string>();
  for (const { item, at, report } of items) {
    if (seen.has(item.id))
      report(at('id'), 'dubbel', `De vraag '${item.id}' staat er twee keer. Geef deze een ander id.`);
    seen.add(item.id);
  }
}
