import { html, type TemplateResult } from 'lit';
import type { Module, RichText, Run } from '../../content/module.js';
import { unbroken } from './format.js';
import { withTerms } from './term.js';

type Term = Module['terms'][number];

type Words = (text: string) => unknown;

const runs = (parts: readonly Run[], words: Words): TemplateResult[] =>
  parts.map((run) => {
    if (run.strong) return html`<strong>${words(run.text)}</strong>`;
    return run.em ? html`<em>${words(run.text)}</em>` : html`${words(run.text)}`;
  });

/**
 * Paragraphs and lists of a lesson or an article, for an element with the base styles; put it in a `.stack`. Of `terms` each
 * is told where it stands first.
 */
export function richText(text: RichText, terms: readonly Term[]): TemplateResult[] {
  const seen = new Set<Term>();
  const words: Words = (part) => withTerms(unbroken(part), terms, seen);
  return text.map((block) => {
    if (block.kind === 'paragraph') return html`<p>${runs(block.runs, words)}</p>`;
    const items = block.items.map((item) => html`<li>${runs(item, words)}</li>`);
    return block.ordered
      ? html`<ol class="numbers">
          ${items}
        </ol>`
      : html`<ul class="dots">
          ${items}
        </ul>`;
  });
}
