import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Module, Unit } from '../../content/module.js';
import { moduleProgress, unitProgress } from '../../engine/progress.js';
import type { ModuleProgress, Session } from '../../engine/session.js';
import { ZtCommandEvent, ZtNavigateEvent } from '../events.js';
import { isGoingOn, standingOf } from '../runs.js';
import type { PlayerMode, SaveStatus } from '../status.js';
import { minutesLeft, readScore, testIn } from '../tested.js';
import { t } from '../texts/texts.js';
import { baseStyles } from '../ui/base-styles.js';
import { decimal } from '../ui/format.js';
import { icon } from '../ui/icons.js';
import './below.js';
import { overviewStyles } from './styles.js';
import { unitCard, unitCardStyles, unitFace, unitKind, type CardActions } from './unit-card.js';

/**
 * The module at a glance: how far you are, where to go on, and every unit in any order.
 *
 * @fires zt-command - starts a run
 * @fires zt-navigate - to a unit or its debrief
 */
@customElement('zt-overview')
export class ZtOverview extends LitElement {
  static override styles = [...baseStyles, unitCardStyles, overviewStyles];

  @property({ attribute: false }) session: Session | undefined;
  @property() mode: PlayerMode = 'normal';
  @property() status: SaveStatus = 'saved';
  @property() learnerName = '';

  override render(): TemplateResult | typeof nothing {
    const { session } = this;
    if (!session) return nothing;
    const { module } = session;
    const progress = moduleProgress(session);
    const actions: CardActions = {
      play: (unit) => this.play(unit),
      debrief: (unit) => this.look(unit),
    };
    return html`<div class="page stack gap24">
      <div class="card hero ${progress.completed ? 'complete' : ''} ${this.status}">
        ${this.renderHead(session)}
        ${progress.completed ? this.renderEnd(progress, module) : this.renderNext(session)}
      </div>
      <section class="stack gap16" aria-labelledby="units">
        <div class="row wrap between">
          <h2 id="units">${t.overview.units}</h2>
          ${module.units.length > 1 ? html`<p class="small muted">${t.overview.order}</p>` : nothing}
        </div>
        <ul class="units">
          ${module.units.map((unit) => unitCard(module, unit, standingOf(session, unit), actions))}
        </ul>
      </section>
      <zt-overview-below .session=${session} .progress=${progress}></zt-overview-below>
    </div>`;
  }

  private renderHead(session: Session): TemplateResult {
    const { module } = session;
    const standings = module.units.map((unit) => ({ unit, progress: unitProgress(session, unit.code) }));
    const done = standings.filter(({ progress }) => progress.status === 'finished').length;
    const left = standings
      .filter(({ unit }) => unit.required)
      .reduce((sum, { unit, progress }) => sum + minutesLeft(unit, progress), 0);
    return html`<div class="stack gap8">
      <p class="small muted bold">
        ${t.overview.module(module.position)}${this.learnerName ? ` · ${this.learnerName}` : nothing}
      </p>
      <h1>${module.title}</h1>
      <p class="measure">${module.summary}</p>
      <div class="segments" aria-hidden="true">
        ${standings.map(({ progress }) => html`<i class=${progress.status}></i>`)}
      </div>
      <div class="row wrap between small under">
        <p class="bold">${t.overview.doneOf(done, standings.length)}</p>
        ${left > 0 ? html`<p class="muted">${t.overview.left(left)}</p>` : nothing}
      </div>
    </div>`;
  }

