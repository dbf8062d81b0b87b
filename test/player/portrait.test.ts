import { describe, expect, it } from 'vitest';
import { FACES, MOODS } from '../../src/content/vocabulary.js';
import { blend, expression } from '../../src/player/ui/portrait-face.js';

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
