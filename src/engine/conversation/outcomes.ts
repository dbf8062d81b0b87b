/** The four outcomes of a conversation, raw and scaled between the worst and the best that exist (design: scoring). */
import type { Conversation, DrawProof, Step, World } from '../../content/module.js';
import type { Norms } from '../../content/schema/municipality.js';
import type { ChannelId, OutcomeId } from '../../content/vocabulary.js';
import { holds, isInOrder, type Script, type Situation } from './rules.js';
import type { ConversationState } from './state.js';

export interface StepResult {
  readonly step: Step;
  readonly applies: boolean;
  /** Done, and in the right order. */
  readonly done: boolean;
}

export interface RawOutcomes {
  /** 0..10 */
  readonly klanttevredenheid: number;
  /** Minutes of handling and working days of waiting; `value` is the two as one, in minutes. */
  readonly doorlooptijd: { readonly minutes: number; readonly waitDays: number; readonly value: number };
  /** Euro. */
  readonly kosten: { readonly value: number; readonly followUps: number };
  /** Steps done of the steps that apply; `value` 0..1. */
  readonly proces: {
    readonly done: number;
    readonly apply: number;
    readonly value: number;
    readonly steps: readonly StepResult[];
  };
}

export interface Outcomes extends RawOutcomes {
  /** 0 = worst, 1 = best that exists in this run's draw. */
  readonly scaled: Readonly<Record<OutcomeId, number>>;
}

/** Outcomes so far; follow-up contacts are known only at an ending, and count from there. */
export function outcomes(unit: Conversation, world: World, state: ConversationState): Outcomes {
  const raw = rawOutcomes(unit, world, state, state.ending);
  return { ...raw, scaled: scaledOutcomes(raw, unit.proof.draws[state.draw]) };
}

/** Outcomes from 0 to 1 between what is worst and best in a draw; all 0 when nothing is proved of it. */
export function scaledOutcomes(raw: RawOutcomes, proof: DrawProof | undefined): Outcomes['scaled'] {
  const scale = (outcome: OutcomeId, value: number) =>
    proof ? scaled(value, proof.worst[outcome], proof.best[outcome]) : 0;
  return {
    klanttevredenheid: scale('klanttevredenheid', raw.klanttevredenheid),
    doorlooptijd: scale('doorlooptijd', raw.doorlooptijd.value),
    kosten: scale('kosten', raw.kosten.value),
    proces: scale('proces', raw.proces.value),
  };
}

/** The outcomes of a situation, without scaling: works on a script that has no proof yet. */
export function rawOutcomes(
  script: Script,
  world: World,
  situation: Situation,
  ending: string | null,
): RawOutcomes {
  const { minutes, waitDays } = situation;
  const steps = stepResults(script, situation);
  const apply = steps.filter((step) => step.applies).length;
  const done = steps.filter((step) => step.applies && step.done).length;
  const atEnding = script.endings.find((candidate) => candidate.id === ending)?.followUps ?? 0;
  const followUps = atEnding + situation.followUps;
  return {
    klanttevredenheid: situation.klanttevredenheid,
    doorlooptijd: { minutes, waitDays, value: minutes + waitInMinutes(world.norms, waitDays) },
    kosten: { value: costOf(script, world, situation, followUps), followUps },
    proces: { done, apply, value: apply === 0 ? 1 : done / apply, steps },
  };
}

/** Every step with whether it applies and whether it was done in its order. */
export function stepResults(script: Script, situation: Situation): readonly StepResult[] {
  const applies = (step: Step | undefined) => step !== undefined && holds(step.onlyIf, situation);
  return script.steps.map((step) => {
    const before = script.steps.find((candidate) => candidate.id === step.after);
    const done = situation.steps.includes(step.id) && (!applies(before) || isInOrder(step, situation.steps));
    return { step, applies: applies(step), done };
  });
}

/** Waiting days as minutes of handling, by the norms' table; beyond its end the last step repeats. */
export function waitInMinutes(norms: Norms, days: number): number {
  const table = norms['wachtdagen-in-minuten'];
  const last = table.length - 1;
  const [beforeLast = 0, atLast = 0] = table.slice(-2);
  return days <= last ? (table[days] ?? 0) : atLast + (days - last) * (atLast - beforeLast);
}

/** What is sufficient in a conversation of these contacts: every contact has the norm of its channel. */
export function sufficientFor(
  norms: Norms,
  contacts: readonly ChannelId[],
): { readonly minutes: number; readonly waitDays: number; readonly kosten: number } {
  const { minuten, werkdagen, kosten } = norms.voldoende;
  return {
    minutes: contacts.reduce((sum, channel) => sum + minuten[channel], 0),
    waitDays: contacts.length * werkdagen,
    kosten: contacts.length * kosten,
  };
}

/** Euro of one contact over a channel. */
export const channelCost = (world: World, channel: ChannelId): number =>
  world.channels.find((candidate) => candidate.id === channel)?.kosten ?? 0;

function costOf(script: Script, world: World, situation: Situation, followUps: number): number {
  const channel = channelCost(world, script.channel);
  const { 'tarief-per-minuut': rate, 'kosten-vervolgcontact': followUp } = world.norms;
  const cost = situation.minutes * rate + channel + situation.otherCost + followUps * followUp;
  return Math.round(cost * 100) / 100;
}

function scaled(value: number, worst: number, best: number): number {
  if (worst === best) return 1;
  return Math.min(1, Math.max(0, (value - worst) / (best - worst)));
}
