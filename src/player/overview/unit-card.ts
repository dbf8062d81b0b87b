import { css, html, nothing, type TemplateResult } from 'lit';
import type { Module, Unit } from '../../content/module.js';
import type { UnitProgress } from '../../engine/session.js';
import { readScore } from '../tested.js';
import { t } from '../texts/texts.js';
import { icon, type IconName } from '../ui/icons.js';

export interface CardActions {
  /** A new run of the unit, or the way back into the running one. */
  readonly play: (unit: Unit) => void;
  readonly debrief: (unit: Unit) => void;
}

export const unitCardStyles = css`
  .unit {
    display: grid;
    grid-template-rows: auto 1fr auto;
    gap: 14px;
    padding: 18px;
  }
  .unit.busy {
    border-color: var(--zt-secondary-border-color);
    box-shadow:
      inset 0 0 0 1px var(--zt-secondary-border-color),
      var(--zt-shadow);
  }
  .face {
    inline-size: 64px;
    block-size: 64px;
  }
  /* The portraits come with the units' screens, a moment after the overview. */
  .face:not(:defined) {
    border-radius: 50%;
    background: var(--zt-tint);
  }
  .tile.face {
    border-radius: 14px;
  }
  .unit .foot {
    border-block-start: 1px solid var(--zt-line);
    padding-block-start: 14px;
    min-block-size: 59px;
  }
  .unit .buttons {
    margin-inline-start: auto;
    gap: 4px;
    justify-content: flex-end;
  }
  .score {
    font-size: 1.375rem;
    font-weight: 750;
    color: var(--zt-heading-color);
    line-height: 1;
  }
`;

const ICONS = {
  lesson: 'book',
  'find-mistake': 'search',
  quiz: 'quiz',
  test: 'quiz',
  conversation: 'chat',
} as const;

/** A conversation shows its customer, everything else the sign of its kind. */
export function unitFace(module: Module, unit: Unit): TemplateResult {
  const id = unit.kind === 'conversation' ? unit.customer : undefined;
  const customer = module.world.customers.find((one) => one.id === id);
  return customer
    ? html`<zt-portrait class="face" decorative .portrait=${customer.portret}></zt-portrait>`
    : html`<span class="tile face">${icon(ICONS[unit.kind], 28)}</span>`;
}

/** 'Telefoon' for a conversation, else the kind. */
export function unitKind(unit: Unit): { readonly name: IconName; readonly text: string } {
  return unit.kind === 'conversation'
    ? { name: unit.channel, text: t.channels[unit.channel] }
    : { name: unit.kind === 'lesson' ? 'book' : 'list', text: t.kinds[unit.kind] };
}

/** One unit on the overview: what it is, how it stands, and the way in. */
export function unitCard(
  module: Module,
  unit: Unit,
  progress: UnitProgress,
  actions: CardActions,
): TemplateResult {
  const kind = unitKind(unit);
  const number = module.units.indexOf(unit) + 1;
  return html`<li class="card unit ${progress.status}">
    <div class="row">
      ${unitFace(module, unit)}
      <div class="grow">
        <p class="tiny muted bold">${t.overview.unit(number)}</p>
        <h3>${unit.title}</h3>
      </div>
    </div>
    <div class="stack gap8">
      <p class="small">${unit.card}</p>
      <div class="row wrap small muted">
        <p class="row gap8">${icon(kind.name, 16)}${kind.text}</p>
        <p class="row gap8">${icon('clock', 16)}${t.common.minutes(unit.minutes)}</p>
        ${unit.required ? nothing : html`<p>${t.overview.optional}</p>`}
      </div>
    </div>
    <div class="row wrap foot">
      ${standing(unit, progress)}
      <div class="row buttons">${buttons(unit, progress, actions)}</div>
    </div>
  </li>`;
}

function standing(unit: Unit, progress: UnitProgress): unknown {
  const read = readScore(unit.kind === 'test' ? unit : undefined, progress.best);
  const score = read
    ? html`<p class="score num">
        <span aria-hidden="true">${read[0]}</span>
        <span class="sr-only">${t.overview.score(...read)}</span>
      </p>`
    : nothing;
  switch (progress.status) {
    case 'new':
      return html`<p class="chip outline">${t.overview.fresh}</p>`;
    case 'busy': {
      const text =
        unit.kind === 'test'
          ? t.overview.answered(progress.step, unit.forms.A.length)
          : progress.step > 0
            ? t.overview.busyAt(progress.step)
            : t.overview.busy;
      return html`${score}
        <p class="chip warn">${icon('play', 14)}${text}</p>`;
    }
    case 'finished': {
      const text = unit.kind === 'lesson' ? t.overview.read : t.overview.done;
      return progress.seen
        ? html`${score}
            <p class="chip good">${icon('check', 14)}${text}</p>`
        : html`<p class="chip warn">${icon('flag', 14)}${t.overview.unseen}</p>`;
    }
  }
}

function buttons(unit: Unit, progress: UnitProgress, { play, debrief }: CardActions): unknown {
  const way = (label: string, spoken: string, look: string, act: (unit: Unit) => void) =>
    html`<button class="button ${look}" aria-label=${spoken} @click=${() => act(unit)}>${label}</button>`;
  const { common, overview } = t;
  switch (progress.status) {
    case 'new':
      return way(common.start, overview.startWith(unit.title), '', play);
    case 'busy':
      return way(common.goOn, overview.goOnWith(unit.title), 'primary', play);
    case 'finished': {
      const tested = unit.kind === 'test';
      const talked = tested || unit.kind === 'conversation';
      const label = tested ? overview.result : overview.debrief;
      const spoken = tested ? overview.resultOf(unit.title) : overview.debriefOf(unit.title);
      const look = progress.seen ? 'quiet' : 'primary';
      const again = talked ? common.again : unit.kind === 'lesson' ? overview.readAgain : common.again;
      return [
        talked ? way(label, spoken, look, debrief) : nothing,
        tested || (talked && !progress.seen) ? nothing : way(again, `${again}: ${unit.title}`, 'quiet', play),
      ];
    }
  }
}
