/** Things that lie on a counter or a table; each in a box of 60 x 40. */
import { svg, type SVGTemplateResult } from 'lit';

const lines = (d: string, ink: string, width = 1.2): SVGTemplateResult =>
  svg`<path d=${d} stroke=${ink} stroke-width=${width} fill="none" stroke-linecap="round" />`;
const PAPER = '#fdfcf8';
const EDGE = '#c9c2b2';
const INK = '#9a937f';

export const OBJECTS = {
  paspoort: svg`<g transform="rotate(9 44 12)"><rect x="34" y="5" width="16" height="17" fill=${PAPER} stroke=${EDGE} /><rect x="36" y="7" width="12" height="12" fill="#b9a58a" /><circle cx="44" cy="11.500" r="2.200" fill="#6f5f4c" /></g>
    <rect x="16" y="2" width="27" height="37" rx="2" fill="#6d1f30" /><rect x="17.500" y="2" width="2" height="37" fill="#561625" />
    <circle cx="30.500" cy="17" r="6" fill="none" stroke="#e2c06f" stroke-width="1.200" />${lines('M26.500 17h8M30.500 13v8M24 28.500h13M26.500 32h8', '#e2c06f')}`,
  'paspoort-open': svg`<rect x="3" y="5" width="54" height="31" rx="2" fill="#6d1f30" /><path d="M5 6h25v28.500H5zM30 6h25v28.500H30z" fill="#eef1ea" />${lines('M30 6v28.500', '#c3c9bd')}
    <rect x="33" y="10" width="8" height="10" fill="#dfe6e8" /><circle cx="37" cy="13.500" r="2" fill="#a9785a" /><path d="M34 20c.3-3 1.500-4 3-4s2.700 1 3 4z" fill="#47526b" />${lines('M43.500 11h9M43.500 14h7M43.500 17h9M43.500 20h5', '#6f7d74')}${lines('M33 27h20M33 30.500h20', '#3d463f', 1.6)}
    <circle cx="17" cy="17" r="6" fill="none" stroke="#b7c3b0" stroke-width="1.200" />${lines('M9 28h16M9 31h11', '#c3c9bd')}`,
  identiteitskaart: svg`<rect x="6" y="6" width="48" height="30" rx="3" fill="#dbe8ee" stroke="#8fa9b8" /><rect x="10" y="12" width="13" height="17" rx="1.500" fill="#f5f8fa" />
    <circle cx="16.500" cy="18.500" r="3.400" fill="#b98a6a" /><path d="M11 29c.5-5 2.800-6.500 5.500-6.500s5 1.500 5.500 6.500z" fill="#47526b" />${lines('M28 14h20M28 19h14M28 24h17M28 29h10', '#7d97a6')}`,
  brief: svg`<path d="M12 2h36v37H12z" fill=${PAPER} stroke=${EDGE} /><path d="M16 6h10v4H16z" fill="#3f7d8c" />${lines('M16 15h28M16 19h26M16 23h28M16 27h20M16 33h10', INK)}`,
  envelop: svg`<rect x="5" y="7" width="50" height="29" rx="1.500" fill=${PAPER} stroke=${EDGE} />${lines('M5.500 8l24.500 16L54.500 8', '#b9b2a2', 1)}<rect x="43" y="10.500" width="8" height="9" fill="#d98a5b" />${lines('M14 28h18M14 31.500h12', INK)}`,
  formulier: svg`<path d="M12 1h36v38H12z" fill=${PAPER} stroke=${EDGE} /><path d="M12 1h36v7H12z" fill="#cfe0e4" />${lines('M16 4.500h14', '#3f7d8c')}
    <g fill="none" stroke=${INK}><rect x="16" y="12" width="28" height="5" rx=".8" /><rect x="16" y="20" width="28" height="5" rx=".8" /><rect x="16" y="28" width="4" height="4" /><rect x="16" y="34" width="4" height="3" /></g>${lines('M23 30h14M23 36h10M18 14.500h12M18 22.500h8', INK)}`,
  map: svg`<path d="M6 8h17l4 4h27v26H6z" fill="#c98b3f" /><path d="M11 5h36v26H11z" fill=${PAPER} stroke=${EDGE} /><path d="M13 8h36v26H13z" fill="#f3efe4" stroke=${EDGE} />${lines('M18 13h24M18 17h26M18 21h18', INK)}<path d="M4 16h49l4 22H8z" fill="#dba457" />`,
  sleutels: svg`<g fill="none" stroke="#8c8f94" stroke-width="3"><circle cx="20" cy="16" r="8" />${lines('M26 21l16 12M38 30l-3 4M33 26l-3 4', '#8c8f94', 3)}</g><circle cx="33" cy="12" r="5" fill="none" stroke="#c7a04f" stroke-width="2.600" />${lines('M36 15l14 9M47 22l-2 3.500', '#c7a04f', 2.6)}<rect x="4" y="24" width="10" height="13" rx="2" fill="#b5472f" transform="rotate(18 9 30)" />`,
  parkeerkaart: svg`<rect x="5" y="4" width="50" height="33" rx="3" fill="#2f6fb0" /><rect x="9" y="8" width="17" height="25" rx="1.500" fill="#f4f8fc" /><path d="M13 29V13h5.500a5 5 0 0 1 0 10H16.500v6z" fill="#2f6fb0" />${lines('M31 12h18M31 18h20M31 24h14', '#e7f0f8', 1.6)}<circle cx="46" cy="31" r="3" fill="#f0c84b" />`,
  telefoon: svg`<rect x="19" y="1" width="22" height="38" rx="3.500" fill="#1f262c" /><rect x="21" y="4" width="18" height="31" rx="1.500" fill="#dcebf0" />${lines('M24 9h12M24 13h9M27 20h9M24 26h10', '#6f8f9b')}`,
} as const;
