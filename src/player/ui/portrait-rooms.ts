/** Where a customer stands or sits before you: behind the counter of the town hall, or at a kitchen table. */
import { nothing, svg, type SVGTemplateResult } from 'lit';
import type { DrawingId } from '../../content/vocabulary.js';
import { thingOf } from './drawings.js';

/** What lies in front of the customer, in the drawing's lower right. */
const thing = (id: DrawingId | undefined, at: string): SVGTemplateResult | typeof nothing =>
  id === undefined ? nothing : svg`<g transform=${at}>${thingOf(id)}</g>`;

/** `ticket`: the number that was called. */
export const hall = (ticket: string): SVGTemplateResult =>
  svg`<rect class="room" x="-17" y="-15" width="134" height="150" />
    <path class="light" d="M-17 92h134v28h-134z" opacity=".7" />
    <rect class="light" x="-10" y="-6" width="32" height="48" rx="2" />
    <path class="edge" d="M6-6v48M-10 18h32" fill="none" stroke-width="1.600" />
    ${
      ticket === ''
        ? nothing
        : svg`<rect class="sign" x="80" y="-4" width="28" height="17" rx="2.500" /><text class="digits" x="94" y="8.300" text-anchor="middle" font-size="11" font-weight="700">${ticket}</text>`
    }
    <path d="M97 92c-1-14 1-24 2-30M99 62c-8-2-11-9-10-16 7 2 10 8 10 16zM99 68c8-1 12-7 12-14-7 1-11 6-12 14zM98 80c-7 0-11-5-12-11 7 0 11 4 12 11z" fill="#6f9a6b" stroke="#5c8659" stroke-width="1" />
    <path d="M90 92h18l-3 16H93z" fill="#b5704a" />`;

export const counter = (id: DrawingId | undefined): SVGTemplateResult =>
  svg`<path d="M-17 119h134v16h-134z" fill="#b88c5e" /><path d="M-17 115.500h134v5h-134z" fill="#d2a878" /><path d="M-17 120.500h134" stroke="#8d6238" stroke-width="1.200" />
    ${thing(id, 'translate(56 96) scale(.62)')}`;

export const kitchen = (): SVGTemplateResult =>
  svg`<rect class="room" x="-17" y="-15" width="134" height="150" />
    <rect class="light" x="62" y="-6" width="48" height="46" rx="2" /><path class="edge" d="M86-6v46M62 16h48" fill="none" stroke-width="1.600" />
    <path d="M60-8h14c0 16-4 30-12 38zM112-8H98c0 16 4 30 12 38z" fill="#c9805e" opacity=".75" />
    <path d="M74 40c0-6 2-9 6-9s6 3 6 9z" fill="#b5704a" /><path d="M80 31c-5-3-6-8-4-13 4 3 6 8 4 13zM80 31c5-3 7-8 6-13-5 2-7 8-6 13z" fill="#6f9a6b" />
    <path d="M-4-15v20" stroke="#5b6670" stroke-width="1.600" /><path d="M-18 16c0-8 6-12 14-12s14 4 14 12z" fill="#d8ab4e" /><path class="light" d="M-17 16h26l16 40h-58z" opacity=".4" />
    <path d="M12 140V70c0-4 3-7 7-7h4v77zM88 140V70c0-4-3-7-7-7h-4v77z" fill="#8a6a48" opacity=".8" />`;

export const table = (id: DrawingId | undefined): SVGTemplateResult =>
  svg`<path d="M-17 116h134v19h-134z" fill="#e9dcc6" /><path d="M-17 116h134v4h-134z" fill="#f4ead8" /><path d="M-17 126h134M-9 116l-4 19M111 116l4 19" stroke="#d7c6a8" stroke-width="1" />
    <g transform="translate(4 100)"><path d="M0 2h15l-1.500 16c-.2 2-1.500 3-3 3h-6c-1.500 0-2.800-1-3-3z" fill="#f7f4ec" stroke="#cfc5b2" stroke-width=".8" /><path d="M15 5c5-1 6 8-1 8" fill="none" stroke="#cfc5b2" stroke-width="2" /><ellipse cx="7.500" cy="2.200" rx="7.500" ry="1.800" fill="#7a5236" /></g>
    ${thing(id, 'translate(58 97) scale(.62)')}`;
