/** The course: its modules, who learns, the latest results. */
import { html } from 'hono/html';
import type { Attempt } from '../course/attempts.js';
import { bestGrade, readGrade, type Grade } from '../course/grade.js';
import type { Learner } from '../course/learners.js';
import { playablesOf, type Package, type Problem, type ShelfModule } from '../packages/shelf.js';
import { DEMO_PATH } from './demo-page.js';
import { count, score } from './format.js';
import { icon } from './icon.js';
import { page, type Html } from './layout.js';
import { learnerCard } from './learner-card.js';
import { statementList } from './statement-list.js';
import type { Told } from './sentence.js';
import { statusChip, statusLabel } from './status.js';

export const COURSE = 'Dienstverlenend Werken in Zeventerpen';

export interface CourseView {
  readonly modules: readonly ShelfModule[];
  readonly problems: readonly Problem[];
  readonly learners: readonly Learner[];
  readonly learner?: Learner;
  /** Of this learner. */
  readonly attempts: readonly Attempt[];
  readonly statements: readonly Told[];
  /** What else lives at this address. */
  readonly guest?: { readonly path: string; readonly label: string };
  /** Is there demo data to be had? */
  readonly offersDemo: boolean;
}

export function coursePage(view: CourseView): Html {
  return page(
    'Cursus',
    'course',
    html`<div class="columns" data-reload>
      ${view.learner ? '' : side(view)}
      <div class="stream">
        <section class="card" aria-labelledby="cursus">
          <div class="card-head">
            <h1 id="cursus">${COURSE}</h1>
            <p class="soft small">
              ${view.guest ? html`<a href="${view.guest.path}">${view.guest.label}</a> · ` : ''}<a
                href="/pakketten"
                >Pakket toevoegen</a
              >
              · ${count(view.modules.length, 'module', 'modules')}
            </p>
          </div>
          ${problems(view.problems)} ${view.learner || view.modules.length === 0 ? '' : chooseFirst()}
          ${
            view.modules.length === 0
              ? noModules()
              : html`<ol class="modules">
                  ${view.modules.map((one, at) => moduleRow(view, one, at))}
                </ol>`
          }
        </section>
        <section class="card" aria-labelledby="laatste">
          <div class="card-head">
            <h2 id="laatste">Laatste statements</h2>
            <a class="small" href="/statements">Alle statements</a>
          </div>
          ${statementList(view.statements, 'Er zijn nog geen statements. Ze verschijnen hier zodra iemand een module speelt.')}
          ${
            view.offersDemo
              ? html`<p class="soft small">
                  Zelf nog niets gespeeld? <a href="${DEMO_PATH}">Laad voorbeeldgegevens</a> van 500 verzonnen
                  medewerkers.
                </p>`
              : ''
          }
        </section>
      </div>
      ${view.learner ? side(view) : ''}
    </div>`,
  );
}

function side(view: CourseView): Html {
  return html`<div class="side">
    ${learnerCard(view.learners, view.learner)} ${view.learner ? results(view) : ''}
  </div>`;
}

function chooseFirst(): Html {
  return html`<p class="message">
    ${icon('user-round')}<span
      ><a href="#deelnemer-kop">Kies eerst wie er leert</a>. Daarna kun je een module starten.</span
    >
  </p>`;
}

function moduleRow(view: CourseView, module: ShelfModule, at: number): Html {
  const mine = view.attempts.filter((one) => one.module === module.id);
  const best = bestGrade(mine.map((one) => readGrade(one.edition, one.cmi)));
  const chosen = mine.at(-1)?.package ?? module.packages[0]?.id;
  const { minutes, units } = module.about;
  const facts = [
    minutes ? `${Math.round(minutes)} min` : '',
    units ? count(units, 'onderdeel', 'onderdelen') : '',
  ].filter(Boolean);
  return html`<li class="module">
    <span class="number" aria-hidden="true">${at + 1}</span>
    <div class="module-text">
      <h2>${module.title}</h2>
      ${facts.length > 0 ? html`<p class="soft small">${facts.join(' · ')}</p>` : ''}
    </div>
    <div class="module-status">${moduleStatus(best)}</div>
    ${view.learner ? startForm(module, view.learner, mine, chosen) : ''}
  </li>`;
}

