/** The hair styles of a portrait: what lies behind the head, and what lies over it. */
import { svg, type SVGTemplateResult } from 'lit';
import type { Portrait } from '../../content/schema/municipality.js';
import { blend } from './portrait-face.js';

interface Hair {
  readonly back?: SVGTemplateResult;
  readonly front?: SVGTemplateResult;
}

const path = (d: string, fill: string): SVGTemplateResult => svg`<path d=${d} fill=${fill} />`;

/** Close to the head, with a parting; shared by all who wear it tied. */
const CAP = 'M27 52C24 30 34 18 51 18s26 12 22 34c-2-11-7-17-13-19-9 4-20 3-26-1-4 4-6 11-7 20z';

const STYLES: Readonly<Record<Portrait['kapsel'], (hair: string, deep: string) => Hair>> = {
  kort: (hair, deep) => ({
    front: svg`${path('M26.500 53C22 29 33 17 50 17c18 0 28 11 23.500 36-1.500-9-3-14-7-18-8 1-15-1-21-5-3 5-8 7-13 8-3 4-5 8-6 15z', hair)}
      <path d="M36 26c6-5 16-6 24-2" stroke=${deep} stroke-width="1.400" fill="none" stroke-linecap="round" />`,
  }),
  lang: (hair, deep) => ({
    back: path('M23 50c0-22 10-35 27-35s27 13 27 35v33c0 6-7 9-12 7H35c-5 2-12-1-12-7z', deep),
    front: path(
      'M25 66c-3-30 5-49 25-49s28 19 25 49c-3-4-4-11-5-18-1-9-8-14-17-19-4 9-16 11-22 19-2 4-3 12-6 18z',
      hair,
    ),
  }),
  knot: (hair, deep) => ({
    back: svg`<circle cx="50" cy="12" r="10.500" fill=${deep} />`,
    front: svg`${path(CAP, hair)}<path d="M44 17q6 3 12 0" stroke=${deep} stroke-width="1.600" fill="none" stroke-linecap="round" />`,
  }),
  hoofddoek: (hair, deep) => ({
    back: path('M21 52c0-25 12-38 29-38s29 13 29 38c0 15-3 28-9 36H30c-6-8-9-21-9-36z', hair),
    front: svg`${path('M25 56c-2-25 8-38 25-38s27 13 25 38c-2-16-10-26-25-26S27 40 25 56z', hair)}
      ${path('M26 62c3 12 11 19 24 19s21-7 24-19c3 12 1 24-6 31H32c-7-7-9-19-6-31z', hair)}
      <path d="M29 79c10 9 28 10 42-3M34 25c6-4 18-6 28 0" stroke=${deep} stroke-width="1.600" fill="none" stroke-linecap="round" />`,
  }),
  kaal: () => ({
    front: svg`<path d="M37 33q5-6 12-6" stroke="#fff" stroke-opacity=".4" stroke-width="2.400" fill="none" stroke-linecap="round" />`,
  }),
  krul: (hair, deep) => ({
    back: svg`<g fill=${deep}><circle cx="28" cy="46" r="12" /><circle cx="72" cy="46" r="12" /><circle cx="26" cy="59" r="9" /><circle cx="74" cy="59" r="9" /></g>`,
    front: svg`<g fill=${hair}><circle cx="29" cy="35" r="10" /><circle cx="37" cy="24" r="11" /><circle cx="51" cy="20" r="12" /><circle cx="64" cy="25" r="11" /><circle cx="72" cy="36" r="9.500" /><circle cx="44" cy="31" r="7" /><circle cx="58" cy="31" r="7" /></g>
      <path d="M34 24q4-4 8 0M49 18q5-3 8 2M64 27q5-1 6 4" stroke=${deep} stroke-width="1.300" fill="none" stroke-linecap="round" />`,
  }),
  bob: (hair, deep) => ({
    back: path('M22 50c0-22 11-34 28-34s28 12 28 34v19c0 6-6 8-11 6H33c-5 2-11 0-11-6z', deep),
    front: svg`${path('M25 60c-3-28 6-43 25-43s28 15 25 43c-3-5-4-11-5-19-12-1-26-1-40 0-1 8-2 14-5 19z', hair)}
      <path d="M40 22v18M60 22v18" stroke=${deep} stroke-width="1.200" fill="none" stroke-linecap="round" />`,
  }),
  vlecht: (hair, deep) => ({
    back: svg`<circle cx="50" cy="40" r="25.500" fill=${deep} />`,
    front: svg`${path(CAP, hair)}<g fill=${hair} stroke=${deep} stroke-width="1.200"><ellipse cx="73" cy="63" rx="5.500" ry="6.500" /><ellipse cx="75" cy="73" rx="5.500" ry="6.500" /><ellipse cx="74" cy="83" rx="5" ry="6" /><ellipse cx="72" cy="92" rx="4" ry="6" /></g>`,
  }),
};

export const hairOf = (portrait: Portrait): Hair =>
  STYLES[portrait.kapsel](portrait.haar, blend(portrait.haar, '#000000', 0.18));
