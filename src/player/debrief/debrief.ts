import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Conversation, Unit } from '../../content/module.js';
import type { Session } from '../../engine/session.js';
import { latestRun } from '../act.js';
import { ZtCommandEvent, ZtNavigateEvent } from '../events.js';
import { isGoingOn } from '../runs.js';
import { unitTexts } from '../texts/nl-units.js';
import { t } from '../texts/texts.js';
import { baseStyles } from '../ui/base-styles.js';
import { capital } from '../ui/format.js';
import { icon } from '../ui/icons.js';
import '../ui/portrait.js';
import { scoreBadge, scoreStyles } from '../ui/score-badge.js';
import { wayOn } from '../ui/way-on.js';
import { adviceCard, knownCard, lessonsCard, storyCards } from './lesson-cards.js';
import './replay.js';
import type { ZtFromHereEvent } from './replay.js';
import { outcomesCard, routesCard, skillsCard } from './result-cards.js';
import { debriefStyles } from './styles.js';
import { debriefOf, discussedRun, type DebriefView } from './view-model.js';

/**
 * What came of a conversation, as a story: how it ended, what each choice did, what would have been stronger, and three weeks later.
 *
 * @fires zt-command - `seen`; `from-here`; `start`
 * @fires zt-navigate - back into the conversation, on to the next unit, to the overview
 */
@customElement('zt-debrief')
export class ZtDebrief extends LitElement {
  static override styles = [...baseStyles, scoreStyles, debriefStyles];

  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) unit!: Unit;

  override render(): TemplateResult {
    const { unit } = this;
    const view = unit.kind === 'conversation' ? debriefOf(this.session, unit) : undefined;
    if (unit.kind !== 'conversation' || !view) return this.renderNothing();
    return html`<div class="page stack gap20">
      ${this.renderHero(view)}
      <div class="parts first">${outcomesCard(view)} ${skillsCard(view)}</div>
      <div class="parts">
        <div class="stack gap20">
          <section class="card long">
            <zt-replay
              .moments=${view.moments}
              .customer=${view.customer}
              .terms=${this.session.module.terms}
              ?can-try=${!isGoingOn(this.session, unit)}
              @zt-from-here=${(event: ZtFromHereEvent) => this.onFromHere(view, event.from)}
            ></zt-replay>
          </section>
          ${routesCard(view)}
        </div>
        <div class="stack gap20">
          ${storyCards(unit, view)} ${lessonsCard(unit, view)} ${knownCard(view)} ${adviceCard(view)}
          ${this.renderWay(unit)}
        </div>
      </div>
    </div>`;
  }

  protected override updated(): void {
    const latest = latestRun(this.session, this.unit);
    if (this.unit.kind !== 'conversation' || !latest) return;
    // Only the run that has just ended can be seen; the session takes it once.
    if (discussedRun(this.session, this.unit) === latest && this.seen !== latest.number) {
      this.seen = latest.number;
      this.dispatchEvent(new ZtCommandEvent({ kind: 'seen', unit: this.unit.code }));
    }
  }
  private seen = 0;

  private renderNothing(): TemplateResult {
    return html`<div class="page narrow">
      <section class="card stack">
        <h1 tabindex="-1">${this.unit.title}</h1>
        <p>${unitTexts.debrief.nothing}</p>
        ${wayOn(this, this.unit)}
      </section>
    </div>`;
  }

  private renderHero({ run, score, customer, ending, faces }: DebriefView): TemplateResult {
    const texts = unitTexts.debrief;
    const name = capital(customer?.aanspreking ?? '');
    const face = (mood: string, caption: string): TemplateResult =>
      html`<figure>
        <zt-portrait .portrait=${customer?.portret} name=${name} mood=${mood}></zt-portrait>
        <figcaption class="small">${caption}</figcaption>
      </figure>`;
    return html`<div class="card hero">
      <div class="grow stack gap8">
        <h1 tabindex="-1">${t.common.looks(name, faces.end)}</h1>
        <p>${ending?.verdict || (ending && texts.endings[ending.quality])}</p>
        ${run.mode === 'from-here' ? html`<p class="bold">${texts.fromHere}</p>` : nothing}
      </div>
      ${score === null ? nothing : scoreBadge(score)}
      <div class="faces">
        ${face(faces.begin, texts.begin)} ${icon('arrow-right')} ${face(faces.end, texts.end)}
      </div>
    </div>`;
  }

  private renderWay(unit: Conversation): TemplateResult {
    const busy = isGoingOn(this.session, unit);
    return html`<section class="card stack gap8 way" aria-label=${unitTexts.debrief.way}>
      ${wayOn(this, unit, busy ? undefined : unitTexts.debrief.again)}
      <p class="small muted">${unitTexts.debrief.never}</p>
    </section>`;
  }

  private onFromHere({ run }: DebriefView, from: number): void {
    this.dispatchEvent(new ZtCommandEvent({ kind: 'from-here', unit: this.unit.code, run, from }));
    this.dispatchEvent(new ZtNavigateEvent({ name: 'unit', unit: this.unit.code }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zt-debrief': ZtDebrief;
  }
}
