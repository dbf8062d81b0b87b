/** Demo data: what it is, whether it may come among what is there, and how far it is. */
import { html } from 'hono/html';
import { count } from './format.js';
import { icon } from './icon.js';
import { page, type Html } from './layout.js';

/** `share`: 0..1. */
export type DemoState =
  | { readonly kind: 'none' }
  | { readonly kind: 'busy'; readonly share: number }
  | { readonly kind: 'loaded' }
  | { readonly kind: 'failed'; readonly why: string };

export const DEMO_PATH = '/voorbeeldgegevens';

/** `statements`: how many are in the store. */
export function demoPage(state: DemoState, statements: number): Html {
  return page(
    'Voorbeeldgegevens',
    'course',
    html`<section class="card narrow" aria-labelledby="kop">
      <h1 id="kop">Voorbeeldgegevens</h1>
      ${body(state, statements)}
      <p><a class="button" href="/">${icon('arrow-left')}Naar de cursus</a></p>
    </section>`,
  );
}

function body(state: DemoState, statements: number): Html {
  switch (state.kind) {
    case 'busy':
      return html`<p role="status">
        Bezig: ${Math.floor(state.share * 100)}% van de medewerkers heeft de cursus gevolgd. Deze pagina
        ververst vanzelf. Je kunt gewoon verder werken.
      </p>`;
    case 'loaded':
      return html`<p class="message good">
        ${icon('check')}<span
          >De voorbeeldgegevens zijn geladen. <a href="/rapport">Bekijk het rapport</a>.</span
        >
      </p>`;
    case 'failed':
      return html`<p class="message bad">
          ${icon('triangle-alert')}<span>Laden lukte niet: ${state.why}</span>
        </p>
        ${form(statements)}`;
    case 'none':
      return form(statements);
  }
}

function form(statements: number): Html {
  return html`<p>
      Zo zie je meteen hoe een rapport leeft. Er komen drie maanden bij van 500 verzonnen medewerkers in
      vijftien teams. Zij volgen de cursus met dezelfde rekenregels als jij, en zij maken fouten. Het duurt
      een paar minuten.
    </p>
    ${
      statements === 0
        ? ''
        : html`<p class="message bad">
            ${icon('triangle-alert')}<span
              >Hier ${statements === 1 ? 'staat' : 'staan'} al
              ${count(statements, 'statement', 'statements')}. De voorbeeldgegevens komen ertussen en gaan er
              niet meer uit. Wil je ze apart houden? Start dan met
              <code>npm start -- --data .data-voorbeeld</code>.</span
            >
          </p>`
    }
    <form action="${DEMO_PATH}" method="post">
      <button class="button primary">
        ${statements === 0 ? 'Laad de voorbeeldgegevens' : 'Voeg ze toch toe'}
      </button>
    </form>`;
}
