import { describe, expect, it } from 'vitest';
import { portrait as portraitSchema, type Portrait } from '../../src/content/schema/municipality.js';
import { FACES, MOODS } from '../../src/content/vocabulary.js';
import { clothesOf } from '../../src/player/ui/portrait-clothes.js';
import { ageOf, blend, expression } from '../../src/player/ui/portrait-face.js';
import { hairOf } from '../../src/player/ui/portrait-hair.js';
import { headOf, overHair } from '../../src/player/ui/portrait-head.js';

const distance = (one: string, other: string): number => {
  const values = (mood: string): number[] => Object.values<number>({ ...expression(mood) });
  const [a, b] = [values(one), values(other)];
  return a.reduce((sum, value, i) => sum + Math.abs(value - b[i]!), 0);
};

describe('the face of a customer', () => {
  it('is clearly another one for each of the six faces', () => {
    const moods = FACES.map((face) => Object.keys(MOODS).find((mood) => MOODS[mood]!.face === face)!);
    for (const [i, one] of moods.entries()) {
      for (const other of moods.slice(i + 1))
        expect(distance(one, other), `${one} / ${other}`).toBeGreaterThan(5);
    }
  });

  it('frowns more when the mood word is stronger', () => {
    expect(expression('woedend').browIn).toBeGreaterThan(expression('kortaf').browIn);
    expect(expression('verslagen').drop).toBeGreaterThan(expression('moe').drop);
    expect(expression('blij').curve).toBeGreaterThan(expression('vriendelijk').curve);
  });

  it('is calm for a word it does not know', () => {
    expect(expression('onbekend')).toEqual(expression('neutraal'));
  });

  it('blends colours', () => {
    expect(blend('#000000', '#ffffff', 0.5)).toBe('#808080');
  });
});

describe('a person', () => {
  const plain = portraitSchema.parse({
    huid: '#c98f64',
    haar: '#241a16',
    kapsel: 'kort',
    kleding: '#335577',
  });
  const { shape } = portraitSchema;
  const drawing = (change: Partial<Portrait>): string => {
    const one = { ...plain, ...change };
    const face = expression('neutraal');
    return JSON.stringify([hairOf(one), clothesOf(one), headOf(one, face), overHair(one, face)]);
  };
  const variants: readonly Partial<Portrait>[] = [
    ...shape.kapsel.options.map((kapsel) => ({ kapsel })),
    ...shape.dracht
      .unwrap()
      .options.filter((dracht) => dracht !== 'trui')
      .map((dracht) => ({ dracht })),
    ...shape.leeftijd
      .unwrap()
      .options.filter((leeftijd) => leeftijd !== 'midden')
      .map((leeftijd) => ({ leeftijd })),
    ...shape.gezicht
      .unwrap()
      .options.filter((gezicht) => gezicht !== 'ovaal')
      .map((gezicht) => ({ gezicht })),
    { bril: true },
    { baard: true },
    { snor: true },
    { gehoorapparaat: true },
    { oorbellen: true },
  ];

  it('is drawn differently for every choice that an author has', () => {
    const drawn = variants.map(drawing);
    expect(new Set(drawn).size).toBe(variants.length);
    for (const one of drawn) expect(one).not.toMatch(/NaN|undefined/);
  });

  it('of an old file is as old as it said', () => {
    expect(ageOf({ ...plain, ouder: true })).toBe('ouder');
    expect(ageOf(plain)).toBe('midden');
  });

  it('wears a beard of hair under a turban of cloth', () => {
    const cloth = '#b5472f';
    const head = JSON.stringify(
      headOf({ ...plain, kapsel: 'tulband', haar: cloth, baard: true }, expression('rustig')),
    );
    expect(head).not.toContain(cloth);
  });
});
