/** Words of the trade in a text: found as whole words, told once, and compiled into the modules that use them. */
import { describe, expect, it } from 'vitest';
import { splitTerms, termsIn } from '../../src/content/terms.js';

const warm = { term: 'warm doorverbinden', ook: ['warme overdracht'], uitleg: 'Eerst zelf vertellen.' };
const transfer = { term: 'doorverbinden', ook: [], uitleg: 'De klant naar een ander.' };
const file = { term: 'zaak', ook: ['zaken'], uitleg: 'Alles over één vraag.' };
const terms = [warm, transfer, file];
const words = (text: string, seen?: Set<(typeof terms)[number]>): readonly string[] =>
  splitTerms(text, terms, seen).flatMap((piece) => (typeof piece === 'string' ? [] : [piece.word]));

describe('a word of the trade', () => {
  it('is found in all its forms, with or without a capital, and stays as it was written', () => {
    expect(words('Zaken gaan voor. De zaak is dicht.')).toEqual(['Zaken']);
    expect(words('Na een warme overdracht sluit je de zaak.')).toEqual(['warme overdracht', 'zaak']);
  });

  it('is a whole word: no part of another, of a compound or of a number', () => {
    expect(words('Het zaaksysteem en de rechtszaak. De zaak-Z-2041. Oorzaak. Zaakgericht.')).toEqual([]);
  });

  it('is the longer one where two begin', () => {
    expect(words('Leer warm doorverbinden.')).toEqual(['warm doorverbinden']);
  });

  it('is told once in a piece of text, also when that has several parts', () => {
    const seen = new Set<(typeof terms)[number]>();
    expect(words('Een zaak en nog een zaak.', seen)).toEqual(['zaak']);
    expect(words('De zaak.', seen)).toEqual([]);
  });

  it('takes nothing from the text around it', () => {
    const text = 'Open de zaak (Z-1), en dan: doorverbinden!';
    const pieces = splitTerms(text, terms).map((piece) => (typeof piece === 'string' ? piece : piece.word));
    expect(pieces.join('')).toBe(text);
    expect(splitTerms('niets bijzonders', terms)).toEqual(['niets bijzonders']);
    expect(splitTerms('zaak', [])).toEqual(['zaak']);
  });

  it('travels only in a module that uses it', () => {
    expect(termsIn(['De zaken.', 'Iets anders.'], terms)).toEqual([file]);
  });
});
