import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Line, Module } from '../../content/module.js';
import type { ConversationRule, Customer } from '../../content/schema/municipality.js';
import { unitTexts } from '../texts/nl-units.js';
import { baseStyles } from '../ui/base-styles.js';
import { icon, type IconName } from '../ui/icons.js';
import '../ui/portrait.js';
import { withTerms } from '../ui/term.js';
import { effectChips } from './chips.js';
import { isLearningPoint, type DecisionMoment, type Heard, type Moment, type Told } from './moments.js';

/** 'Probeer vanaf hier', with the number of actions that stay as they were. */
export class ZtFromHereEvent extends Event {
  constructor(readonly from: number) {
    super('zt-from-here');
  }
}

const MARKS: Readonly<Record<DecisionMoment['quality'], IconName>> = {
  strong: 'check',
  fair: 'info',
  weak: 'alert',
};

/**
 * The conversation turn by turn: only the learning points, or all of it.
 *
 * @fires zt-from-here - the learner wants to try again from a moment
 */
@customElement('zt-replay')
export class ZtReplay extends LitElement {
  static override styles = [
    ...baseStyles,
    css`
      .moments > li {
        display: grid;
        grid-template-columns: 52px minmax(0, 1fr);
        gap: 4px 16px;
        padding-block: 20px;
        border-block-end: 1px solid var(--zt-line);
      }
      .moments > li:last-child {
        border-block-end: 0;
        padding-block-end: 0;
      }
      zt-portrait {
        inline-size: 52px;
      }
      .mark {
        display: grid;
        place-items: center;
        flex: none;
        inline-size: 24px;
        block-size: 24px;
        border-radius: 50%;
        background: var(--zt-good);
        color: var(--zt-on-status);
      }
      .fair .mark {
        background: var(--zt-warn);
      }
      .weak .mark {
        background: var(--zt-bad);
      }
      .side .tile,
      .side .coach {
        inline-size: 36px;
        block-size: 36px;
        margin: 0 auto;
      }
      blockquote {
        margin: 0;
      }
      .yours {
        border-inline-start: 3px solid var(--zt-own);
        padding-inline-start: 12px;
      }
      .rule {
        display: flex;
        gap: 8px;
      }
      .rule .icon {
        margin-block-start: 3px;
        color: var(--zt-muted);
      }
      .stronger {
        background: var(--zt-good-soft);
        border-inline-start: 4px solid var(--zt-good);
        border-radius: var(--zt-radius);
        padding: 12px 16px;
      }
      @media (max-width: 560px) {
        .moments > li {
          grid-template-columns: minmax(0, 1fr);
        }
        .side {
          display: none;
        }
      }
      .none {
        margin-block-start: 12px;
      }
      @media print {
        .moments > li {
          break-inside: avoid;
        }
        .top-of-list {
          break-after: avoid;
        }
        .mark {
          print-color-adjust: exact;
        }
        .button {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) moments: readonly Moment[] = [];
  @property({ attribute: false }) customer: Customer | undefined;
  @property({ attribute: false }) terms: Module['terms'] = [];
  /** False while another run goes on: then there is nothing to try. */
  @property({ type: Boolean, attribute: 'can-try' }) canTry = false;
  @state() private all = false;

  private get shown(): readonly Moment[] {
    return this.all ? this.moments : this.moments.filter(isLearningPoint);
  }

  override render(): TemplateResult {
    const texts = unitTexts.debrief;
    const points = this.moments.filter(isLearningPoint);
    const { shown } = this;
    return html`<div class="row wrap between top-of-list">
        <h2>${texts.replay}</h2>
        <div class="row gap8" role="group" aria-label=${texts.show}>
          ${this.toggle(false, texts.points(points.length))}
          ${this.toggle(true, texts.allMoments(this.moments.length))}
        </div>
      </div>
      ${
        shown.length === 0
          ? html`<p class="note good none">${icon('check')}<span>${texts.noPoints}</span></p>`
          : html`<ol class="moments">
              ${shown.map((moment, i) => this.renderMoment(moment, shown[i - 1]))}
            </ol>`
      }`;
  }

  /** A choice keeps its number, also where only the learning points are shown. */
  private get decisions(): readonly Moment[] {
    return this.moments.filter(({ kind }) => kind === 'decision');
  }

  private toggle(all: boolean, text: string): TemplateResult {
    return html`<button
      class="button quiet"
      aria-pressed=${this.all === all ? 'true' : 'false'}
      @click=${() => (this.all = all)}
    >
      ${text}
    </button>`;
  }

  /** What was heard is told once, at the first moment shown that answers it. */
  private renderMoment(moment: Moment, previous: Moment | undefined): TemplateResult {
    const name = this.customer?.aanspreking ?? '';
    const heard = previous?.heard === moment.heard ? nothing : moment.heard.map((each) => came(each, name));
    switch (moment.kind) {
      case 'decision':
        return html`<li class=${moment.quality}>
          <div class="side">
            <zt-portrait decorative .portrait=${this.customer?.portret} mood=${moment.mood}></zt-portrait>
          </div>
          <div class="stack gap8">${heard} ${this.renderDecision(moment)}</div>
        </li>`;
      case 'desk':
        return html`<li>
          <div class="side"><span class="tile">${icon('folder', 18)}</span></div>
          <div class="stack gap8">
            ${heard}
            <div class="row wrap between gap8">
              <p>${moment.did}</p>
              <p class="row wrap gap4">${effectChips(moment.change)}</p>
            </div>
            ${moment.reply === undefined ? nothing : html`<p class="small muted">${moment.reply}</p>`}
          </div>
        </li>`;
      case 'coach':
        return html`<li>
          <div class="side"><span class="tile">${icon('coach', 18)}</span></div>
          <div class="stack gap8">
            ${heard}
            <p><span class="bold">${unitTexts.debrief.coach}</span> ${moment.advice}</p>
          </div>
        </li>`;
    }
  }

  /** A rule is explained once; after that its name is enough. */
  private isFirstWith(rule: ConversationRule, moment: DecisionMoment): boolean {
    return this.shown.find((one) => one.kind === 'decision' && one.rules.includes(rule)) === moment;
  }

  private renderDecision(moment: DecisionMoment): TemplateResult {
    const texts = unitTexts.debrief;
    const { label, said, quality, feedback, temptation, stronger } = moment;
    return html`<div class="row wrap between gap8">
        <h3 class="row gap8">
          <span class="mark">${icon(MARKS[quality], 16)}</span>
          <span>${texts.choice(this.decisions.indexOf(moment) + 1)} ${texts.quality[quality]}</span>
        </h3>
        <p class="row wrap gap4">${effectChips(moment.change)}</p>
      </div>
      <p class="yours">
        <span class="bold">${label === undefined ? texts.youSaid : texts.youWrote(label)}</span>
        ${said === '' ? texts.leftOut : `‘${said}’`}
      </p>
      <p>
        ${withTerms(feedback, this.terms)}${moment.coached ? html` <span class="muted">${texts.coached}</span>` : nothing}
      </p>
      ${moment.rules.map(
        (rule) =>
          html`<p class="small rule">
            ${icon('book', 16)}<span
              ><span class="bold">${texts.rule} ${rule.naam}.</span>
              ${this.isFirstWith(rule, moment) ? rule.uitleg : nothing}</span
            >
          </p>`,
      )}
      ${temptation === undefined ? nothing : html`<p class="muted">${texts.temptation(temptation)}</p>`}
      ${
        stronger
          ? html`<div class="stronger stack gap4">
                <p>
                  <span class="bold">${texts.stronger}</span> ${
                    stronger.text === '' ? texts.leaveOut : `‘${stronger.text}’`
                  }
                </p>
                <p class="small">${stronger.why}</p>
                ${
                  stronger.needs.length > 0
                    ? html`<p class="small">
                        ${texts.needs(unitTexts.list(stronger.needs.map((need) => `‘${need.replace(/\.$/, '')}’`)))}
                      </p>`
                    : nothing
                }
              </div>
              ${
                this.canTry
                  ? html`<p>
                      <button
                        class="button"
                        @click=${() => this.dispatchEvent(new ZtFromHereEvent(moment.from))}
                      >
                        ${icon('redo', 18)}${texts.tryHere}
                      </button>
                    </p>`
                  : nothing
              }`
          : nothing
      }`;
  }
}

function came(heard: Heard, customer: string): TemplateResult {
  switch (heard.kind) {
    case 'line':
      return quote(heard.line, customer);
    case 'contact':
      return html`<p class="row wrap gap8 bold">
          ${icon(heard.channel, 18)}<span>${heard.title}</span> ${effectChips(heard.change)}
        </p>
        ${heard.between === undefined ? nothing : html`<p class="small muted">${heard.between}</p>`}`;
    case 'consequence':
      return toldLine(heard);
  }
}

/** Something done or left undone earlier, with what it did. */
export const toldLine = ({ text, change }: Told): TemplateResult =>
  html`<div class="row wrap between gap8">
    <p class="row top gap8">
      ${icon('clock', 18)}<span><span class="bold">${unitTexts.debrief.told}</span> ${text}</span>
    </p>
    <p class="row wrap gap4">${effectChips(change)}</p>
  </div>`;

function quote(line: Line, customer: string): TemplateResult {
  if (line.speaker === 'BUREAU') return html`<p class="small muted">${line.text}</p>`;
  return html`<blockquote class="small muted">
    ${unitTexts.debrief.speakers(line.speaker, customer)}: ‘${line.text}’
  </blockquote>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'zt-replay': ZtReplay;
  }
}
