/** The words of the glossary that a learner of a module may come upon: in its own texts, and in the articles of its desk. */
import type { SourceText } from '../language/texts.js';
import type { Article, Block, Run, World } from '../module.js';
import type { Term } from '../schema/glossary.js';
import { termsIn } from '../terms.js';

export function usedTerms(
  prose: readonly { readonly texts: readonly SourceText[] }[],
  world: World,
  glossary: readonly Term[],
): readonly Term[] {
  const own = prose.flatMap(({ texts }) => texts.map(({ text }) => text));
  return termsIn([...own, ...world.articles.flatMap(linesOf)], glossary);
}

function linesOf({ answer, procedure, ahead }: Article): readonly string[] {
  const lines = (block: Block): readonly (readonly Run[])[] =>
    block.kind === 'paragraph' ? [block.runs] : block.items;
  return [...answer, ...procedure, ...ahead]
    .flatMap(lines)
    .map((runs) => runs.map(({ text }) => text).join(''));
}
