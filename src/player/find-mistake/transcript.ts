/** The finished conversation as bubbles; the employee's lines can be marked, and later show how it went. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Code, FindMistake, TranscriptLine } from '../../content/module.js';
import type { Customer } from '../../content/schema/municipality.js';
import { unitTexts } from '../texts/nl-units.js';
import { capital } from '../ui/format.js';
import { icon, type IconName } from '../ui/icons.js';
import '../ui/portrait.js';

export type Verdict = 'found' | 'missed' | 'fine';

/** How a line of the employee came out; undefined: not marked, and rightly so. */
export function verdictOf(unit: FindMistake, code: Code, marks: readonly Code[]): Verdict | undefined {
  const isMistake = unit.mistakes.some((mistake) => mistake.line === code);
  if (marks.includes(code)) return isMistake ? 'found' : 'fine';
  return isMistake ? 'missed' : undefined;
}

const ICONS: Readonly<Record<Verdict, IconName>> = { found: 'check', missed: 'alert', fine: 'info' };
const TONES: Readonly<Record<Verdict, string>> = { found: 'good', missed: 'warn', fine: '' };

export interface TranscriptContext {
  readonly unit: FindMistake;
  readonly customer: Customer | undefined;
  readonly marks: readonly Code[];
  /** Absent once the marks are final: then each line shows its verdict. */
  readonly toggle?: (code: Code) => void;
}

export const transcript = (context: TranscriptContext): TemplateResult =>
  html`<ol class="lines">
    ${context.unit.lines.map((line) => html`<li class=${side(line)}>${one(line, context)}</li>`)}
  </ol>`;

const side = (line: TranscriptLine): string =>
  line.speaker === 'BUREAU' ? 'scene' : line.speaker === 'JIJ' ? 'own' : 'other';

function one(line: TranscriptLine, context: TranscriptContext): TemplateResult {
  const { customer } = context;
  const { code } = line;
  if (line.speaker === 'BUREAU') return html`<p class="small muted">${line.text}</p>`;
  if (line.speaker === 'JIJ' && code !== undefined) return ownLine(line, code, context);
  const who = line.speaker === 'KLANT' ? capital(customer?.aanspreking ?? '') : unitTexts.findMistake.you;
  return html`${
      line.speaker === 'KLANT'
        ? html`<zt-portrait
            decorative
            .portrait=${customer?.portret}
            mood=${line.mood ?? 'neutraal'}
          ></zt-portrait>`
        : nothing
    }
    <p class="bubble">${bubble(who, line.text)}</p>`;
}

const bubble = (who: string, text: string): TemplateResult =>
  html`<span class="who">${who}</span><span>${text}</span>`;

function ownLine(
  line: TranscriptLine,
  code: Code,
  { unit, marks, toggle }: TranscriptContext,
): TemplateResult {
  const texts = unitTexts.findMistake;
  const words = bubble(texts.you, line.text);
  if (toggle) {
    const isMarked = marks.includes(code);
    return html`<button
      type="button"
      class="bubble"
      aria-pressed=${isMarked ? 'true' : 'false'}
      @click=${() => toggle(code)}
    >
      ${words}
      <span class="flag small">${icon('flag', 16)}${isMarked ? texts.marked : texts.mark}</span>
    </button>`;
  }
  const verdict = verdictOf(unit, code, marks);
  if (!verdict) return html`<div class="bubble">${words}</div>`;
  return html`<div class="bubble ${verdict}">
    ${words}
    <span class="chip ${TONES[verdict]}">${icon(ICONS[verdict], 14)}${texts.verdicts[verdict]}</span>
    ${verdict === 'fine' && line.fine ? html`<span class="small">${line.fine}</span>` : nothing}
  </div>`;
}
