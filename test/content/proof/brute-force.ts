/** Plays every possible way through a small conversation with the engine itself: slow, simple, and written without the proof. */
import type { Condition, Option, Turn, World } from '../../../src/content/module.js';
import { slotOptions } from '../../../src/engine/conversation/compose.js';
import { deskActions, uncertain } from '../../../src/engine/conversation/desk.js';
import { type RawOutcomes, rawOutcomes } from '../../../src/engine/conversation/outcomes.js';
import { optionsNow, startConversation, step, turnNow } from '../../../src/engine/conversation/reduce.js';
import { isInOrder, type Script } from '../../../src/engine/conversation/rules.js';
import { competencesOf } from '../../../src/engine/conversation/score.js';
import type { ConversationState } from '../../../src/engine/conversation/state.js';
import type { Action } from '../../../src/engine/action.js';

export interface End {
  readonly ending: string;
  readonly outcomes: RawOutcomes;
  readonly contacts: ConversationState['contacts'];
  readonly competences: ReturnType<typeof competencesOf>;
  /** No desk action on the way brought nothing. */
  readonly plain: boolean;
}

export interface Walked {
  readonly ends: readonly End[];
  readonly turns: ReadonlySet<string>;
  readonly offered: ReadonlySet<string>;
}

export const draws = (script: Script): string[] =>
  uncertain(script).reduce<string[]>((all) => all.flatMap((draw) => [`${draw}1`, `${draw}0`]), ['']);

/** Null when there are more ways than `most`. */
export function walkAll(script: Script, world: World, draw: string, most: number): Walked | null {
  const ends: End[] = [];
  const turns = new Set<string>();
  const offered = new Set<string>();
  let steps = 0;
  const go = (state: ConversationState, plain: boolean): void => {
    steps += 1;
    if (steps > most) return;
    const turn = turnNow(script, state);
    if (!turn) {
      const outcomes = rawOutcomes(script, world, state, state.ending);
      const { contacts } = state;
      const competences = competencesOf(state, 'again');
      ends.push({ ending: state.ending ?? '', outcomes, contacts, competences, plain });
      return;
    }
    turns.add(turn.id);
    const ahead = conditionsFrom(script, turn.id);
    for (const { code, effects, done } of deskActions(script, world, state)) {
      if (done) continue;
      const next = step(script, world, state, { code });
      const useful = look(script, ahead, next) !== look(script, ahead, state);
      const pleases = (effects.klanttevredenheid ?? 0) > 0;
      if (useful || pleases) go(next, plain && useful);
    }
    for (const { action, ids } of said(turn, state)) {
      const next = attempt(() => step(script, world, state, action));
      if (!next) continue;
      for (const id of ids) offered.add(id);
      go(next, plain);
    }
  };
  go(startConversation(script, world, draw), true);
  return steps > most ? null : { ends, turns, offered };
}

function attempt(make: () => ConversationState): ConversationState | null {
  try {
    return make();
  } catch {
    return null;
  }
}

function said(turn: Turn, state: ConversationState): { action: Action; ids: string[] }[] {
  if (turn.kind === 'choice') {
    return optionsNow(turn, state)
      .filter(({ offered }) => offered)
      .map(({ option }) => ({ action: { code: option.code }, ids: [option.id] }));
  }
  const ways = turn.slots.reduce<Option[][]>(
    (all, slot) => all.flatMap((chosen) => slotOptions(slot).map((option) => [...chosen, option])),
    [[]],
  );
  return ways.map((way) => ({
    action: { code: turn.send.code, response: way.map((option) => option.code).join('') },
    ids: way.map((option) => option.id),
  }));
}

/** What conditions further on can tell apart in this state, besides klanttevredenheid and minutes. */
function look(script: Script, ahead: readonly Condition[], state: ConversationState): string {
  const steps = script.steps.map(
    (each) => state.steps.includes(each.id) && (isInOrder(each, state.steps) ? 'ordered' : 'done'),
  );
  const seen = ahead.map((condition) => {
    if (condition.kind === 'knows') return state.facts.includes(condition.fact);
    if (condition.kind === 'opened') return state.opened.includes(condition.key);
    return condition.kind === 'step' && state.steps.includes(condition.step);
  });
  return JSON.stringify([steps, seen, state.tried]);
}

/** Conditions that a turn and all that can follow it look at. */
function conditionsFrom(script: Script, start: string): readonly Condition[] {
  const conditions = script.steps.flatMap((each) => each.onlyIf);
  const seen = new Set<string>();
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const here = script.turns.find((each) => each.id === id);
    if (!here) continue;
    const options = here.kind === 'choice' ? here.options : here.slots.flatMap(slotOptions);
    const routes =
      here.kind === 'choice' ? here.options.flatMap((option) => option.routes) : here.send.routes;
    for (const option of options)
      conditions.push(...option.offeredIf, ...option.conditional.flatMap((group) => group.if));
    conditions.push(...routes.flatMap((route) => route.if));
    for (const to of [...routes.map((route) => route.to), ...(here.again ? [here.again.to] : [])]) {
      if (seen.has(to)) continue;
      // Only on coming there, so not for the turn itself unless it can come back.
      seen.add(to);
      conditions.push(...toldAt(script, to));
      open.push(to);
    }
  }
  return conditions;
}

function toldAt(script: Script, id: string): readonly Condition[] {
  const turn = script.turns.find((each) => each.id === id);
  const ending = script.endings.find((each) => each.id === id);
  const told = [...((turn ?? ending)?.consequences ?? []), ...(turn?.again?.consequences ?? [])];
  return told.flatMap((each) => each.if);
}
