/** What belongs to what: a matrix of radio buttons where the groups have short names, else a list for each, and groups to drag. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ItemOption } from '../../content/schema/items.js';
import { unitTexts } from '../texts/nl-units.js';
import { icon } from '../ui/icons.js';
import { startDrag } from './drag.js';
import type { FormContext } from './item-form.js';

interface Group {
  readonly id: string;
  readonly tekst: string;
}

/** Longest name of a group that fits above a column. */
const COLUMN = 26;

export function matching(
  options: readonly ItemOption[],
  groups: readonly Group[],
  context: FormContext,
): TemplateResult {
  const isMatrix = groups.every(({ tekst }) => tekst.length <= COLUMN);
  return isMatrix ? matrix(options, groups, context) : lists(options, groups, context);
}

/** Rows of radio buttons: each row is a group of its own, named by its text, so the heads of the columns are for the eye only. */
function matrix(
  options: readonly ItemOption[],
  groups: readonly Group[],
  { draft, missing, give }: FormContext,
): TemplateResult {
  return html`<div class="matrix of-${groups.length}">
    <div class="matrix-row heads small bold" aria-hidden="true">
      <span></span>${groups.map(({ tekst }) => html`<span>${tekst}</span>`)}
    </div>
    ${options.map(
      (option) =>
        html`<fieldset class="matrix-row ${missing.includes(option.id) ? 'lacks' : ''}">
          <legend class="sr-only">${option.tekst}</legend>
          <span class="row-text" aria-hidden="true">${option.tekst}</span>
          ${groups.map(
            ({ id, tekst }) =>
              html`<label class="cell">
                <input
                  type="radio"
                  name=${option.id}
                  value=${id}
                  .checked=${draft.given[option.id] === id}
                  aria-describedby=${missing.includes(option.id) ? 'missing' : nothing}
                  @change=${() => give(option.id, id)}
                />
                <span class="cell-text">${tekst}</span>
              </label>`,
          )}
        </fieldset>`,
    )}
  </div>`;
}

function lists(
  options: readonly ItemOption[],
  groups: readonly Group[],
  { draft, missing, give }: FormContext,
): TemplateResult {
  const drag = (event: PointerEvent, group: Group): void => {
    const chip = event.currentTarget as HTMLElement;
    const targets = [...(chip.closest('.matching')?.querySelectorAll<HTMLElement>('.matched') ?? [])];
    const drop = (to: HTMLElement): void => give(options[targets.indexOf(to)]?.id ?? '', group.id);
    startDrag(event, { moves: chip, targets, drop });
  };
  return html`<div class="stack gap8 matching">
    <p class="chips" aria-hidden="true">
      ${groups.map(
        (group) =>
          html`<span class="grip group" @pointerdown=${(event: PointerEvent) => drag(event, group)}
            >${icon('drag', 18)}${group.tekst}</span
          >`,
      )}
    </p>
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
