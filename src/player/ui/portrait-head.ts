/** The head of a portrait: skin, age, eyes, nose, mouth, beard and what is worn on it. Units of the 100 x 100 drawing. */
import { nothing, svg, type SVGTemplateResult } from 'lit';
import type { Portrait } from '../../content/schema/municipality.js';
import { ageOf, blend, lightness, type Expression } from './portrait-face.js';
import { isCovered } from './portrait-hair.js';

const SHAPES: Readonly<Record<NonNullable<Portrait['gezicht']>, string>> = {
  ovaal:
    'M28 47c0-16 8.500-24 22-24s22 8 22 24c0 9-1.500 16-5.500 22.500C62.500 76 57 80 50 80s-12.500-4-16.500-10.500C29.500 63 28 56 28 47z',
  rond: 'M27 49c0-17 9-26 23-26s23 9 23 26c0 10-2 17-7 22.500C62 76 57 79.500 50 79.500S38 76 34 71.500C29 66 27 59 27 49z',
  smal: 'M29 46c0-15.500 8-23 21-23s21 7.500 21 23c0 9-1.500 17-5 24-3 6.500-8.500 11.500-16 11.500S37 76.500 34 70c-3.500-7-5-15-5-24z',
  hoekig:
    'M28 46c0-15 8.500-23 22-23s22 8 22 23c0 7-.5 13.500-1.800 18.500-1.200 5-5.200 9.500-9.700 13-3 2.300-6 3-10.500 3s-7.500-.7-10.500-3c-4.500-3.500-8.500-8-9.700-13C28.500 59.500 28 53 28 46z',
};
const INK = '#2a1c16';

const round = (value: number): number => Math.round(value * 100) / 100;
const stroke = (d: string, ink: string, width: number): SVGTemplateResult =>
  svg`<path d=${d} stroke=${ink} stroke-width=${width} fill="none" stroke-linecap="round" stroke-linejoin="round" />`;

/** Everything that moves with the head, under the hair over it. */
export function headOf(portrait: Portrait, face: Expression): SVGTemplateResult {
  const { huid } = portrait;
  const shade = blend(huid, '#5b2a1a', 0.22);
  const shape = SHAPES[portrait.gezicht ?? 'ovaal'];
  const scarf = portrait.kapsel === 'hoofddoek';
  return svg`${scarf ? nothing : ears(shade, blend(huid, '#5b2a1a', 0.1))}
    <path d=${shape} fill=${huid} />
    <g class="blush" opacity=${face.blush} fill="#d5402f"><ellipse cx="37" cy="62.500" rx="5.500" ry="3.300" /><ellipse cx="63" cy="62.500" rx="5.500" ry="3.300" /></g>
    ${lines(portrait, shade)}
    <g class="blush" opacity=${face.furrow}>${stroke('M48.300 42.600q.7 2 .3 4M51.700 42.600q-.7 2-.3 4', blend(huid, '#3a1a10', 0.35), 1.1)}</g>
    ${portrait.baard ? beard(portrait) : nothing}
    ${eye(1, portrait, face)}${eye(-1, portrait, face)}
    ${stroke('M51.200 54.500q-2.400 4.600-3 6.600.3 1.700 2 1.700 1.400.1 2.600-.7', blend(huid, '#5b2a1a', 0.3), 1.5)}
    ${mouth(portrait, face)}
    ${portrait.snor ? moustache(portrait) : nothing}`;
}

/** What lies over the hair: eyebrows, glasses, what hangs on the ears. */
export function overHair(portrait: Portrait, face: Expression): SVGTemplateResult {
  return svg`${brow(1, portrait, face)}${brow(-1, portrait, face)}
    ${portrait.bril ? GLASSES : nothing}
    ${portrait.gehoorapparaat ? HEARING_AID : nothing}
    ${portrait.oorbellen ? svg`<g fill="#d8ab4e"><circle cx="28" cy="62" r="1.700" /><circle cx="72" cy="62" r="1.700" /></g>` : nothing}`;
}

