/** All control states of a conversation in one draw of chance, and the ways between them, by the engine's own rules. */
import { arrive, type Arrival } from '../../engine/conversation/arrive.js';
import {
  holds,
  routeTo,
  satisfactionAfter,
  type Script,
  type Situation,
  startSituation,
  withEffects,
} from '../../engine/conversation/rules.js';
import type { Ending, Option, Route, Turn, World } from '../module.js';
import type { ChannelId } from '../vocabulary.js';
import { type Ahead, cutSatisfaction, lookAhead } from './ahead.js';
import { type Costs, type DeskMove, deskMoves, type Group, type Move } from './moves.js';
import { type Place, placesOf, type Slot } from './places.js';
import { LIMITS, type Path } from './problem.js';
import { type Bits, type Key, masked, Sight } from './sight.js';

/** A place and all of the situation that something ahead can still see. */
export interface Node {
  readonly index: number;
  readonly turn: Turn | null;
  /** Slot of a compose turn; its number of slots = ready to send. */
  readonly slot: number;
  readonly ending: Ending | null;
  readonly situation: Situation;
  /** The same as bits, without the outcomes, and what of those something ahead looks at. */
  readonly bits: Bits;
  readonly seen: Key;
  readonly edges: Edge[];
  /** How it was first reached. */
  parent: Edge | null;
}

/** A way between two states. */
export interface Edge {
  readonly from: Node;
  readonly to: Node;
  readonly move: Move;
  /** Of the move and of what coming there adds; the move itself when that is nothing. */
  readonly costs: Costs;
  /** Channel of the contact that begins there. */
  readonly contact: ChannelId | null;
  /** False for a desk action that brings nothing which anything ahead looks at: left out of the worst paths. */
  readonly useful: boolean;
}

export interface Graph {
  readonly draw: string;
  readonly nodes: readonly Node[];
  /** Choices after which no way leads on. */
  readonly deadEnds: readonly { readonly node: Node; readonly option?: Option }[];
  /** Every move that is somewhere possible. */
  readonly moves: ReadonlySet<Move>;
  /** More states than the limit: nothing here is whole. */
  readonly tooMany: boolean;
}

/** Breadth first, so that the way a state was first reached is a shortest one. `room`: how many states may still be made. */
export function explore(script: Script, world: World, draw: string, room: number = LIMITS.states): Graph {
  return new Exploration(script, world, draw).run(room);
}

/** A shortest path to a node, as an author writes it. */
export function pathTo(node: Node): Path {
  const path: string[] = [];
  for (let edge = node.parent; edge; edge = edge.from.parent) path.unshift(edge.move.token);
  return path;
}

class Exploration {
  private readonly nodes: Node[] = [];
  private readonly deadEnds: { node: Node; option?: Option }[] = [];
  private readonly moves = new Set<Move>();
  private readonly places: ReadonlyMap<string, Place>;
  private readonly desk: readonly DeskMove[];
  private readonly once: ReadonlySet<string>;
  private readonly sight: Sight;

  constructor(
    private readonly script: Script,
    private readonly world: World,
    private readonly draw: string,
  ) {
    const places = lookAhead(script);
    const aheads = [...places.values()].flat();
    this.desk = deskMoves(script, world, draw, new Set(aheads.flatMap((each) => [...each.opened])));
    this.once = new Set(this.desk.filter((move) => move.once).map((move) => move.key));
    const again = new Set(this.desk.filter((move) => move.first).map((move) => move.key));
    this.sight = new Sight(script, aheads, { once: this.once, again });
    this.places = placesOf(script, places, this.sight, this.once);
  }

  run(room: number): Graph {
    const { script, nodes, deadEnds, moves, draw } = this;
    const [first] = script.turns;
    const slot = this.places.get(first?.id ?? '')?.slots[0];
    if (first && slot) this.stateAt(slot, arrive(script, this.world, first.id, startSituation(script)).after);
    for (let at = 0; at < nodes.length && nodes.length <= room; at += 1) {
      const node = nodes[at];
      const place = this.places.get(node?.turn?.id ?? '');
      if (node && place) this.leave(node, place);
    }
    return { draw, nodes, deadEnds, moves, tooMany: nodes.length > room };
  }

