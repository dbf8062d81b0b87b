/** The packages of a module: itself, or the parts that it lists, each as a module of its own. */
import type { Module, PackagePart, Unit } from './module.js';

/** One module a package, in the order of the file; ids as in the names of the zips (`kennistoets-nulmeting`). */
export function packagesOf(module: Module): readonly Module[] {
  return module.packages?.map((part) => partOf(module, part)) ?? [module];
}

function partOf({ packages: _packages, passMark: _passMark, ...module }: Module, part: PackagePart): Module {
  const units = module.units.filter(({ id }) => part.units.includes(id));
  const { world } = module;
  return {
    ...module,
    partOf: module.id,
    id: `${module.id}-${part.id}`,
    title: part.title,
    summary: part.summary,
    ...(part.passMark === undefined ? {} : { passMark: part.passMark }),
    units,
    // What the course teaches is no help before it.
    ...(units.every(isBaseline) && { rules: [] }),
    world: units.every((unit) => unit.kind === 'test')
      ? { ...world, articles: world.articles.filter(({ id }) => units.some((unit) => names(unit, id))) }
      : world,
  };
}

const isBaseline = (unit: Unit): boolean => unit.kind === 'test' && unit.moment === 'baseline';

/** A test shows no desk: of the articles only those that its items name. */
const names = (unit: Unit, article: string): boolean =>
  unit.kind === 'test' && [...unit.forms.A, ...unit.forms.B].some(({ artikel }) => artikel === article);
