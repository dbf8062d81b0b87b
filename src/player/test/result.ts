/** What a learner sees of a test that was handed in. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Test } from '../../content/module.js';
import type { Session } from '../../engine/session.js';
import { reviewOf } from '../quiz/reviewed.js';
import { shownOrder } from '../quiz/order.js';
import { testTexts } from '../texts/nl-test.js';
import { decimal } from '../ui/format.js';
import { icon } from '../ui/icons.js';
import { wayOn } from '../ui/way-on.js';
import { adviceOf, skillsOf, type Played } from './view-model.js';

type Host = HTMLElement & { readonly session: Session; readonly unit: Test };

/** After the baseline a direction and no answers; at the end every item with its explanation. `open`: shows an article. */
export function resultScreen(host: Host, played: Played, open: (article: string) => void): TemplateResult {
  const { unit, session } = host;
  const isFinal = unit.moment === 'final';
  return html`${isFinal ? finalHead(session, played) : baselineHead(played)} ${adviceCard(unit, played)}
  ${skillsCard(session, played)} ${isFinal ? itemsCard(host, played, open) : nothing}
  ${isFinal ? html`<p class="small muted">${testTexts.final.againText}</p>` : nothing}
  ${wayOn(host, unit, isFinal ? testTexts.final.again : undefined)}`;
}

function baselineHead({ score }: Played): TemplateResult {
  const texts = testTexts.baseline;
  return html`<section class="card stack gap8">
    <h1 tabindex="-1">${texts.title}</h1>
    <p class="measure">${texts.text}</p>
    <p class="small muted measure">${texts.score(decimal(score ?? 0))}</p>
  </section>`;
}

function finalHead({ module }: Session, { score }: Played): TemplateResult {
  const texts = testTexts.final;
  const { passMark } = module;
  const isPassed = passMark !== undefined && (score ?? 0) >= passMark;
  const mark = decimal(passMark ?? 0);
  return html`<section class="card stack gap8">
    <h1 tabindex="-1">${texts.title(decimal(score ?? 0))}</h1>
    ${
      passMark === undefined
        ? nothing
        : html`<p class="note ${isPassed ? 'good' : 'warn'}">
            ${icon(isPassed ? 'check' : 'info')}<span
              >${isPassed ? texts.passed(mark) : texts.failed(mark)}</span
            >
          </p>`
    }
  </section>`;
}

/** What to do first, by the names of modules. */
function adviceCard(unit: Test, { evidence }: Played): TemplateResult {
  const texts = unit.moment === 'final' ? testTexts.final : testTexts.baseline;
  const titles = adviceOf(skillsOf(evidence), unit);
  return html`<section class="card stack gap8" aria-labelledby="first">
    <h2 id="first">${texts.first}</h2>
    ${
      titles.length === 0
        ? html`<p>${texts.strong}</p>`
        : html`<p>${texts.firstText}</p>
            <ol class="numbers measure">
              ${titles.map((title) => html`<li class="bold">${title}</li>`)}
            </ol>`
    }
  </section>`;
}

function skillsCard({ module }: Session, { evidence }: Played): TemplateResult {
  return html`<section class="card stack gap8" aria-labelledby="skills">
    <h2 id="skills">${testTexts.skills}</h2>
    <p class="small muted">${testTexts.skillsText}</p>
    <table>
      <thead>
        <tr>
          <th scope="col">${testTexts.skill}</th>
          <th scope="col">${testTexts.went}</th>
        </tr>
      </thead>
      <tbody>
        ${skillsOf(evidence).map(
          ({ id, tendency }) =>
            html`<tr>
              <th scope="row">${module.world.competences[id].label}</th>
              <td>${testTexts.tendency[tendency]}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

function itemsCard(
  { session, unit }: Host,
  { state }: Played,
  open: (article: string) => void,
): TemplateResult {
  return html`<section class="card stack gap8" aria-labelledby="all">
    <h2 id="all">${testTexts.final.all}</h2>
    <ul class="reviews">
      ${state.items.map((item, at) => {
        const practice = unit.practice[item.competentie];
        return reviewOf(session.module, {
          item,
          at,
          answer: state.answers[item.code],
          order: shownOrder(session, unit, item),
          open,
          advice: practice === undefined ? undefined : testTexts.final.practise(practice),
        });
      })}
    </ul>
  </section>`;
}
