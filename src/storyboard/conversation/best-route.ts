/** The best path of the proof, played again by the engine, so that it can be told and drawn. */
import type { Conversation, Ending, Option, World } from '../../content/module.js';
import { slotOptions } from '../../engine/conversation/compose.js';
import { deskKey, uncertain } from '../../engine/conversation/desk.js';
import { rawOutcomes, type RawOutcomes } from '../../engine/conversation/outcomes.js';
import { startConversation, step, turnNow } from '../../engine/conversation/reduce.js';
import type { ConversationState } from '../../engine/conversation/state.js';

export type RouteStep =
  | { readonly kind: 'desk'; readonly key: string; readonly answered: boolean }
  | { readonly kind: 'said'; readonly from: string; readonly to: string; readonly option: Option }
  | { readonly kind: 'block'; readonly label: string; readonly option: Option }
  | { readonly kind: 'sent'; readonly from: string; readonly to: string };

export interface BestRoute {
  readonly draw: string;
  readonly steps: readonly RouteStep[];
  readonly ending: Ending | undefined;
  readonly outcomes: RawOutcomes;
}

/** One per draw of chance, the draw in which everybody answers first. */
export function bestRoutes(unit: Conversation, world: World): readonly BestRoute[] {
  const answered = (draw: string): number => draw.replaceAll('0', '').length;
  return Object.keys(unit.proof.draws)
    .sort((a, b) => answered(b) - answered(a) || (a < b ? 1 : -1))
    .map((draw) => playBest(unit, world, draw));
}

/** Who answers in this draw and who does not: 'Wmo-loket neemt op'; empty when nothing hangs on chance. */
export const uncertainKeys = (
  unit: Conversation,
  draw: string,
): readonly { readonly key: string; readonly answered: boolean }[] =>
  uncertain(unit).map(({ key }, bit) => ({ key, answered: draw[bit] === '1' }));

function playBest(unit: Conversation, world: World, draw: string): BestRoute {
  const steps: RouteStep[] = [];
  let state = startConversation(unit, world, draw);
  let written = '';
  for (const code of unit.proof.draws[draw]?.bestPath ?? []) {
    const block = blockWith(unit, state, code);
    if (block) {
      written += code;
      steps.push(block);
      continue;
    }
    const before = state;
    state = step(
      unit,
      world,
      state,
      isDesk(unit, world, code) || written === '' ? { code } : { code, response: written },
    );
    steps.push(...told(unit, world, { before, after: state, code }));
    if (!isDesk(unit, world, code)) written = '';
  }
  const ending = unit.endings.find((candidate) => candidate.id === state.ending);
  return { draw, steps, ending, outcomes: rawOutcomes(unit, world, state, state.ending) };
}

const isDesk = (unit: Conversation, world: World, code: string): boolean =>
  deskKey(unit, world, code) !== undefined;

function blockWith(unit: Conversation, state: ConversationState, code: string): RouteStep | null {
  const turn = turnNow(unit, state);
  if (turn?.kind !== 'compose') return null;
  for (const slot of turn.slots) {
    const option = slotOptions(slot).find((candidate) => candidate.code === code);
    if (option) return { kind: 'block', label: slot.label, option };
  }
  return null;
}

interface Played {
  readonly before: ConversationState;
  readonly after: ConversationState;
  readonly code: string;
}

function told(unit: Conversation, world: World, { before, after, code }: Played): RouteStep[] {
  const key = deskKey(unit, world, code);
  if (key !== undefined) {
    const entry = after.log.findLast((each) => each.kind === 'desk');
    return [{ kind: 'desk', key, answered: entry?.kind === 'desk' ? entry.answered : true }];
  }
  const from = before.turn ?? '';
  const to = after.turn ?? after.ending ?? '';
  const turn = turnNow(unit, before);
  if (turn?.kind !== 'choice') return [{ kind: 'sent', from, to }];
  const option = turn.options.find((candidate) => candidate.code === code);
  return option ? [{ kind: 'said', from, to, option }] : [];
}
