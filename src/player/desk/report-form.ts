import { html, nothing, type TemplateResult } from 'lit';
import { workTexts } from '../texts/nl-work.js';
import { photoOf } from '../ui/drawings.js';
import { icon } from '../ui/icons.js';
import type { Desk } from './looking.js';
import { price } from './opened.js';

/** A report that fills itself while the conversation goes on; making it is the note in its case. */
export function reportForm(desk: Desk): TemplateResult | typeof nothing {
  const { unit, state, items } = desk.talk;
  const { report } = unit;
  if (!report) return nothing;
  const words = workTexts.handover.report;
  const key = `notitie:${report.caseId}`;
  const made = desk.isDone(key);
  const fields = report.fields.map(({ label, value, fact }) => ({
    label,
    value: fact === undefined || state.facts.includes(fact) ? value : undefined,
  }));
  const open = fields.filter(({ value }) => value === undefined).length;
  const [picture] = items.flatMap(({ pictures }) => pictures);
  return html`<section class="report stack gap16" aria-labelledby="report">
    <div class="row between">
      <h2 id="report">${words.title}</h2>
      <span class="chip ${made ? 'good' : 'outline'}"
        >${made ? icon('check', 14) : nothing}${made ? words.sent : words.draft}</span
      >
    </div>
    <dl class="stack gap8">
      ${fields.map(
        ({ label, value }) =>
          html`<div>
            <dt class="small bold">${label}</dt>
            <dd class="slot ${value === undefined ? 'empty muted' : ''}">${value ?? words.empty}</dd>
          </div>`,
      )}
    </dl>
    ${
      picture
        ? html`<p class="row gap8 small">
            <svg class="thumb" viewBox="0 0 240 150" aria-hidden="true">${photoOf(picture.drawing)}</svg>
            ${words.photo}
          </p>`
        : nothing
    }
    ${
      made
        ? html`<p class="note good" tabindex="-1" data-mark=${key}>
            ${icon('check')}<span>${words.made}</span>
          </p>`
        : html`${open > 0 ? html`<p class="small row gap8 attention">${icon('alert', 16)}${words.left(open)}</p>` : nothing}
            <p class="row wrap gap8">
              <button
                class="button primary"
                ?disabled=${!desk.isOpen || !desk.talk.desk.has(key)}
                @click=${() => desk.open(key)}
              >
                ${words.make}
              </button>
              ${price(desk, key)}
            </p>`
    }
  </section>`;
}
