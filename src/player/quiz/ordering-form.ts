/** Putting in order: a list for the place, buttons up and down, and a grip to drag. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ItemOption } from '../../content/schema/items.js';
import { unitTexts } from '../texts/nl-units.js';
import { icon } from '../ui/icons.js';
import { moved } from './answers.js';
import { startDrag } from './drag.js';
import type { FormContext } from './item-form.js';

export function ordering(options: readonly ItemOption[], context: FormContext): TemplateResult {
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
  const drag = (event: PointerEvent): void => {
    const row = (event.currentTarget as HTMLElement).closest('li');
    const rows = [...(row?.parentElement?.querySelectorAll('li') ?? [])];
    if (row)
      startDrag(event, {
        moves: row,
        targets: rows,
        drop: (to) => go(rows.indexOf(to as HTMLLIElement), `up-${letter}`),
      });
  };
  return html`<li class="ordered">
    <span class="grip" aria-hidden="true" @pointerdown=${drag}>${icon('drag', 20)}</span>
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
