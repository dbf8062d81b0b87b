/** Items that a quiz takes from the bank of a test: those that are in none of its forms. */
import { FindingList, type Place, type Reporter } from '../finding.js';
import type { BankSource } from '../read.js';
import { bankFile, type BankFile, type BankItem } from '../schema/bank.js';
import type { Item } from '../schema/items.js';
import { hint } from '../source/suggest.js';
import { parseYaml } from '../source/yaml.js';

interface Stored {
  readonly item: Item;
  readonly form: BankItem['vorm'];
  readonly slot: number | undefined;
}

interface Store {
  readonly items: ReadonlyMap<string, Stored>;
  /** False when a file of the bank cannot be read. */
  readonly whole: boolean;
}

/** The banks of all modules, each read once and only when it is asked for. */
export class Reserve {
  private readonly read = new Map<string, Store>();

  constructor(
    private readonly modules: readonly string[],
    private readonly banksOf: (module: string) => readonly BankSource[],
  ) {}

  /** The item of a name as `kennistoets/zet-maar-door`; null after a finding. */
  take(name: string, at: Place, report: Reporter): Item | null {
    const [module = '', id = ''] = name.split('/');
    const { items, whole } = this.storeOf(module);
    const stored = items.get(id);
    if (stored?.form === 'rest') return stored.item;
    report(at, 'verwijzing', stored ? taken(id, stored, items) : this.missing(module, id, { items, whole }));
    return null;
  }

  private storeOf(module: string): Store {
    const known = this.read.get(module);
    if (known) return known;
    const files = this.modules.includes(module)
      ? // What is wrong with the bank is told where it stands.
        this.banksOf(module).map(({ text, name }) =>
          parseYaml(text, bankFile, new FindingList().reporter(name)),
        )
      : [];
    const items = files.flatMap((file) => (file ? storedIn(file.data) : []));
    const store = { items: new Map(items.map((each) => [each.item.id, each])), whole: !files.includes(null) };
    this.read.set(module, store);
    return store;
  }

  private missing(module: string, id: string, { items, whole }: Store): string {
    if (!whole)
      return `De bank van '${module}' kan niet worden gelezen. Draai eerst \`npm run check -- ${module}\`.`;
    if (items.size > 0) return `De bank van '${module}' heeft geen vraag '${id}'.${hint(id, restOf(items))}`;
    const banks = this.modules.filter((each) => this.banksOf(each).length > 0);
    return `De module '${module}' heeft geen bank met vragen.${hint(module, banks)}`;
  }
}

/** Of no modules. */
export const NO_RESERVE = new Reserve([], () => []);

const storedIn = ({ competentie, vragen }: BankFile): Stored[] =>
  vragen.map(({ vorm: form, plek: slot, ...item }) => ({ item: { ...item, competentie }, form, slot }));

function taken(id: string, { item, form, slot }: Stored, items: Store['items']): string {
  const free = restOf(items, item.competentie);
  const choice = free.length > 0 ? ` Over '${item.competentie}' zijn dat: ${free.join(', ')}.` : '';
  return `De vraag '${id}' staat op plek ${slot ?? '?'} van vorm ${form} van de toets. Wie haar hier maakt, kent haar daar al. Kies een vraag met 'vorm: rest'.${choice}`;
}

const restOf = (items: Store['items'], competence?: Item['competentie']): string[] =>
  [...items.values()].flatMap(({ item, form }) =>
    form === 'rest' && (competence === undefined || item.competentie === competence) ? [item.id] : [],
  );
