/** Packages from elsewhere: what was added, a form to add one, and what went wrong with it. */
import { html } from 'hono/html';
import { LARGEST_ZIP } from '../packages/added.js';
import type { Package, Problem } from '../packages/shelf.js';
import { editionName } from './course-page.js';
import { icon } from './icon.js';
import { page, type Html } from './layout.js';

export interface PackagesView {
  /** Those that somebody added. */
  readonly packages: readonly Package[];
  readonly problems: readonly Problem[];
  /** Of this process; a page of another origin cannot read it. */
  readonly token: string;
  /** Why nothing can be added here; null: it can. */
  readonly closed: string | null;
  readonly told?: Told;
}
export type Told =
  | { readonly kind: 'added' | 'removed'; readonly title: string }
  | { readonly kind: 'refused'; readonly file: string; readonly reason: string; readonly advice: string };

export function packagesPage(view: PackagesView): Html {
  return page(
    'Pakketten',
    'course',
    html`<section class="card narrow" aria-labelledby="kop">
        <h1 id="kop">Pakket toevoegen</h1>
        ${view.told ? told(view.told) : ''}
        <p>
          Probeer hier een pakket van een andere maker: SCORM 1.2, SCORM 2004 of cmi5, als zip-bestand van
          hooguit ${LARGEST_ZIP / 1e6} MB. Het blijft op deze computer.
        </p>
        ${view.closed === null ? addForm(view.token) : html`<p class="message">${icon('info')}<span>${view.closed}</span></p>`}
      </section>
      <section class="card narrow" aria-labelledby="eigen">
        <h2 id="eigen">Toegevoegde pakketten</h2>
        ${
          view.packages.length + view.problems.length === 0
            ? html`<p class="soft empty">Er is nog niets toegevoegd.</p>`
            : html`<ul class="added">
                ${view.packages.map((one) => row(view.token, one.id, one.title, editionName(one)))}
                ${view.problems.map(({ file, message }) => row(view.token, file.replace(/\.zip$/, ''), file, message))}
              </ul>`
        }
        <p><a class="button" href="/">${icon('arrow-left')}Naar de cursus</a></p>
      </section>`,
  );
}

function addForm(token: string): Html {
  return html`<form class="stack" action="/pakketten" method="post" enctype="multipart/form-data">
    <input type="hidden" name="bewijs" value="${token}" />
    <label for="pakket">Zip-bestand</label>
    <div class="field-row">
      <input id="pakket" name="pakket" type="file" accept=".zip,application/zip" required />
      <button class="button primary">${icon('plus')}Voeg toe</button>
    </div>
  </form>`;
}

function row(token: string, id: string, title: string, about: string): Html {
  return html`<li>
    <p><strong>${title}</strong><br /><span class="soft small">${about}</span></p>
    <form action="/pakketten/verwijder" method="post">
      <input type="hidden" name="bewijs" value="${token}" />
      <input type="hidden" name="pakket" value="${id}" />
      <button class="button">${icon('circle-x')}Verwijder<span class="hidden">: ${title}</span></button>
    </form>
  </li>`;
}

function told(what: Told): Html {
  if (what.kind === 'refused')
    return html`<div class="message bad" role="alert">
      ${icon('triangle-alert')}
      <div>
        <p>
          <strong
            >${what.file === '' ? 'Er is niets toegevoegd' : `${what.file} is niet toegevoegd`}:
            ${what.reason}.</strong
          >
        </p>
        <p>${what.advice}</p>
      </div>
    </div>`;
  const done =
    what.kind === 'added'
      ? `${what.title} is toegevoegd. Je vindt het pakket onderaan de cursus.`
      : `${what.title} is verwijderd. Wat erin is gedaan, blijft in het cijferboek.`;
  return html`<p class="message good" role="status">${icon('circle-check')}<span>${done}</span></p>`;
}
