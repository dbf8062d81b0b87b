import { html, nothing, type TemplateResult } from 'lit';
import type { CaseFile } from '../../content/schema/municipality.js';
import { workTexts } from '../texts/nl-work.js';
import { shortDate } from '../ui/format.js';
import { icon } from '../ui/icons.js';
import type { Desk } from './looking.js';
import { learntFrom, openedFor, price } from './opened.js';
import { reportForm } from './report-form.js';

const STATUSES = ['ontvangen', 'in-behandeling', 'stilgezet', 'afgerond'] as const;

/** The cases of this customer, of customers looked up, and those the contact is about. */
export function casesPanel(desk: Desk): TemplateResult {
  const shown = casesOf(desk);
  const open = shown.find((one) => one.id === desk.looking.caseId && desk.isDone(`zaak:${one.id}`));
  return html`<div class="split ${open ? 'opened' : ''}">
    <div class="list stack gap8">
      ${reportForm(desk)}
      <h2>${workTexts.desk.tabs.cases}</h2>
      ${
        shown.length === 0
          ? html`<p class="muted">${workTexts.desk.cases.none}</p>`
          : html`<ul class="stack gap8">
              ${shown.map((one) => item(desk, one, one === open))}
            </ul>`
      }
    </div>
    ${open ? detail(desk, open) : nothing}
  </div>`;
}

/** Shared with the note: a note goes into a case that can be seen. */
export function casesOf({ talk, isDone }: Desk): readonly CaseFile[] {
  return talk.world.cases.filter(
    (one) =>
      one.klant === talk.customer.id ||
      isDone(`klant:${one.klant}`) ||
      talk.unit.desk.some((action) => action.target === one.id),
  );
}

function item(desk: Desk, one: CaseFile, current: boolean): TemplateResult {
  const key = `zaak:${one.id}`;
  return html`<li>
    <button
      class="choice result"
      aria-current=${current ? 'true' : nothing}
      ?disabled=${!desk.isDone(key) && !(desk.isOpen && desk.talk.desk.has(key))}
      data-mark=${`to ${key}`}
      @click=${() => desk.open(key)}
    >
      <span class="stack gap4">
        <span class="bold">${one.id} ${one.titel}</span>
        <span class="row wrap gap8">${price(desk, key)}</span>
      </span>
    </button>
  </li>`;
}

function detail(desk: Desk, one: CaseFile): TemplateResult {
  const words = workTexts.desk.cases;
  const bureau = desk.talk.world.desks.find((candidate) => candidate.id === one.bureau)?.naam ?? one.bureau;
  return html`<article class="detail stack gap16">
    <button class="button quiet back" @click=${() => desk.close(`zaak:${one.id}`)}>
      ${icon('arrow-left', 18)}${words.back}
    </button>
    <div>
      <h2 data-mark=${`zaak:${one.id}`} tabindex="-1">${one.id} ${one.titel}</h2>
      <p class="small muted">
        ${words.handler}: ${one.behandelaar}, ${bureau} · ${words.started} ${shortDate(one.gestart)}
      </p>
    </div>
    ${stepper(one)} ${learntFrom(desk, `zaak:${one.id}`)} ${term(one)}
    <section class="stack gap8">
      <h3>${words.notes}</h3>
      ${
        one.notities.length === 0
          ? html`<p class="small muted">${words.noNotes}</p>`
          : html`<ol class="stack gap8">
              ${one.notities.map(
                (note) =>
                  html`<li class="entry">
                    <p class="tiny muted">${shortDate(note.datum)} · ${note.door}</p>
                    <p class="small">${note.tekst}</p>
                  </li>`,
              )}
            </ol>`
      }
      ${
        desk.talk.desk.has(`notitie:${one.id}`) && desk.isOpen
          ? html`<p>
              <button class="button" @click=${() => desk.go('actions', { noteFor: one.id })}>
                ${icon('note', 18)}${words.writeNote}
              </button>
            </p>`
          : nothing
      }
    </section>
    ${openedFor(desk, `zaak:${one.id}`)}
  </article>`;
}

/** Where the case stands. A case that never stood still does not show that stop. */
function stepper(one: CaseFile): TemplateResult {
  const steps = STATUSES.filter((status) => status !== 'stilgezet' || one.status === 'stilgezet');
  const now = steps.indexOf(one.status);
  return html`<ol class="stepper" aria-label=${workTexts.desk.cases.status}>
    ${steps.map((status, index) => {
      const done = index < now || one.status === 'afgerond';
      const current = index === now;
      const sign = one.status === 'stilgezet' && current ? 'pause' : 'check';
      return html`<li
        class="${done ? 'done' : ''} ${current ? 'now' : ''} ${status}"
        aria-current=${current ? 'step' : nothing}
      >
        <span class="stop">${done || sign === 'pause' ? icon(sign, 14) : nothing}</span>
        <span class="tiny ${current ? 'bold' : 'muted'}">${workTexts.desk.cases.statuses[status]}</span>
      </li>`;
    })}
  </ol>`;
}

function term({ termijn, status }: CaseFile): TemplateResult | typeof nothing {
  if (!termijn || status === 'afgerond') return nothing;
  const words = workTexts.desk.cases;
  const { werkdagen, verstreken, stilgezet = 0 } = termijn;
  const left = werkdagen - verstreken;
  const cells = [
    ...Array.from({ length: Math.min(verstreken, werkdagen) }, () => 'spent'),
    // Days that stood still take one cell, however many: they are no part of the term.
    ...(stilgezet > 0 ? ['stopped'] : []),
    ...Array.from({ length: Math.max(0, left) }, () => ''),
  ];
  return html`<section class="stack gap8">
    <div class="row wrap between">
      <h3>${words.term(werkdagen)}</h3>
      <span class="bold small ${left < 0 ? 'late' : ''}"
        >${left < 0 ? words.over(-left) : words.left(left)}</span
      >
    </div>
    <div class="term" aria-hidden="true">${cells.map((look) => html`<i class=${look}></i>`)}</div>
    <ul class="row wrap tiny muted legend">
      <li class="row gap4"><i class="spent" aria-hidden="true"></i>${words.spent(verstreken)}</li>
      ${
        stilgezet > 0
          ? html`<li class="row gap4">
              <i class="stopped" aria-hidden="true"></i>${workTexts.handover.stoppedDays(stilgezet)}
            </li>`
          : nothing
      }
      ${
        left > 0
          ? html`<li class="row gap4"><i aria-hidden="true"></i>${workTexts.handover.daysLeft(left)}</li>`
          : nothing
      }
    </ul>
    ${status === 'stilgezet' ? html`<p class="small row gap8 attention">${icon('pause', 16)}${words.stopped}</p>` : nothing}
  </section>`;
}
