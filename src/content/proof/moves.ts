/** What a learner can do at a place, worked out once: the same move costs and shows the same wherever its conditions agree. */
import { slotOptions } from '../../engine/conversation/compose.js';
import { deskEffects, unanswered, uncertain } from '../../engine/conversation/desk.js';
import {
  effectsOf,
  evidenceOf,
  holds,
  type Script,
  type Situation,
  standingOptions,
} from '../../engine/conversation/rules.js';
import type { Code, Condition, Effects, Option, Send, Turn, World } from '../module.js';
import { COMPETENCES } from '../vocabulary.js';

/** What going a way costs and does. */
export interface Costs {
  readonly effects: readonly Effects[];
  readonly minutes: number;
  readonly waitDays: number;
  /** Euro beside the employee's minutes: back-office minutes, channels of later contacts, extra contacts caused. */
  readonly otherCost: number;
}

export interface Move extends Costs {
  readonly kind: 'desk' | 'option' | 'block' | 'send';
  readonly code: Code;
  /** As an author writes it. */
  readonly token: string;
  readonly option?: Option;
  /** Key of the desk action that is done with it, or of the call that is tried in vain. */
  readonly opens?: string;
  readonly tries?: string;
  /** Evidence per competence, in the order of `COMPETENCES`: points that could be got (0 = none), and points lost of those. */
  readonly max: readonly number[];
  readonly lost: readonly number[];
}

export interface DeskMove extends Move {
  readonly key: string;
  /** The call that nobody answers, which goes before this one. */
  readonly first?: Move;
  /** Raises klanttevredenheid by itself, so it may be worth doing without any fact or step. */
  readonly pleases: boolean;
  /** Doing it twice would show: that it was done must be remembered. */
  readonly once: boolean;
}

/** Every draw of chance that can happen: one bit per uncertain call, '1' = answered. */
export function possibleDraws(script: Script): readonly string[] {
  return uncertain(script).reduce<readonly string[]>(
    (draws, action) => draws.flatMap((draw) => (action.chance > 0 ? [`${draw}1`, `${draw}0`] : [`${draw}0`])),
    [''],
  );
}

/** Desk actions that can matter: those listed, and those (`named`) that a condition names. */
export function deskMoves(
  script: Script,
  world: World,
  draw: string,
  named: Iterable<string>,
): readonly DeskMove[] {
  const keys = new Set([...script.desk.map((action) => action.key), ...named]);
  return [...keys].flatMap((key) => {
    const code = script.desk.find((action) => action.key === key)?.code ?? world.deskCodes[key];
    if (code === undefined) return [];
    const done = deskEffects(script, world, draw, key);
    const { effects, cost, answered, listed } = done;
    const pleases = (effects.klanttevredenheid ?? 0) > 0;
    const isOrdered = (effects.steps ?? []).some((id) =>
      script.steps.some((step) => step.id === id && step.after !== undefined),
    );
    const base = { kind: 'desk' as const, code, max: NO_EVIDENCE, lost: NO_EVIDENCE };
    const silent = `${key.replace(':', ' ')} (geen gehoor)`;
    const token = answered ? key.replace(':', ' ') : silent;
    const move = { ...base, token, ...costs([effects]), otherCost: cost };
    const first = listed?.secondCall && {
      ...base,
      token: silent,
      tries: key,
      ...costs([unanswered(done).effects]),
    };
    return [{ ...move, opens: key, key, pleases, once: pleases || isOrdered, ...(first && { first }) }];
  });
}

/** The options that stand beside each other (of a turn, or of a slot), and the moves they make in a situation. */
export class Group {
  private readonly conditions: readonly (readonly Condition[])[];
  private readonly known = new Map<string, readonly Move[]>();

  constructor(
    readonly options: readonly Option[],
    private readonly kind: 'option' | 'block',
  ) {
    this.conditions = options.flatMap((option) => option.conditional.map((group) => group.if));
  }

  /** One move per option that stands there, offered or not, in script order. */
  movesIn(situation: Situation): readonly Move[] {
    let key = '';
    for (const condition of this.conditions) key += holds(condition, situation) ? '1' : '0';
    const standing = standingOptions(this.options, situation);
    if (standing !== this.options) key += standing.map((option) => option.code).join();
    const known = this.known.get(key);
    if (known) return known;
    const moves = standing.map((option) => this.moveOf(option, standing, situation));
    this.known.set(key, moves);
    return moves;
  }

  private moveOf(option: Option, standing: readonly Option[], situation: Situation): Move {
    const evidence = evidenceOf(standing, option, situation);
    return {
      kind: this.kind,
      code: option.code,
      token: option.id,
      option,
      ...costs(effectsOf(option, situation)),
      max: COMPETENCES.map((id) => evidence[id]?.max ?? 0),
      lost: COMPETENCES.map((id) => (evidence[id]?.max ?? 0) - (evidence[id]?.got ?? 0)),
    };
  }
}

/** The groups of a turn: one for its choices, or one per slot. */
export function groupsOf(turn: Turn): readonly Group[] {
  return turn.kind === 'choice'
    ? [new Group(turn.options, 'option')]
    : turn.slots.map((slot) => new Group(slotOptions(slot), 'block'));
}

export const sendMove = (send: Send): Move => ({
  kind: 'send',
  code: send.code,
  token: 'verstuur',
  ...costs([send.effects]),
  max: NO_EVIDENCE,
  lost: NO_EVIDENCE,
});

const NO_EVIDENCE: readonly number[] = COMPETENCES.map(() => 0);

function costs(effects: readonly Effects[]): Costs {
  const sum = (of: (each: Effects) => number | undefined) =>
    effects.reduce((total, each) => total + (of(each) ?? 0), 0);
  return {
    effects,
    minutes: sum((each) => each.minutes),
    waitDays: sum((each) => each.waitDays),
    otherCost: 0,
  };
}
