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
import { icon, type IconName } from '../ui/icons.js';
import '../ui/portrait.js';
import '../ui/radar.js';
import '../ui/range-bar.js';
import { scoreBadge, scoreStyles } from '../ui/score-badge.js';
import { wayOn } from '../ui/way-on.js';
import type { FactStanding } from './facts.js';
import { toldLine, type ZtFromHereEvent } from './replay.js';
import type { RouteStep } from './routes.js';
import { debriefStyles } from './styles.js';
import { debriefOf, discussedRun, NORM, type DebriefView } from './view-model.js';

const FACT_ICONS: Readonly<Record<FactStanding['standing'], IconName>> = {
  used: 'check',
  found: 'info',
  missed: 'search',
};
const STEP_ICONS: Readonly<Record<RouteStep['kind'], IconName>> = {
  said: 'chat',
  desk: 'folder',
  sent: 'send',
};

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
      <div class="parts first">${this.renderOutcomes(view)} ${this.renderCompetences(view)}</div>
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
          ${this.renderRoutes(view)}
        </div>
        <div class="stack gap20">
          ${this.renderStory(unit, view)} ${this.renderKnown(view)} ${this.renderLessons(unit)}
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
    return html`<header class="card hero">
      ${score === null ? nothing : scoreBadge(score)}
      <div class="grow stack gap8">
        <h1 tabindex="-1">${t.common.looks(name, faces.end)}</h1>
        <p>${ending?.verdict || (ending && texts.endings[ending.quality])}</p>
        ${run.mode === 'from-here' ? html`<p class="bold">${texts.fromHere}</p>` : nothing}
      </div>
      <div class="faces">
        ${face(faces.begin, texts.begin)} ${icon('arrow-right')} ${face(faces.end, texts.end)}
      </div>
    </header>`;
  }

  private renderOutcomes(view: DebriefView): TemplateResult {
    const texts = unitTexts.debrief;
    return html`<section class="card stack gap20" aria-labelledby="outcomes">
      <h2 id="outcomes">${texts.outcomes}</h2>
      ${view.outcomes.map(
        (row) =>
          html`<zt-range-bar
            label=${row.label}
            .icon=${row.icon}
            value=${row.value}
            worst=${row.worst}
            best=${row.best}
            .share=${row.share}
            verdict=${row.verdict}
            tone=${row.isSufficient ? 'good' : 'warn'}
          ></zt-range-bar>`,
      )}
      ${view.waits ? html`<p class="small muted">${texts.waits}</p>` : nothing}
    </section>`;
  }

  private renderCompetences({ competences, practise, steps }: DebriefView): TemplateResult {
    const texts = unitTexts.debrief;
    return html`<section class="card stack gap16" aria-labelledby="skills">
      <div class="row wrap between gap4">
        <h2 id="skills">${texts.skills}</h2>
        <p class="small muted">${texts.normNote}</p>
      </div>
      <zt-radar .axes=${competences} .norm=${NORM} counted=${texts.choices}></zt-radar>
      ${
        practise === undefined
          ? nothing
          : html`<p class="note warn">${icon('idea')}<span>${texts.practise(practise)}</span></p>`
      }
      ${
        steps.length === 0
          ? nothing
          : html`<h3>${texts.process}</h3>
              <ul class="steps stack gap8">
                ${steps.map(
                  ({ step, done }) =>
                    html`<li class=${done ? '' : 'missed'}>
                      ${icon(done ? 'check' : 'alert', 18)}
                      <span
                        ><span class="sr-only">${done ? texts.done : texts.notDone}</span>${step.text}</span
                      >
                    </li>`,
                )}
              </ul>`
      }
    </section>`;
  }

  private renderRoutes({ routes }: DebriefView): TemplateResult {
    const texts = unitTexts.debrief;
    const list = (title: string, route: readonly RouteStep[], shared: string): TemplateResult =>
      html`<div>
        <h3>${title}</h3>
        <ol>
          ${route.map(
            (step) =>
              html`<li class=${step.isShared ? 'shared' : ''}>
                ${icon(STEP_ICONS[step.kind], 18)}<span>${step.text}${step.isShared ? html`<span class="sr-only"> (${shared})</span>` : nothing}</span>${step.isShared ? icon('check', 18) : nothing}
              </li>`,
          )}
        </ol>
      </div>`;
    return html`<section class="card stack gap16 long" aria-labelledby="routes">
      <h2 id="routes">${texts.routes}</h2>
      <p class="small muted">${texts.routesNote}</p>
      <div class="routes">
        ${list(texts.taken, routes.taken, texts.alsoBest)} ${list(texts.best, routes.best, texts.alsoTaken)}
      </div>
    </section>`;
  }

  private renderStory(unit: Conversation, { customer, ending, faces, told }: DebriefView): TemplateResult {
    const texts = unitTexts.debrief;
    return html`<section class="card story stack" aria-labelledby="behind">
        <h2 id="behind">${texts.behind}</h2>
        <p class="small muted">${texts.asked(unit.question)}</p>
        <p>${unit.behindQuestion}</p>
      </section>
      ${
        ending
          ? html`<section class="card story stack" aria-labelledby="later">
              <h2 id="later" class="row gap8">${icon('calendar')}${texts.later(ending.later.when)}</h2>
              <div class="row top">
                <zt-portrait decorative .portrait=${customer?.portret} mood=${faces.end}></zt-portrait>
                <p class="grow">${ending.later.text}</p>
              </div>
              ${told.map(toldLine)}
            </section>`
          : nothing
      }`;
  }

  private renderKnown({ facts }: DebriefView): TemplateResult | typeof nothing {
    if (facts.length === 0) return nothing;
    const texts = unitTexts.debrief;
    return html`<section class="card stack" aria-labelledby="known">
      <h2 id="known">${texts.known}</h2>
      <ul class="known stack gap12">
        ${facts.map(
          ({ label, standing, where }) =>
            html`<li class=${standing}>
              ${icon(FACT_ICONS[standing], 18)}
              <div>
                <p>${label}</p>
                <p class="small muted">
                  ${texts.standings[standing]}${standing === 'missed' && where !== undefined ? ` ${texts.stood(where)}` : ''}
                </p>
              </div>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  private renderLessons(unit: Conversation): TemplateResult | typeof nothing {
    const texts = unitTexts.debrief;
    if (unit.takeaways.length === 0) return nothing;
    return html`<section class="card stack gap16" aria-labelledby="lessons">
      <h2 id="lessons">${texts.lessons}</h2>
      <ol class="lessons stack">
        ${unit.takeaways.map(
          (text, i) =>
            html`<li>
              <span class="key" aria-hidden="true">${i + 1}</span>
              <p>${text}</p>
            </li>`,
        )}
      </ol>
      <p>
        <button class="button quiet" @click=${() => window.print()}>
          ${icon('print', 18)}${texts.print}
        </button>
      </p>
    </section>`;
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
