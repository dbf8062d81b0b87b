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
import { type Bits, type Key, Sight } from './sight.js';

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
      else if (next)
        this.link(node, move, this.known(node, move, next) ?? this.stateAt(next, this.after(node, move)));
    }
    if (!offered) this.deadEnds.push({ node });
  }

  private go(node: Node, move: Move, routes: readonly Route[]): void {
    const known = this.knownAlong(node, move, routes);
    if (known) {
      this.link(node, move, known);
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
    const gain = this.sight.gainOf(move);
    const after = gain ? null : this.after(node, move);
    const seen = this.sight.keyOf(after ? this.sight.read(after) : node.bits, slot.seen, gain);
    const useful = seen !== node.seen;
    if (!useful && !desk.pleases) return;
    const to = this.known(node, move, slot) ?? this.stateAt(slot, after ?? this.after(node, move));
    this.link(node, move, to, { useful });
  }

  /** Where a move leads when that hangs on nothing and the state is known: a short cut past the engine's rules, no more. */
  private knownAlong(node: Node, move: Move, [route]: readonly Route[]): Node | undefined {
    const place = route?.if.length === 0 ? this.places.get(route.to) : undefined;
    const [slot] = place?.slots ?? [];
    return place?.isPlain && slot ? this.known(node, move, slot) : undefined;
  }

  /** The state that a move leads to at a slot, when it was met before and a move alone tells. */
  private known(node: Node, move: Move, { ahead, told, nodes }: Slot): Node | undefined {
    const gain = ahead.minutesUpTo > 0 || ahead.waitDaysUpTo > 0 ? null : this.sight.gainOf(move);
    if (!gain) return undefined;
    const bits = this.sight.keyOf(node.bits, told, gain);
    if (!ahead.satisfaction) return nodes.get(bits);
    const satisfaction = satisfactionAfter(node.situation.klanttevredenheid, move.effects);
    const klanttevredenheid = cutSatisfaction(ahead, satisfaction);
    return nodes.get(keyWith(bits, { klanttevredenheid, minutes: 0, waitDays: 0 }));
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

  /** The state at a slot, cut to what something ahead can see. */
  private stateAt(slot: Slot, situation: Situation): Node {
    const { turn, ending, at, ahead } = slot;
    const klanttevredenheid = cutSatisfaction(ahead, situation.klanttevredenheid);
    const minutes = Math.min(situation.minutes, ahead.minutesUpTo);
    const waitDays = Math.min(situation.waitDays, ahead.waitDaysUpTo);
    const bits = this.sight.read(situation);
    const told = this.sight.keyOf(bits, slot.told);
    const key = slot.tests ? keyWith(told, { klanttevredenheid, minutes, waitDays }) : told;
    const known = slot.nodes.get(key);
    if (known) return known;
    const node: Node = {
      index: this.nodes.length,
      turn,
      slot: at,
      ending,
      situation: { ...this.cut(situation, ahead), klanttevredenheid, minutes, waitDays },
      bits,
      seen: this.sight.keyOf(bits, slot.seen),
      edges: [],
      parent: null,
    };
    this.nodes.push(node);
    slot.nodes.set(key, node);
    return node;
  }

  private cut(situation: Situation, ahead: Ahead): Situation {
    const { facts, opened, tried, visits, topics } = situation;
    return {
      ...situation,
      facts: facts.filter((fact) => ahead.facts.has(fact)),
      opened: opened.filter((key) => ahead.opened.has(key) || (!ahead.isOver && this.once.has(key))),
      tried: ahead.isOver ? [] : tried,
      visits: ahead.visits.size === 0 ? NEVER : only(visits, ahead.visits),
      topics: topics.filter((code) => ahead.topics.has(code)),
      otherCost: 0,
      followUps: 0,
    };
  }
}

const NEVER: Situation['visits'] = {};

const only = (visits: Situation['visits'], ids: ReadonlySet<string>): Situation['visits'] =>
  Object.fromEntries(Object.entries(visits).filter(([id]) => ids.has(id)));

type Tested = Pick<Situation, 'klanttevredenheid' | 'minutes' | 'waitDays'>;

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
