/** What a portrait wears: shoulders and neckline. */
import { svg, type SVGTemplateResult } from 'lit';
import type { Portrait } from '../../content/schema/municipality.js';
import { blend } from './portrait-face.js';

type Wear = NonNullable<Portrait['dracht']>;
interface Cloth {
  readonly dark: string;
  readonly light: string;
  readonly skin: string;
}

const BODY =
  'M5 140v-22c0-20 13-28.500 31-32.500 4-.9 5.500-2.500 5.500-5.500h17c0 3 1.500 4.600 5.500 5.500C82 89.500 95 98 95 118v22z';
const line = (d: string, ink: string, width = 1.4): SVGTemplateResult =>
  svg`<path d=${d} stroke=${ink} stroke-width=${width} fill="none" stroke-linecap="round" stroke-linejoin="round" />`;
const fill = (d: string, ink: string): SVGTemplateResult => svg`<path d=${d} fill=${ink} />`;
const SHIRT = '#f3efe6';
const REFLECT = '#dfe3e0';

const DETAILS: Readonly<Record<Wear, (cloth: Cloth) => SVGTemplateResult>> = {
  trui: ({ dark }) => fill('M37.500 84.500q12.500 11 25 0l3.500 1q-16 18-32 0z', dark),
  overhemd: ({ dark, light }) => svg`${line('M50 93v46', dark)}
    ${fill('M41 80.500l-6 5 9.500 11 5.500-7.500z', light)}${fill('M59 80.500l6 5-9.500 11-5.500-7.500z', light)}
    ${line('M41 80.500l-6 5 9.500 11 5.500-7.500 5.500 7.500 9.500-11-6-5', dark, 1)}<circle cx="50" cy="101" r="1.100" fill=${dark} /><circle cx="50" cy="113" r="1.100" fill=${dark} />`,
  blouse: ({ dark, skin, light }) => svg`${fill('M40.500 83.500l9.500 17 9.500-17z', skin)}
    ${fill('M40.500 81.500l-6.500 5 12 12.500 4 2-9.500-17.500z', light)}${fill('M59.500 81.500l6.500 5-12 12.500-4 2 9.500-17.500z', light)}${line('M50 101v38', dark)}`,
  colbert: ({
    dark,
    light,
  }) => svg`${fill('M40 82.500l10 30 10-30q-10 8-20 0z', SHIRT)}${line('M50 92v20', '#cfc8b8', 1)}
    ${fill('M38.500 82l-9.500 5.500 4 8.500-3.500 3 19.500 30 1-17.500z', dark)}${fill('M61.500 82l9.500 5.500-4 8.500 3.500 3-19.500 30-1-17.500z', dark)}
    ${line('M33 96l3.500-1.500M67 96l-3.500-1.500', light, 0.9)}`,
  capuchon: ({
    dark,
    light,
  }) => svg`${fill('M31 86c3-6 8-7.500 10-7.500q9 9.500 18 0c2 0 7 1.500 10 7.500 1 6-6 11-19 12-13-1-20-6-19-12z', dark)}
    ${fill('M41 82q9 9.500 18 0l2.500 3.500q-11.500 10.500-23 0z', blend(dark, '#000000', 0.25))}${line('M43.500 93l-1 12M56.500 93l1 12', light, 1.5)}`,
  werkjas: ({
    dark,
    light,
  }) => svg`${fill('M36 81.500q14 10 28 0l4 8q-18 12-36 0z', dark)}${line('M50 97v42', dark, 1.6)}
    ${line('M27.500 89.500L22 139M72.500 89.500L78 139', REFLECT, 4)}${line('M34 108h9', light, 1.3)}`,
  hesje: ({ dark }) => svg`${fill('M37.500 84.500q12.500 11 25 0l3.500 1q-16 18-32 0z', dark)}
    ${fill('M34 86l-9 6-2 48h54l-2-48-9-6-8 7-8 17-8-17z', '#e3df33')}${line('M30.500 90L27 139M69.500 90L73 139', REFLECT, 4.5)}${line('M24 118h25M51 118h25', REFLECT, 5)}`,
  schort: ({ dark, light }) => svg`${fill('M41 80.500l-5 5 9 9 5-6zM59 80.500l5 5-9 9-5-6z', SHIRT)}
    ${line('M38 103l-2-17M62 103l2-17', dark, 2.6)}${fill('M35 101h30l4 39H31z', dark)}${line('M42 112h16', light, 1.2)}`,
  tuniek: ({
    dark,
    skin,
    light,
  }) => svg`${fill('M41 82.500l9 15 9-15z', skin)}${line('M39.500 82.500l10.500 17 10.500-17', light, 3)}
    <rect x="61" y="101" width="11" height="7" rx="1" fill=${SHIRT} />${line('M63 104h7', dark, 1)}`,
  sjaal: ({
    dark,
    light,
  }) => svg`${fill('M36 79.500q14 11 28 0 6.500 5.500 2.500 12-16.500 10-33 0-4-6.500 2.500-12z', light)}${fill('M57 91l9 25-9.500 3-6.500-25z', light)}
    ${line('M37 86q13 9 26 1M60 100l4 12', dark, 1.2)}`,
};

/** Body and, over the neck, neckline. They lie between the two layers of hair and stay when the head moves. */
export function clothesOf({ kleding, dracht, huid }: Portrait): {
  readonly body: SVGTemplateResult;
  readonly neckline: SVGTemplateResult;
} {
  const dark = blend(kleding, '#000000', 0.24);
  const cloth: Cloth = {
    dark,
    light: blend(kleding, '#ffffff', 0.32),
    skin: blend(huid, '#5b2a1a', 0.1),
  };
  return {
    body: svg`${fill(BODY, kleding)}${line('M16 112c2 8 3 16 3 27M84 112c-2 8-3 16-3 27', dark, 1)}`,
    neckline: DETAILS[dracht ?? 'trui'](cloth),
  };
}
