/** Photos and things that a script shows, by the names of the vocabulary. */
import { svg, type SVGTemplateResult } from 'lit';
import type { DrawingId } from '../../content/vocabulary.js';
import { OBJECTS } from './drawings-objects.js';
import { PHOTOS } from './drawings-photos.js';

const isObject = (id: DrawingId): id is keyof typeof OBJECTS => id in OBJECTS;

/** The drawing as a photo that fills 240 x 150; a thing lies on a table. */
export const photoOf = (id: DrawingId): SVGTemplateResult =>
  isObject(id)
    ? svg`<rect width="240" height="150" fill="#cbb89c" /><path d="M0 30h240M0 74h240M0 118h240" stroke="#bda786" stroke-width="2" />
        <ellipse cx="122" cy="128" rx="66" ry="8" fill="#000" opacity=".14" /><g transform="translate(30 15) scale(3)">${OBJECTS[id]}</g>`
    : PHOTOS[id];

/** The drawing as a thing of 60 x 40 on the counter; a photo is shown on a telephone. */
export const thingOf = (id: DrawingId): SVGTemplateResult =>
  isObject(id)
    ? OBJECTS[id]
    : svg`<rect x="8" y="5" width="44" height="30" rx="3.500" fill="#1f262c" /><svg x="11" y="7.500" width="38" height="25" viewBox="0 0 240 150" preserveAspectRatio="xMidYMid slice">${PHOTOS[id]}</svg>`;
