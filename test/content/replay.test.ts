import { describe, expect, it } from 'vitest';
import { loadContent } from '../../src/content/index.js';
import { readPath, replay, type Replay } from '../../src/content/replay/replay.js';
import { FIXTURES } from './workshop.js';

const { playables, summaries } = loadContent(FIXTURES, ['loket'], { cache: null });

function show(unit: string, path: string): Replay {
  const playable = playables.find((each) => each.unit.id === unit);
  if (!playable) throw new Error(`no ${unit}`);
  return replay(playable, readPath(path));
}

describe('a conversation along a path', () => {
  it('reads as it goes: lines, what was done, its effects and where that brings you', () => {
    const { ok, text } = show('de-es', 'klant feenstra, a1');
    expect(ok).toBe(true);
    expect(text).toMatch(/^loket\/de-es: /);
    expect(text).toMatch(/\[opening\]\n[^]*KLANT \(.+\): [^]*\n> klant feenstra: .+\n {4}minuten \+0,5/);
    expect(text).toMatch(/> a1: .+\n {4}.*klanttevredenheid \+.+\[nu: klanttevredenheid \d/);
    expect(text).toMatch(/In de beurt '[a-z-]+' kan nu:\n[*-] .+ \{#[a-z]\d\}/);
    expect(text).toMatch(/Tot hier: klanttevredenheid [\d,]+; minuten [\d,]+; werkdagen \d+; kosten /);
  });

  it('ends with the ending, its verdict and all outcomes', () => {
    for (const { unit, bestPath } of summaries) {
      const { ok, text } = show(unit, bestPath.join(', '));
      expect(ok).toBe(true);
      expect(text).toMatch(/EINDE [a-z-]+ \(goed\)\n(OORDEEL: .+\n)?LATER \(.+\): /);
      expect(text).toMatch(/Aan het einde: klanttevredenheid .+; proces (\d)\/\1\nCompetenties: /);
    }
  });

  it('names a step that cannot be done, and what was possible instead', () => {
    const { ok, text } = show('de-es', 'a1, a1');
    expect(ok).toBe(false);
    expect(text).toMatch(/Stap 2, 'a1', kan hier niet: 'a1' staat niet in de beurt '/);
    expect(text).toMatch(/kan wel:\n[*-] /);
    expect(show('de-es', 'b99').text).toContain("er is geen keuze met het id 'b99'");
    expect(show('de-es', 'klant jansen').text).toContain("'klant jansen' is er niet op dit bureau.");
  });

  it('lets a call go unanswered where the path says so', () => {
    const { ok, text } = show('de-es', 'bellen vergunningen (geen gehoor)');
    expect(ok).toBe(true);
    expect(text).toContain('> bellen vergunningen (geen gehoor)');
  });

  it('may stop halfway a letter, and shows the blocks of the next part', () => {
    const { ok, text } = show('antwoord', 'a1');
    expect(ok).toBe(true);
    expect(text).toMatch(
      /gekozen voor het bericht: a1\n\nIn de beurt 'schrijven' kan nu:\nonderdeel '.+':\n\* /,
    );
    expect(text).toMatch(/- niet nu: .+ \{#b3\} \(alleen als weet tuin\)/);
  });

  it('takes a path as a finding writes it, with the full stop behind it', () => {
    expect(readPath('a1,  zaak  Z-2041, a3.')).toEqual(['a1', 'zaak Z-2041', 'a3']);
    expect(readPath('')).toEqual([]);
  });
});
