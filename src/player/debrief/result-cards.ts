/** The debrief's cards of numbers: the four outcomes, the competences with the steps, and the routes. */
import { html, nothing, type TemplateResult } from 'lit';
import { unitTexts } from '../texts/nl-units.js';
import { icon, type IconName } from '../ui/icons.js';
import '../ui/radar.js';
import '../ui/range-bar.js';
import type { RouteStep } from './routes.js';
import { NORM, type DebriefView } from './view-model.js';

const STEP_ICONS: Readonly<Record<RouteStep['kind'], IconName>> = {
  said: 'chat',
  desk: 'folder',
  sent: 'send',
};

export function outcomesCard({ outcomes, waits }: DebriefView): TemplateResult {
  const texts = unitTexts.debrief;
  return html`<section class="card stack gap20" aria-labelledby="outcomes">
    <h2 id="outcomes">${texts.outcomes}</h2>
    <ul class="outcomes">
      ${outcomes.map(
        (row) =>
          html`<li>
            <zt-range-bar
              label=${row.label}
              .icon=${row.icon}
              value=${row.value}
              worst=${row.worst}
              best=${row.best}
              .share=${row.share}
              norm=${row.norm}
              .normShare=${row.normShare}
              verdict=${row.verdict}
              tone=${row.isSufficient ? 'good' : 'warn'}
            ></zt-range-bar>
          </li>`,
      )}
    </ul>
    ${waits ? html`<p class="small muted">${texts.waits}</p>` : nothing}
  </section>`;
}

export function skillsCard({ competences, practise, steps }: DebriefView): TemplateResult {
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
                    <span><span class="sr-only">${done ? texts.done : texts.notDone}</span>${step.text}</span>
                  </li>`,
              )}
            </ul>`
    }
  </section>`;
}

export function routesCard({ routes }: DebriefView): TemplateResult {
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
