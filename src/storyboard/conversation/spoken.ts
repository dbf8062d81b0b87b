/** Who says what, as a conversation. */
import type { Line } from '../../content/module.js';
import { html, type Html, nothing } from '../html.js';
import { customerOf, speakerName } from '../words/names.js';
import type { Scene } from './turn.js';

/** What is said and seen, as a conversation. */
export function spokenLines(lines: readonly Line[], { unit, world }: Pick<Scene, 'unit' | 'world'>): Html {
  const customer = customerOf(unit, world);
  return html`${lines.map(
    ({ speaker, mood, text }) =>
      html`<p class="line ${speaker.toLowerCase()}">
        <b>${speakerName(speaker, customer)}</b>${mood === undefined ? nothing : html` <i>${mood}</i>`}
        <span>${text}</span>
      </p>`,
  )}`;
}

/** Who says what at once: 'Mevrouw Bakker (opgelucht): ‘Fijn.’' */
export function replyInWords(
  { speaker, mood, text }: Line,
  { unit, world }: Pick<Scene, 'unit' | 'world'>,
): string {
  const who = speakerName(speaker, customerOf(unit, world));
  return `${who}${mood === undefined ? '' : ` (${mood})`}: ‘${text}’`;
}
