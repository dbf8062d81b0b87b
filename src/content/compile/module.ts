/** All of a module: units, world, proof, hash. */
import { hashOf } from '../canonical.js';
import { checkConversation, type Summary } from '../check/conversation.js';
import { checkIdentities } from '../check/identities.js';
import { checkLanguage, checkReadingLevel, type Prose } from '../check/language.js';
import type { FindingList } from '../finding.js';
import type { Fragment } from '../fragment/fragment.js';
import { readFragments, reportUnused, shelfOf } from '../fragment/shelf.js';
import type { GoalUse } from '../goals.js';
import type { SourceText } from '../language/texts.js';
import { moduleTexts } from '../language/unit-texts.js';
import type { Module, PackagePart, Unit, World } from '../module.js';
import type { ModuleSource } from '../read.js';
import type { Playable } from '../replay/replay.js';
import type { PackageEntry } from '../schema/module-file.js';
import type { ConversationRule } from '../schema/municipality.js';
import { hint } from '../source/suggest.js';
import type { Town } from '../town.js';
import type { TranslatableFile } from '../translate/check.js';
import type { TranslationSource } from '../translate/translation-file.js';
import { compileBank } from './bank.js';
import { newUsage, use, type UnitContext, type Usage } from './context.js';
import { NO_RESERVE, type Reserve } from './reserve.js';
import { compileUnit, type Draft } from './units.js';
import { usedTerms } from './terms.js';
import { makeWorld } from './world.js';

export interface CheckedModule {
  /** Null when an error was found. */
  readonly module: Module | null;
  /** One per conversation that could be played. */
  readonly summaries: readonly Summary[];
  readonly playables: readonly Playable[];
  /** What a learner reads of its own files, for translators. */
  readonly files: readonly TranslatableFile[];
  readonly translations: readonly TranslationSource[];
  /** Records of the municipality that it shows: `gemeente`, `klant:wierda`, `artikel:rijbewijs`. */
  readonly records: ReadonlySet<string>;
  readonly goals: readonly GoalUse[];
  readonly fragments: ReadonlySet<Fragment>;
}

/** What modules share in a run. */
export interface Surroundings {
  readonly town: Town;
  readonly list: FindingList;
  /** Folder for proofs; null = none is kept. */
  readonly cache: string | null;
  /** Absent: no quiz can borrow. */
  readonly reserve?: Reserve;
}

/** Parses, checks, proves and compiles one module. */
export function checkModule(
  source: ModuleSource,
  { town, list, cache, reserve = NO_RESERVE }: Surroundings,
): CheckedModule {
  const before = list.errorCount;
  const usage = newUsage();
  const own = readFragments(source.fragments, [source.codes], list);
  const fragments = shelfOf(own, town.fragments);
  const ofModule = { name: `${source.id}/module.yaml`, texts: moduleTexts(source.head) };
  const prose: TextSource[] = [{ ...ofModule, source: source.text, report: source.report }];
  const bank = compileBank(source.banks, {
    town,
    codes: source.codes,
    usage,
    addTexts: ({ name, text, report }, texts) => {
      prose.push({ name: `${source.id}/${name}`, texts, source: text, report });
    },
  });
  const drafts = source.units.map((unit) => {
    const texts: SourceText[] = [];
    const { entry, report } = unit;
    const shared = { town, codes: source.codes, usage, fragments, bank, reserve };
    const context: UnitContext = { ...shared, entry, report, texts };
    prose.push({ name: `${source.id}/${unit.name}`, texts, source: unit.text, report });
    return compileUnit(unit, context, list);
  });
  for (const part of prose) {
    checkLanguage(part);
    checkIdentities(part.source, part.report);
  }
  reportUnused(own.values(), usage.fragments);
  for (const { texts, source: from } of own.values()) prose.push({ ...from, texts, source: from.text });
  checkReadingLevel(prose, source.report);
  checkPackages(source);
  const rules = readRules(source, town, usage);
  useArticles(source, town, usage);
  const world = makeWorld(town, usage, source.codes);
  const summaries: Summary[] = [];
  const playables: Playable[] = [];
  const finishing: Finishing = { module: source.id, world, list, cache, summaries, playables };
  const units = usage.broken
    ? []
    : drafts.flatMap((draft) => (draft ? (finish(draft, finishing) ?? []) : []));
  reportFreshCodes(source);
  const whole = list.errorCount === before && units.length === source.units.length && source.units.length > 0;
  return {
    module: whole
      ? toModule(source, { units, rules, world, terms: usedTerms(prose, world, town.glossary) })
      : null,
    summaries,
    playables,
    files: prose,
    translations: source.translations,
    records: recordsOf(usage, town),
    fragments: usage.fragments,
    goals: usage.goals.map((use) => ({ ...use, unit: `${source.id}/${use.unit}` })),
  };
}

type TextSource = Prose & TranslatableFile;

