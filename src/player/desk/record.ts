import { html, nothing, type TemplateResult } from 'lit';
import type { Customer } from '../../content/schema/municipality.js';
import { workTexts } from '../texts/nl-work.js';
import { t } from '../texts/texts.js';
import { shortDate } from '../ui/format.js';
import { icon } from '../ui/icons.js';
import { identityCheck } from './identity.js';
import type { Desk } from './looking.js';
import { learntFrom, openedFor, price } from './opened.js';

/** The Klantportaal: one customer's record, closed until it is opened; others in a list. */
export function recordPanel(desk: Desk): TemplateResult {
  const { world } = desk.talk;
  const customer = world.customers.find((one) => one.id === desk.looking.customer) ?? desk.talk.customer;
  const others = world.customers.filter(
    (one) => one.id !== customer.id && desk.talk.desk.has(`klant:${one.id}`),
  );
  return html`<div class="stack gap20">
    ${desk.isDone(`klant:${customer.id}`) ? record(desk, customer) : closed(desk, customer)}
    ${
      others.length > 0
        ? html`<details>
            <summary>${workTexts.desk.record.others}</summary>
            <ul class="stack gap8">
              ${others.map(
                (other) =>
                  html`<li>
                    <button
                      class="button wide start"
                      @click=${() => desk.set({ customer: other.id, identity: undefined })}
                    >
                      ${icon('user', 18)}<span class="grow">${other.naam}</span
                      >${price(desk, `klant:${other.id}`)}
                    </button>
                  </li>`,
              )}
            </ul>
          </details>`
        : nothing
    }
  </div>`;
}

function closed(desk: Desk, customer: Customer): TemplateResult {
  const key = `klant:${customer.id}`;
  const offered = desk.isOpen && desk.talk.desk.has(key);
  return html`<div class="closed">
    <span class="tile">${icon('user', 24)}</span>
    <h2 tabindex="-1">${customer.naam}</h2>
    ${
      offered
        ? html`<p class="small muted">${workTexts.desk.closedHint}</p>
            <button class="button primary" @click=${() => desk.open(key)}>
              ${workTexts.desk.openRecord(customer.naam)}
            </button>
            ${price(desk, key)}`
        : html`<p class="small muted">${workTexts.desk.notOpened}</p>`
    }
  </div>`;
}

function record(desk: Desk, customer: Customer): TemplateResult {
  return html`<div class="stack">
      <h2 data-mark=${`klant:${customer.id}`} tabindex="-1">${customer.naam}</h2>
      ${
        customer.voorkeur
          ? html`<p>
              <span class="chip outline">${workTexts.desk.record.preference}: ${customer.voorkeur}</span>
            </p>`
          : nothing
      }
      ${customer.signalen.map(
        (signal) =>
          html`<p class="note warn">
            ${icon('flag')}<span
              ><span class="sr-only">${workTexts.desk.record.signals}: </span>${signal}</span
            >
          </p>`,
      )}
      ${learntFrom(desk, `klant:${customer.id}`)}
    </div>
    <div class="columns">
      <div class="stack gap20">
        ${data(customer)} ${identityCheck(desk, customer)} ${household(customer)} ${cases(desk, customer)}
      </div>
      ${contacts(customer)}
    </div>
    ${openedFor(desk, `klant:${customer.id}`)}`;
}

function data(customer: Customer): TemplateResult {
  const words = workTexts.desk.record;
  const rows: readonly (readonly [string, unknown])[] = [
    [words.born, customer.geboren && shortDate(customer.geboren)],
    [words.company, customer.bedrijf],
    [words.address, customer.adres],
    [words.phone, customer.telefoon],
    [words.email, customer['e-mail']],
    [
      words.bsn,
      customer.bsn &&
        html`<span aria-hidden="true">${customer.bsn}</span
          ><span class="sr-only">${words.bsnHidden(customer.bsn.slice(-2))}</span>`,
    ],
  ];
  return html`<section class="stack gap8">
    <h3>${words.data}</h3>
    <dl class="data">
      ${rows.map(([label, value]) =>
        value
          ? html`<dt>${label}</dt>
              <dd>${value}</dd>`
          : nothing,
      )}
    </dl>
  </section>`;
}

function household({ huishouden }: Customer): TemplateResult | typeof nothing {
  if (huishouden.length === 0) return nothing;
  return html`<section class="stack gap8">
    <h3>${workTexts.desk.record.household}</h3>
    <ul class="stack gap8">
      ${huishouden.map(
        (member) =>
          html`<li class="row gap8">
            <span class="tile tiny-tile">${icon('user', 16)}</span>${member.naam}, ${member.rol}
          </li>`,
      )}
    </ul>
  </section>`;
}

function cases(desk: Desk, customer: Customer): TemplateResult {
  const own = desk.talk.world.cases.filter((one) => one.klant === customer.id);
  return html`<section class="stack gap8">
    <h3>${workTexts.desk.record.cases}</h3>
    ${
      own.length === 0
        ? html`<p class="small muted">${workTexts.desk.record.noCases}</p>`
        : html`<ul class="stack gap8">
            ${own.map(
              (one) =>
                html`<li>
                  <button class="button wide start" @click=${() => desk.go('cases', { caseId: one.id })}>
                    ${icon('folder', 18)}<span class="grow">${`${one.id} ${one.titel}`}</span
                    >${icon('arrow-right', 16)}
                  </button>
                </li>`,
            )}
          </ul>`
    }
  </section>`;
}

function contacts({ contacten }: Customer): TemplateResult {
  const latest = [...contacten].sort((a, b) => b.datum.localeCompare(a.datum));
  return html`<section class="stack gap8">
    <h3>${workTexts.desk.record.contacts}</h3>
    ${
      latest.length === 0
        ? html`<p class="small muted">${workTexts.desk.record.noContacts}</p>`
        : html`<ol class="timeline">
            ${latest.map(
              (contact) =>
                html`<li>
                  <span class="tile tiny-tile">${icon(contact.kanaal, 16)}</span>
                  <div>
                    <p class="tiny muted">${shortDate(contact.datum)} · ${t.channels[contact.kanaal]}</p>
                    <p class="small">${contact.tekst}</p>
                    ${
                      contact.let
                        ? html`<p class="row gap4 tiny bold attention">
                            ${icon('alert', 14)}${workTexts.desk.record.attention}
                          </p>`
                        : nothing
                    }
                  </div>
                </li>`,
            )}
          </ol>`
    }
  </section>`;
}
