/** Which values a token of each kind may have. What is anything else never reaches a style sheet. */
import { formatHex, parse } from 'culori';
import type { TokenKind } from './tokens.js';

const LINES = new Set(['solid', 'dashed', 'dotted', 'double']);
const WEIGHTS: Readonly<Record<string, string>> = { normal: '400', bold: '700' };
/** Lengths that do not hang on what is around them. */
const LENGTH = /^(?:0|\d*\.?\d+(?:px|rem|em))$/i;
const FAMILY = /^[\p{L}\p{N} _\-,'".]+$/u;

/** The value as it is written in a theme; undefined when it is none of this kind. Colours become `#rrggbb`. */
export function literal(kind: TokenKind, value: string): string | undefined {
  const text = value.trim();
  switch (kind) {
    case 'color':
      return opaque(text);
    case 'family':
      return FAMILY.test(text) ? text.replaceAll('"', "'") : undefined;
    case 'weight': {
      const weight = WEIGHTS[text.toLowerCase()] ?? text;
      return /^[1-9]\d{0,2}$/.test(weight) ? weight : undefined;
    }
    case 'length':
      return LENGTH.test(text) ? (text === '0' ? '0px' : text.toLowerCase()) : undefined;
    case 'line':
      return LINES.has(text.toLowerCase()) ? text.toLowerCase() : undefined;
  }
}

/** A colour one can see through has no contrast of its own. */
function opaque(text: string): string | undefined {
  const color = parse(text);
  return color && (color.alpha ?? 1) === 1 ? formatHex(color) : undefined;
}
