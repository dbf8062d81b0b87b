/** A conversation as a map: its turns and endings in the order in which one meets them, numbered, and the ways between them. */
import type { Conversation, Ending, Option, Route, Turn } from '../../content/module.js';
import { slotOptions } from '../../engine/conversation/compose.js';
import { anchor } from '../html.js';
import { idInWords } from '../words/names.js';

interface PlaceBase {
  readonly id: string;
  /** Turns have a number, endings a letter: short enough for paper. */
  readonly mark: string;
  /** `Beurt 4: zitten`, `Einde A: netjes`. */
  readonly name: string;
  readonly anchor: string;
}
export interface TurnPlace extends PlaceBase {
  readonly kind: 'turn';
  readonly turn: Turn;
}
export interface EndingPlace extends PlaceBase {
  readonly kind: 'ending';
  readonly ending: Ending;
}
export type Place = TurnPlace | EndingPlace;

/** One way out of a turn: an option, or sending what was composed. */
export interface Move {
  /** The author's id. */
  readonly id: string;
  readonly routes: readonly Route[];
}

/** All moves that lead from one place to another. */
export interface Way {
  readonly from: string;
  readonly to: string;
  readonly moves: readonly string[];
  /** True when every move along it hangs on a condition. */
  readonly isConditional: boolean;
}

export interface ConversationMap {
  readonly turns: readonly TurnPlace[];
  readonly endings: readonly EndingPlace[];
  readonly ways: readonly Way[];
  place(id: string): Place | undefined;
  waysTo(id: string): readonly Way[];
}

/** Stands for the way on from a turn that was come back to often enough, or whose topics were all taken. */
export const USED_UP = 'klaar';

export function movesOf(turn: Turn): readonly Move[] {
  const moves =
    turn.kind === 'choice'
      ? turn.options.map(({ id, routes }) => ({ id, routes }))
      : [{ id: turn.send.id ?? 'verstuur', routes: turn.send.routes }];
  return turn.again ? [...moves, { id: USED_UP, routes: [{ if: [], to: turn.again.to }] }] : moves;
}

export const optionsOf = (turn: Turn): readonly Option[] =>
  turn.kind === 'choice' ? turn.options : turn.slots.flatMap(slotOptions);

/** Breadth first from the opening; what cannot be reached comes last, in script order. */
export function mapOf(unit: Pick<Conversation, 'id' | 'turns' | 'endings'>): ConversationMap {
  const order = breadthFirst(unit);
  const turns = order.flatMap((id) => unit.turns.find((turn) => turn.id === id) ?? []);
  const endings = order.flatMap((id) => unit.endings.find((ending) => ending.id === id) ?? []);
  const turnPlaces = turns.map((turn, index): TurnPlace => {
    const mark = String(index + 1);
    const name = `Beurt ${mark}: ${idInWords(turn.id)}`;
    return { kind: 'turn', id: turn.id, mark, name, anchor: anchor(unit.id, 'beurt', turn.id), turn };
  });
  const endingPlaces = endings.map((ending, index): EndingPlace => {
    const mark = letters(index);
    const name = `Einde ${mark}: ${idInWords(ending.id)}`;
    return { kind: 'ending', id: ending.id, mark, name, anchor: anchor(unit.id, 'einde', ending.id), ending };
  });
  const places = new Map<string, Place>([...turnPlaces, ...endingPlaces].map((place) => [place.id, place]));
  const ways = turns.flatMap(waysFrom);
  return {
    turns: turnPlaces,
    endings: endingPlaces,
    ways,
    place: (id) => places.get(id),
    waysTo: (id) => ways.filter((way) => way.to === id),
  };
}

function breadthFirst({ turns, endings }: Pick<Conversation, 'turns' | 'endings'>): string[] {
  const [first] = turns;
  const order: string[] = first ? [first.id] : [];
  // `order` grows while it is walked.
  for (const id of order) {
    const turn = turns.find((candidate) => candidate.id === id);
    for (const { to } of turn ? movesOf(turn).flatMap((move) => move.routes) : [])
      if (!order.includes(to)) order.push(to);
  }
  const all = [...turns, ...endings].map(({ id }) => id);
  return [...order, ...all.filter((id) => !order.includes(id))];
}

function waysFrom(turn: Turn): readonly Way[] {
  const moves = movesOf(turn);
  const targets = [...new Set(moves.flatMap((move) => move.routes.map((route) => route.to)))];
  return targets.map((to) => {
    const leading = moves.filter((move) => move.routes.some((route) => route.to === to));
    return {
      from: turn.id,
      to,
      moves: leading.map((move) => move.id),
      isConditional: leading.every((move) =>
        move.routes.every((route) => route.to !== to || route.if.length > 0),
      ),
    };
  });
}

/** 0 -> A, 25 -> Z, 26 -> AA. */
function letters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}
