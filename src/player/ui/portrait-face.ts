/** From a mood word to the numbers that draw a face. */
import type { Portrait } from '../../content/schema/municipality.js';
import { MOODS, type Face } from '../../content/vocabulary.js';

/** All lengths in units of the 100 x 100 drawing; positive = down, or a smile for `curve`. */
export interface Expression {
  /** Inner and outer end of the eyebrows, and how much they arch. */
  readonly browIn: number;
  readonly browOut: number;
  readonly browArch: number;
  /** Height of the open eye, 1 = neutral. */
  readonly eye: number;
  /** How far the upper lid hangs at the nose and at the temple. */
  readonly lidIn: number;
  readonly lidOut: number;
  /** Lower lid that a smile pushes up. */
  readonly cheek: number;
  readonly curve: number;
  readonly open: number;
  readonly mouthWidth: number;
  readonly blush: number;
  /** Where the eyes look: units to the side and down. */
  readonly gazeX: number;
  readonly gazeY: number;
  /** Lines between the eyebrows, 0 = none. */
  readonly furrow: number;
  /** Head: degrees to the side, and units down. */
  readonly tilt: number;
  readonly drop: number;
}

const CALM: Expression = {
  browIn: 0,
  browOut: 0,
  browArch: 1.6,
  eye: 1,
  lidIn: 0.9,
  lidOut: 0.9,
  cheek: 0,
  curve: 1,
  open: 0,
  mouthWidth: 8.5,
  blush: 0,
  gazeX: 0,
  gazeY: 0,
  furrow: 0,
  tilt: 0,
  drop: 0,
};

/** Every face at full strength, as it differs from a calm one. */
const FULL: Readonly<Record<Face, Partial<Expression>>> = {
  boos: {
    browIn: 4,
    browOut: -2.2,
    browArch: 0.5,
    eye: 0.98,
    lidIn: 3,
    lidOut: 0.4,
    curve: -4.6,
    open: 1.9,
    mouthWidth: 8.6,
    blush: 0.36,
    furrow: 1,
    drop: 1.6,
  },
  bezorgd: {
    browIn: -4,
    browOut: 0.8,
    browArch: 1,
    eye: 1.2,
    lidIn: 0,
    lidOut: 0.9,
    curve: -2.6,
    open: 1.5,
    mouthWidth: 6.2,
    gazeX: -0.5,
    furrow: 0.45,
    tilt: 2.4,
  },
  verdrietig: {
    browIn: -3.6,
    browOut: 2.6,
    browArch: 0.2,
    eye: 0.9,
    lidIn: 1.2,
    lidOut: 3.6,
    curve: -4.8,
    mouthWidth: 7.2,
    blush: 0.14,
    gazeY: 0.9,
    furrow: 0.2,
    tilt: -5,
    drop: 3.2,
  },
  neutraal: { curve: 0.5 },
  opgelucht: {
    browIn: -2.4,
    browOut: 0.9,
    browArch: 2.4,
    eye: 0.84,
    lidIn: 1.9,
    lidOut: 2.4,
    cheek: 1.1,
    curve: 5.6,
    mouthWidth: 9.4,
    blush: 0.22,
    tilt: 3.6,
  },
  blij: {
    browIn: -2.2,
    browOut: -1.4,
    browArch: 3,
    eye: 0.98,
    cheek: 2.1,
    curve: 6.2,
    open: 4.6,
    mouthWidth: 10.6,
    blush: 0.32,
    tilt: -2.4,
  },
};

/** Even a weak mood must be read at 72 px, so strength 0 shows half of it. */
const shown = (strength: number): number => 0.5 + strength / 2;

/** The face for a mood word of a script; an unknown word gives a calm one. */
export function expression(mood: string): Expression {
  const found = MOODS[mood] ?? { face: 'neutraal' as const, strength: 0.5 };
  const full: Expression = { ...CALM, ...FULL[found.face] };
  const k = shown(found.strength);
  const face: Record<keyof Expression, number> = { ...CALM };
  for (const key of Object.keys(CALM) as (keyof Expression)[]) {
    face[key] = Math.round((CALM[key] + (full[key] - CALM[key]) * k) * 100) / 100;
  }
  return face;
}

/** `#rrggbb` moved a share (0..1) towards another colour. */
export function blend(colour: string, towards: string, share: number): string {
  const channel = (hex: string, at: number): number => parseInt(hex.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) =>
    Math.round(channel(colour, at) * (1 - share) + channel(towards, at) * share)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${mixed.join('')}`;
}

/** Perceived lightness of `#rrggbb`, 0 = black, 1 = white. */
export function lightness(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

/** Old files only say `ouder`. */
export const ageOf = ({ leeftijd, ouder }: Portrait): NonNullable<Portrait['leeftijd']> =>
  leeftijd ?? (ouder ? 'ouder' : 'midden');
