/** An answered question, and the mistakes to look back on; pure. */
import { html, type TemplateResult } from 'lit';
import type { FindMistake, Mistake, MistakeOption } from '../../content/module.js';
import { earned, type FindMistakeState } from '../../engine/find-mistake.js';
import { unitTexts } from '../texts/nl-units.js';
import { icon } from '../ui/icons.js';

/** A mistake to look back on: what was earned, why it was one, and what is better. */
export function lookedAt(unit: FindMistake, mistake: Mistake, given: FindMistakeState): TemplateResult {
  const texts = unitTexts.findMistake;
  const line = unit.lines.find((one) => one.code === mistake.line);
  const got = earned(mistake, given);
  const part = (ok: boolean, words: readonly [string, string]): TemplateResult =>
    html`<span class="chip ${ok ? 'good' : 'warn'}"
      >${icon(ok ? 'check' : 'alert', 14)}${words[ok ? 0 : 1]}</span
    >`;
  const good = (options: readonly MistakeOption[]): string =>
    options.find((option) => option.good)?.text ?? '';
  return html`<li>
    <p class="weak-line">‘${line?.text ?? ''}’</p>
    <p class="row wrap gap8">
      ${part(got.found, texts.parts.found)} ${part(got.why, texts.parts.why)}
      ${part(got.better, texts.parts.better)}
    </p>
    <p><span class="bold">${texts.whyWas}</span> ${good(mistake.why)}</p>
    <p><span class="bold">${texts.betterWas}</span> ‘${good(mistake.better)}’</p>
  </li>`;
}

/** An option after the answer, with why. */
export function answered(option: MistakeOption, isMine: boolean): TemplateResult {
  const texts = unitTexts.quiz;
  const word = option.good ? (isMine ? texts.right : texts.best) : texts.mine;
  return html`<li class="choice ${option.good ? 'right' : 'wrong'}">
    ${icon(option.good ? 'check' : 'x')}
    <span class="stack gap4">
      <span><span class="bold">${word}:</span> ${option.text}</span>
      <span class="small">${option.feedback}</span>
    </span>
  </li>`;
}
