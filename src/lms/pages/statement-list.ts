/** Statements as sentences, each with its JSON on request. */
import { html } from 'hono/html';
import { clock } from './format.js';
import { icon } from './icon.js';
import type { Html } from './layout.js';
import type { Told } from './sentence.js';

export function statementList(list: readonly Told[], none: string): Html {
  if (list.length === 0) return html`<p class="soft empty">${none}</p>`;
  return html`<ol class="statements">
    ${list.map((one) => item(one))}
  </ol>`;
}

function item(one: Told): Html {
  return html`<li>
    <time datetime="${one.time}">${clock(one.time)}</time>
    <p class="sentence">
      <strong>${one.who}</strong> ${one.verb}
      ${one.quote ? html`${one.object}: <strong>‘${one.quote}’</strong>` : html`<strong>${one.object}</strong>`}${
        one.place ? html` <span class="soft">in ${one.place}</span>` : ''
      }
      ${one.figures.map((figure) => html`<span class="chip ${figure.tone}">${figure.text}</span> `)}
    </p>
    <details class="json">
      <summary class="button small-button">
        ${icon('braces', 16)}JSON<span class="hidden"> van ${one.who} ${one.verb} ${one.object}</span>
      </summary>
      <pre tabindex="0" role="group" aria-label="JSON van dit statement">${one.json}</pre>
    </details>
  </li>`;
}
