/** What a finished run of a conversation comes down to, ready to be drawn; pure. */
import type { Conversation, Ending, World } from '../../content/module.js';
import type { Customer } from '../../content/schema/municipality.js';
import { outcomes, type StepResult } from '../../engine/conversation/outcomes.js';
import { competencesOf } from '../../engine/conversation/score.js';
import type { ConversationState } from '../../engine/conversation/state.js';
import type { Run } from '../../engine/journal.js';
import { unitState, type Session } from '../../engine/session.js';
import { moodOf } from '../conversation/words.js';
import type { Axis } from '../ui/radar.js';
import { betterEnding } from './best-ending.js';
import { factsOf, type FactStanding } from './facts.js';
import { consequencesAtEnd, momentsOf, type Moment, type Told } from './moments.js';
import { outcomeRows, type OutcomeRow } from './outcome-rows.js';
import { routesOf, type Routes } from './routes.js';
import { takeAwaysOf, type TakeAway } from './take-aways.js';

/** Below this (0..100) a competence is one to practise. */
export const NORM = 70;

/** What the coach was asked for in this run. */
export interface Advice {
  /** What the coach said, in order. */
  readonly said: readonly string[];
  /** Whether it halved what those turns earned. */
  readonly isHalved: boolean;
}

export interface DebriefView {
  readonly run: Run;
  readonly customer: Customer | undefined;
  readonly ending: Ending | undefined;
  /** 0..100; null where nothing counts. */
  readonly score: number | null;
  readonly faces: { readonly begin: string; readonly end: string };
  readonly outcomes: readonly OutcomeRow[];
  readonly waits: boolean;
  readonly competences: readonly Axis[];
  /** Label of the competence to practise first. */
  readonly practise: string | undefined;
  readonly moments: readonly Moment[];
  /** What earlier choices came to after the conversation. */
  readonly told: readonly Told[];
  readonly routes: Routes;
  readonly facts: readonly FactStanding[];
  readonly steps: readonly StepResult[];
  readonly advice: Advice;
  readonly takeAways: readonly TakeAway[];
  /** Where the best route ends; undefined when this run ended there too. */
  readonly better: Ending | undefined;
}

/** What was left lying comes first: that is what there is to learn. */
const FACT_ORDER: Readonly<Record<FactStanding['standing'], number>> = { missed: 0, found: 1, used: 2 };

/** The run to discuss: the latest when it is finished, else the best one; undefined when none has ended. */
export function discussedRun(session: Session, unit: Conversation): Run | undefined {
  const { running, best, first } = session.journal.units[unit.code] ?? {};
  return [running, best, first].find((run) => run && unitState(session, unit.code, run).finished);
}

export function debriefOf(session: Session, unit: Conversation): DebriefView | undefined {
  const run = discussedRun(session, unit);
  const played = run && unitState(session, unit.code, run);
  if (!run || played?.kind !== 'conversation') return undefined;
  const { world } = session.module;
  const { state } = played;
  const result = outcomes(unit, world, state);
  const competences = competenceAxes(unit, world, state, run);
  const moments = momentsOf({ session, unit, run, state });
  const facts = factsOf(unit, world, state);
  const steps = result.proces.steps.filter((step) => step.applies);
  const weakest = competences.toSorted((one, other) => one.score - other.score)[0];
  return {
    run,
    customer: world.customers.find((one) => one.id === unit.customer),
    ending: unit.endings.find((ending) => ending.id === state.ending),
    score: played.score,
    faces: { begin: firstMood(state), end: moodOf(state.log) },
    outcomes: outcomeRows(unit, world, state, result),
    waits: state.waitDays > 0,
    competences,
    practise: weakest && weakest.score < NORM ? weakest.label : undefined,
    moments,
    told: consequencesAtEnd(state),
    routes: routesOf(unit, world, run, state),
    facts: facts.toSorted((one, other) => FACT_ORDER[one.standing] - FACT_ORDER[other.standing]),
    steps,
    advice: {
      said: moments.flatMap((moment) => (moment.kind === 'coach' ? [moment.advice] : [])),
      isHalved: run.mode === 'scored',
    },
    takeAways: takeAwaysOf({ moments, facts, steps }),
    better: betterEnding(session, unit, run, state),
  };
}

const firstMood = (state: ConversationState): string => {
  const spoken = state.log.find((entry) => entry.kind === 'line' && entry.line.speaker === 'KLANT');
  return (spoken?.kind === 'line' && spoken.line.mood) || 'neutraal';
};

function competenceAxes(
  unit: Conversation,
  world: World,
  state: ConversationState,
  run: Run,
): readonly Axis[] {
  const results = competencesOf(state, run.mode);
  return unit.proof.competences.map((id) => ({
    label: world.competences[id].label,
    score: (results[id]?.share ?? 0) * 100,
    count: results[id]?.decisions ?? 0,
  }));
}
