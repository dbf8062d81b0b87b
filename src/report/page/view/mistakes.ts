/** The options that cost most, over all conversations that are in sight. */
import { wordsOf } from '../../edition/choices.js';
import type { Choice, MistakesCell, Shown } from '../../edition/edition.js';
import { cellsOf, type View } from './view.js';
import { MINUS, number, signed } from './words.js';

type Option = Shown<MistakesCell>['options'][number];

export interface Mistake {
  readonly cell: Shown<MistakesCell>;
  readonly option: Option;
  readonly words: Choice;
}

/** What it cost the whole group: how often it was chosen times what it lost; dearest first. */
export function dearest({ edition, choice }: View, most: number): readonly Mistake[] {
  const words = wordsOf(edition);
  return cellsOf(edition.mistakes, choice)
    .flatMap((cell) =>
      cell.shown ? cell.options.map((option): Mistake => ({ cell, option, words: words(option) })) : [],
    )
    .sort((a, b) => cost(b) - cost(a))
    .slice(0, most);
}

const cost = ({ option }: Mistake): number => option.share.percent * option.reached * option.lost;

/** 'klanttevredenheid −2 · +3 minuten · 5 werkdagen wachten · +€ 12'; what it did not change is left out. */
export function effectText({ klanttevredenheid, minutes, waitDays, euro }: Option['effect']): string {
  return [
    klanttevredenheid === 0 ? '' : `klanttevredenheid ${signed(klanttevredenheid)}`,
    minutes === 0 ? '' : `${signed(minutes)} ${Math.abs(minutes) === 1 ? 'minuut' : 'minuten'}`,
    waitDays === 0 ? '' : `${number(waitDays)} ${waitDays === 1 ? 'werkdag' : 'werkdagen'} wachten`,
    euro === 0 ? '' : `${euro > 0 ? '+' : MINUS}€\u00a0${number(Math.abs(euro))}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
