import { describe, expect, it } from 'vitest';
import { highlight, searchArticles } from '../../src/player/desk/search.js';
import { world } from './fixtures/world.js';

const found = (query: string) => searchArticles(world.articles, query).map((article) => article.id);
const marked = (text: string, query: string) =>
  highlight(text, query).flatMap((piece) => (piece.hit ? [piece.text] : []));

describe('searching the knowledge base', () => {
  it('lists everything while nothing was typed', () => {
    expect(found('')).toEqual(['overlijden', 'rijbewijs']);
    expect(found('  ')).toEqual(['overlijden', 'rijbewijs']);
  });

  it('finds the beginning of a word, in any case and without accents', () => {
    expect(found('RIJB')).toEqual(['rijbewijs']);
    expect(found('ríjbewijs')).toEqual(['rijbewijs']);
  });

  it('forgives one typing error in a middling word and two in a long one', () => {
    expect(found('overleiden')).toEqual(['overlijden']);
    expect(found('rijbweijs')).toEqual(['rijbewijs']);
    expect(found('pasport')).toEqual(['overlijden']);
  });

  it('does not guess at short words', () => {
    expect(found('rxb')).toEqual([]);
  });

  it('wants every word of the query', () => {
    expect(found('rijbewijs aanvragen')).toEqual(['rijbewijs']);
    expect(found('rijbewijs overlijden')).toEqual([]);
  });

  it('puts a hit in the title before one in the text', () => {
    expect(found('balie')).toEqual(['rijbewijs', 'overlijden'].filter((id) => found('balie').includes(id)));
  });

  it('marks whole words as they are written', () => {
    expect(marked('Geïrriteerd over het rijbewijs', 'geirriteerd')).toEqual(['Geïrriteerd']);
    expect(marked('Rijbewijs aanvragen', 'rij')).toEqual(['Rijbewijs']);
    expect(
      highlight('Rijbewijs aanvragen', '')
        .map((piece) => piece.text)
        .join(''),
    ).toBe('Rijbewijs aanvragen');
  });
});
