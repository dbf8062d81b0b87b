/** The way into content: a modules folder in, findings and modules out. */
import type { Summary } from './check/conversation.js';
import { checkCoverage, type GoalCoverage } from './check/coverage.js';
import { upkeepOf, type Upkeep } from './check/upkeep.js';
import { checkModule } from './compile/module.js';
import { Reserve } from './compile/reserve.js';
import { reportUnused } from './fragment/shelf.js';
import { sortFindings, type Edit, type Finding } from './finding.js';
import type { Module } from './module.js';
import type { Playable } from './replay/replay.js';
import { readModules } from './read.js';
import { checkAllTranslations } from './translate/check-all.js';
import type { TranslatableFile } from './translate/check.js';
import type { TranslationSource } from './translate/translation-file.js';

export { formatFinding, type Finding } from './finding.js';
export type { Summary } from './check/conversation.js';

export interface Content {
  /** Modules without errors, in the order of the course. */
  readonly modules: readonly Module[];
  readonly findings: readonly Finding[];
  readonly summaries: readonly Summary[];
  /** Conversations that can be replayed: those without an error in their file, proved or not. */
  readonly playables: readonly Playable[];
  /** What `--fix` would change in the scripts, and the codes it would write. */
  readonly edits: readonly Edit[];
  readonly codes: readonly { readonly file: string; readonly text: string }[];
  /** What a learner reads of the modules and of what they show of the municipality, and how that was translated. */
  readonly files: readonly TranslatableFile[];
  readonly translations: readonly TranslationSource[];
  /** Of every learning goal of the course; empty without a list of goals. */
  readonly coverage: readonly GoalCoverage[];
  /** Facts that age, with their dates. */
  readonly upkeep: readonly Upkeep[];
}

/** Where proofs are kept between runs, below the folder in which the command was given. */
const PROOFS = '.cache/proofs';

/** Reads, checks, proves and compiles all modules of a folder, or those named. Bad content gives findings, never a throw. */
export function loadContent(
  dir: string,
  ids: readonly string[] = [],
  { cache = PROOFS }: { readonly cache?: string | null } = {},
): Content {
  const { town, modules: sources, list, names: all, banksOf } = readModules(dir, ids);
  const reserve = new Reserve(all, banksOf);
  const checked = town ? sources.map((source) => checkModule(source, { town, list, cache, reserve })) : [];
  // Whether nobody uses a shared one shows only when all modules are read.
  if (town && ids.length === 0)
    reportUnused(town.fragments.values(), new Set(checked.flatMap(({ fragments }) => [...fragments])));
  const known = town ? checkAllTranslations(town, checked) : { files: [], translations: [] };
  const modules = checked.flatMap(({ module }) => module ?? []).sort((a, b) => a.position - b.position);
  const uses = checked.flatMap(({ goals }) => goals);
  const names = sources.map(({ id }) => id);
  // Where the codes cannot be read, it is not known which ids were given before.
  const unsafe = sources.flatMap(({ codes, codesReport: { file } }) =>
    codes.broken ? [file.slice(0, file.lastIndexOf('/') + 1)] : [],
  );
  return {
    ...known,
    modules,
    coverage: town?.goals ? checkCoverage(town.goals, uses, names) : [],
    upkeep: town ? upkeepOf(town, modules) : [],
    findings: sortFindings(list.findings),
    summaries: checked.flatMap((each) => each.summaries),
    playables: checked.flatMap((each) => each.playables),
    edits: list.edits.filter(({ file }) => !unsafe.some((start) => file.startsWith(start))),
    codes: town
      ? sources
          .filter(({ codes }) => codes.fresh.length > 0 && !codes.broken)
          .map(({ codes, codesReport }) => ({ file: codesReport.file, text: codes.toText() }))
      : [],
  };
}
