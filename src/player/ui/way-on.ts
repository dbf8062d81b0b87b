import { html, nothing, type TemplateResult } from 'lit';
import type { Unit } from '../../content/module.js';
import { unitProgress, type Session } from '../../engine/session.js';
import { ZtCommandEvent, ZtNavigateEvent } from '../events.js';
import { nextUnit } from '../run.js';
import { unitTexts } from '../texts/nl-units.js';
import { t } from '../texts/texts.js';
import { icon } from './icons.js';

type Host = HTMLElement & { readonly session: Session };

/** The way on from a finished unit: the next one, again, or the overview. `again`: the words on the button for another run. */
export function wayOn(host: Host, unit: Unit, again?: string): TemplateResult {
  const { session } = host;
  const next = nextUnit(session, unit.code, (one) => unitProgress(session, one.code).status === 'finished');
  const go = (screen: ZtNavigateEvent['screen']): void =>
    void host.dispatchEvent(new ZtNavigateEvent(screen));
  const restart = (): void => {
    host.dispatchEvent(new ZtCommandEvent({ kind: 'start', unit: unit.code }));
    go({ name: 'unit', unit: unit.code });
  };
  const overview = (kind: string): TemplateResult =>
    html`<button class="button ${kind}" @click=${() => go({ name: 'overview' })}>
      ${icon('list', 18)}${t.common.overview}
    </button>`;
  return html`<div class="row wrap way-on">
    ${
      next
        ? html`<button class="button primary" @click=${() => go({ name: 'unit', unit: next.code })}>
              ${unitTexts.next(next.title)}${icon('arrow-right', 18)}
            </button>
            ${overview('')}`
        : overview('primary')
    }
    ${
      again === undefined
        ? nothing
        : html`<button class="button" @click=${restart}>${icon('redo', 18)}${again}</button>`
    }
  </div>`;
}