const GLASSES = svg`<g fill="#fff" fill-opacity=".12" stroke="#2a2f36" stroke-width="1.500"><rect x="33.500" y="47" width="14.500" height="12.400" rx="5.600" /><rect x="52" y="47" width="14.500" height="12.400" rx="5.600" /><path d="M48 52q2-1.600 4 0M33.500 51l-5-1M66.500 51l5-1" fill="none" /></g>`;

const HEARING_AID = svg`<g fill="none" stroke-linecap="round"><path d="M72 47.500q4.800 1 4 8.500" stroke="#7d8b95" stroke-width="2.800" /><path d="M72.300 47.300q-1.800 3.500-1 8.300" stroke="#b9c4cb" stroke-width="1" /><circle cx="71.600" cy="56.500" r="1.300" fill="#b9c4cb" /></g>`;

const ears = (shade: string, inner: string): SVGTemplateResult =>
  svg`<g fill=${inner}><ellipse cx="28" cy="54" rx="4" ry="6" /><ellipse cx="72" cy="54" rx="4" ry="6" /></g>
    ${stroke('M26.500 51.500q-1.300 2.500.3 5M73.500 51.500q1.300 2.500-.3 5', shade, 1)}`;

/** What the years drew. */
function lines(portrait: Portrait, shade: string): SVGTemplateResult | typeof nothing {
  switch (ageOf(portrait)) {
    case 'jong':
    case 'midden':
      return nothing;
    case 'ouder':
      return stroke(
        'M42 38.500q8-1.600 16 0M32.500 56.500l-2 1.200M67.500 56.500l2 1.200M40.500 64q-2.200 2-2.300 4.600M59.500 64q2.200 2 2.300 4.600M38.500 58.800q2.500 1 5 0M56.500 58.800q2.500 1 5 0',
        shade,
        0.9,
      );
    case 'oud':
      return stroke(
        'M40 35.500q10-2.200 20 0M41.500 38.800q8.500-1.700 17 0M33 55.500l-2.800.8M32.600 57.500l-2.400 1.800M67 55.500l2.800.8M67.400 57.500l2.400 1.800M40.300 63.500q-2.800 2.400-2.900 6M59.700 63.500q2.800 2.400 2.900 6M37.500 58.600q3.500 2 7 .4M55.500 59q3.500 1.600 7-.4M41 75.500q1.500 1 3 1M59 75.500q-1.500 1-3 1',
        shade,
        0.95,
      );
  }
}

/** Under a turban `haar` is the colour of the cloth. */
const beardInk = (portrait: Portrait): string =>
  !isCovered(portrait) ? portrait.haar : ageOf(portrait) === 'oud' ? '#b9b4ac' : '#2b1d16';

const beard = (portrait: Portrait): SVGTemplateResult =>
  svg`<path d="M28 53c.2 17 8.500 29 22 29s21.800-12 22-29c-1.800 5.500-4.500 9-8.500 10.500-2.500.6-4 1-5.500.4-5-1.900-11-1.900-16 0-1.500.6-3 .2-5.500-.4-4-1.500-6.700-5-8.500-10.500z" fill=${beardInk(portrait)} />
    <path d="M40.500 69.500q9.500-6.500 19 0-1 7-9.500 7t-9.500-7z" fill=${blend(portrait.huid, beardInk(portrait), 0.22)} />`;

const moustache = (portrait: Portrait): SVGTemplateResult =>
  svg`<path d="M50 64.600c2.600-1.500 6.400-1 9.400 2.700-3 1.500-6.600 1.500-9.400.1-2.800 1.400-6.400 1.400-9.400-.1 3-3.700 6.800-4.200 9.400-2.700z" fill=${beardInk(portrait)} />`;

/** Light eyes go with light hair on light skin; everybody else has brown ones. */
const iris = ({ huid, haar, kapsel }: Portrait): string =>
  lightness(huid) > 0.78 && (lightness(haar) > 0.42 || kapsel === 'krans') ? '#4d6b80' : '#3b2418';

