import { html, nothing, type TemplateResult } from 'lit';
import type { Unit } from '../../content/module.js';
import { unitProgress, type Session } from '../../engine/session.js';
import { ZtCommandEvent, ZtNavigateEvent } from '../events.js';
import { isGoingOn } from '../runs.js';
import { unitTexts } from '../texts/nl-units.js';
import { t } from '../texts/texts.js';
import { icon } from './icons.js';

type Host = HTMLElement & { readonly session: Session };

/** The unit to go to after this one: the next that is new or going on, from here round; else none. */
export function nextUnit(session: Session, unit: Unit): Unit | undefined {
  const { units } = session.module;
  const at = units.indexOf(unit);
  const isOpen = (one: Unit): boolean =>
    one !== unit && (unitProgress(session, one.code).status !== 'finished' || isGoingOn(session, one));
  return [...units.slice(at + 1), ...units.slice(0, at)].find(isOpen);
}

/** The way on from a finished unit: the next one, the overview, or again (`again`: the words for another run). */
export function wayOn(host: Host, unit: Unit, again?: string): TemplateResult {
  const next = nextUnit(host.session, unit);
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
