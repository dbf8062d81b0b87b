import { html, type TemplateResult } from 'lit';
import { t } from './texts/texts.js';
import { icon } from './ui/icons.js';

/** In the place of a unit that is not there yet; `again`: it could not be had, and this asks for it once more. */
export function coming(title: string, again: false | (() => void)): TemplateResult {
  return html`<div class="page stack">
    <h1>${title}</h1>
    ${
      again
        ? html`<p class="note warn">${icon('alert')}<span>${t.app.loadFailed}</span></p>
            <p><button class="button primary" @click=${again}>${t.app.loadAgain}</button></p>`
        : html`<p class="muted">${t.app.loading}</p>`
    }
  </div>`;
}
