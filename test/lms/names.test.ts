import { describe, expect, it } from 'vitest';
import { addressOf, answersTo, isLoopback } from '../../src/lms/names.js';

describe('the names that the LMS answers to', () => {
  it('are those of this computer only, unless it was told to let others in', () => {
    for (const name of ['127.0.0.1', 'localhost']) expect(answersTo(name, '127.0.0.1')).toBe(true);
    for (const name of ['192.168.1.5', 'boos.example', '127.0.0.1.boos.example'])
      expect([name, answersTo(name, '127.0.0.1')]).toEqual([name, false]);
    expect(answersTo('192.168.1.5', '0.0.0.0')).toBe(true);
    expect(answersTo('[fe80::1]', '::')).toBe(true);
    expect(answersTo('boos.example', '0.0.0.0')).toBe(false);
  });

  it('give an address that works here', () => {
    expect(addressOf('0.0.0.0', 80)).toBe('http://127.0.0.1:80/');
    expect(addressOf('::1', 80)).toBe('http://[::1]:80/');
    expect(['127.0.0.1', 'localhost', '::1', '0.0.0.0', '10.0.0.1'].map(isLoopback)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
