/** The page of a launch: a thin bar, and under it the package in a direct child frame, as in other LMSs. */
import { html } from 'hono/html';
import type { Learner } from '../course/learners.js';
import type { Package } from '../packages/shelf.js';
import { editionName } from './course-page.js';
import { icon } from './icon.js';
import { head, type Html } from './layout.js';

export interface PlayView {
  readonly learner: Learner;
  readonly package: Package;
  /** Of the attempt that opens. */
  readonly number: number;
  readonly review: boolean;
}

export function playPage(view: PlayView): Html {
  const { learner, package: from } = view;
  return html`<!doctype html>
    <html lang="nl">
      ${head(from.title, 'play.js')}
      <body class="playing">
        <header class="play-bar">
          <div class="play-where">
            <h1>${from.title}</h1>
            <p class="soft">${learner.name} · poging ${view.number} · ${editionName(from)}</p>
          </div>
          <p class="play-status" role="status" data-status="quiet"></p>
          <a class="button" href="/" data-leave
            >${icon('log-out')}<span class="wide">Activiteit verlaten</span
            ><span class="narrow">Verlaten</span></a
          >
        </header>
        ${view.review ? reviewBar(view) : ''}
        <main class="play" data-play data-learner="${learner.id}" data-package="${from.id}">
          <p class="soft">De activiteit wordt geopend …</p>
          <noscript><p>Zet JavaScript aan om deze activiteit te spelen.</p></noscript>
        </main>
      </body>
    </html>`;
}

function reviewBar(view: PlayView): Html {
  return html`<div class="review">
    ${icon('eye')}
    <p>Poging ${view.number} is afgerond. Je kijkt terug; er wordt niets bewaard.</p>
    <form action="/pogingen" method="post">
      <input type="hidden" name="deelnemer" value="${view.learner.id}" />
      <input type="hidden" name="pakket" value="${view.package.id}" />
      <button class="button">${icon('rotate-ccw')}Nieuwe poging</button>
    </form>
  </div>`;
}
