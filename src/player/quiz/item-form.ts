/** The questions as forms, one function a kind. Native inputs, so that every key works as it does elsewhere. */
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { QuizItem } from '../../content/module.js';
import type { ItemOption } from '../../content/schema/items.js';
import { optionsOf } from '../../engine/item-share.js';
import { unitTexts } from '../texts/nl-units.js';
import type { Draft } from './answers.js';
import { matching } from './matching-form.js';
import { ordering } from './ordering-form.js';

export interface FormContext {
  readonly draft: Draft;
  /** Option letters in the order shown. */
  readonly order: readonly string[];
  /** Letters named as missing after 'Controleer'. */
  readonly missing: readonly string[];
  /** The letters now chosen, or their order. */
  readonly choose: (chosen: readonly string[]) => void;
  /** A rating or group for one option; '' takes it away. */
  readonly give: (letter: string, value: string) => void;
  /** An ordering option went to a place (0-based); `button` = the control to keep the focus on. */
  readonly moved: (letter: string, to: number, button: string) => void;
}

type Option = ItemOption;

/** New for every question: a radio button that turned into a check box is still told as a radio button. */
export function itemForm(item: QuizItem, context: FormContext): TemplateResult {
  return html`${keyed(item.code, formOf(item, context))}`;
}

function formOf(item: QuizItem, context: FormContext): TemplateResult {
  const options = context.order.flatMap((letter) => optionsOf(item).filter((option) => option.id === letter));
  switch (item.soort) {
    case 'enkel':
      return choices(options, 'radio', context);
    case 'meer':
      return choices(options, 'checkbox', context);
    case 'volgorde':
      return ordering(item.opties, context);
    case 'beoordelen':
      return judgement(options, context);
    case 'koppelen':
      return matching(options, item.groepen, context);
    case 'getal':
      return number(item.eenheid, context);
  }
}

function number(unit: string, { draft, choose }: FormContext): TemplateResult {
  return html`<p class="row gap8">
    <input
      class="field number"
      type="text"
      inputmode="decimal"
      autocomplete="off"
      id="number"
      aria-labelledby="asked unit"
      aria-describedby="missing"
      .value=${draft.chosen[0] ?? ''}
      @input=${(event: Event) => choose([(event.target as HTMLInputElement).value])}
    />
    <span id="unit">${unit}</span>
  </p>`;
}

function choices(
  options: readonly Option[],
  type: 'radio' | 'checkbox',
  { draft, choose }: FormContext,
): TemplateResult {
  const toggle = (letter: string): void => {
    const without = draft.chosen.filter((one) => one !== letter);
    const chosen =
      type === 'radio' ? [letter] : without.length < draft.chosen.length ? without : [...without, letter];
    choose(chosen);
  };
  return html`<div class="stack gap8">
    ${options.map(
      (option) =>
        html`<label class="choice">
          <input
            type=${type}
            name="choice"
            .checked=${draft.chosen.includes(option.id)}
            aria-describedby="missing"
            @change=${() => toggle(option.id)}
          />
          <span>${option.tekst}</span>
        </label>`,
    )}
  </div>`;
}

function judgement(options: readonly Option[], { draft, missing, give }: FormContext): TemplateResult {
  const texts = unitTexts.quiz;
  return html`<div class="stack">
    ${options.map(
      (option) =>
        html`<fieldset class="card flat ${missing.includes(option.id) ? 'lacks' : ''}">
          <legend class="bold">${option.tekst}</legend>
          <div class="scale">
            ${[1, 2, 3, 4].map(
              (rating) =>
                html`<label class="choice">
                  <input
                    type="radio"
                    name=${option.id}
                    id=${`${option.id}-${rating}`}
                    .checked=${draft.given[option.id] === String(rating)}
                    aria-describedby=${missing.includes(option.id) ? 'missing' : nothing}
                    @change=${() => give(option.id, String(rating))}
                  />
                  <span>${texts.scale(rating)}</span>
                </label>`,
            )}
          </div>
        </fieldset>`,
    )}
  </div>`;
}
