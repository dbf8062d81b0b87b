/** The hair styles of a portrait, and what is worn on the head: what lies behind the head, and what lies over it. */
import { svg, type SVGTemplateResult } from 'lit';
import type { Portrait } from '../../content/schema/municipality.js';
import { blend } from './portrait-face.js';

export interface Hair {
  readonly back?: SVGTemplateResult;
  readonly front?: SVGTemplateResult;
}
/** Colours of one head: hair, its shade, and a light strand on it. */
interface Ink {
  readonly hair: string;
  readonly deep: string;
  readonly light: string;
  /** A cap takes the colour of the clothes. */
  readonly cloth: string;
}

const path = (d: string, fill: string): SVGTemplateResult => svg`<path d=${d} fill=${fill} />`;
const strands = (d: string, ink: string, width = 1.3): SVGTemplateResult =>
  svg`<path d=${d} stroke=${ink} stroke-width=${width} fill="none" stroke-linecap="round" stroke-linejoin="round" />`;

/** Close to the head with a round hairline; shared by all who wear it tied. */
const CAP =
  'M27 53C23 29 34 17 50.500 17S77 29 73 53c-1.500-10-5.500-15.500-11-18.500-8 2.500-15.500 2.500-23 0-5.500 3-10.500 8.500-12 18.500z';