  private renderNext(session: Session): TemplateResult | typeof nothing {
    const next = nextUnit(session);
    if (!next) return nothing;
    const { status } = standingOf(session, next);
    const fresh = session.module.units.every((unit) => unitProgress(session, unit.code).status === 'new');
    const lead = status === 'busy' ? t.overview.leftOff : fresh ? t.overview.begin : t.overview.then;
    const unseen = status === 'finished' && (next.kind === 'conversation' || next.kind === 'test');
    return html`<div class="next">
      <div class="row">
        ${unitFace(session.module, next)}
        <div class="grow">
          <p class="small muted">${lead}</p>
          <p class="bold">${next.title}</p>
          <p class="small">
            ${unseen ? t.overview.unseen : `${unitKind(next).text} · ${t.common.minutes(next.minutes)}`}
          </p>
        </div>
      </div>
      <button
        class="button primary wide"
        aria-label=${fresh ? t.overview.startWith(next.title) : t.overview.goOnWith(next.title)}
        @click=${() => (unseen ? this.look(next) : this.play(next))}
      >
        ${icon('play', 18)}${fresh ? t.common.start : t.common.goOn}
      </button>
    </div>`;
  }

  private renderEnd(progress: ModuleProgress, module: Module): TemplateResult {
    const { end } = t.overview;
    const isSafe = this.mode === 'normal' && this.status === 'saved';
    const isOpen = this.mode !== 'review' && this.status !== 'ended' && this.status !== 'read-only';
    const isPractice = !testIn(module) && isOpen;
    return html`<section class="next" aria-labelledby="end">
      <h2 id="end">${end.title}</h2>
      <p>${this.endText}</p>
      ${isSafe || this.mode === 'review' ? html`<p class="bold">${end.leave}</p>` : nothing}
      ${this.renderScore(progress, module)}
      <p>
        <button
          class="button"
          @click=${() => this.dispatchEvent(new ZtNavigateEvent({ name: 'certificate' }))}
        >
          ${icon('award', 18)}${end.certificate}
        </button>
      </p>
      ${isPractice ? html`<p class="small muted">${end.more}</p>` : nothing}
    </section>`;
  }

  private renderScore({ score, passed }: ModuleProgress, module: Module): TemplateResult | typeof nothing {
    const { end } = t.overview;
    const test = testIn(module);
    const read = readScore(test, score);
    if (!read) return nothing;
    return html`<p>
        <span class="small muted">${test ? end.testScore : end.score}</span><br />
        <span class="score num">${read[0]}</span> <span class="small">${read[1]}</span>
      </p>
      ${
        test && passed !== null
          ? html`<p>${passed ? end.passed : end.notPassed(decimal(module.passMark ?? 0))}</p>`
          : nothing
      }`;
  }

  /** What became of the work: saved, on its way, or safe here because the session of the LMS is over. */
  private get endText(): string {
    const { end } = t.overview;
    // What a review is stands above every screen.
    if (this.mode === 'review') return end.text;
    if (this.mode === 'untracked') return end.untracked;
    switch (this.status) {
      case 'saved':
        return end.text;
      case 'saving':
        return end.saving;
      case 'local':
        return end.local;
      case 'failed':
        return end.failed;
      case 'ended':
        return t.saving.ended;
      case 'read-only':
        return t.saving.readOnly;
    }
  }

  private play(unit: Unit): void {
    const { session } = this;
    if (!session) return;
    if (!isGoingOn(session, unit)) {
      this.dispatchEvent(new ZtCommandEvent({ kind: 'start', unit: unit.code }));
    }
    this.go('unit', unit);
  }

  /** What came of a unit; a test shows that itself. */
  private look(unit: Unit): void {
    this.go(unit.kind === 'test' ? 'unit' : 'debrief', unit);
  }

  private go(name: 'unit' | 'debrief', unit: Unit): void {
    this.dispatchEvent(new ZtNavigateEvent({ name, unit: unit.code }));
  }
}

/** Where to go on: the running unit, else what is finished but not discussed, else the first new one that is required. */
function nextUnit(session: Session): Unit | undefined {
  const standings = session.module.units.map((unit) => ({ unit, ...standingOf(session, unit) }));
  const next =
    standings.find(({ status }) => status === 'busy') ??
    standings.find(({ status, seen }) => status === 'finished' && !seen) ??
    standings.find(({ status, unit }) => status === 'new' && unit.required) ??
    standings.find(({ status }) => status === 'new');
  return next?.unit;
}

declare global {
  interface HTMLElementTagNameMap {
    'zt-overview': ZtOverview;
  }
}
