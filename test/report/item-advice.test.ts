import { describe, expect, it } from 'vitest';
import { adviceOn, type Measured } from '../../src/report/edition/item-advice.js';

const SOUND: Measured = { n: 400, facility: 70, discrimination: 0.3, guess: 25, rarest: 30 };
const advice = (change: Partial<Measured>) => adviceOn({ ...SOUND, ...change });

describe('advice on an item', () => {
  it('leaves a sound one alone', () => {
    expect(advice({})).toBe('fine');
  });

  it('says nothing of fewer than 30 answers', () => {
    expect(advice({ n: 29, discrimination: -0.5 })).toBe('few');
  });

  // Upper ends of the 95 % interval: 0.10 of 400 is 0.20 (0.196), 0.12 is 0.22; 0.10 of 100 is 0.29.
  it.each([
    ['weak', { discrimination: 0.1 }],
    ['fine', { discrimination: 0.12 }],
    ['fine', { discrimination: 0.1, n: 100 }],
  ])('is %s when it may be chance that it tells people apart so little: %o', (expected, change) => {
    expect(advice(change)).toBe(expected);
  });

  it('doubts the key when who knows more does worse, but not on forty answers alone', () => {
    expect(advice({ discrimination: -0.05 })).toBe('check-key');
    expect(advice({ discrimination: -0.05, n: 40 })).toBe('fine');
    expect(advice({ discrimination: -0.2, n: 40 })).toBe('check-key');
  });

  it('tells an item that nobody can do from one that is worth teaching', () => {
    expect(advice({ facility: 30, discrimination: 0.15 })).toBe('too-hard');
    expect(advice({ facility: 30, discrimination: 0.25 })).toBe('teach');
    expect(advice({ facility: 45 })).toBe('teach');
    expect(advice({ facility: 45, guess: 40 })).toBe('teach');
  });

  it('calls an item too easy that nearly everybody does well, also without spread', () => {
    expect(advice({ facility: 92 })).toBe('too-easy');
    expect(advice({ facility: 100, discrimination: null })).toBe('too-easy');
  });

  it('is content with a quiz after a lesson that nearly everybody does well', () => {
    expect(advice({ facility: 95, practice: true })).toBe('fine');
  });

  it('names an answer that nobody takes once a hundred could have', () => {
    expect(advice({ rarest: 7 })).toBe('dead-distractor');
    expect(advice({ rarest: 8 })).toBe('fine');
    expect(advice({ rarest: 0, n: 99 })).toBe('fine');
    expect(advice({ rarest: null })).toBe('fine');
  });
});
