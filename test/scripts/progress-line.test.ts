import { expect, it } from 'vitest';
import { progressText } from '../../scripts/progress-line.js';

it('a progress line says how much is done, how fast, and how long it will take', () => {
  expect(progressText('statements', { done: 12_000, all: 48_000, seconds: 3 })).toBe(
    '12,000 of 48,000 (25%) statements, 4,000/s, 0:09 left',
  );
  expect(progressText('statements', { done: 500, all: null, seconds: 2 })).toBe('500 statements, 250/s');
  expect(progressText('employees', { done: 1, all: 500, seconds: 1 })).toMatch(/8:19 left$/);
});
