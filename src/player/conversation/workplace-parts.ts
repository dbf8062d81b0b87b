/** The strip of outcomes, the view switch of a narrow screen, and the sentence that says what an action changed; pure. */
import { html, type TemplateResult } from 'lit';
import { DESK_TABS } from '../desk/desk.js';
import type { DeskTab } from '../desk/looking.js';
import { workTexts } from '../texts/nl-work.js';
import { t } from '../texts/texts.js';
import '../ui/ring-meter.js';
import { tabList } from '../ui/tabs.js';
import { metersOf, type Talk } from './talk.js';
import { changeSentence, deskLine, moodOf } from './words.js';

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

/** What the latest action changed, for who listens; undefined when nothing was done. */
export function changedSince(before: Talk, now: Talk): string | undefined {
  const fresh = now.state.log.slice(before.state.log.length);
  const acted = fresh.find((entry) => 'change' in entry);
  if (!acted || !('change' in acted)) return undefined;
  const mood = moodOf(now.state.log);
  const sentences = [
    acted.kind === 'desk' ? `${deskLine(now.world, acted)}.` : '',
    acted.kind !== 'desk' && mood !== moodOf(before.state.log)
      ? `${t.common.looks(now.customer.naam, mood)}.`
      : '',
    changeSentence(now.unit, acted.change),
  ];
  return sentences.filter(Boolean).join(' ');
}