function moduleStatus(best: Grade | undefined): Html {
  if (!best) return statusChip('new');
  return statusChip(
    best.status === 'new' ? 'busy' : best.status,
    best.score === null ? '' : score(best.score),
  );
}

function startForm(
  module: ShelfModule,
  learner: Learner,
  mine: readonly Attempt[],
  chosen: string | undefined,
): Html {
  const label = (one: Package): string =>
    startLabel(mine.filter((attempt) => attempt.package === one.id).at(-1));
  const first = module.packages.find((one) => one.id === chosen) ?? module.packages[0];
  const busy = first && label(first) === 'Ga verder';
  return html`<form class="start" action="/spelen" method="get">
    <input type="hidden" name="deelnemer" value="${learner.id}" />
    <label class="hidden" for="pakket-${module.id}">Pakket van ${module.title}</label>
    <select id="pakket-${module.id}" name="pakket" data-start>
      ${module.packages.flatMap((one) =>
        playablesOf(one).map(
          ({ key, title }, index, all) =>
            html`<option
              value="${key}"
              data-label="${label(one)}"
              ${index === 0 && one.id === first?.id ? html`selected` : ''}
            >
              ${editionName(one)}${all.length > 1 ? `: ${title}` : ''}
            </option>`,
        ),
      )}
    </select>
    <button class="button ${busy ? 'primary' : ''}" aria-describedby="pakket-${module.id}-titel">
      <span data-start-label>${first ? label(first) : 'Start'}</span
      ><span class="hidden" id="pakket-${module.id}-titel">: ${module.title}</span>
    </button>
    <a
      class="small browse"
      data-browse
      href="/spelen?${new URLSearchParams({ deelnemer: learner.id, pakket: first?.id ?? '', modus: 'bekijken' }).toString()}"
      >Alleen bekijken<span class="hidden">: ${module.title}</span></a
    >
  </form>`;
}

export function editionName(one: { readonly edition: string; readonly id: string }): string {
  if (one.edition === 'cmi5') return 'cmi5';
  if (one.edition === '1.2') return 'SCORM 1.2';
  return one.id.endsWith('-3rd') ? 'SCORM 2004 (3rd)' : 'SCORM 2004';
}

function startLabel(last: Attempt | undefined): string {
  if (!last) return 'Start';
  return last.ended ? 'Kijk terug' : 'Ga verder';
}

function results(view: CourseView): Html {
  const rows = view.modules.flatMap((module) => {
    const mine = view.attempts.filter((one) => one.module === module.id);
    const best = bestGrade(mine.map((one) => readGrade(one.edition, one.cmi)));
    return best ? [{ module, best }] : [];
  });
  return html`<section class="card" aria-labelledby="cijfers">
    <div class="card-head">
      <h2 id="cijfers">Cijferboek</h2>
      <a class="small" href="/cijfers">Alles</a>
    </div>
    ${
      rows.length === 0
        ? html`<p class="soft">Nog geen resultaten van ${view.learner?.name ?? 'deze deelnemer'}.</p>`
        : html`<table>
            <thead>
              <tr>
                <th scope="col">Module</th>
                <th scope="col" class="right">Score</th>
                <th scope="col">Status</th>
              </tr>
            </thead>
            <tbody>
              ${rows.map(
                ({ module, best }) =>
                  html`<tr>
                    <td>${module.title}</td>
                    <td class="right strong">${score(best.score)}</td>
                    <td>${statusLabel(best.status === 'new' ? 'busy' : best.status).toLowerCase()}</td>
                  </tr>`,
              )}
            </tbody>
          </table>`
    }
  </section>`;
}

function noModules(): Html {
  return html`<div class="empty">
    <p><strong>Er zijn nog geen modules om te spelen.</strong></p>
    <p class="soft">
      Bouw pakketten met <code>npm run build</code> of start opnieuw met <code>npm start</code>.
    </p>
  </div>`;
}

function problems(found: readonly Problem[]): Html | '' {
  if (found.length === 0) return '';
  return html`<div class="message bad" role="status">
    ${icon('triangle-alert')}
    <div>
      <p><strong>${count(found.length, 'pakket kan', 'pakketten kunnen')} niet worden gespeeld.</strong></p>
      <ul>
        ${found.map((one) => html`<li><code>${one.file}</code>: ${one.message}</li>`)}
      </ul>
    </div>
  </div>`;
}
