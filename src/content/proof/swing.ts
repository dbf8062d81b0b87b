/** How far klanttevredenheid can still go: once it is safely above or below all that is tested, how far no longer matters. */
import { slotOptions } from '../../engine/conversation/compose.js';
import type { Script } from '../../engine/conversation/rules.js';
import type { Consequence, Effects, Ending, Option, Turn } from '../module.js';
import { routesOf } from './ahead.js';

/** Points, 0..10: at least what any way on can still add, or take away. */
export interface Swing {
  readonly up: number;
  readonly down: number;
}

/** All of the scale. */
const MOST = 10;
const STILL: Swing = { up: 0, down: 0 };

/** What can still happen from a slot of a turn until the end. */
export type SwingFrom = (turn: Turn, slot: number) => Swing;

export function swingsOf(script: Script): SwingFrom {
  const desk = script.desk.map((action) => swingOf([action.effects])).reduce(plus, STILL);
  const own = new Map(script.turns.map((turn) => [turn, slotSwings(turn)]));
  const onward = onwardOf(script, (turn) => own.get(turn)?.reduce(plus, STILL) ?? STILL);
  return (turn, slot) =>
    [...(own.get(turn) ?? []).slice(slot), onward.get(turn.id) ?? STILL].reduce(plus, desk);
}

/** What follows a turn, by its id: taken over from where it leads until nothing grows, last turn first. */
function onwardOf(script: Script, own: (turn: Turn) => Swing): ReadonlyMap<string, Swing> {
  const places = [...script.endings, ...script.turns];
  const arrivals = new Map(places.map((place) => [place.id, arrival(place)]));
  const turns = new Map(script.turns.map((turn) => [turn.id, own(turn)]));
  const onward = new Map<string, Swing>();
  const backwards = script.turns.toReversed();
  for (let grew = true; grew;) {
    grew = false;
    for (const turn of backwards) {
      const before = onward.get(turn.id) ?? STILL;
      const ways = new Set([
        ...routesOf(turn).map((route) => route.to),
        ...(turn.again ? [turn.again.to] : []),
      ]);
      const there = (id: string): Swing =>
        [arrivals.get(id), turns.get(id), onward.get(id)].reduce<Swing>(
          (sum, each) => plus(sum, each ?? STILL),
          STILL,
        );
      const now = [...ways].map(there).reduce(widest, before);
      grew ||= now.up > before.up || now.down > before.down;
      onward.set(turn.id, now);
    }
  }
  return onward;
}

/** Per slot, and for sending, the widest that one choice can bring. */
function slotSwings(turn: Turn): readonly Swing[] {
  const widestOf = (options: readonly Option[]) => options.map(optionSwing).reduce(widest, STILL);
  return turn.kind === 'choice'
    ? [widestOf(turn.options)]
    : [...turn.slots.map((slot) => widestOf(slotOptions(slot))), swingOf([turn.send.effects])];
}

const optionSwing = (option: Option): Swing =>
  swingOf([option.effects, ...option.conditional.map((group) => group.effects)]);

function arrival(place: Turn | Ending): Swing {
  const again = 'again' in place ? place.again : undefined;
  const told: readonly Consequence[] = [...(place.consequences ?? []), ...(again?.consequences ?? [])];
  return swingOf(told.map((each) => each.effects));
}

function swingOf(list: readonly Effects[]): Swing {
  const points = list.map((effects) => effects.klanttevredenheid ?? 0);
  return points.map((each) => ({ up: Math.max(0, each), down: Math.max(0, -each) })).reduce(plus, STILL);
}

const plus = (one: Swing, other: Swing): Swing => ({
  up: Math.min(MOST, one.up + other.up),
  down: Math.min(MOST, one.down + other.down),
});

const widest = (one: Swing, other: Swing): Swing => ({
  up: Math.max(one.up, other.up),
  down: Math.max(one.down, other.down),
});
