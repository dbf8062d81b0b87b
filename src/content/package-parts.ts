/** The packages of a module: itself, or the parts that it lists, each as a module of its own. */
import type { Module, PackagePart, Unit } from './module.js';

/** One module a package, in the order of the file; ids as in the names of the zips (`kennistoets-nulmeting`). */
export function packagesOf(module: Module): readonly Module[] {
  return module.packages?.map((part) => partOf(module, part)) ?? [module];
}

function partOf(module: Module, part: PackagePart): Module {
  const { schemaVersion, contentVersion, language, audience, position, terms, world } = module;
  const units = module.units.filter(({ id }) => part.units.includes(id));
  return {
    schemaVersion,
    id: `${module.id}-${part.id}`,
    partOf: module.id,
    contentVersion,
    language,
    title: part.title,
    summary: part.summary,
    audience,
    position,
    ...(part.passMark === undefined ? {} : { passMark: part.passMark }),
    units,
    // What the course teaches is no help before it.
    rules: units.every(isBaseline) ? [] : module.rules,
    terms,
    world: units.every((unit) => unit.kind === 'test')
      ? { ...world, articles: world.articles.filter(({ id }) => units.some((unit) => names(unit, id))) }
      : world,
  };
}

const isBaseline = (unit: Unit): boolean => unit.kind === 'test' && unit.moment === 'baseline';

/** A test shows no desk: of the articles only those that its items name. */
const names = (unit: Unit, article: string): boolean =>
  unit.kind === 'test' && [...unit.forms.A, ...unit.forms.B].some(({ artikel }) => artikel === article);