  private leave(node: Node, { groups, slots, send }: Place): void {
    const [first] = slots;
    if (node.slot === 0 && first) for (const move of this.desk) this.useDesk(node, first, move);
    const group = groups[node.slot];
    if (group) this.say(node, group, slots[node.slot + 1]);
    else if (send) this.go(node, send.move, send.routes);
    else this.deadEnds.push({ node });
  }

  private say(node: Node, group: Group, next: Slot | undefined): void {
    let offered = false;
    for (const move of group.movesIn(node.situation)) {
      const { option } = move;
      if (!option || !holds(option.offeredIf, node.situation)) continue;
      offered = true;
      if (move.kind === 'option') this.go(node, move, option.routes);
      else if (next) this.link(node, move, this.next(node, move, next));
    }
    if (!offered) this.deadEnds.push({ node });
  }

  private go(node: Node, move: Move, routes: readonly Route[]): void {
    const plain = this.plainSlot(routes);
    if (plain) {
      this.link(node, move, this.next(node, move, plain));
      return;
    }
    const after = this.after(node, move);
    const to = routeTo(routes, after);
    const arrival = to === null ? null : arrive(this.script, this.world, to, after);
    const slot = this.places.get((arrival?.turn ?? arrival?.ending)?.id ?? '')?.slots[0];
    if (!arrival || !slot) this.deadEnds.push({ node, ...(move.option && { option: move.option }) });
    else this.link(node, move, this.stateAt(slot, arrival.after), { arrival, after });
  }

  private useDesk(node: Node, slot: Slot, desk: DeskMove): void {
    const { opened, tried } = node.situation;
    if (opened.includes(desk.key)) return;
    const move = desk.first && !tried.includes(desk.key) ? desk.first : desk;
    const bits = this.sight.after(node.bits, move);
    const useful = this.sight.keyOf(bits, slot.seen) !== node.seen;
    if (useful || desk.pleases) this.link(node, move, this.next(node, move, slot, bits), { useful });
  }

  /** Where a way leads that hangs on nothing and along which nothing happens: the engine need not be asked. */
  private plainSlot([route]: readonly Route[]): Slot | undefined {
    const place = route?.if.length === 0 ? this.places.get(route.to) : undefined;
    return place?.isPlain ? place.slots[0] : undefined;
  }

  /** The state that a move alone leads to at a slot. */
  private next(node: Node, move: Move, slot: Slot, bits = this.sight.after(node.bits, move)): Node {
    const { klanttevredenheid, minutes, waitDays } = node.situation;
    const key = this.keyAt(slot, bits, {
      klanttevredenheid: slot.tests ? satisfactionAfter(klanttevredenheid, move.effects) : klanttevredenheid,
      minutes: minutes + move.minutes,
      waitDays: waitDays + move.waitDays,
    });
    return slot.nodes.get(key) ?? this.add(slot, key, bits, this.after(node, move));
  }

  private after({ situation }: Node, move: Move): Situation {
    const after = withEffects(situation, move.effects, this.script.steps);
    if (move.opens !== undefined) return { ...after, opened: [...after.opened, move.opens] };
    if (move.tries !== undefined) return { ...after, tried: [...after.tried, move.tries] };
    return move.option?.topic ? { ...after, topics: [...after.topics, move.option.code] } : after;
  }

  private link(from: Node, move: Move, to: Node, { useful = true, ...coming }: Link = {}): void {
    const costs = costsOf(move, coming, this.world);
    const contact = coming.arrival?.contact?.channel ?? null;
    const edge: Edge = { from, to, move, costs, contact, useful };
    if (to.index > 0) to.parent ??= edge;
    from.edges.push(edge);
    this.moves.add(move);
  }

  private stateAt(slot: Slot, situation: Situation): Node {
    const bits = this.sight.read(situation);
    const key = this.keyAt(slot, bits, situation);
    return slot.nodes.get(key) ?? this.add(slot, key, bits, situation);
  }

