/** What opening something costs, cost and taught. */
import { html, nothing, type TemplateResult } from 'lit';
import { workTexts } from '../texts/nl-work.js';
import { decimal } from '../ui/format.js';
import { icon } from '../ui/icons.js';
import type { Desk } from './looking.js';

/** 'kost 2 min' for something that still costs, a tick for what was opened before. */
export function price({ talk, isDone }: Desk, key: string): TemplateResult | typeof nothing {
  if (isDone(key)) return html`<span class="chip good">${icon('check', 14)}${workTexts.desk.viewed}</span>`;
  const minutes = talk.desk.get(key)?.effects.minutes;
  return minutes === undefined
    ? nothing
    : html`<span class="chip outline num"
        >${icon('clock', 14)}${workTexts.desk.costs(decimal(minutes))}</span
      >`;
}

/** What opening this cost and taught, under what lies open. */
export function openedFor({ talk }: Desk, key: string): TemplateResult | typeof nothing {
  const entry = talk.state.log.find((one) => one.kind === 'desk' && one.key === key);
  if (entry?.kind !== 'desk') return nothing;
  const { minutes = 0, facts = [] } = entry.change;
  return html`<p class="row gap8 top tiny muted opened-for num">
    ${icon('clock', 16)}<span>${workTexts.handover.opened(decimal(minutes), facts.length)}</span>
  </p>`;
}

/** What opening this taught, as the log has it. */
export function learntFrom({ talk }: Desk, key: string): TemplateResult | typeof nothing {
  const entry = talk.state.log.find((one) => one.kind === 'desk' && one.key === key);
  const facts = entry?.kind === 'desk' ? (entry.change.facts ?? []) : [];
  if (facts.length === 0) return nothing;
  return html`<p class="note good">
    ${icon('idea')}
    <span
      ><span class="bold">${workTexts.desk.learnt}:</span>
      ${facts.map((fact) => talk.unit.facts[fact] ?? fact).join('; ')}</span
    >
  </p>`;
}
