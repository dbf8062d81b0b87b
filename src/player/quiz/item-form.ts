/** The questions as forms, one function a kind. Native inputs, so that every key works as it does elsewhere. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { QuizItem } from '../../content/module.js';
import type { ItemOption } from '../../content/schema/items.js';
import { optionsOf } from '../../engine/item-share.js';
import { unitTexts } from '../texts/nl-units.js';
import { icon } from '../ui/icons.js';
import { moved, type Draft } from './answers.js';

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

export function itemForm(item: QuizItem, context: FormContext): TemplateResult {
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

function ordering(options: readonly Option[], context: FormContext): TemplateResult {
  const { chosen } = context.draft;
  return html`<ol class="stack gap8">
    ${repeat(
      chosen,
      (letter) => letter,
      (letter, at) =>
        orderingRow(options.find((option) => option.id === letter)?.tekst ?? '', letter, at, context),
    )}
  </ol>`;
}

function orderingRow(text: string, letter: string, at: number, context: FormContext): TemplateResult {
  const { draft } = context;
  const texts = unitTexts.quiz;
  const last = draft.chosen.length - 1;
  const go = (to: number, button: string): void => {
    if (to < 0 || to > last) return;
    context.choose(moved(draft.chosen, at, to));
    context.moved(letter, to, button);
  };
  const step = (by: 1 | -1, name: 'up' | 'down'): TemplateResult =>
    html`<button
      type="button"
      class="button square"
      id="${name}-${letter}"
      aria-label=${by < 0 ? texts.up(text) : texts.down(text)}
      aria-disabled=${at + by < 0 || at + by > last ? 'true' : nothing}
      @click=${() => go(at + by, `${name}-${letter}`)}
    >
      ${icon(by < 0 ? 'arrow-up' : 'arrow-down', 20)}
    </button>`;
  return html`<li class="ordered">
    <select
      class="field place"
      id="place-${letter}"
      aria-label=${texts.placeOf(text)}
      .value=${String(at)}
      @change=${(event: Event) => go(Number((event.target as HTMLSelectElement).value), `place-${letter}`)}
    >
      ${draft.chosen.map((_, i) => html`<option value=${i} ?selected=${i === at}>${i + 1}</option>`)}
    </select>
    <span class="grow">${text}</span>
    <span class="row gap4">${step(-1, 'up')}${step(1, 'down')}</span>
  </li>`;
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

function matching(
  options: readonly Option[],
  groups: readonly { readonly id: string; readonly tekst: string }[],
  { draft, missing, give }: FormContext,
): TemplateResult {
  return html`<div class="stack gap8">
    ${options.map((option) => {
      const value = draft.given[option.id] ?? '';
      const set = (event: Event): void => give(option.id, (event.target as HTMLSelectElement).value);
      return html`<div class="matched ${missing.includes(option.id) ? 'lacks' : ''}">
        <label for=${`match-${option.id}`}>${option.tekst}</label>
        <select
          class="field"
          id=${`match-${option.id}`}
          aria-describedby=${missing.includes(option.id) ? 'missing' : nothing}
          .value=${value}
          @change=${set}
        >
          <option value="">${unitTexts.quiz.choose}</option>
          ${groups.map((group) => html`<option value=${group.id} ?selected=${group.id === value}>${group.tekst}</option>`)}
        </select>
      </div>`;
    })}
  </div>`;
}
