/** An answered item: what was right, what the learner chose, and why. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Module, QuizItem } from '../../content/module.js';
import { optionsOf } from '../../engine/item-share.js';
import { unitTexts } from '../texts/nl-units.js';
import { icon, type IconName } from '../ui/icons.js';
import { withTerms } from '../ui/term.js';
import { keyRows, rowsOf, type Row } from './answers.js';

const MARKS: Readonly<Record<Row['tone'], IconName | undefined>> = {
  good: 'check',
  bad: 'x',
  almost: 'info',
  plain: undefined,
};
const CHIPS: Readonly<Record<Row['tone'], string>> = { good: 'good', bad: 'bad', almost: 'warn', plain: '' };

/** `order`: option letters as they were shown; an ordering item comes back in its right order. Without a response: what was right. */
export function reviewedRows(
  item: QuizItem,
  response: string | undefined,
  order: readonly string[],
): TemplateResult {
  const all = response === undefined ? keyRows(item) : rowsOf(item, response);
  const at = (letter: string): number => optionsOf(item).findIndex((option) => option.id === letter);
  const shown =
    item.soort === 'volgorde' || item.soort === 'getal'
      ? all
      : order.flatMap((letter) => all.slice(at(letter), at(letter) + 1));
  const rows = shown.map((row) => {
    const mark = MARKS[row.tone];
    return html`<li class="answered ${row.tone}">
      <span class="mark">${row.place ?? (mark ? icon(mark, 18) : nothing)}</span>
      <span class="grow">
        <span class="said"
          >${row.text}${row.label ? html` <span class="chip ${CHIPS[row.tone]}">${row.label}</span>` : nothing}</span
        >
        ${row.why ? html`<span class="small muted why">${row.why}</span>` : nothing}
      </span>
    </li>`;
  });
  return item.soort === 'volgorde'
    ? html`<ol class="stack gap8">
        ${rows}
      </ol>`
    : html`<ul class="stack gap8">
        ${rows}
      </ul>`;
}

export interface Reviewed {
  readonly item: QuizItem;
  /** From 0. */
  readonly at: number;
  /** Share 0..1; absent: the item was left open. */
  readonly answer: { readonly response: string; readonly share: number } | undefined;
  /** Option letters as they were shown. */
  readonly order: readonly string[];
  readonly open: (article: string) => void;
  /** What to say of an item that was not all right. */
  readonly advice?: string | undefined;
}

/** An item to look back on: folded, with its mark; inside what was chosen, what was right, and why. */
export function reviewOf(
  module: Module,
  { item, at, answer, order, open, advice }: Reviewed,
): TemplateResult {
  const share = answer?.share ?? 0;
  const tone = share === 1 ? 'good' : share >= 0.5 ? 'almost' : 'bad';
  const texts = unitTexts.quiz;
  const word = { good: texts.right, almost: texts.almost, bad: texts.notYet }[tone];
  return html`<li>
    <details>
      <summary class=${tone}>
        <span class="mark">${icon(tone === 'good' ? 'check' : tone === 'bad' ? 'x' : 'info', 18)}</span>
        <span><span class="sr-only">${word}: </span>${at + 1}. ${item.vraag}</span>
        ${icon('chevron-down')}
      </summary>
      <div class="inside stack">
        ${item.situatie ? html`<p class="situation">${item.situatie}</p>` : nothing}
        ${answer ? nothing : html`<p class="note warn">${icon('alert')}<span>${texts.unanswered}</span></p>`}
        ${reviewedRows(item, answer?.response, order)} ${explanation(item, module, open)}
        ${advice === undefined || tone === 'good' ? nothing : html`<p class="small muted">${advice}</p>`}
      </div>
    </details>
  </li>`;
}

/** The explanation with its article and its rule. */
export function explanation(item: QuizItem, module: Module, open: (article: string) => void): TemplateResult {
  const article = module.world.articles.find((one) => one.id === item.artikel);
  const rule = module.rules.find((one) => one.id === item.gespreksregel);
  return html`<p>${withTerms(item.uitleg, module.terms)}</p>
    ${
      article
        ? html`<p>
            <button type="button" class="button quiet flush link" @click=${() => open(article.id)}>
              ${icon('book', 18)}${unitTexts.quiz.readOn(article.titel)}
            </button>
          </p>`
        : nothing
    }
    ${
      rule
        ? html`<p class="small muted">
            ${unitTexts.quiz.rule} <strong>${rule.naam}</strong>. ${rule.uitleg}
          </p>`
        : nothing
    }`;
}
