/** The gradebook: per learner and module the result that counts, and under it every attempt in detail. */
import { html } from 'hono/html';
import type { Attempt } from '../course/attempts.js';
import {
  bestGrade,
  readGrade,
  type Grade,
  type InteractionGrade,
  type InteractionResult,
  type ObjectiveGrade,
} from '../course/grade.js';
import type { Learner } from '../course/learners.js';
import { editionName } from './course-page.js';
import { count, decimal, duration, fromId, moment, score } from './format.js';
import { icon } from './icon.js';
import { page, type Html } from './layout.js';
import { choose } from './statements-page.js';
import { statusChip } from './status.js';

export interface GradebookView {
  readonly learners: readonly Learner[];
  readonly chosen: string;
  readonly attempts: readonly Attempt[];
}

interface Graded {
  readonly attempt: Attempt;
  readonly grade: Grade;
}

export function gradebookPage(view: GradebookView): Html {
  const shown = view.learners.filter((one) => view.chosen === '' || one.id === view.chosen);
  const choices = view.learners.map((one) => ({ value: one.id, label: one.name }));
  return page(
    'Cijfers',
    'grades',
    html`<section class="card" aria-labelledby="kop">
        <div class="card-head"><h1 id="kop">Cijferboek</h1></div>
        <form class="filters" action="/cijfers" method="get">
          ${choose({ name: 'deelnemer', label: 'Deelnemer', all: 'Iedereen', choices }, view.chosen)}
          <button class="button">${icon('filter')}Toon</button>
        </form>
        ${shown.length === 0 ? html`<p class="soft empty">Er zijn nog geen deelnemers. Voeg er een toe op de cursuspagina.</p>` : ''}
      </section>
      ${shown.map((learner) =>
        learnerGrades(
          learner,
          view.attempts.filter((one) => one.learner === learner.id),
        ),
      )}`,
  );
}

function learnerGrades(learner: Learner, attempts: readonly Attempt[]): Html {
  const modules = [...new Set(attempts.map((one) => one.module))];
  return html`<section class="card" aria-labelledby="deelnemer-${learner.id}">
    <div class="card-head">
      <h2 id="deelnemer-${learner.id}">${learner.name}</h2>
      <p class="soft small">${learner.id}</p>
    </div>
    ${
      modules.length === 0
        ? html`<p class="soft">Nog niets gespeeld.</p>`
        : modules.map((module) => moduleGrades(attempts.filter((one) => one.module === module)))
    }
  </section>`;
}

function moduleGrades(attempts: readonly Attempt[]): Html {
  const graded = attempts.map((attempt) => ({ attempt, grade: readGrade(attempt.edition, attempt.cmi) }));
  const best = bestGrade(graded.map((one) => one.grade));
  const total = graded.reduce((sum, one) => sum + one.grade.seconds, 0);
  return html`<details class="grade">
    <summary>
      <h3>${attempts.at(-1)?.title ?? ''}</h3>
      <span class="grade-facts">
        ${best ? statusChip(best.status === 'new' ? 'busy' : best.status) : ''}
        <span class="grade-score"><span class="hidden">Score </span>${score(best?.score ?? null)}</span>
        <span class="soft small">${count(attempts.length, 'poging', 'pogingen')} · ${duration(total)}</span>
      </span>
    </summary>
    ${[...graded].reverse().map((one) => attemptDetails(one))}
  </details>`;
}

function attemptDetails({ attempt, grade }: Graded): Html {
  return html`<div class="attempt">
    <div class="attempt-head">
      <h4>Poging ${attempt.number} · ${editionName({ edition: attempt.edition, id: attempt.package })}</h4>
      ${statusChip(grade.status === 'new' ? 'busy' : grade.status, grade.score === null ? '' : score(grade.score))}
    </div>
    <p class="soft small">
      Begonnen ${moment(attempt.created)} · laatst bewaard ${moment(attempt.updated)} ·
      ${duration(grade.seconds)}
    </p>
    ${grade.objectives.length > 0 ? objectives(grade.objectives) : ''}
    ${grade.interactions.length > 0 ? interactions(grade.interactions) : ''}
    ${attempt.cmi === null ? html`<p class="soft small">Geopend, nog niets bewaard.</p>` : ''}
  </div>`;
}

function objectives(list: readonly ObjectiveGrade[]): Html {
  return html`<h5>Competenties en doelen</h5>
    <ul class="objectives">
      ${list.map((one) => {
        const name = one.description || fromId(one.id);
        return html`<li>
          <span>${name}</span>
          ${
            one.score === null
              ? html`<span class="soft small">nog geen score</span>`
              : html`<meter min="0" max="100" value="${one.score}" aria-label="${name}">${one.score}</meter
                  ><span class="strong">${score(one.score)}</span>`
          }
        </li>`;
      })}
    </ul>`;
}

function interactions(list: readonly InteractionGrade[]): Html {
  return html`<h5>Antwoorden en gesprekken</h5>
    <ul class="answers">
      ${list.map(
        (one) =>
          html`<li>
            <p>${one.description || fromId(one.id)}<br /><code class="soft wrap">${one.id}</code></p>
            <p>
              <span class="hidden">Antwoord: </span>${
                one.response
                  ? html`<code class="wrap">${readable(one.response)}</code>`
                  : html`<span class="soft small">geen antwoord bewaard</span>`
              }
            </p>
            <p><span class="hidden">Resultaat: </span>${result(one.result)}</p>
          </li>`,
      )}
    </ul>`;
}

// SCORM 2004 separators say nothing to a reader.
function readable(response: string): string {
  return response.replaceAll('[,]', ', ').replaceAll('[.]', ': ');
}

function result(value: InteractionResult): Html | string {
  switch (value.kind) {
    case 'correct':
      return html`<span class="chip good">${icon('check', 14)}Goed</span>`;
    case 'wrong':
      return html`<span class="chip bad">${icon('circle-x', 14)}Niet goed</span>`;
    case 'neutral':
      return 'Neutraal';
    case 'unanticipated':
      return 'Onverwacht';
    case 'none':
      return '–';
    case 'number':
      return decimal(value.value);
  }
}
