import { html, type TemplateResult } from 'lit';
import type { RichText, Run } from '../../content/module.js';

const runs = (parts: readonly Run[]): TemplateResult[] =>
  parts.map((run) => {
    if (run.strong) return html`<strong>${run.text}</strong>`;
    return run.em ? html`<em>${run.text}</em>` : html`${run.text}`;
  });

/** Paragraphs and lists of a lesson or an article, for an element with the base styles; put it in a `.stack`. */
export const richText = (text: RichText): TemplateResult[] =>
  text.map((block) => {
    if (block.kind === 'paragraph') return html`<p>${runs(block.runs)}</p>`;
    const items = block.items.map((item) => html`<li>${runs(item)}</li>`);
    return block.ordered
      ? html`<ol class="numbers">
          ${items}
        </ol>`
      : html`<ul class="dots">
          ${items}
        </ul>`;
  });
