/** 'Wat wordt bewaard, waar, wie ziet het', as the build of this package decided. */
import { html, nothing, type TemplateResult } from 'lit';
import type { KeptOptions } from '../status.js';
import { toolTexts } from '../texts/nl-tools.js';
import { t } from '../texts/texts.js';
import { icon, type IconName } from '../ui/icons.js';

/** `options` undefined: no learning environment, so nothing leaves the page. */
export function keptParts(options: KeptOptions | undefined): TemplateResult {
  const { kept } = toolTexts;
  const part = (name: IconName, head: string, lines: readonly string[]): TemplateResult =>
    html`<section class="row top part">
      <span class="tile">${icon(name, 18)}</span>
      <div class="grow stack gap4">
        <h3>${head}</h3>
        ${lines.map((line) => html`<p>${line}</p>`)}
      </div>
    </section>`;
  return html`<div class="stack gap20">
    ${options ? nothing : html`<p class="note">${icon('info')}<span>${t.saving.untracked}</span></p>`}
    ${
      options
        ? html`${part('saved', kept.lms.head, [kept.lms[options.detail], kept.lms.who])}
          ${part('route', kept.lrs.head, recordLines(options))}`
        : nothing
    }
    ${part('monitor', kept.browser.head, [kept.browser.text])}
    ${part('x', kept.never.head, [kept.never.text])}
  </div>`;
}

function recordLines({ records, actor, standard }: KeptOptions): readonly string[] {
  const { lrs } = toolTexts.kept;
  if (records === 'none') return [lrs.none];
  const what = records === 'launch' ? lrs.launch : lrs.fixed(records);
  return [what, standard === 'cmi5' ? lrs.lmsActor : lrs.actor[actor], lrs.who];
}
