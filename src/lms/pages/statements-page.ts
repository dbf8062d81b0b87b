/** All statements, newest first, with filters. */
import { html } from 'hono/html';
import type { Learner } from '../course/learners.js';
import { icon } from './icon.js';
import { page, type Html } from './layout.js';
import type { StatementFilter } from './read-statements.js';
import type { Told } from './sentence.js';
import { statementList } from './statement-list.js';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface StatementsView {
  readonly statements: readonly Told[];
  readonly total: number;
  readonly learners: readonly Learner[];
  readonly verbs: readonly Choice[];
  readonly modules: readonly Choice[];
  readonly chosen: Omit<StatementFilter, 'before'>;
  /** Address of the next, older page. */
  readonly older: string | null;
}

export function statementsPage(view: StatementsView): Html {
  const { chosen } = view;
  const learners = view.learners.map((one) => ({ value: one.id, label: one.name }));
  return page(
    'Statements',
    'statements',
    html`<section class="card" aria-labelledby="kop">
      <div class="card-head">
        <h1 id="kop">Statements</h1>
        <p class="soft small">${view.total.toLocaleString('nl-NL')} in totaal, met deze filters</p>
      </div>
      <form class="filters" action="/statements" method="get">
        ${choose({ name: 'deelnemer', label: 'Deelnemer', all: 'Iedereen', choices: learners }, chosen.learner)}
        ${choose({ name: 'werkwoord', label: 'Werkwoord', all: 'Alle werkwoorden', choices: view.verbs }, chosen.verb)}
        ${choose({ name: 'module', label: 'Module', all: 'Alle modules', choices: view.modules }, chosen.module)}
        ${field({ name: 'van', label: 'Vanaf', type: 'date' }, chosen.from)}
        ${field({ name: 'tot', label: 'Tot en met', type: 'date' }, chosen.until)}
        ${field({ name: 'tekst', label: 'Tekst', type: 'search' }, chosen.words)}
        <button class="button">${icon('filter')}Filter</button>
      </form>
      ${statementList(view.statements, 'Geen statements gevonden. Pas de filters aan, of speel eerst een module.')}
      ${view.older ? html`<p class="more"><a class="button" href="${view.older}">Oudere statements</a></p>` : ''}
    </section>`,
  );
}

function field(
  { name, label, type }: { readonly name: string; readonly label: string; readonly type: 'date' | 'search' },
  chosen: string,
): Html {
  return html`<div class="field">
    <label for="${name}">${label}</label>
    <input id="${name}" name="${name}" type="${type}" value="${chosen}" autocomplete="off" />
  </div>`;
}

export interface Filter {
  readonly name: string;
  readonly label: string;
  /** What no choice means: 'Iedereen'. */
  readonly all: string;
  readonly choices: readonly Choice[];
}

export function choose({ name, label, all, choices }: Filter, chosen: string): Html {
  return html`<div class="field">
    <label for="${name}">${label}</label>
    <select id="${name}" name="${name}">
      <option value="">${all}</option>
      ${choices.map((one) => html`<option value="${one.value}" ${one.value === chosen ? html`selected` : ''}>${one.label}</option>`)}
    </select>
  </div>`;
}
