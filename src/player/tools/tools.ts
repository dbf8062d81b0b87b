import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Module } from '../../content/module.js';
import type { Language } from '../../content/vocabulary.js';
import { ZtPreferencesEvent, type Tool } from '../events.js';
import { DEFAULT_PREFERENCES, type Preferences } from '../preferences.js';
import type { KeptOptions } from '../status.js';
import { toolTexts } from '../texts/nl-tools.js';
import { t } from '../texts/texts.js';
import { baseStyles } from '../ui/base-styles.js';
import { icon } from '../ui/icons.js';
import { openWindow } from '../ui/open-dialog.js';
import { Reader, localVoice, onVoices, piecesOf } from './aloud.js';
import { keptParts } from './kept.js';

/**
 * What can be opened on any screen: display, help, what is kept. One native dialog, so that Escape closes it and the focus
 * goes back to where it came from.
 *
 * @fires zt-preferences - the learner chose another way of reading
 */
@customElement('zt-tools')
export class ZtTools extends LitElement {
  static override styles = [
    ...baseStyles,
    css`
      :host {
        display: contents;
      }
      dialog {
        inline-size: min(620px, calc(100vw - 24px));
      }
      .head {
        position: sticky;
        inset-block-start: -24px;
        margin: -24px -24px 12px;
        padding: 16px 16px 8px 24px;
        background: var(--zt-surface);
      }
      legend {
        padding: 0;
        margin-block-end: 8px;
        font-weight: 650;
      }
      .three {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(140px, 1fr));
        gap: 8px;
      }
      .three .choice {
        padding: 10px 12px;
        gap: 10px;
      }
      .folds details {
        border-block-end: 1px solid var(--zt-line);
      }
      .folds details[open] {
        padding-block-end: 16px;
      }
      .glossary {
        margin-block-start: 8px;
      }
      .ask {
        margin-block-start: 16px;
      }
      /* The words need the room. */
      @media (max-width: 400px) {
        .part .tile {
          display: none;
        }
      }
      .readable {
        font-family: 'Atkinson Hyperlegible Next Variable', var(--zt-font-family);
      }
    `,
  ];

  @property({ attribute: false }) preferences: Preferences = DEFAULT_PREFERENCES;
  @property({ attribute: false }) languages: readonly Language[] = [];
  /** The language on screen. */
  @property() language: Language = 'nl';
  /** What the build decided about storing; absent: nothing is stored. */
  @property({ attribute: false }) kept: KeptOptions | undefined;
  /** Whom the build names for questions; '': the administrator of the learning environment. */
  @property() helpDesk = '';
  /** Words of the trade, for help; none while the module is only known by its outline. */
  @property({ attribute: false }) terms: Module['terms'] = [];
  @state() private shown: Tool | undefined;
  @query('dialog') private dialog!: HTMLDialogElement;
  /** There while something is read aloud. */
  private reader: Reader | undefined;

  constructor() {
    super();
    onVoices(() => this.requestUpdate());
  }

  async open(tool: Tool): Promise<void> {
    this.shown = tool;
    await this.updateComplete;
    openWindow(this.dialog);
    this.dialog.scrollTop = 0;
  }

  /** Begins to read what is in `root`, at `from` when that is in there; stops when it reads already. */
  toggleAloud(root: Element, from: Element | null, told: (isReading: boolean) => void): void {
    if (this.reader) {
      this.hush();
      return;
    }
    this.reader = new Reader(() => {
      this.reader = undefined;
      told(false);
    });
    told(true);
    this.reader.start(piecesOf(root, from));
  }

  hush(): void {
    this.reader?.stop();
  }

  close(): void {
    this.dialog.close();
  }

  override render(): TemplateResult | typeof nothing {
    const { shown } = this;
    if (!shown) return nothing;
    return html`<dialog aria-labelledby="title">
      <div class="row between head">
        <h2 id="title">${toolTexts[shown].title}</h2>
        <button class="button quiet square" aria-label=${t.common.close} @click=${this.close}>
          ${icon('x')}
        </button>
      </div>
      ${this.renderTool(shown)}
    </dialog>`;
  }

