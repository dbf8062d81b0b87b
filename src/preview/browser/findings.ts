import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { baseStyles } from '../../player/ui/base-styles.js';
import { icon } from '../../player/ui/icons.js';
import type { ShownFinding } from '../view.js';
import { ZtFixEvent } from './events.js';
import { counted } from './words.js';

/** What `npm run check -- --fix` mends by itself. */
const MENDABLE = ['id-ontbreekt', 'code-ontbreekt', 'teken-uit-word'];

/**
 * What the checker says, errors first; advice folded away.
 *
 * @fires zt-fix - write missing ids and codes
 */
@customElement('zt-findings')
export class ZtFindings extends LitElement {
  static override styles = [
    ...baseStyles,
    css`
      .finding {
        border-inline-start: 4px solid var(--zt-bad);
        padding-inline-start: 12px;
      }
      .finding.warning {
        border-color: var(--zt-warn);
      }
      .place {
        font-family: ui-monospace, monospace;
        font-size: 0.8125rem;
        overflow-wrap: anywhere;
      }
      li a {
        display: inline-block;
        padding-block: 4px;
      }
    `,
  ];

  @property({ attribute: false }) findings: readonly ShownFinding[] = [];

  override render(): TemplateResult {
    const errors = this.findings.filter(({ severity }) => severity === 'error');
    const advice = this.findings.filter(({ severity }) => severity === 'warning');
    return html`<div class="stack">
      ${errors.length === 0 ? html`<p class="row">${icon('check')}Geen fouten.</p>` : this.renderList(errors)}
      ${this.findings.some(({ code }) => MENDABLE.includes(code)) ? this.renderFix() : nothing}
      ${
        advice.length === 0
          ? nothing
          : html`<details>
              <summary>${counted(advice.length, 'advies', 'adviezen')}</summary>
              ${this.renderList(advice)}
            </details>`
      }
    </div>`;
  }

  private renderFix(): TemplateResult {
    return html`<div>
      <button class="button" @click=${() => this.dispatchEvent(new ZtFixEvent())}>
        ${icon('note', 18)}Schrijf ids en codes in de bestanden
      </button>
    </div>`;
  }

  private renderList(findings: readonly ShownFinding[]): TemplateResult {
    return html`<ul class="stack">
      ${findings.map(
        ({ file, line, column, severity, code, message, path, help }) =>
          html`<li class="finding ${severity} stack gap4">
            <p>
              <b>${severity === 'error' ? 'Fout' : 'Advies'}</b>
              <span class="place">${file}:${line}:${column}</span>
            </p>
            <p>${message}</p>
            ${path && path.length > 0 ? html`<p class="small muted">Zo kom je er: ${path.join(', ')}.</p>` : nothing}
            <p class="small">
              <a href=${help} target="_blank" rel="noopener"
                >Wat te doen bij ‘${code}’<span class="sr-only"> (opent een nieuw tabblad)</span></a
              >
            </p>
          </li>`,
      )}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zt-findings': ZtFindings;
  }
}
