/** What customers take pictures of; each fills 240 x 150. Flat, a little untidy, as a telephone sees it. */
import { svg, type SVGTemplateResult } from 'lit';

const line = (d: string, ink: string, width: number): SVGTemplateResult =>
  svg`<path d=${d} stroke=${ink} stroke-width=${width} fill="none" stroke-linecap="round" stroke-linejoin="round" />`;
/** `x y width height` */
const rect = (box: string, ink: string): SVGTemplateResult => {
  const [x, y, width, height] = box.split(' ');
  return svg`<rect x=${x} y=${y} width=${width} height=${height} fill=${ink} />`;
};
/** Sky, and pavement or grass from y = 96. */
const street = (ground: string): SVGTemplateResult =>
  svg`${rect('0 0 240 150', '#cfdfe6')}${rect('0 96 240 54', ground)}`;
/** A row of houses behind what matters. */
const HOUSES = svg`${rect('0 34 76 64', '#b98f78')}<path d="M-4 36l40-26 44 26z" fill="#7b4a3f" />${rect('76 24 90 74', '#a87b66')}<path d="M72 26l50-22 48 22z" fill="#6b4239" />${rect('166 40 78 58', '#c2a08c')}<path d="M162 42l40-22 46 22z" fill="#7b4a3f" />
  <g fill="#e9f1f4">${[10, 44, 92, 128, 180, 212].map((x) => svg`<rect x=${x} y="50" width="18" height="22" />`)}</g>`;

