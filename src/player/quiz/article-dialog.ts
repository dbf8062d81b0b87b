import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Article, Module, RichText } from '../../content/module.js';
import { workTexts } from '../texts/nl-work.js';
import { t } from '../texts/texts.js';
import { baseStyles } from '../ui/base-styles.js';
import { icon } from '../ui/icons.js';
import { openWindow } from '../ui/open-dialog.js';
import { richText } from '../ui/rich-text.js';

/** An article of the Kennisportaal to read on, over the question. Native dialog: Escape closes, the focus goes back. */
@customElement('zt-article-dialog')
export class ZtArticleDialog extends LitElement {
  static override styles = [
    ...baseStyles,
    css`
      :host {
        display: contents;
      }
      header {
        align-items: flex-start;
      }
    `,
  ];

  @property({ attribute: false }) article: Article | undefined;
  @property({ attribute: false }) terms: Module['terms'] = [];
  @query('dialog') private dialog!: HTMLDialogElement;

  async show(article: Article): Promise<void> {
    this.article = article;
    await this.updateComplete;
    openWindow(this.dialog);
  }

  override render(): TemplateResult {
    const { article } = this;
    const texts = workTexts.desk.knowledge;
    const part = (title: string, text: RichText): TemplateResult =>
      html`<section class="stack gap8">
        <h3>${title}</h3>
        ${richText(text, this.terms)}
      </section>`;
    return html`<dialog aria-labelledby="title">
      ${
        article
          ? html`<div class="stack gap20">
              <header class="row between">
                <h2 id="title">${article.titel}</h2>
                <button
                  class="button quiet square"
                  aria-label=${t.common.close}
                  @click=${() => this.dialog.close()}
                >
                  ${icon('x')}
                </button>
              </header>
              ${part(texts.answer, article.answer)} ${part(texts.procedure, article.procedure)}
              ${part(texts.ahead, article.ahead)}
              <p class="small muted">${texts.source}: ${article.bron}</p>
            </div>`
          : nothing
      }
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zt-article-dialog': ZtArticleDialog;
  }
}
