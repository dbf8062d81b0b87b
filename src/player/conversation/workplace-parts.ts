/** What stands around the talk: outcomes, views, ways to skip, the coach, the end. Pure. */
import { html, nothing, type TemplateResult } from 'lit';
import { DESK_TABS } from '../desk/desk.js';
import type { DeskTab } from '../desk/looking.js';
import { workTexts } from '../texts/nl-work.js';
import { t } from '../texts/texts.js';
import '../ui/ring-meter.js';
import { icon } from '../ui/icons.js';
import { tabList } from '../ui/tabs.js';
import { metersOf, type Talk } from './talk.js';
import { olderEntries } from './talk-log.js';

export type View = 'talk' | DeskTab;

export function metersStrip(talk: Talk, narrow: boolean): TemplateResult {
  const { outcomes } = talk.world;
  return html`<section class="card meters" aria-label=${workTexts.talk.meters}>
    ${metersOf(talk).map(
      (meter) =>
        html`<zt-ring-meter
          .label=${narrow ? workTexts.meters.short[meter.id] : outcomes[meter.id].label}
          .icon=${meter.icon}
          .value=${narrow ? meter.short : meter.value}
          .share=${meter.share}
          .change=${meter.change}
          ?alarming=${meter.id === 'klanttevredenheid'}
        ></zt-ring-meter>`,
    )}
  </section>`;
}

export function viewSwitch(selected: View, select: (view: View) => void): TemplateResult {
  const { tabs, views } = workTexts.desk;
  return tabList<View>({
    label: views,
    tabs: [
      { id: 'talk', label: tabs.talk, icon: 'chat' },
      ...DESK_TABS.map((tab) => ({ ...tab, label: tabs[tab.id] })),
    ],
    selected,
    panel: selected === 'talk' ? 'talk' : 'desk',
    select,
  });
}

/** The first things that Tab reaches: one button a pane. */
export function skipLinks({ turn }: Talk, show: (view: 'talk' | 'customer') => void): TemplateResult {
  const skip = (view: 'talk' | 'customer', words: string) =>
    html`<button class="button primary" @click=${() => show(view)}>${words}</button>`;
  return html`<div class="skips">
    ${turn ? skip('talk', t.app.skipOptions) : nothing} ${skip('customer', t.app.skipDesk)}
  </div>`;
}

/** That this run counts for nothing, where it does. */
export function modeNote({ run }: Talk): TemplateResult | typeof nothing {
  if (run.mode === 'scored') return nothing;
  return html`<p class="note mode">
    ${icon('info')}<span>${run.mode === 'again' ? workTexts.talk.again : workTexts.talk.fromHere}</span>
  </p>`;
}

/** Stands outside the log: from the focused answer, Tab must lead on to the options. */
export function foldSwitch(
  { state }: Talk,
  unfolded: boolean,
  flip: () => void,
): TemplateResult | typeof nothing {
  const older = olderEntries(state.log);
  if (older === 0) return nothing;
  return html`<button class="button quiet fold" aria-expanded=${unfolded} @click=${flip}>
    ${icon('chat', 18)}${unfolded ? workTexts.talk.fold : workTexts.talk.unfold(older)}
  </button>`;
}

export function coachOffer(
  { unit, turn, state, run }: Talk,
  ask: () => void,
): TemplateResult | typeof nothing {
  if (unit.coached || !turn?.coach) return nothing;
  if (state.coached.includes(turn.id)) return html`<p class="small muted">${workTexts.talk.coachAsked}</p>`;
  return html`<p class="row wrap coach">
    <button class="button quiet" @click=${ask}>${icon('coach', 18)}${workTexts.talk.askCoach}</button>
    ${run.mode === 'scored' ? html`<span class="small muted">${workTexts.talk.coachPrice}</span>` : nothing}
  </p>`;
}

/** In the place of the options, once the conversation is over. */
export function endPanel({ state }: Talk, go: () => void): TemplateResult {
  return html`<section class="answer end" aria-labelledby="ended">
    <h2 id="ended">${workTexts.skins.ended[state.channel]}</h2>
    <button class="button primary" @click=${go}>${workTexts.talk.toDebrief}${icon('arrow-right', 18)}</button>
  </section>`;
}
