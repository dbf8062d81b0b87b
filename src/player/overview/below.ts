import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { COMPETENCES } from '../../content/vocabulary.js';
import type { ModuleProgress, Session } from '../../engine/session.js';
import { ZtToolEvent } from '../events.js';
import { testIn } from '../tested.js';
import { t } from '../texts/texts.js';
import { baseStyles } from '../ui/base-styles.js';
import { FollowingElement } from '../ui/following.js';
import { icon } from '../ui/icons.js';
import { belowStyles } from './styles.js';

/** What stands below the units: the rules of the module, the skills so far and what is kept. The way in does not wait for it. */
@customElement('zt-overview-below')
export class ZtOverviewBelow extends FollowingElement {
  static override styles = [...baseStyles, belowStyles];
  static override followsFirst = true;

  @property({ attribute: false }) session: Session | undefined;
  /** Worked out by the overview, which shows more of it. */
  @property({ attribute: false }) progress: ModuleProgress | undefined;

  override render(): TemplateResult | typeof nothing {
    const { session, progress } = this;
    if (!session || !progress) return nothing;
    return html`<div class="two">${this.rules(session)} ${this.growth(session, progress)}</div>
      ${this.kept()}`;
  }

  private rules({ module }: Session): TemplateResult | typeof nothing {
    // Before a test they would help.
    if (module.rules.length === 0 || testIn(module)) return nothing;
    return html`<section class="card stack gap16" aria-labelledby="rules">
      <h2 id="rules">${t.overview.rules}</h2>
      <ol class="rules">
        ${module.rules.map(
          (rule, index) =>
            html`<li class="row top">
              <span class="key" aria-hidden="true">${index + 1}</span>
              <div>
                <p class="bold">${rule.naam}</p>
                <p class="small muted">${rule.uitleg}</p>
              </div>
            </li>`,
        )}
      </ol>
    </section>`;
  }

  private growth({ module }: Session, { competences }: ModuleProgress): TemplateResult | typeof nothing {
    // What a few items say per competence is no number.
    if (testIn(module)) return nothing;
    const shown = COMPETENCES.filter((id) => competences[id] !== undefined);
    if (shown.length === 0) return nothing;
    return html`<section class="card stack gap16" aria-labelledby="growth">
      <h2 id="growth">${t.overview.growth}</h2>
      <p class="small muted">${t.overview.growthIntro}</p>
      <ul class="stack gap12">
        ${shown.map((id) => {
          const value = Math.round(competences[id] ?? 0);
          return html`<li class="stack gap4">
            <p class="row between small">
              <span class="bold">${module.world.competences[id].label}</span>
              <span class="num">${t.overview.growthValue(value)}</span>
            </p>
            <svg class="bar" aria-hidden="true">
              <rect width="100%" height="8" rx="4" />
              <rect width="${value}%" height="8" rx="4" />
            </svg>
          </li>`;
        })}
      </ul>
    </section>`;
  }

  private kept(): TemplateResult {
    const open = (): void => void this.dispatchEvent(new ZtToolEvent('kept'));
    return html`<p class="row">
      <button class="button quiet" @click=${open}>${icon('shield', 18)}${t.overview.kept}</button>
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zt-overview-below': ZtOverviewBelow;
  }
}