  private keyAt({ ahead, told, tests }: Slot, bits: Bits, situation: Tested): Key {
    const key = this.sight.keyOf(bits, told);
    return tests ? keyWith(key, cut(situation, ahead)) : key;
  }

  /** A new state, cut to what something ahead can see. */
  private add(slot: Slot, key: Key, bits: Bits, situation: Situation): Node {
    const { turn, ending, at, ahead, seen, told } = slot;
    const node: Node = {
      index: this.nodes.length,
      turn,
      slot: at,
      ending,
      situation: this.seenOf(situation, ahead),
      bits: masked(bits, told),
      seen: this.sight.keyOf(bits, seen),
      edges: [],
      parent: null,
    };
    this.nodes.push(node);
    slot.nodes.set(key, node);
    return node;
  }

  private seenOf(situation: Situation, ahead: Ahead): Situation {
    const { facts, steps, opened, tried, visits, topics } = situation;
    const { klanttevredenheid, minutes, waitDays } = cut(situation, ahead);
    return {
      facts: kept(facts, (fact) => ahead.facts.has(fact)),
      steps,
      opened: kept(opened, (key) => ahead.opened.has(key) || (!ahead.isOver && this.once.has(key))),
      tried: ahead.isOver ? [] : tried,
      visits: ahead.visits.size === 0 ? NEVER : only(visits, ahead.visits),
      topics: kept(topics, (code) => ahead.topics.has(code)),
      klanttevredenheid,
      minutes,
      waitDays,
      otherCost: 0,
      followUps: 0,
    };
  }
}

/** Mostly all of it, and then the same list: states share it. */
const kept = <T>(list: readonly T[], isKept: (each: T) => boolean): readonly T[] =>
  list.every(isKept) ? list : list.filter(isKept);

const NEVER: Situation['visits'] = {};

const only = (visits: Situation['visits'], ids: ReadonlySet<string>): Situation['visits'] =>
  Object.fromEntries(Object.entries(visits).filter(([id]) => ids.has(id)));

type Tested = Pick<Situation, 'klanttevredenheid' | 'minutes' | 'waitDays'>;

/** The outcomes, as far as a condition ahead can tell them apart. */
const cut = ({ klanttevredenheid, minutes, waitDays }: Tested, ahead: Ahead): Tested => ({
  klanttevredenheid: cutSatisfaction(ahead, klanttevredenheid),
  minutes: Math.min(minutes, ahead.minutesUpTo),
  waitDays: Math.min(waitDays, ahead.waitDaysUpTo),
});

/** A number where klanttevredenheid (0..10, in halves) is all that is tested, as nearly everywhere: strings take their time. */
function keyWith(bits: Key, { klanttevredenheid, minutes, waitDays }: Tested): Key {
  const halves = klanttevredenheid * 2;
  if (typeof bits === 'number' && minutes === 0 && waitDays === 0 && Number.isInteger(halves))
    return bits * 32 + halves;
  return `${bits}|${klanttevredenheid}|${minutes}|${waitDays}`;
}

interface Link extends Coming {
  readonly useful?: boolean;
}

/** Coming somewhere: what happens there, and the situation before it. */
interface Coming {
  readonly arrival?: Arrival;
  readonly after?: Situation;
}

/** The move and what coming there adds: waiting for a contact, its channel, what earlier choices now do. */
function costsOf(move: Move, { arrival, after }: Coming, world: World): Costs {
  if (!arrival || !after || (!arrival.contact && arrival.told.length === 0)) return move;
  const there = arrival.after;
  const followUps = (there.followUps - after.followUps) * world.norms['kosten-vervolgcontact'];
  return {
    effects: [...move.effects, ...arrival.told.map(({ consequence }) => consequence.effects)],
    minutes: move.minutes + there.minutes - after.minutes,
    waitDays: move.waitDays + there.waitDays - after.waitDays,
    otherCost: move.otherCost + there.otherCost - after.otherCost + followUps,
  };
}
