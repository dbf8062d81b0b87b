/** The active blocks of a lesson page, as templates; the lesson keeps what was done. */
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Code, LessonBlock, LessonOption, Module, Spot } from '../../content/module.js';
import { unitTexts } from '../texts/nl-units.js';
import { icon } from '../ui/icons.js';
import { richText } from '../ui/rich-text.js';

export interface BlockContext {
  readonly terms: Module['terms'];
  readonly done: ReadonlySet<Code>;
  /** The option or spot of each block that is open now, by the code of the block's question or first spot. */
  readonly shown: ReadonlyMap<Code, Code>;
  readonly show: (block: Code, code: Code) => void;
}

export function block(part: LessonBlock, context: BlockContext): TemplateResult | typeof nothing {
  switch (part.kind) {
    case 'text':
      return html`<div class="stack body measure">${richText(part.text, context.terms)}</div>`;
    case 'question':
      return question(part, context);
    case 'spots': {
      const first = part.spots[0]?.code;
      return first === undefined ? nothing : spots(part, first, context);
    }
  }
}

function question(
  part: Extract<LessonBlock, { kind: 'question' }>,
  { shown, show }: BlockContext,
): TemplateResult {
  const open = part.options.find((option) => option.code === shown.get(part.code));
  return html`<fieldset class="question">
    <legend>${part.question}</legend>
    <div class="stack gap8">
      ${part.options.map(
        (option, i) =>
          html`<button
            type="button"
            class="choice"
            aria-pressed=${option === open ? 'true' : 'false'}
            @click=${() => show(part.code, option.code)}
          >
            <span class="key" aria-hidden="true">${i + 1}</span><span class="grow">${option.text}</span>
          </button>`,
      )}
      <div role="status">${open ? feedback(open, part.options) : nothing}</div>
      ${open ? html`<p class="small muted">${unitTexts.lesson.lookOn}</p>` : nothing}
    </div>
  </fieldset>`;
}

/** A question without a right answer is there to think: its feedback is neither praise nor blame. */
function feedback(option: LessonOption, all: readonly LessonOption[]): TemplateResult {
  const judged = all.some((one) => one.good) && !all.every((one) => one.good);
  const tone = !judged ? '' : option.good ? 'good' : 'warn';
  return html`<div class="note arrive ${tone}">
    ${icon(tone === 'good' ? 'check' : 'info')}
    <p>
      ${judged ? html`<span class="bold">${option.good ? unitTexts.good : unitTexts.notQuite}</span> ` : nothing}${option.feedback}
    </p>
  </div>`;
}

function spots(
  part: Extract<LessonBlock, { kind: 'spots' }>,
  first: Code,
  context: BlockContext,
): TemplateResult {
  const seen = part.spots.filter((spot) => context.done.has(spot.code)).length;
  const body = { timeline, cards, desk }[part.layout](part.spots, first, context);
  return html`<div class="stack">
    ${body}
    <p class="small muted num" role="status">${unitTexts.lesson.seen(seen, part.spots.length)}</p>
  </div>`;
}

function timeline(all: readonly Spot[], first: Code, { done, show }: BlockContext): TemplateResult {
  return html`<ol class="timeline">
    ${all.map((spot) => {
      const open = done.has(spot.code);
      return html`<li class=${open ? 'seen' : ''}>
        <button
          type="button"
          class="year"
          aria-expanded=${open ? 'true' : 'false'}
          @click=${() => show(first, spot.code)}
        >
          ${spot.id === spot.label ? spot.label : `${spot.id}: ${spot.label}`}
        </button>
        ${open ? html`<p class="says arrive measure">${spot.text}</p>` : nothing}
      </li>`;
    })}
  </ol>`;
}

function cards(all: readonly Spot[], first: Code, { done, show }: BlockContext): TemplateResult {
  return html`<ul class="cards ${all.length % 3 === 1 ? 'pairs' : ''}">
    ${all.map((spot) => {
      const open = done.has(spot.code);
      return html`<li>
        <button
          type="button"
          class="flip"
          aria-expanded=${open ? 'true' : 'false'}
          @click=${() => show(first, spot.code)}
        >
          ${spot.label} ${icon(open ? 'check' : 'plus')}
        </button>
        ${open ? html`<p class="says arrive">${spot.text}</p>` : nothing}
      </li>`;
    })}
  </ul>`;
}

function desk(all: readonly Spot[], first: Code, { done, shown, show }: BlockContext): TemplateResult {
  const open = all.find((spot) => spot.code === shown.get(first));
  return html`<div class="desk">
      ${all.map(
        (spot) =>
          html`<button
            type="button"
            class="place at-${spot.id}"
            aria-expanded=${spot === open ? 'true' : 'false'}
            aria-controls="told"
            @click=${() => show(first, spot.code)}
          >
            <span class="name"
              >${spot.label}${
                done.has(spot.code)
                  ? html`${icon('check', 18)}<span class="sr-only">${unitTexts.lesson.viewed}</span>`
                  : html`<span class="fresh"></span>`
              }</span
            >
            ${sketchOf(spot.id)}
          </button>`,
      )}
    </div>
    <div id="told" class="told" role="status">
      ${
        open
          ? html`<div class="arrive">
              <p class="bold">${open.label}</p>
              <p>${open.text}</p>
            </div>`
          : html`<p class="muted">${unitTexts.lesson.pick}</p>`
      }
    </div>`;
}

/** A few strokes that make the place recognisable on the real desk. */
function sketchOf(place: string): TemplateResult | typeof nothing {
  const [box, strokes] = SKETCHES[place] ?? ['', undefined];
  if (strokes === undefined) return nothing;
  return html`<svg class="sketch" viewBox=${box} preserveAspectRatio="xMinYMin meet" aria-hidden="true">
    <g fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round">${strokes}</g>
  </svg>`;
}

const SKETCHES: Readonly<Record<string, readonly [string, SVGTemplateResult]>> = {
  gesprek: [
    '0 0 160 150',
    svg`<circle cx="16" cy="16" r="13" /><path d="M40 11h50M40 22h30" /><rect x="3" y="42" width="100" height="26" rx="8" /><rect x="56" y="76" width="100" height="26" rx="8" fill="currentColor" /><path d="M3 116h153M3 130h153M3 144h110" />`,
  ],
  meters: [
    '0 0 300 30',
    svg`<circle cx="15" cy="15" r="12" /><path d="M36 15h24" /><circle cx="93" cy="15" r="12" /><path d="M114 15h24" /><circle cx="171" cy="15" r="12" /><path d="M192 15h24" /><circle cx="249" cy="15" r="12" /><path d="M270 15h24" />`,
  ],
  klant: ['0 0 100 26', svg`<circle cx="13" cy="12" r="10" /><path d="M32 7h60M32 18h40" />`],
  kennis: ['0 0 100 26', svg`<rect x="2" y="2" width="94" height="20" rx="6" /><path d="M12 12h30" />`],
  zaken: [
    '0 0 100 26',
    svg`<path d="M12 12h76" /><circle cx="8" cy="12" r="5" fill="currentColor" /><circle cx="48" cy="12" r="5" fill="currentColor" /><circle cx="92" cy="12" r="5" />`,
  ],
  acties: [
    '0 0 100 26',
    svg`<rect x="2" y="2" width="44" height="20" rx="6" /><rect x="54" y="2" width="44" height="20" rx="6" />`,
  ],
};
