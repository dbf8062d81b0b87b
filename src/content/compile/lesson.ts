/** A lesson as written -> as played. */
import { lessonTexts } from '../language/unit-texts.js';
import { nameNodes, type IdWish } from '../ids.js';
import type { Lesson, LessonBlock, LessonOption } from '../module.js';
import type { UnitSource } from '../read.js';
import { lessonHead } from '../schema/script-heads.js';
import type { IdNode, OptionNode } from '../script/ast.js';
import { parseLesson, type BlockNode, type PageNode } from '../script/lesson.js';
import { readHeaded } from '../source/head.js';
import type { UnitContext } from './context.js';

/** Compiles one lesson; null when its head cannot be read. */
export function compileLesson(source: UnitSource, context: UnitContext): Lesson | null {
  const { entry, codes, report } = context;
  const { head, body } = readHeaded(source.text, lessonHead, report);
  const pages = parseLesson(body, report);
  if (pages.length === 0)
    report({ line: 1, column: 1 }, 'opbouw', "Deze les heeft geen pagina. Begin met '# Titel'.");
  const ids = nameNodes(pages.flatMap(wishesOf), codes.idsOf(entry.id), report);
  const codeOf = (node: IdNode): string => codes.code(`${entry.id}/${ids.get(node) ?? '?'}`);
  if (!head) return null;
  context.texts.push(...lessonTexts(head, pages, ids));
  return {
    kind: 'lesson',
    id: entry.id,
    code: codes.code(entry.id),
    title: head.data.titel,
    card: entry.kaart,
    minutes: entry.minuten,
    weight: entry.gewicht,
    required: entry.verplicht,
    pages: pages.map((page) => ({
      code: codeOf(page.id),
      title: page.title,
      blocks: page.blocks.map((block) => toBlock(block, codeOf, ids)),
    })),
  };
}

function wishesOf(page: PageNode): IdWish[] {
  const inBlocks = page.blocks.flatMap((block): IdWish[] => {
    if (block.kind === 'text') return [];
    if (block.kind === 'spots') return block.spots.map((spot) => ({ node: spot.id, prefix: 's' }));
    return [
      { node: block.id, prefix: 'v' },
      ...block.options.map((option) => ({ node: option.id, prefix: 'v' })),
    ];
  });
  return [{ node: page.id, prefix: 'p' }, ...inBlocks];
}

function toBlock(
  block: BlockNode,
  codeOf: (node: IdNode) => string,
  ids: ReadonlyMap<IdNode, string>,
): LessonBlock {
  switch (block.kind) {
    case 'text':
      return { kind: 'text', text: block.text };
    case 'question':
      return {
        kind: 'question',
        code: codeOf(block.id),
        question: block.question,
        options: block.options.map((option) => toAnswer(option, codeOf)),
      };
    case 'spots':
      return {
        kind: 'spots',
        layout: block.layout,
        spots: block.spots.map((spot) => ({
          code: codeOf(spot.id),
          id: spot.name ?? ids.get(spot.id) ?? '',
          label: spot.label,
          text: spot.text,
        })),
      };
  }
}

/** An answer of a lesson or of 'find the mistake'. */
export const toAnswer = (node: OptionNode, codeOf: (node: IdNode) => string): LessonOption => ({
  code: codeOf(node.id),
  text: node.text,
  good: node.good,
  feedback: node.feedback?.text ?? '',
});