/** The municipality's files that a module shows; a case stands in the file of its customer. */
function recordsOf({ customers, cases, articles, fragments }: Usage, town: Town): ReadonlySet<string> {
  const owners = [...cases].flatMap((id) => town.cases.get(id)?.klant ?? []);
  return new Set([
    'gemeente',
    'begrippen',
    ...[...customers, ...owners].map((id) => `klant:${id}`),
    ...[...articles].map((id) => `artikel:${id}`),
    ...[...fragments].map(({ id }) => `fragment:${id}`),
  ]);
}

interface Finishing {
  readonly module: string;
  readonly world: World;
  readonly list: FindingList;
  readonly cache: string | null;
  readonly summaries: Summary[];
  readonly playables: Playable[];
}

function finish(draft: Draft, { summaries, ...surroundings }: Finishing): Unit | null {
  if (draft.kind === 'whole') return draft.unit;
  const { unit, summary } = checkConversation(draft, surroundings);
  if (summary) summaries.push(summary);
  return unit;
}

/** Every package names units that there are, and no unit is left out. */
function checkPackages({ head, report }: ModuleSource): void {
  const { onderdelen, pakketten } = head.data;
  if (!pakketten) return;
  const units = onderdelen.map(({ id }) => id);
  for (const [index, { onderdelen: own }] of pakketten.entries()) {
    for (const [row, id] of own.entries()) {
      if (units.includes(id)) continue;
      const at = head.at(['pakketten', index, 'onderdelen', row]);
      report(at, 'verwijzing', `Het onderdeel '${id}' bestaat niet.${hint(id, units)}`);
    }
  }
  const packed = new Set(pakketten.flatMap(({ onderdelen: own }) => own));
  for (const [index, id] of units.entries()) {
    if (!packed.has(id))
      report(
        head.at(['onderdelen', index, 'id']),
        'verwijzing',
        `Het onderdeel '${id}' zit in geen enkel pakket. Zet het bij 'pakketten' in een rij 'onderdelen'.`,
      );
  }
}

const packageOf = ({ id, titel, samenvatting, onderdelen, zakgrens }: PackageEntry): PackagePart => ({
  id,
  title: titel,
  summary: samenvatting,
  ...(zakgrens === undefined ? {} : { passMark: zakgrens }),
  units: onderdelen,
});

function readRules({ head, report }: ModuleSource, town: Town, usage: Usage): ConversationRule[] {
  const known = town.municipality.gespreksregels;
  for (const id of usage.rules) {
    if (!head.data.gespreksregels.includes(id))
      report(
        head.at(['gespreksregels']),
        'verwijzing',
        `Een keuze noemt bij REGEL de gespreksregel '${id}'. Zet die ook hier, dan ziet de medewerker hem in het overzicht.`,
      );
  }
  return head.data.gespreksregels.flatMap((id, index) => {
    const rule = known.find((each) => each.id === id);
    const near = hint(
      id,
      known.map((each) => each.id),
    );
    if (!rule)
      report(
        head.at(['gespreksregels', index]),
        'verwijzing',
        `De gespreksregel '${id}' bestaat niet.${near}`,
      );
    return rule ?? [];
  });
}

function useArticles({ head, report }: ModuleSource, town: Town, usage: Usage): void {
  for (const [index, id] of head.data.kennisbank.entries())
    use('artikel', id, head.at(['kennisbank', index]), { town, usage, report });
}

function reportFreshCodes({ codes, codesReport }: ModuleSource): void {
  const start = { line: 1, column: 1 };
  if (codes.isFull) codesReport(start, 'codes', 'De codes van deze module zijn op (1296). Splits de module.');
  const { fresh, broken } = codes;
  if (fresh.length === 0 || broken) return;
  const some = fresh.slice(0, 3).join(', ');
  const many = fresh.length === 1 ? 'Eén onderdeel heeft' : `${fresh.length} onderdelen hebben`;
  codesReport(
    start,
    'code-ontbreekt',
    `${many} nog geen vaste code (${some}${fresh.length > 3 ? ', ...' : ''}). Draai \`npm run check -- --fix\`; die schrijft ze.`,
  );
}

function toModule(
  { id, head }: ModuleSource,
  parts: Pick<Module, 'units' | 'rules' | 'terms' | 'world'>,
): Module {
  const { titel, samenvatting, doelgroep, volgnummer, zakgrens, pakketten } = head.data;
  const content: Omit<Module, 'contentVersion'> = {
    schemaVersion: 1,
    id,
    language: 'nl',
    title: titel,
    summary: samenvatting,
    audience: doelgroep,
    position: volgnummer,
    ...(zakgrens === undefined ? {} : { passMark: zakgrens }),
    ...(pakketten === undefined ? {} : { packages: pakketten.map(packageOf) }),
    ...parts,
  };
  return { ...content, contentVersion: hashOf(content) };
}
