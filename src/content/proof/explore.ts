/** All control states of a conversation in one draw of chance, and the ways between them, by the engine's own rules. */
import { slotOptions } from '../../engine/conversation/compose.js';
import { type DeskEffects, deskEffects, uncertain, withDesk } from '../../engine/conversation/desk.js';
import {
  effectsOf,
  evidenceOf,
  holds,
  isInOrder,
  routeTo,
  type Script,
  type Situation,
  startSituation,
  withEffects,
} from '../../engine/conversation/rules.js';
import type { CompetenceEvidence } from '../../engine/reducer.js';
import type { Code, Effects, Ending, Option, Send, Turn, World } from '../module.js';
import { type Ahead, lookAhead, NOTHING_AHEAD } from './ahead.js';
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

export interface Edge {
  readonly from: Node;
  readonly to: Node;
  readonly kind: 'desk' | 'option' | 'block' | 'send';
  readonly code: Code;
  /** As an author writes it. */
  readonly token: string;
  readonly option?: Option;
  readonly effects: readonly Effects[];
  readonly minutes: number;
  readonly waitDays: number;
  readonly backofficeCost: number;
  readonly evidence: CompetenceEvidence;
  /** False for a desk action that brings nothing which anything ahead looks at: left out of the worst paths. */
  readonly useful: boolean;
}

export interface Graph {
  readonly draw: string;
  readonly nodes: readonly Node[];
  /** Choices after which no way leads on. */
  readonly deadEnds: readonly { readonly node: Node; readonly option?: Option }[];
  /** More states than the limit: nothing here is whole. */
  readonly tooMany: boolean;
}

/** Every draw of chance that can happen: one bit per uncertain call, '1' = answered. */
export function possibleDraws(script: Script): readonly string[] {
  return uncertain(script).reduce<readonly string[]>(
    (draws, action) => draws.flatMap((draw) => (action.chance > 0 ? [`${draw}1`, `${draw}0`] : [`${draw}0`])),
    [''],
  );
}

/** Breadth first, so that the way a state was first reached is a shortest one. `room`: how many states may still be made. */
export function explore(script: Script, world: World, draw: string, room: number = LIMITS.states): Graph {
  return new Exploration(script, world, draw).run(room);
}

interface Arrival {
  readonly turn: Turn | null;
  readonly slot: number;
  readonly ending: Ending | null;
  readonly situation: Situation;
}
interface Place {
  readonly key: string;
  readonly seen: string;
  readonly situation: Situation;
}
type Way = Omit<Edge, 'from' | 'to' | 'minutes' | 'waitDays' | 'backofficeCost'>;

class Exploration {
  private readonly ahead: ReadonlyMap<Turn | null, readonly Ahead[]>;
  private readonly once: ReadonlySet<string>;
  private readonly nodes: Node[] = [];
  private readonly byKey = new Map<string, Node>();
  private readonly deadEnds: { node: Node; option?: Option }[] = [];
  private readonly fixedEvidence = new Map<Option, CompetenceEvidence>();
  private readonly desk: readonly DeskUse[];
  private readonly turns: ReadonlyMap<string, Turn>;
  private readonly endings: ReadonlyMap<string, Ending>;

  constructor(
    private readonly script: Script,
    private readonly world: World,
    private readonly draw: string,
  ) {
    this.ahead = lookAhead(script);
    this.desk = this.deskUses();
    this.once = new Set(this.desk.filter((use) => use.once).map((use) => use.key));
    this.turns = new Map(script.turns.map((turn) => [turn.id, turn]));
    this.endings = new Map(script.endings.map((ending) => [ending.id, ending]));
  }

  run(room: number): Graph {
    const [first] = this.script.turns;
    if (first) {
      const start = { turn: first, slot: 0, ending: null, situation: startSituation(this.script) };
      this.reach(start, this.project(start));
    }
    for (let at = 0; at < this.nodes.length && this.nodes.length <= room; at += 1) {
      const node = this.nodes[at];
      if (node?.turn) this.leave(node, node.turn);
    }
    const { nodes, deadEnds, draw } = this;
    return { draw, nodes, deadEnds, tooMany: nodes.length > room };
  }