const STYLES: Readonly<Record<Portrait['kapsel'], (ink: Ink) => Hair>> = {
  kort: ({ hair, deep, light }) => ({
    front: svg`${path('M27 54C21.500 29 33 16 50.500 16 68 16 78.500 28.500 73 54c-.8-8-2.300-14-5.500-18.500-7 .8-14.500-1-20-5-3.300 4.300-8 7-13 7.800-4.200 4-6.500 9-7.500 15.700z', hair)}
      ${strands('M47.500 30.500c2-4.500 6-8 11-9M33 29c2.500-4 6-6.500 10-8', deep)}${strands('M53 19.500c6 .5 11 3.500 14 8', light)}`,
  }),
  kuif: ({ hair, deep, light }) => ({
    front: svg`${path('M27.200 52c-2-13 .8-23 6.800-29l32 0c6 6 8.800 16 6.800 29-1.200-5.500-2.600-9.500-4.800-13-10-4-26-4-36 0-2.200 3.500-3.600 7.500-4.800 13z', deep)}
      ${path('M31.500 37C28 25 34 14.500 46 13c12.500-1.600 24.500 2 26.500 10.500 1 4.500-.8 9-3 13.500-3.500-5-8.500-7-14-7-9 0-17.500 1-24 7z', hair)}
      ${strands('M37 29c3-7 11-11 20-10M45 28c4-4.500 11-6 18-3.500', light)}`,
  }),
  gemillimeterd: ({ hair }) => ({
    front: svg`<path d="M27.600 49C26 31.500 35 22 50 22s24 9.500 22.400 27c-1.400-7-3.600-11.500-6.900-14.500-9.500-2.600-21.500-2.600-31 0-3.300 3-5.500 7.500-6.900 14.500z" fill=${hair} opacity=".82" />`,
  }),
  kaal: () => ({ front: strands('M36.500 33.500q5-6 12-6.500', 'rgb(255 255 255 / 0.42)', 2.4) }),
  krans: ({ hair, deep }) => ({
    front: svg`${path('M27.800 57c-4.500-7.500-4.600-16.500-.4-23.500 1-1.700 2.700-2.600 4-2.200-1 4.200-1.800 8.200-1.900 13-.1 5-.6 9.200-1.700 12.700z', hair)}
      ${path('M72.200 57c4.500-7.500 4.600-16.500.4-23.500-1-1.700-2.700-2.600-4-2.200 1 4.200 1.800 8.200 1.900 13 .1 5 .6 9.200 1.700 12.700z', hair)}
      ${strands('M26.500 44q.2-5 1.800-8.500M73.500 44q-.2-5-1.800-8.500', deep, 1)}
      ${strands('M37 32q6-5.500 13-6', 'rgb(255 255 255 / 0.4)', 2.2)}`,
  }),
  bob: ({ hair, deep, light }) => ({
    back: path(
      'M22.500 50c0-21.500 10.500-34 27.500-34s27.500 12.500 27.500 34c0 7 1 13.500.5 19.500-.4 4.600-6 7.500-11.500 6h-33c-5.500 1.500-11.100-1.400-11.500-6-.5-6 .5-12.500.5-19.500z',
      deep,
    ),
    front: svg`${path('M25.500 63c-4-28 3.500-46.500 24.500-46.500S78.500 35 74.500 63c-3-6-3.800-13-4-21.500-7-.5-13.500-2.500-19-6.500-4.500 4-13 6.500-22 6.500-.2 8.500-1 15.500-4 21.500z', hair)}
      ${strands('M51.500 35c0-6 2.500-11.500 7-14.500M41 36.500c-1-6 1-11 5-14.500', deep)}${strands('M63 24c4 4 6.500 9.500 7.500 15', light)}`,
  }),
  lang: ({ hair, deep, light }) => ({
    back: path(
      'M23 50c0-22 10-35 27-35s27 13 27 35c0 13 2.500 24 1.500 36-.6 6-7 8-12.500 7H34c-5.500 1-11.900-1-12.500-7-1-12 1.500-23 1.500-36z',
      deep,
    ),
    front: svg`${path('M24.500 70c-4.500-33 3-54 25.500-54s30 21 25.500 54c-3-5.500-4-13-4.800-20.500C69.500 40.500 63 35 53 28c-3.500 8.500-14.500 11.500-20.500 18.500-3 5-4.500 15-8 23.500z', hair)}
      ${strands('M53 28c-1-3.500-1-7-.2-10.500M28 58c.5-7 2-12 5-16.500', deep)}${strands('M60 22c7 3 11.500 10 12.500 18', light)}`,
  }),
  golvend: ({ hair, deep, light }) => ({
    back: path(
      'M23.500 47c0-20 9.500-32 26.500-32s26.500 12 26.500 32c0 6 3.500 8 2.800 14.500-.5 5 2 7 .4 13C78 81 71 84 65.500 82h-31c-5.500 2-12.500-1-14.200-7.500-1.600-6 .9-8 .4-13-.7-6.500 2.800-8.500 2.800-14.500z',
      deep,
    ),
    front: svg`${path('M50 22.500c-4.500 8-13 11-18 18.500-3.200 5-2 9-4.500 14-1.200 2.500-1.700 5.500-1.200 9-6-7-3-13-3.300-19C22 27 33 15.500 50 15.500S78 27 77 45c-.3 6 2.700 12-3.300 19 .5-3.500 0-6.500-1.200-9-2.500-5-1.300-9-4.500-14-5-7.500-13.500-10.500-18-18.500z', hair)}
      ${strands('M50 22.500c0-2.500.2-4.500.8-6.500', deep)}${strands('M30 37c2-6 6-10.500 11-13.500M70 37c-2-6-6-10.500-11-13.500', light)}`,
  }),
  staart: ({ hair, deep, light }) => ({
    back: svg`${path('M64 20c12 .5 18.500 11.500 17.500 25.500-.6 9 3 15-1.500 25.500-4-3-7.500-8-7-15.500.6-10-.5-19-9-27z', deep)}<circle cx="50" cy="40" r="24.500" fill=${deep} />`,
    front: svg`${path(CAP, hair)}${strands('M34 33c5-8 14-12 24-11.500M42 34c5-5 12-8 20-8', light, 1.1)}`,
  }),
  knot: ({ hair, deep, light }) => ({
    back: svg`<circle cx="50" cy="15.500" r="9.500" fill=${deep} />`,
    front: svg`${path(CAP, hair)}${strands('M44.500 18q5.500 3 11 0M45.500 11.500q5 3.500 9.500.5', deep, 1.5)}${strands('M33 33c4-7 10-10.500 17-11', light, 1.1)}`,
  }),
  vlecht: ({ hair, deep, light }) => ({
    back: svg`<circle cx="50" cy="40" r="25" fill=${deep} />`,
    front: svg`${path(CAP, hair)}${strands('M33 33c4-7 11-11 20-11', light, 1.1)}
      <g fill=${hair} stroke=${deep} stroke-width="1.100"><ellipse cx="73.500" cy="62" rx="5" ry="6.200" /><ellipse cx="75" cy="71.500" rx="5" ry="6.200" /><ellipse cx="74.500" cy="81" rx="4.700" ry="6" /><ellipse cx="73" cy="90" rx="4" ry="5.500" /></g>`,
  }),
  krul: ({ hair, deep, light }) => ({
    back: svg`<g fill=${deep}><circle cx="28" cy="46" r="11.500" /><circle cx="72" cy="46" r="11.500" /><circle cx="26.500" cy="59" r="9" /><circle cx="73.500" cy="59" r="9" /><circle cx="29" cy="69" r="7" /><circle cx="71" cy="69" r="7" /></g>`,
    front: svg`<g fill=${hair}><circle cx="29" cy="36" r="9.500" /><circle cx="36" cy="25" r="10.500" /><circle cx="50" cy="20.500" r="11.500" /><circle cx="63.500" cy="25" r="10.500" /><circle cx="71" cy="36" r="9.500" /><circle cx="43" cy="30" r="7.500" /><circle cx="57" cy="30" r="7.500" /></g>
      ${strands('M31 25q4-5 9-3M47 17q5-4 9 1M62 26q5-2 7 4M28 38q1-5 5-6', deep, 1.2)}${strands('M41 31q3-4 7-2M55 28q4-2 6 2', light, 1.2)}`,
  }),
  afro: ({ hair, deep, light }) => ({
    back: svg`<g fill=${deep}><circle cx="50" cy="37" r="28" /><circle cx="27" cy="44" r="11" /><circle cx="73" cy="44" r="11" /></g><g fill=${hair}><circle cx="32" cy="24" r="11" /><circle cx="45" cy="17" r="11.500" /><circle cx="58" cy="18" r="11.500" /><circle cx="69" cy="26" r="11" /><circle cx="75" cy="38" r="9.500" /><circle cx="25" cy="37" r="9.500" /></g>`,
    front: svg`${path('M27.500 50C25 33 34 22.500 50 22.500S75 33 72.500 50c-1.500-7-3.500-11-7-13.500-9-4.200-22-4.200-31 0-3.500 2.500-5.500 6.500-7 13.500z', hair)}${strands('M38 20q4-4 8-2M54 16q5-1 8 4M30 32q1-4 4-6', light, 1.2)}`,
  }),
  locks: ({ hair, deep, light }) => ({
    back: svg`<g stroke=${deep} stroke-width="5.500" stroke-linecap="round" fill="none"><path d="M30 30c-6 14-7 32-6 52M36 26c-9 16-8 38-6 60M70 30c6 14 7 32 6 52M64 26c9 16 8 38 6 60" /></g>`,
    front: svg`${path('M26.500 56C21 29 33 16 50 16s29 13 23.500 40c-1.700-9.500-4-16-8.500-20.500-5 .5-10-1.500-14-5.500-4 4.500-9.500 6.500-15 6.500-4.500 4-7.500 10-9.500 19.500z', hair)}
      <g stroke=${hair} stroke-width="4.600" stroke-linecap="round" fill="none"><path d="M28 42c-3 10-4 20-3 32M72 42c3 10 4 20 3 32" /></g>
      ${strands('M51 30c-1-5 0-9 3-12M40 34c-1-6 2-11 6-14M62 34c2-5 0-10-4-14M31 40c0-7 3-12 7-16M69 40c0-7-3-12-7-16', deep, 1.2)}${strands('M45 31c0-5 2-9 5-12', light, 1.1)}`,
  }),
  hoofddoek: ({ hair, deep, light }) => ({
    back: path(
      'M20.500 56C19 29 30.500 14 50 14s31 15 29.500 42c-.6 12-4 24-11.500 33H32c-7.500-9-10.900-21-11.500-33z',
      hair,
    ),
    front: svg`${path('M24.500 58C21 32 31.500 17 50 17s29 15 25.500 41c-.5 9-3.500 17-9 23 2-6 5-14 5.200-24C71.500 40 63 32.500 50 32.500S28.500 40 28.300 57c.2 10 3.200 18 5.200 24-5.500-6-8.500-14-9-23z', hair)}
      ${path('M28.500 61c1.500 12 8 20.500 21.500 20.500S70 73 71.500 61c4.500 10 4 22-2.500 31-12 5-26 5-38 0-6.500-9-7-21-2.500-31z', hair)}
      ${strands('M30 80c9 9 26 10 40-2M33 90c10-1 22-4 32-12', deep, 1.5)}${strands('M33 26c6-6 16-8 26-4', light, 1.5)}
      <path d="M28.600 55c.4-14 8.400-21.500 21.400-21.500S71 41 71.400 55" stroke=${deep} stroke-width="1.400" fill="none" opacity=".7" />`,
  }),
  tulband: ({ hair, deep, light }) => ({
    front: svg`${path('M26 45C20.500 25 31 10.500 50 10.500S79.500 25 74 45c-4-6.500-12-9.500-24-9.500S30 38.500 26 45z', hair)}
      ${strands('M27 41C31 28 45 22 66 14M31 37c6-8 18-12 40-15M73 41C69 30 60 25 50 24', deep, 1.4)}${strands('M33 19c7-5 16-6 25-4', light, 1.4)}
      ${path('M46.500 35.500L50 25l3.500 10.500q-3.500-.8-7 0z', light)}`,
  }),
  pet: ({ deep, cloth }) => ({
    front: svg`${path('M27.500 54c-1.500-6-1.500-11-.5-16h4c-1.500 5-2 10-3.500 16zM72.500 54c1.500-6 1.500-11 .5-16h-4c1.500 5 2 10 3.500 16z', deep)}
      ${path('M26.500 39C25 23.500 34.500 15 50 15s25 8.500 23.500 24c-14-3.500-33-3.500-47 0z', cloth)}
      ${path('M24 41.500c6-6 15-7.500 26-7.500s20 1.500 26 7.500c1 1.500 0 2.600-2 2.200-15-4-33-4-48 0-2 .4-3-.7-2-2.200z', blend(cloth, '#000000', 0.25))}
      ${strands('M50 15v17M38 18c-3 4-4.500 9-5 15M62 18c3 4 4.500 9 5 15', blend(cloth, '#000000', 0.18), 1.1)}`,
  }),
};

/** A style without hair to be seen: its brows take a dark colour of their own. */
export const isCovered = ({ kapsel }: Portrait): boolean => kapsel === 'hoofddoek' || kapsel === 'tulband';

export const hairOf = ({ kapsel, haar, kleding }: Portrait): Hair =>
  STYLES[kapsel]({
    hair: haar,
    deep: blend(haar, '#000000', 0.2),
    light: blend(haar, '#ffffff', 0.16),
    cloth: blend(kleding, '#10202c', 0.25),
  });