  private renderTool(shown: Tool): TemplateResult {
    switch (shown) {
      case 'view':
        return this.renderView();
      case 'help':
        return this.renderHelp();
      case 'kept':
        return keptParts(this.kept);
    }
  }

  private renderView(): TemplateResult {
    const { view } = toolTexts;
    return html`<div class="stack gap20">
      <p class="muted">${view.intro}</p>
      ${
        this.languages.length > 1
          ? html`${this.renderChoice('language', view.language, pick(view.languages, this.languages))}
              <p class="small muted">${view.languageNote}</p>`
          : nothing
      }
      ${this.renderChoice('text', view.size, view.sizes)} ${this.renderChoice('font', view.font, view.fonts)}
      ${this.renderChoice('theme', view.theme, view.themes)}
      ${this.renderChoice('motion', view.motion, view.motions)}
      ${
        localVoice()
          ? html`${this.renderChoice('aloud', view.aloud, view.alouds)}
              <p class="small muted">${view.aloudNote}</p>`
          : html`<p class="small muted">${view.aloudNone}</p>`
      }
    </div>`;
  }

  private renderChoice(
    key: keyof Preferences,
    legend: string,
    options: Readonly<Record<string, string>>,
  ): TemplateResult {
    const chosen = key === 'language' ? this.language : this.preferences[key];
    const choose = (value: string): void => {
      const preferences: Preferences = { ...this.preferences, [key]: value };
      this.dispatchEvent(new ZtPreferencesEvent(preferences));
    };
    return html`<fieldset>
      <legend>${legend}</legend>
      <div class="three">
        ${Object.entries(options).map(
          ([value, label]) =>
            html`<label
              class="choice ${value === 'readable' ? 'readable' : ''}"
              lang=${key === 'language' ? value : nothing}
            >
              <input type="radio" name=${key} .checked=${chosen === value} @change=${() => choose(value)} />
              ${label}
            </label>`,
        )}
      </div>
    </fieldset>`;
  }

  /** By subject, folded, so that all there is shows at once; whom to ask stands open below. */
  private renderHelp(): TemplateResult {
    const { groups, ask, words } = toolTexts.help;
    const fold = (head: string, body: TemplateResult): TemplateResult =>
      html`<details>
        <summary>${head}</summary>
        ${body}
      </details>`;
    return html`<div class="folds">
        ${groups.map(({ head, items }) =>
          fold(head, html`<dl class="stack gap16">${items.map(({ q, a }) => entry(q, a))}</dl>`),
        )}
        ${this.terms.length > 0 ? fold(words, this.renderGlossary()) : nothing}
      </div>
      <section class="stack gap8 ask" aria-labelledby="ask">
        <h3 id="ask">${ask.head}</h3>
        <p>${ask.work}</p>
        <p>${this.helpDesk ? ask.at(this.helpDesk) : ask.place}</p>
      </section>`;
  }

  private renderGlossary(): TemplateResult {
    const terms = [...this.terms].sort((a, b) => a.term.localeCompare(b.term, this.language));
    return html`<p class="muted">${toolTexts.help.wordsHow}</p>
      <dl class="stack gap8 glossary">${terms.map(({ term, uitleg }) => entry(term, uitleg))}</dl>`;
  }
}

const entry = (head: string, text: string): TemplateResult =>
  html`<div>
    <dt class="bold">${head}</dt>
    <dd class="muted">${text}</dd>
  </div>`;

/** Of all names those of the languages that are there, in the order of the package. */
const pick = (
  names: Readonly<Record<Language, string>>,
  languages: readonly Language[],
): Readonly<Record<string, string>> =>
  Object.fromEntries(languages.map((language) => [language, names[language]]));

declare global {
  interface HTMLElementTagNameMap {
    'zt-tools': ZtTools;
  }
}
