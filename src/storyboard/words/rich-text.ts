/** Rich text as plain text and as HTML. */
import type { Block, RichText, Run } from '../../content/module.js';
import { html, type Html } from '../html.js';

export const plainText = (text: RichText): string =>
  text
    .flatMap((block) => (block.kind === 'paragraph' ? [plainRuns(block.runs)] : block.items.map(plainRuns)))
    .join('\n');

const plainRuns = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

export const richText = (text: RichText): Html => html`${text.map(blockHtml)}`;

function blockHtml(block: Block): Html {
  if (block.kind === 'paragraph') return html`<p>${block.runs.map(runHtml)}</p>`;
  const items = block.items.map((runs) => html`<li>${runs.map(runHtml)}</li>`);
  return block.ordered
    ? html`<ol>
        ${items}
      </ol>`
    : html`<ul>
        ${items}
      </ul>`;
}

function runHtml({ text, strong, em }: Run): Html | string {
  if (strong) return html`<strong>${text}</strong>`;
  return em ? html`<em>${text}</em>` : text;
}
