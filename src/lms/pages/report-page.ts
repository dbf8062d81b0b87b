/** The report over the statements of this LRS, in the frame of the LMS; or what to do while there is nothing to report. */
import { html, raw } from 'hono/html';
import type { Edition } from '../../report/edition/edition.js';
import { dataBlock } from '../../report/page/data-block.js';
import { icon } from './icon.js';
import { page, type Html } from './layout.js';

/** The elements and the style of the report, as the one file has them. */
export const REPORT_ASSETS = { script: 'report.js', style: 'report.css' } as const;

export function reportPage(edition: Edition): Html {
  return page(
    'Rapport',
    'report',
    html`<zt-report embedded></zt-report>
      <script type="application/json" id="edition">
        ${raw(dataBlock(edition))}
      </script>
      <noscript><p class="message">${icon('info')}Zet JavaScript aan om het rapport te zien.</p></noscript>`,
    html`<link rel="stylesheet" href="/bestanden/${REPORT_ASSETS.style}" />
      <script type="module" src="/bestanden/${REPORT_ASSETS.script}"></script>`,
  );
}

/** While it is made: statements that came in are read first. */
export function busyReportPage(): Html {
  return page(
    'Rapport',
    'report',
    html`<section class="card narrow" aria-labelledby="bezig">
      <h1 id="bezig">Het rapport wordt gemaakt</h1>
      <p role="status">
        De nieuwe resultaten worden gelezen en geteld. Deze pagina ververst vanzelf. Je kunt gewoon verder
        werken.
      </p>
    </section>`,
  );
}

/** `demo`: where demo data can be had, when they can. */
export function emptyReportPage(demo: string | null): Html {
  return page(
    'Rapport',
    'report',
    html`<section class="card narrow" aria-labelledby="leeg">
      <h1 id="leeg">Nog geen rapport</h1>
      <p>
        Er zijn nog te weinig resultaten. Het rapport gaat over groepen, nooit over één persoon. Daarom begint
        het pas als er genoeg mensen meededen.
      </p>
      <p>Speel een module op de <a href="/">cursuspagina</a>: dan komen er resultaten bij.</p>
      ${
        demo === null
          ? ''
          : html`<p>Wil je nu al zien hoe een rapport eruitziet? Laad dan verzonnen medewerkers.</p>
              <p><a class="button primary" href="${demo}">Demogegevens laden</a></p>`
      }
    </section>`,
  );
}
