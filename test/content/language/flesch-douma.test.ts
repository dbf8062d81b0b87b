import { describe, expect, it } from 'vitest';
import { readingLevel } from '../../../src/content/language/flesch-douma.js';
import { splitSentences } from '../../../src/content/language/sentences.js';
import { countSyllables } from '../../../src/content/language/syllables.js';

/** Words of a town hall in their syllables. */
const WORDS = `
  ge-meen-te ver-gun-ning aan-vraag pas-poort i-den-ti-teits-kaart rij-be-wijs uit-ke-ring be-zwaar-schrift
  ge-boor-te-ak-te o-ver-lij-den ver-hui-zing bur-ger-ser-vice-num-mer e-ner-gie-toe-slag kwijt-schel-ding
  be-las-ting-aan-slag be-stem-mings-plan om-ge-vings-ver-gun-ning par-keer-ver-gun-ning con-tai-ner
  sub-si-die fi-nan-ci-ë-le fi-nan-ci-eel of-fi-ci-eel co-ör-di-na-tor be-ïn-vloe-den ge-ïn-te-res-seerd
  i-dee-ën re-a-ge-ren be-oor-de-len be-ant-woor-den i-ni-ti-a-tief si-tu-a-tie ra-di-o e-ven
  bu-reau ni-veau mi-li-eu nieuws-brief op-nieuw moei-lijk groei-en le-gi-ti-ma-tie in-wo-ner on-der-ne-mer
  ba-lie e-mail-a-dres web-site on-line mu-se-um par-ti-ci-pa-tie hy-po-theek jeugd-hulp me-de-wer-ker
  huis-hou-de-lijk ei-gen-aar se-ri-eus pri-vé vre-de-lie-vend ge-au-to-ma-ti-seerd bij-zon-der
  zie-ken-huis be-ëin-di-gen re-ü-nie B-S-N W-M-O Di-gi-D`
  .trim()
  .split(/\s+/)

  // `e-mailadres` keeps its own hyphen; for counting it makes no difference.
  .map((entry) => ({ word: entry.replaceAll('-', ''), syllables: entry.split('-').length }));

describe('syllables', () => {
  it('of about fifty words of a town hall: at most two are wrong', () => {
    expect(WORDS.length).toBeGreaterThanOrEqual(50);
    const wrong = WORDS.filter(({ word, syllables }) => countSyllables(word) !== syllables).map(
      ({ word }) => `${word}: ${countSyllables(word)}`,
    );
    expect(wrong.length, wrong.join(', ')).toBeLessThanOrEqual(2);
  });

  it('a trema splits, an accent does not, and nothing has none', () => {
    expect(countSyllables('zeeën')).toBe(2);
    expect(countSyllables('één')).toBe(1);
    expect(countSyllables('café')).toBe(2);
    expect(countSyllables("foto's")).toBe(2);
    expect(countSyllables("'t")).toBe(1);
  });
});

const sentencesOf = (text: string): string[] => splitSentences(text).map((sentence) => sentence.text);

describe('sentences', () => {
  it.each([
    ['Dag mevrouw. Gaat u zitten!', 2],
    ['Mw. de Vries belt dhr. J. Jansen. Hij is er niet.', 2],
    ['U betaalt € 43.000,50. Dat is veel.', 2],
    ['Het kan om 12.05 uur. Of op 3 dec. 2026.', 2],
    ['Neem iets mee, bijv. een kaart. Dat helpt.', 2],
    ["'Gaat u zitten!' zei zij. 'Dank u.'", 2],
    ["'U bent welkom.' Hij lachte.", 2],
    ['Eh ... ja, dat klopt.', 1],
    ['1. Vraag een kaart aan', 1],
    ['Een kop\nEn een zin', 2],
    ['Ik bel u. U hoort het morgen.', 2],
    ['Dat kost u. 12 euro is het.', 2],
    ['... ?!', 0],
  ])('%s', (text, count) => {
    expect(sentencesOf(text), sentencesOf(text).join(' / ')).toHaveLength(count);
  });

  it('each knows where it begins', () => {
    const text = '  Eerst dit.  Dan dat.';
    for (const { text: sentence, start } of splitSentences(text))
      expect(text.slice(start, start + sentence.length)).toBe(sentence);
  });
});

describe('reading level', () => {
  it('tells plain Dutch from officialese', () => {
    const plain = readingLevel(
      'Uw paspoort is bijna tien jaar oud. U hebt een nieuw nodig. Maak een afspraak. Neem een foto mee.',
    );
    const legal = readingLevel(
      'Ingevolge desbetreffende verordening dient de vergunninghouder voorafgaandelijk toestemming te verkrijgen van burgemeester en wethouders.',
    );
    expect(plain.flesch).toBeGreaterThan(80);
    expect(legal.flesch).toBeLessThan(30);
    expect(plain).toMatchObject({ words: 19, sentences: 4, wordsPerSentence: 4.75 });
  });

  it('of nothing is nothing', () => {
    expect(readingLevel(' ... \n')).toEqual({ words: 0, sentences: 0, flesch: 0, wordsPerSentence: 0 });
  });
});