  private leave(node: Node, turn: Turn): void {
    if (node.slot === 0) for (const use of this.desk) this.useDesk(node, use);
    const said = turn.kind === 'choice' ? this.choose(node, turn.options) : this.compose(node, turn);
    if (!said) this.deadEnds.push({ node });
  }

  private choose(node: Node, options: readonly Option[]): boolean {
    let offered = false;
    for (const option of options) {
      if (!holds(option.offeredIf, node.situation)) continue;
      offered = true;
      const effects = effectsOf(option, node.situation);
      const after = withEffects(node.situation, effects, this.script.steps);
      const arrival = this.arrival(routeTo(option.routes, after), after);
      if (!arrival) this.deadEnds.push({ node, option });
      else
        this.go(node, arrival, {
          ...saying(option, 'option'),
          effects,
          evidence: this.evidence(options, option, node.situation),
        });
    }
    return offered;
  }

  private compose(node: Node, turn: Extract<Turn, { kind: 'compose' }>): boolean {
    const slot = turn.slots[node.slot];
    if (!slot) return this.send(node, turn.send);
    const options = slotOptions(slot);
    let offered = false;
    for (const option of options) {
      if (!holds(option.offeredIf, node.situation)) continue;
      offered = true;
      const effects = effectsOf(option, node.situation);
      const situation = withEffects(node.situation, effects, this.script.steps);
      const arrival = { turn, slot: node.slot + 1, ending: null, situation };
      this.go(node, arrival, {
        ...saying(option, 'block'),
        effects,
        evidence: this.evidence(options, option, node.situation),
      });
    }
    return offered;
  }

  /** Without conditional effects a decision gives the same evidence wherever it is met. */
  private evidence(options: readonly Option[], chosen: Option, situation: Situation): CompetenceEvidence {
    const known = this.fixedEvidence.get(chosen);
    if (known) return known;
    const evidence = evidenceOf(options, chosen, situation);
    if (options.every((option) => option.conditional.length === 0)) this.fixedEvidence.set(chosen, evidence);
    return evidence;
  }

  private send(node: Node, send: Send): boolean {
    const after = withEffects(node.situation, [send.effects], this.script.steps);
    const arrival = this.arrival(routeTo(send.routes, after), after);
    const way: Way = {
      kind: 'send',
      code: send.code,
      token: 'verstuur',
      effects: [send.effects],
      evidence: {},
      useful: true,
    };
    if (arrival) this.go(node, arrival, way);
    return arrival !== null;
  }

  private useDesk(node: Node, use: DeskUse): void {
    if (node.situation.opened.includes(use.key)) return;
    const situation = withDesk(node.situation, this.script, use.key, use.does);
    const arrival = { turn: node.turn, slot: 0, ending: null, situation };
    const useful = this.seen(arrival) !== node.seen;
    if (!useful && !use.pleases) return;
    const { code, token } = use;
    this.go(node, arrival, { kind: 'desk', code, token, effects: [use.does.effects], evidence: {}, useful });
  }

  private arrival(to: string | null, situation: Situation): Arrival | null {
    const turn = this.turns.get(to ?? '') ?? null;
    const ending = turn ? null : (this.endings.get(to ?? '') ?? null);
    return turn || ending ? { turn, slot: 0, ending, situation } : null;
  }

  private go(from: Node, arrival: Arrival, way: Way): void {
    const { minutes, waitDays, backofficeCost } = arrival.situation;
    const before = from.situation;
    const cost = {
      minutes: minutes - before.minutes,
      waitDays: waitDays - before.waitDays,
      backofficeCost: backofficeCost - before.backofficeCost,
    };
    const place = this.project(arrival);
    const known = this.byKey.get(place.key);
    const to = known ?? this.reach(arrival, place);
    const edge: Edge = { ...way, ...cost, from, to };
    if (!known) to.parent = edge;
    from.edges.push(edge);
  }

