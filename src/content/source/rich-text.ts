/** A small part of Markdown as blocks of runs: paragraphs, lists, **strong** and *em*. HTML stays text. */
import type { Block, RichText, Run } from '../module.js';

/** Reads lines (without their line ends); a leading `\` makes a line plain text. */
export function toRichText(lines: readonly string[]): RichText {
  const blocks: Block[] = [];
  let open: OpenBlock | null = null;
  for (const line of lines) {
    const { kind, text } = readLine(line);
    const goesOn: boolean =
      kind === 'paragraph' && open !== null && (open.kind === 'paragraph' || /^\s/.test(line));
    if (open && !goesOn && (kind === 'paragraph' || kind !== open.kind)) {
      blocks.push(toBlock(open));
      open = null;
    }
    if (kind === null) continue;
    open ??= { kind, items: [] };
    open.items.push(goesOn ? `${open.items.pop() ?? ''} ${text}`.trim() : text);
  }
  return open ? [...blocks, toBlock(open)] : blocks;
}

/** What a line begins or goes on with; null: blank. */
function readLine(line: string): { kind: OpenBlock['kind'] | null; text: string } {
  const text = line.trim();
  if (text === '') return { kind: null, text };
  const item = /^(?:[-*]|(\d{1,3})[.)])\s+/.exec(text);
  if (!item) return { kind: 'paragraph', text: unescape(text) };
  return { kind: item[1] === undefined ? 'bullets' : 'numbers', text: text.slice(item[0].length) };
}

interface OpenBlock {
  readonly kind: 'paragraph' | 'bullets' | 'numbers';
  readonly items: string[];
}

const toBlock = ({ kind, items }: OpenBlock): Block =>
  kind === 'paragraph'
    ? { kind, runs: toRuns(items.join(' ')) }
    : { kind: 'list', ordered: kind === 'numbers', items: items.map(toRuns) };

const unescape = (text: string): string => (text.startsWith('\\') ? text.slice(1) : text);

/** Marks `**strong**` and `*em*`; a star without a partner, or with a space inside, is a star. */
export function toRuns(text: string): Run[] {
  const runs: Run[] = [];
  const marked = /\*\*(?! )([^*]+)(?<! )\*\*|\*(?! )([^*]+)(?<! )\*/g;
  let from = 0;
  for (const found of text.matchAll(marked)) {
    if (found.index > from) runs.push({ text: text.slice(from, found.index) });
    const [whole, strong, em] = found;
    runs.push(strong === undefined ? { text: em ?? '', em: true } : { text: strong, strong: true });
    from = found.index + whole.length;
  }
  if (from < text.length) runs.push({ text: text.slice(from) });
  return runs;
}

/** The words of a rich text, for measuring its language. */
export const plainText = (text: RichText): string =>
  text
    .flatMap((block) => (block.kind === 'list' ? block.items : [block.runs]))
    .map((runs) => runs.map((run) => run.text).join(''))
    .join('\n');
