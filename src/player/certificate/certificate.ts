import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { moduleProgress, unitProgress, type Session } from '../../engine/session.js';
import { ZtNavigateEvent } from '../events.js';
import { testIn } from '../tested.js';
import { toolTexts } from '../texts/nl-tools.js';
import { baseStyles } from '../ui/base-styles.js';
import { decimal, longDate, municipality } from '../ui/format.js';
import { icon } from '../ui/icons.js';

/**
 * The proof that somebody finished the module, to print. The name is the LMS's: it is on the screen and the paper, and is never
 * stored. The practice score is shown, a measurement never is.
 *
 * @fires zt-navigate - back to the overview
 */
@customElement('zt-certificate')
export class ZtCertificate extends LitElement {
  static override styles = [
    ...baseStyles,
    css`
      .sheet {
        display: grid;
        justify-items: center;
        gap: 16px;
        padding: clamp(20px, 6vw, 64px);
        text-align: center;
        border-block-start: 10px solid var(--zt-action-background-color);
      }
      .seal {
        display: grid;
        place-items: center;
        inline-size: 88px;
        block-size: 88px;
        border-radius: 50%;
        background: var(--zt-tint);
        color: var(--zt-secondary-color);
      }
      .name {
        font-size: clamp(1.5rem, 5vw, 2.25rem);
        font-weight: 750;
        color: var(--zt-heading-color);
        overflow-wrap: anywhere;
      }
      .module {
        font-size: 1.25rem;
        font-weight: 650;
      }
      dl {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: 12px 40px;
        margin-block: 8px;
      }
      dd {
        font-size: 1.125rem;
        font-weight: 650;
      }
      @media print {
        .page {
          padding: 0;
          max-inline-size: none;
        }
        .sheet {
          border: 3pt solid var(--zt-action-background-color);
          box-shadow: none;
          min-block-size: 180mm;
          align-content: center;
        }
        .screen {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) session!: Session;
  @property() learnerName = '';

  override render(): TemplateResult {
    const { certificate } = toolTexts;
    const { module } = this.session;
    const { completed, score: practised } = moduleProgress(this.session);
    if (!completed) return this.renderNotYet();
    const score = testIn(module) ? null : practised;
    const done = module.units.filter((unit) => unitProgress(this.session, unit.code).status === 'finished');
    const fact = (name: string, value: string): TemplateResult =>
      html`<div>
        <dt class="small muted">${name}</dt>
        <dd class="num">${value}</dd>
      </div>`;
    return html`<div class="page narrow stack gap16">
      <article class="card sheet">
        <span class="seal">${icon('award', 48)}</span>
        <p class="bold">${municipality(module.world.name)}</p>
        <h1 tabindex="-1">${certificate.title}</h1>
        <p class="muted">${certificate.of}</p>
        <p class="name">${this.learnerName || certificate.nobody}</p>
        <p class="muted">${certificate.did}</p>
        <p class="module">${module.title}</p>
        <dl>
          ${fact(certificate.date, longDate(new Date()))}
          ${fact(certificate.parts, certificate.done(done.length, module.units.length))}
          ${score === null ? nothing : fact(certificate.score, certificate.scoreOf(decimal(score / 10)))}
        </dl>
        ${score === null ? nothing : html`<p class="small muted measure">${certificate.note}</p>`}
      </article>
      <p class="small muted screen">${certificate.name}</p>
      <div class="row wrap screen">
        <button class="button primary" @click=${() => window.print()}>
          ${icon('print', 18)}${certificate.print}
        </button>
        ${this.renderBack()}
      </div>
    </div>`;
  }

  private renderNotYet(): TemplateResult {
    const { certificate } = toolTexts;
    return html`<div class="page narrow">
      <section class="card stack gap16">
        <h1 tabindex="-1">${certificate.title}</h1>
        <p>${certificate.notYet}</p>
        <p>${this.renderBack()}</p>
      </section>
    </div>`;
  }

  private renderBack(): TemplateResult {
    const back = (): void => void this.dispatchEvent(new ZtNavigateEvent({ name: 'overview' }));
    return html`<button class="button" @click=${back}>
      ${icon('arrow-left', 18)}${toolTexts.certificate.back}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zt-certificate': ZtCertificate;
  }
}