  private reach({ turn, slot, ending }: Arrival, { key, situation, seen }: Place): Node {
    const node: Node = {
      index: this.nodes.length,
      turn,
      slot,
      ending,
      situation,
      seen,
      edges: [],
      parent: null,
    };
    this.nodes.push(node);
    this.byKey.set(key, node);
    return node;
  }

  /** The situation cut to what something ahead can see, and a key that tells it from all others. */
  private project(arrival: Arrival): Place {
    const { turn, slot, ending, situation } = arrival;
    const ahead = this.aheadOf(arrival);
    const isTracked = (key: string) => turn !== null && this.once.has(key);
    const opened = situation.opened.filter((key) => ahead.opened.has(key) || isTracked(key));
    const klanttevredenheid = ahead.satisfaction ? situation.klanttevredenheid : 0;
    const minutes = Math.min(situation.minutes, ahead.minutesUpTo);
    const place = turn ? `${turn.id}/${slot}` : `=${ending?.id ?? ''}`;
    const seen = this.seen(arrival);
    const tracked = this.once.size === 0 ? '' : opened.filter(isTracked).sort().join();
    return {
      key: `${place}|${seen}|${tracked}|${klanttevredenheid}|${minutes}`,
      seen,
      situation: {
        facts: situation.facts.filter((fact) => ahead.facts.has(fact)),
        steps: situation.steps,
        opened,
        klanttevredenheid,
        minutes,
        waitDays: 0,
        backofficeCost: 0,
      },
    };
  }

  /** Facts, steps and records that something ahead looks at, a digit each; the script's steps always, for the process at the end. */
  private seen(arrival: Arrival): string {
    const { facts, steps, opened } = arrival.situation;
    const ahead = this.aheadOf(arrival);
    let seen = '';
    for (const step of this.script.steps)
      seen += !steps.includes(step.id) ? '0' : isInOrder(step, steps) ? '2' : '1';
    for (const step of ahead.steps) seen += bit(steps.includes(step));
    for (const fact of ahead.facts) seen += bit(facts.includes(fact));
    for (const key of ahead.opened) seen += bit(opened.includes(key));
    return seen;
  }

  private aheadOf({ turn, slot }: Arrival): Ahead {
    return this.ahead.get(turn)?.[slot] ?? NOTHING_AHEAD;
  }

  /** Desk actions that can matter: those listed, and those that a condition names. */
  private deskUses(): readonly DeskUse[] {
    const named = [...this.ahead.values()].flat().flatMap((ahead) => [...ahead.opened]);
    const keys = new Set([...this.script.desk.map((action) => action.key), ...named]);
    return [...keys].flatMap((key) => {
      const listed = this.script.desk.find((action) => action.key === key);
      const code = listed?.code ?? this.world.deskCodes[key];
      if (code === undefined) return [];
      const does = deskEffects(this.script, this.world, this.draw, key);
      const pleases = (does.effects.klanttevredenheid ?? 0) > 0;
      const ordered = (does.effects.steps ?? []).some((id) =>
        this.script.steps.some((step) => step.id === id && step.after !== undefined),
      );
      const token = `${key.replace(':', ' ')}${does.answered ? '' : ' (geen gehoor)'}`;
      return [{ key, code, does, token, pleases, once: pleases || ordered }];
    });
  }
}

interface DeskUse {
  readonly key: string;
  readonly code: Code;
  readonly does: DeskEffects;
  readonly token: string;
  /** Raises klanttevredenheid by itself, so it may be worth doing without any fact or step. */
  readonly pleases: boolean;
  /** Doing it twice would show: that it was done must be remembered. */
  readonly once: boolean;
}

const bit = (is: boolean) => (is ? '1' : '0');

const saying = (option: Option, kind: 'option' | 'block') => ({
  kind,
  code: option.code,
  token: option.id,
  option,
  useful: true,
});

/** A shortest path to a node, as an author writes it. */
export function pathTo(node: Node): Path {
  const path: string[] = [];
  for (let edge = node.parent; edge; edge = edge.from.parent) path.unshift(edge.token);
  return path;
}