/** `side` 1 = left on the picture, -1 = right: everything mirrors around x. */
function eye(side: 1 | -1, portrait: Portrait, face: Expression): SVGTemplateResult {
  const skin = portrait.huid;
  const x = 50 - side * 9;
  const half = 4.5;
  const height = 3.4 * face.eye * (ageOf(portrait) === 'jong' ? 1.07 : 1);
  const outer = x - side * (half + 1);
  const inner = x + side * (half + 1);
  const top = round(53 - height - 1.2);
  const [lidOut, lidIn] = [round(53 - height + face.lidOut), round(53 - height + face.lidIn)];
  const lid = `M${outer} ${top}L${outer} ${lidOut}L${inner} ${lidIn}L${inner} ${top}Z`;
  const edge = `M${outer + side} ${round(53 - height * 0.5 + face.lidOut * 0.6)}Q${x} ${round(53 - height - 1 + (face.lidIn + face.lidOut) * 0.55)} ${inner - side} ${round(53 - height * 0.5 + face.lidIn * 0.6)}`;
  const cheek = round(57.3 - face.cheek);
  const low = `M${outer} 59L${outer} ${cheek}Q${x} ${round(57.5 - face.cheek * 1.7)} ${inner} ${cheek}L${inner} 59Z`;
  const pupil = `translate(${face.gazeX} ${face.gazeY})`;
  return svg`<ellipse cx=${x} cy="53" rx=${half} ry=${round(height)} fill="#fdfaf6" />
    <g class="head" transform=${pupil}><ellipse cx=${x} cy="53.200" rx="2.700" ry=${round(Math.min(2.8, height))} fill=${iris(portrait)} /><ellipse cx=${x} cy="53.200" rx="1.300" ry="1.300" fill="#120b08" /><circle cx=${x + 0.9} cy="52.200" r=".85" fill="#fff" /></g>
    <path d=${lid} fill=${skin} /><path d=${low} fill=${skin} />
    ${stroke(edge, INK, 1.35)}`;
}

function brow(side: 1 | -1, portrait: Portrait, face: Expression): SVGTemplateResult {
  const x = 50 - side * 9;
  const outerY = round(45.4 + face.browOut);
  const innerY = round(45.4 + face.browIn);
  const d = `M${x - side * 6.3} ${outerY}Q${x - side} ${round((outerY + innerY) / 2 - face.browArch * 1.4)} ${x + side * 5.2} ${innerY}`;
  const age = ageOf(portrait);
  // A scarf or a bald head says nothing about the hair under it; grey brows must still be seen on light skin.
  const ink = isCovered(portrait)
    ? '#2b1d16'
    : blend(portrait.haar, blend(portrait.huid, '#1a1210', 0.75), age === 'oud' ? 0.42 : 0.35);
  return stroke(d, ink, age === 'jong' ? 2.1 : 2.5);
}

function mouth({ huid, leeftijd }: Portrait, face: Expression): SVGTemplateResult {
  const y = round(70 - face.curve * 0.28 + (face.curve < 0 ? 0.6 : 0));
  const left = round(50 - face.mouthWidth);
  const right = round(50 + face.mouthWidth);
  const laughs = face.open > 0 && face.curve > 0;
  // A frown opens upwards from its lower lip, a smile downwards from its upper lip.
  const upper = round(70 + face.curve * (laughs ? 0.35 : 1));
  const lower = round(upper + face.open * 2 + (laughs ? face.curve * 0.4 : 0));
  const lips = blend(huid, '#7a2032', leeftijd === 'oud' ? 0.5 : 0.62);
  const d = `M${left} ${y}Q50 ${upper} ${right} ${y}Q50 ${lower} ${left} ${y}Z`;
  const teeth = `M${round(left + 2)} ${y}Q50 ${round(upper + 0.6)} ${round(right - 2)} ${y}Q50 ${round(upper + (lower - upper) * 0.5)} ${round(left + 2)} ${y}Z`;
  // The shade under the lower lip makes a closed mouth more than a line.
  const under = `M46.500 ${round(74.4 + face.curve * 0.25 + face.open)}q3.500 1 7 0`;
  return svg`<path d=${d} fill="#6b1d2a" stroke=${lips} stroke-width="1.900" stroke-linejoin="round" />
    <path d=${teeth} fill="#fdfaf6" opacity=${face.open > 1.2 ? 0.95 : 0} />
    <path d=${under} stroke=${blend(huid, '#5b2a1a', 0.22)} stroke-width="1.100" fill="none" stroke-linecap="round" />`;
}
