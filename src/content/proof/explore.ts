/** All control states of a conversation in one draw of chance, and the ways between them, by the engine's own rules. */
import { arrive, type Arrival } from '../../engine/conversation/arrive.js';
import {
  holds,
  isInOrder,
  routeTo,
  type Script,
  type Situation,
  startSituation,
  withEffects,
} from '../../engine/conversation/rules.js';
import type { Ending, Option, Route, Turn, World } from '../module.js';
import type { ChannelId } from '../vocabulary.js';
import { type Ahead, lookAhead, NOTHING_AHEAD } from './ahead.js';
import { type Costs, type DeskMove, deskMoves, type Group, groupsOf, type Move, sendMove } from './moves.js';
import { LIMITS, type Path } from './problem.js';

/** A place and all of the situation that something ahead can still see. */
export interface Node {
  readonly index: number;
  readonly turn: Turn | null;
  /** Slot of a compose turn; its number of slots = ready to send. */
  readonly slot: number;
  readonly ending: Ending | null;
  readonly situation: Situation;
  /** What something ahead looks at, besides klanttevredenheid and minutes, as a key. */
  readonly seen: string;
  readonly edges: Edge[];
  /** How it was first reached. */
  parent: Edge | null;
}

/** A way between two states, with what coming there costs and does on top of the move. */
export interface Edge extends Costs {
  readonly from: Node;
  readonly to: Node;
  readonly move: Move;
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

/** A turn or an ending, all that is worked out once for it, and its states so far. */
interface Place {
  readonly turn: Turn | null;
  readonly ending: Ending | null;
  readonly groups: readonly Group[];
  readonly send: Move | null;
  /** Per slot: what is ahead, and the states by their key. */
  readonly slots: readonly { readonly ahead: Ahead; readonly nodes: Map<string, Node> }[];
}

class Exploration {
  private readonly nodes: Node[] = [];
  private readonly deadEnds: { node: Node; option?: Option }[] = [];
  private readonly moves = new Set<Move>();
  private readonly places: ReadonlyMap<string, Place>;
  private readonly desk: readonly DeskMove[];
  private readonly once: ReadonlySet<string>;
  /** Calls that nobody answers the first time. */
  private readonly again: ReadonlySet<string>;

  constructor(
    private readonly script: Script,
    private readonly world: World,
    private readonly draw: string,
  ) {
    const ahead = lookAhead(script);
    const named = [...ahead.values()].flat().flatMap((each) => [...each.opened]);
    this.desk = deskMoves(script, world, draw, named);
    this.again = new Set(this.desk.filter((move) => move.first).map((move) => move.key));
    this.once = new Set(this.desk.filter((move) => move.once).map((move) => move.key));
    const slotsOf = (turn: Turn | null) =>
      (ahead.get(turn) ?? []).map((each) => ({ ahead: each, nodes: new Map() }));
    this.places = new Map<string, Place>([
      ...script.endings.map((ending): [string, Place] => [
        ending.id,
        { turn: null, ending, groups: [], send: null, slots: slotsOf(null) },
      ]),
      ...script.turns.map((turn): [string, Place] => {
        const send = turn.kind === 'compose' ? sendMove(turn.send) : null;
        return [turn.id, { turn, ending: null, groups: groupsOf(turn), send, slots: slotsOf(turn) }];
      }),
    ]);
  }

  run(room: number): Graph {
    const [first] = this.script.turns;
    const place = this.places.get(first?.id ?? '');
    const start = startSituation(this.script);
    if (first && place) this.stateAt(place, 0, arrive(this.script, this.world, first.id, start).after);
    for (let at = 0; at < this.nodes.length && this.nodes.length <= room; at += 1) {
      const node = this.nodes[at];
      if (node?.turn) this.leave(node, node.turn);
    }
    const { nodes, deadEnds, moves, draw } = this;
    return { draw, nodes, deadEnds, moves, tooMany: nodes.length > room };
  }

  private leave(node: Node, turn: Turn): void {
    const place = this.places.get(turn.id);
    if (!place) return;
    if (node.slot === 0) for (const move of this.desk) this.useDesk(node, place, move);
    const group = place.groups[node.slot];
    if (group) this.say(node, place, group);
    else if (place.send && turn.kind === 'compose') this.go(node, place.send, turn.send.routes);
    else this.deadEnds.push({ node });
  }

  private say(node: Node, place: Place, group: Group): void {
    let offered = false;
    for (const move of group.movesIn(node.situation)) {
      const { option } = move;
      if (!option || !holds(option.offeredIf, node.situation)) continue;
      offered = true;
      if (move.kind === 'option') this.go(node, move, option.routes);
      else this.link(node, move, this.stateAt(place, node.slot + 1, this.after(node, move)));
    }
    if (!offered) this.deadEnds.push({ node });
  }

  private go(node: Node, move: Move, routes: readonly Route[]): void {
    const after = this.after(node, move);
    const to = routeTo(routes, after);
    const arrival = to === null ? null : arrive(this.script, this.world, to, after);
    const place = this.places.get((arrival?.turn ?? arrival?.ending)?.id ?? '');
    if (!arrival || !place) this.deadEnds.push({ node, ...(move.option && { option: move.option }) });
    else this.link(node, move, this.stateAt(place, 0, arrival.after), { arrival, after });
  }

