/** Proofs are kept between runs: words may change, what a proof follows from may not. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadContent } from '../../../src/content/index.js';
import { CALL, modulesWith } from '../workshop.js';

describe('a proof that was kept', () => {
  const dir = modulesWith();
  const cache = join(dir, 'proofs');
  const script = join(dir, CALL);
  const original = readFileSync(script, 'utf8');
  const kept = (): readonly string[] => readdirSync(cache).sort();
  const check = (text: string) => {
    writeFileSync(script, text);
    return loadContent(dir, ['loket'], { cache });
  };
  const first = check(original);
  const before = kept();

  it('holds when only words change', () => {
    const { modules, summaries } = check(original.replace(/^(KLANT[^:]*: )/gm, '$1Zeg, '));
    expect(kept()).toEqual(before);
    expect(summaries).toEqual(first.summaries);
    expect(JSON.stringify(modules)).toContain('Zeg, ');
  });

  it('does not hold when an effect changes', () => {
    const { summaries } = check(original.replace(/klanttevredenheid \+?1\b/, 'klanttevredenheid 2'));
    expect(kept().length).toBe(before.length + 1);
    expect(summaries).not.toEqual(first.summaries);
  });

  it('does not hold when a temptation goes, for then a weaker choice must be explained', () => {
    const text = original.replace(/^ +VERLEIDING:.*\n(?: {4,}.*\n)*/m, '');
    expect(text).not.toBe(original);
    check(text);
    expect(kept().length).toBeGreaterThan(before.length + 1);
  });
});
