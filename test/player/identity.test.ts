import { describe, expect, it } from 'vitest';
import { levelOf } from '../../src/player/desk/identity.js';

describe('how sure you are who somebody is', () => {
  it('grows with what the customer named', () => {
    expect(levelOf([], true)).toBe('nothing');
    expect(levelOf(['naam', 'adres'], true)).toBe('nothing');
    expect(levelOf(['naam', 'adres', 'geboren'], true)).toBe('recognised');
    expect(levelOf(['naam', 'zaak'], true)).toBe('recognised');
    expect(levelOf(['naam', 'zaak', 'samen'], true)).toBe('checked');
  });

  it('is nothing by a shared secret alone: a name comes first', () => {
    expect(levelOf(['samen', 'adres', 'geboren'], true)).toBe('nothing');
  });

  it('asks no day of birth where the record has none', () => {
    expect(levelOf(['naam', 'adres'], false)).toBe('recognised');
  });
});