  private useDesk(node: Node, place: Place, move: DeskMove): void {
    const { opened, tried } = node.situation;
    if (opened.includes(move.key)) return;
    const first = tried.includes(move.key) ? undefined : move.first;
    const done = this.after(node, first ?? move);
    const after = first
      ? { ...done, tried: [...tried, move.key] }
      : { ...done, opened: [...opened, move.key] };
    const useful = this.seen(after, this.aheadOf(place, 0)) !== node.seen;
    if (useful || move.pleases) this.link(node, first ?? move, this.stateAt(place, 0, after), { useful });
  }

  private after(node: Node, move: Move): Situation {
    const after = withEffects(node.situation, move.effects, this.script.steps);
    return move.option?.topic ? { ...after, topics: [...after.topics, move.option.code] } : after;
  }

  private link(from: Node, move: Move, to: Node, { useful = true, ...coming }: Link = {}): void {
    const edge: Edge = { from, to, move, useful, ...costsOf(move, coming, this.world) };
    if (to.index > 0) to.parent ??= edge;
    from.edges.push(edge);
    this.moves.add(move);
  }

  /** The state at a place, cut to what something ahead can see. */
  private stateAt(place: Place, slot: number, situation: Situation): Node {
    const ahead = this.aheadOf(place, slot);
    const seen = this.seen(situation, ahead);
    const klanttevredenheid = ahead.satisfaction ? situation.klanttevredenheid : 0;
    const minutes = Math.min(situation.minutes, ahead.minutesUpTo);
    const waitDays = Math.min(situation.waitDays, ahead.waitDaysUpTo);
    const isTracked = (key: string) => !ahead.isOver && this.once.has(key);
    const tracked = this.once.size === 0 ? '' : situation.opened.filter(isTracked).sort().join();
    const key = `${seen}|${klanttevredenheid}|${minutes}|${waitDays}|${tracked}`;
    const nodes = place.slots[slot]?.nodes;
    const known = nodes?.get(key);
    if (known) return known;
    const cut: Situation = {
      facts: situation.facts.filter((fact) => ahead.facts.has(fact)),
      steps: situation.steps,
      opened: situation.opened.filter((each) => ahead.opened.has(each) || isTracked(each)),
      tried: ahead.isOver ? [] : situation.tried,
      visits: Object.fromEntries(Object.entries(situation.visits).filter(([id]) => ahead.visits.has(id))),
      topics: situation.topics.filter((code) => ahead.topics.has(code)),
      klanttevredenheid,
      minutes,
      waitDays,
      otherCost: 0,
      followUps: 0,
    };
    const { turn, ending } = place;
    const node: Node = {
      index: this.nodes.length,
      turn,
      slot,
      ending,
      situation: cut,
      seen,
      edges: [],
      parent: null,
    };
    this.nodes.push(node);
    nodes?.set(key, node);
    return node;
  }

  /** Facts, steps and records that something ahead looks at, a digit each; the script's steps always, for the process at the end. */
  private seen({ facts, steps, opened, tried, visits, topics }: Situation, ahead: Ahead): string {
    let seen = '';
    for (const step of this.script.steps)
      seen += !steps.includes(step.id) ? '0' : isInOrder(step, steps) ? '2' : '1';
    for (const step of ahead.steps) seen += bit(steps.includes(step));
    for (const fact of ahead.facts) seen += bit(facts.includes(fact));
    for (const key of ahead.opened) seen += bit(opened.includes(key));
    for (const id of ahead.visits) seen += `.${visits[id] ?? 0}`;
    for (const code of ahead.topics) seen += bit(topics.includes(code));
    for (const key of ahead.isOver ? [] : this.again) seen += bit(tried.includes(key));
    return seen;
  }

  private aheadOf(place: Place, slot: number): Ahead {
    return place.slots[slot]?.ahead ?? NOTHING_AHEAD;
  }
}

const bit = (is: boolean) => (is ? '1' : '0');

interface Link extends Coming {
  readonly useful?: boolean;
}

/** Coming somewhere: what happens there, and the situation before it. */
interface Coming {
  readonly arrival?: Arrival;
  readonly after?: Situation;
}

/** The move and what coming there adds: waiting for a contact, its channel, what earlier choices now do. */
function costsOf(
  move: Move,
  { arrival, after }: Coming,
  world: World,
): Costs & { readonly contact: ChannelId | null } {
  const { effects, minutes, waitDays, otherCost } = move;
  if (!arrival || !after || (!arrival.contact && arrival.told.length === 0))
    return { effects, minutes, waitDays, otherCost, contact: null };
  const there = arrival.after;
  const followUps = (there.followUps - after.followUps) * world.norms['kosten-vervolgcontact'];
  return {
    effects: [...effects, ...arrival.told.map(({ consequence }) => consequence.effects)],
    minutes: minutes + there.minutes - after.minutes,
    waitDays: waitDays + there.waitDays - after.waitDays,
    otherCost: otherCost + there.otherCost - after.otherCost + followUps,
    contact: arrival.contact?.channel ?? null,
  };
}
