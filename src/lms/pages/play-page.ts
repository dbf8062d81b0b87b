/** The page of a launch: a thin bar, and under it the package in a direct child frame, as in other LMSs. */
import { html } from 'hono/html';
import type { Learner } from '../course/learners.js';
import type { Playable } from '../packages/shelf.js';
import { editionName } from './course-page.js';
import { icon } from './icon.js';
import { head, type Html } from './layout.js';

export interface PlayView {
  readonly learner: Learner;
  readonly playable: Playable;
  /** Of the attempt that opens. */
  readonly number: number;
  readonly review: boolean;
  /** Look around; nothing counts. */
  readonly browse: boolean;
  /** No new attempt after this one. */
  readonly isLast: boolean;
}

export function playPage(view: PlayView): Html {
  const { learner, playable } = view;
  const { package: from, au, title } = playable;
  return html`<!doctype html>
    <html lang="nl">
      ${head(title, 'play.js')}
      <body class="playing">
        <header class="play-bar">
          <div class="play-where">
            <h1>${title}</h1>
            <p class="soft">${learner.name} · poging ${view.number} · ${editionName(from)}</p>
          </div>
          <p class="play-status" role="status" data-status="quiet"></p>
          <a class="button" href="/" data-leave
            >${icon('log-out')}<span class="wide">Activiteit verlaten</span
            ><span class="narrow">Verlaten</span></a
          >
        </header>
        ${view.browse ? browseBar(view) : view.review ? reviewBar(view) : ''}
        <main
          class="play"
          data-play
          data-learner="${learner.id}"
          data-package="${from.id}"
          data-au="${au}"
          data-mode="${view.browse ? 'browse' : 'normal'}"
        >
          <p class="soft">De activiteit wordt geopend …</p>
          <noscript><p>Zet JavaScript aan om deze activiteit te spelen.</p></noscript>
        </main>
      </body>
    </html>`;
}

function reviewBar(view: PlayView): Html {
  return html`<div class="review">
    ${icon('eye')}
    <p>
      Poging ${view.number} is afgerond. Je kijkt terug; er wordt niets bewaard.
      ${view.isLast ? 'Dit was de laatste poging.' : ''}
    </p>
    ${
      view.isLast
        ? ''
        : html`<form action="/pogingen" method="post">
            <input type="hidden" name="deelnemer" value="${view.learner.id}" />
            <input type="hidden" name="pakket" value="${view.playable.package.id}" />
            <button class="button">${icon('rotate-ccw')}Nieuwe poging</button>
          </form>`
    }
  </div>`;
}

function browseBar({ learner, playable }: PlayView): Html {
  return html`<div class="review">
    ${icon('eye')}
    <p>Je bekijkt deze module. Er wordt niets bewaard en niets telt mee.</p>
    <form action="/spelen" method="get">
      <input type="hidden" name="deelnemer" value="${learner.id}" />
      <input type="hidden" name="pakket" value="${playable.package.id}" />
      <button class="button">${icon('play')}Start echt</button>
    </form>
  </div>`;
}

/** The page around a package of others, in a frame of the page above: it stands at another name of this computer. */
export function elsewherePage(title: string, ticket: string): Html {
  return html`<!doctype html>
    <html lang="nl">
      ${head(title, 'play.js')}
      <body class="playing elsewhere">
        <main class="play" data-play data-ticket="${ticket}">
          <p class="soft">De activiteit wordt geopend …</p>
        </main>
      </body>
    </html>`;
}

/** Where a cmi5 package sends its own frame when the learner is done; it asks the page around it to go back to the course. */
export function returnPage(): Html {
  return html`<!doctype html>
    <html lang="nl">
      ${head('Afgesloten', 'pages.js')}
      <body>
        <main class="card narrow" data-return>
          <h1>Afgesloten</h1>
          <p>Wat je deed, is bewaard.</p>
          <p><a class="button" href="/" target="_top">${icon('arrow-left')}Naar de cursus</a></p>
        </main>
      </body>
    </html>`;
}