export const PHOTOS = {
  stoeptegel: svg`${rect('0 0 240 150', '#8f979b')}
    <g fill="#b9c0c3"><path d="M2 28h66v18H2zM72 28h68v18H72zM144 28h94v18h-94zM2 50h36v48H2zM186 50h52v48h-52zM2 102h66v46H2zM72 102h66v46H72zM142 102h96v46h-96z" /></g>
    <path d="M42 50l66-7 4 47-64 8z" fill="#c8cfd2" /><path d="M108 43l4 47-64 8 1 6 68-8-4-54z" fill="#5d656a" />
    <path d="M116 54l66 11-8 42-64-13z" fill="#d3d9dc" /><path d="M116 54l-6 40 2 6 64 13-2-6-64-13z" fill="#596166" />
    ${line('M92 118c14-22 30-34 44-33s26 8 46-3M120 92c2 12-2 22-8 32M150 86c6 8 16 12 26 12', '#4a3526', 6)}<g fill="#71844a"><ellipse cx="46" cy="104" rx="16" ry="4" /><ellipse cx="188" cy="112" rx="12" ry="4" /></g>
    ${rect('0 0 240 26', '#a9b58c')}<path d="M-4 4h248M-4 21h248M10 0v27M32 0v27M54 0v27M76 0v27M98 0v27M120 0v27M142 0v27M164 0v27M186 0v27M208 0v27M230 0v27" stroke="#2f63a8" stroke-width="4" />`,
  kuil: svg`${rect('0 0 240 150', '#6b7176')}${rect('0 0 240 22', '#8a9a62')}${rect('0 20 240 7', '#c8cbc8')}${line('M20 138h44M92 138h44M164 138h44', '#e3e1d6', 6)}
    <path d="M58 76c10-18 42-26 74-22 30 3 54 14 52 30-2 18-34 28-66 28-36 0-68-16-60-36z" fill="#4a4f53" /><path d="M74 80c10-12 34-18 58-14 24 3 40 12 36 22-6 12-30 16-54 15-26-2-48-12-40-23z" fill="#30353a" /><path d="M92 92c16-6 42-6 58 0-14 8-44 9-58 0z" fill="#7f97a2" />${line('M58 74l-18-8M184 84l20-10M118 112l-6 14', '#4a4f53', 3)}`,
  container: svg`${street('#a8aeb0')}${HOUSES}${rect('0 96 240 54', '#a8aeb0')}${line('M0 122h240', '#8f9698', 2)}
    <path d="M92 58h62l-6 76H98z" fill="#3f7a52" /><path d="M88 46c0-5 4-8 9-8h52c5 0 9 3 9 8v12H88z" fill="#2f6141" /><path d="M86 34l70-18 5 12-72 18z" fill="#356c49" /><g fill="#e9e3d2"><path d="M98 46l10-12 16 8 14-12 12 10-2 8z" /></g><path d="M118 40l12-10 10 8-8 8z" fill="#7a8c98" />
    <circle cx="104" cy="134" r="7" fill="#24282b" /><circle cx="142" cy="134" r="7" fill="#24282b" />${line('M108 78h30', '#2f6141', 3)}<path d="M168 138c2-12 10-18 18-16s14 8 12 16z" fill="#3b3f45" />`,
  grofvuil: svg`${street('#9fa6a8')}${HOUSES}${rect('0 96 240 54', '#9fa6a8')}
    <path d="M40 92c0-8 6-12 12-12h70c8 0 12 4 12 12v34H40z" fill="#8a5a4a" /><path d="M48 62h78c6 0 8 4 8 8v22H40V70c0-4 4-8 8-8z" fill="#a06b58" />${rect('46 126 8 8', '#4b332a')}${rect('120 126 8 8', '#4b332a')}${line('M87 64v30', '#7a4f40', 2)}
    <path d="M142 66l44-10 10 74-44 6z" fill="#d9d3c4" /><path d="M146 72l36-8M150 96l38-6M153 118l38-5" stroke="#b7b09e" stroke-width="3" />
    <path d="M186 136c-4-14 4-24 14-24s18 12 12 24z" fill="#2f343a" /><path d="M208 138c0-10 6-16 14-14s12 8 10 14z" fill="#3d444b" />`,
  lantaarn: svg`${rect('0 0 240 150', '#26323f')}${rect('0 112 240 38', '#3a444c')}<path d="M0 60l30-16 32 16v54H0z" fill="#323d48" /><path d="M176 50l34-18 34 18v64h-68z" fill="#2f3a45" />${rect('12 74 14 16', '#e8c873')}${rect('196 66 14 16', '#47535e')}
    <path d="M116 142h12l-3-104h-6z" fill="#11181e" />${line('M122 40c0-18 14-22 34-20', '#11181e', 5)}<path d="M150 16l28 2-4 8-26 0z" fill="#1b242c" /><path d="M152 26h20" stroke="#59646d" stroke-width="3" />
    <path d="M48 118c20-8 40-8 60 0" stroke="#4b565f" stroke-width="2" fill="none" /><g fill="#c9d4dc"><circle cx="40" cy="18" r="1.200" /><circle cx="90" cy="30" r="1" /><circle cx="206" cy="14" r="1.200" /></g>`,
  boom: svg`${street('#8da067')}${rect('0 96 240 54', '#8da067')}<path d="M150 44l54-24 40 20v58h-94z" fill="#b98f78" /><path d="M144 46l60-30 40 22v8l-40-20z" fill="#6b4239" />${rect('176 58 22 22', '#e9f1f4')}
    <path d="M84 140c6-30 2-56-8-76l10-4c8 12 12 22 14 32 4-14 12-26 24-34l6 6c-16 14-22 40-20 76z" fill="#6a4a35" />
    <g fill="#5f7f46"><circle cx="70" cy="46" r="30" /><circle cx="104" cy="32" r="32" /><circle cx="136" cy="52" r="28" /><circle cx="98" cy="58" r="28" /></g><g fill="#739a55"><circle cx="88" cy="30" r="20" /><circle cx="124" cy="40" r="18" /></g>${line('M132 92c18-4 32 0 48 10', '#6a4a35', 7)}<path d="M172 94c14-8 28 0 26 12-12 4-22-2-26-12z" fill="#5f7f46" />`,
  terras: svg`${street('#b9b4ab')}${rect('0 14 240 84', '#c7a98f')}${rect('14 44 60 54', '#4d5a61')}${rect('96 44 80 34', '#dfeaee')}${rect('0 96 240 54', '#b9b4ab')}
    <path d="M0 22h240l-8 18H8z" fill="#b5472f" /><g fill="#f1e7d8"><path d="M30 22h30l-2 18H32zM90 22h30v18H91zM150 22h30l1 18h-31z" /></g>
    ${line('M52 112h44M74 112v28M64 140h20', '#3b4046', 4)}${line('M140 112h44M162 112v28M152 140h20', '#3b4046', 4)}<g fill="none" stroke="#7a5a3c" stroke-width="4" stroke-linecap="round"><path d="M36 96v24h12M36 120v18M48 120v18M112 96v24h-12M112 120v18M100 120v18M200 96v24h-12M200 120v18M188 120v18" /></g>${rect('66 102 7 10', '#e9f1f4')}${rect('154 103 6 9', '#d9a441')}`,
  woning: svg`${rect('0 0 240 150', '#a87b66')}<g stroke="#97705d" stroke-width="1.500">${[18, 36, 54, 72, 90, 108].map((y) => svg`<path d=${`M0 ${y}h240`} />`)}</g>
    ${rect('88 22 66 128', '#e9e3d2')}${rect('94 28 54 122', '#2f5d50')}${rect('104 38 34 26', '#cfe0e4')}<circle cx="140" cy="92" r="3" fill="#d8ab4e" />${rect('106 104 30 5', '#d8ab4e')}
    ${rect('14 34 56 62', '#e9e3d2')}${rect('19 39 46 52', '#cfe0e4')}${line('M42 39v52', '#e9e3d2', 3)}${rect('176 30 30 18', '#f4f1e6')}<path d="M183 44V34h3v10M191 34l-2 4 3 1-2 5" stroke="#2a3238" stroke-width="2" fill="none" />${rect('78 140 86 10', '#8f979b')}
    <path d="M186 150c-8-22-4-38 6-46 12 6 18 24 12 46z" fill="#5f7f46" />${rect('180 134 30 16', '#b5623b')}`,
  traplift: svg`${rect('0 0 240 150', '#efe7da')}<path d="M20 150v-14h26v-20h28V96h28V76h28V56h28V36h28V16h54v134z" fill="#c79b6b" /><path d="M20 136h26v-20h28V96h28V76h28V56h28V36h28V16h54" fill="none" stroke="#9c7447" stroke-width="4" />
    ${line('M30 116L206 -8', '#8d98a0', 6)}<path d="M92 54h30c4 0 6 2 6 6v30H92z" fill="#5c6f7b" /><path d="M88 88h46v8H88z" fill="#47586a" />${line('M94 70h-12v18M90 96l-4 16h30', '#47586a', 5)}<circle cx="104" cy="48" r="0" /><path d="M94 28h24c4 0 6 3 6 7v20H92V34c0-4 0-6 2-6z" fill="#6f838f" />`,
  fiets: svg`${street('#b3b1aa')}${rect('0 30 240 68', '#bfae9a')}${rect('0 96 240 54', '#b3b1aa')}
    <g fill="none" stroke="#2a3035" stroke-width="4"><circle cx="72" cy="112" r="27" /><circle cx="168" cy="112" r="27" /></g>${line('M72 112l28-44h44l24 44M100 68l24 44h44M92 58h18M144 68l-4-16h14M124 112H72', '#b5472f', 5)}<path d="M86 54h24l-3 7H90z" fill="#2a3035" /><rect x="150" y="42" width="34" height="22" rx="2" fill="#8a6a48" />${line('M150 50h34M161 42v22M172 42v22', '#6d5237', 1.5)}`,
  plattegrond: svg`${rect('0 0 240 150', '#e4e9e2')}<path d="M0 40h84v50H0zM150 86h90v64h-90z" fill="#cfdfc6" /><path d="M96 0h58v60H96z" fill="#dcd8cd" />
    <g stroke="#fff" stroke-width="11" fill="none"><path d="M0 102c50-8 96-34 240-28M118 0c-6 50 8 96 26 150M40 0c6 30 4 70 20 150M196 0l-10 150" /></g><path d="M-4 136c40-18 74-6 108 14" stroke="#a9c9dc" stroke-width="12" fill="none" />
    <g fill="#bdb8ad"><path d="M74 14h24v18H74zM138 24h22v22h-22zM88 112h26v18H88zM206 100h24v18h-24zM210 30h20v24h-20z" /></g><path d="M124 44c-10 0-18 8-18 18 0 13 18 30 18 30s18-17 18-30c0-10-8-18-18-18z" fill="#b3261e" /><circle cx="124" cy="62" r="7" fill="#fff" />`,
} as const;
