/** The debrief's cards of words: what was behind it and came of it, what to take along, what the desk knew, the coach. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Conversation } from '../../content/module.js';
import { unitTexts } from '../texts/nl-units.js';
import { icon, type IconName } from '../ui/icons.js';
import '../ui/portrait.js';
import type { FactStanding } from './facts.js';
import { toldLine } from './replay.js';
import type { DebriefView } from './view-model.js';

const FACT_ICONS: Readonly<Record<FactStanding['standing'], IconName>> = {
  used: 'check',
  found: 'info',
  missed: 'search',
};

/** What was behind the question, and what happened three weeks later; on the best route too. */
export function storyCards(
  unit: Conversation,
  { customer, ending, faces, told, better }: DebriefView,
): TemplateResult {
  const texts = unitTexts.debrief;
  return html`<section class="card story stack" aria-labelledby="behind">
      <h2 id="behind">${texts.behind}</h2>
      <p class="small muted">${texts.asked(unit.question)}</p>
      <p>${unit.behindQuestion}</p>
    </section>
    ${
      ending
        ? html`<section class="card story stack" aria-labelledby="later">
            <div class="row">
              <zt-portrait decorative .portrait=${customer?.portret} mood=${faces.end}></zt-portrait>
              <h2 id="later">${texts.later(ending.later.when)}</h2>
            </div>
            <p>${ending.later.text}</p>
            ${told.map(toldLine)}
            ${better ? html`<p class="small muted">${texts.alsoLater(better.later.text)}</p>` : nothing}
          </section>`
        : nothing
    }`;
}

/** Three things of this learner's own, then what the author wants everybody to take along. */
export function lessonsCard(unit: Conversation, { takeAways }: DebriefView): TemplateResult | typeof nothing {
  const texts = unitTexts.debrief;
  if (unit.takeaways.length + takeAways.length === 0) return nothing;
  return html`<section class="card stack gap16" aria-labelledby="lessons">
    <h2 id="lessons">${texts.lessons}</h2>
    <ol class="lessons stack">
      ${takeAways.map(
        ({ head, text }, i) =>
          html`<li>
            <span class="key" aria-hidden="true">${i + 1}</span>
            <p><span class="bold">${head}</span> ${text}</p>
          </li>`,
      )}
    </ol>
    ${
      unit.takeaways.length === 0
        ? nothing
        : html`<h3>${texts.forAll}</h3>
            <ul class="dots stack gap8">
              ${unit.takeaways.map((text) => html`<li>${text}</li>`)}
            </ul>`
    }
    <p class="printing">
      <button class="button quiet flush" @click=${() => window.print()}>
        ${icon('print', 18)}${texts.print}
      </button>
    </p>
  </section>`;
}

/** What the desk knew: what was left lying first. */
export function knownCard({ facts }: DebriefView): TemplateResult | typeof nothing {
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

/** What the coach was asked, and what that did to the score. */
export function adviceCard({ advice }: DebriefView): TemplateResult | typeof nothing {
  const { said, isHalved } = advice;
  if (said.length === 0) return nothing;
  const texts = unitTexts.debrief;
  return html`<section class="card stack" aria-labelledby="advice">
    <h2 id="advice" class="row gap8">${icon('coach')}${texts.coachHead}</h2>
    <p>${texts.coachTimes(said.length)} ${isHalved ? texts.coachHalf(said.length) : texts.coachFree}</p>
    <ul class="stack gap8">
      ${said.map((text) => html`<li class="small muted">‘${text}’</li>`)}
    </ul>
  </section>`;
}
