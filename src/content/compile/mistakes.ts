/** 'Find the mistake' as written -> as played. */
import { mistakesTexts } from '../language/unit-texts.js';
import { nameNodes, type IdWish } from '../ids.js';
import type { FindMistake, TranscriptLine } from '../module.js';
import type { UnitSource } from '../read.js';
import { mistakesHead } from '../schema/script-heads.js';
import type { IdNode, SpokenNode } from '../script/ast.js';
import { parseMistakes, type MistakesBody } from '../script/mistakes.js';
import { readHeaded } from '../source/head.js';
import { hint } from '../source/suggest.js';
import { use, type UnitContext } from './context.js';
import { toLine } from './maker.js';
import { toAnswer } from './lesson.js';

/** Compiles one transcript; null when its head cannot be read. */
export function compileMistakes(source: UnitSource, context: UnitContext): FindMistake | null {
  const { entry, codes, report } = context;
  const { head, body: lines } = readHeaded(source.text, mistakesHead, report);
  const body = parseMistakes(lines, report);
  const ids = nameNodes(wishesOf(body), codes.idsOf(entry.id), report);
  const codeOf = (node: IdNode): string => codes.code(`${entry.id}/${ids.get(node) ?? '?'}`);
  if (!head) return null;
  context.texts.push(...mistakesTexts(head, body, ids));
  use('klant', head.data.klant, head.at(['klant']), context);
  checkLines(body, ids, context);
  return {
    kind: 'find-mistake',
    id: entry.id,
    code: codes.code(entry.id),
    title: head.data.titel,
    card: entry.kaart,
    minutes: entry.minuten,
    weight: entry.gewicht,
    required: entry.verplicht,
    channel: head.data.kanaal,
    customer: head.data.klant,
    intro: head.data.inleiding,
    lines: body.lines.map((line) => toTranscriptLine(line, ids, codeOf)),
    mistakes: body.mistakes.map(({ line, competence, why, better }) => ({
      line: codes.code(`${entry.id}/${knownLine(line.value, ids) ? line.value : '?'}`),
      competence,
      why: why.map((option) => toAnswer(option, codeOf)),
      better: better.map((option) => toAnswer(option, codeOf)),
    })),
  };
}

const knownLine = (id: string, ids: ReadonlyMap<IdNode, string>): boolean => [...ids.values()].includes(id);

function wishesOf({ lines, mistakes }: MistakesBody): IdWish[] {
  const options = mistakes.flatMap(({ why, better }) => [...why, ...better]);
  return [...lines.flatMap(({ id }) => id ?? []), ...options.map(({ id }) => id)].map((node) => ({
    node,
    prefix: 'm',
  }));
}

function toTranscriptLine(
  node: SpokenNode,
  ids: ReadonlyMap<IdNode, string>,
  codeOf: (node: IdNode) => string,
): TranscriptLine {
  if (!node.id) return toLine(node);
  const fine = node.fine ? { fine: node.fine.text } : {};
  return { ...toLine(node), code: codeOf(node.id), id: ids.get(node.id) ?? '', ...fine };
}

/** Every mistake names a line of JIJ; every other line of JIJ says why it is fine. */
function checkLines(
  { lines, mistakes }: MistakesBody,
  ids: ReadonlyMap<IdNode, string>,
  { report }: UnitContext,
): void {
  const mine = lines.filter((line) => line.id);
  const names = mine.flatMap((line) => (line.id ? (ids.get(line.id) ?? []) : []));
  const wrong = new Set<string>();
  for (const { line } of mistakes) {
    if (!names.includes(line.value))
      report(
        line.at,
        'verwijzing',
        `Geen regel van JIJ heeft het id '${line.value}'.${hint(line.value, names)}`,
      );
    if (wrong.has(line.value)) report(line.at, 'dubbel', `'${line.value}' staat al onder # Fouten.`);
    wrong.add(line.value);
  }
  for (const line of mine) {
    const isWrong = wrong.has((line.id && ids.get(line.id)) ?? '');
    if (isWrong && line.fine)
      report(line.fine.at, 'opbouw', 'Deze regel staat onder # Fouten en kan dus geen PRIMA: hebben.');
    if (!isWrong && !line.fine)
      report(
        line.at,
        'tekst-ontbreekt',
        'Bij deze regel ontbreekt PRIMA: waarom is hij goed? Of zet hem onder # Fouten.',
      );
  }
}
