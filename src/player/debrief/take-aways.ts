/** What this learner takes along from this run: what went well, what would have been stronger, what lay ready unused; pure. */
import type { StepResult } from '../../engine/conversation/outcomes.js';
import { unitTexts } from '../texts/nl-units.js';
import type { FactStanding } from './facts.js';
import { isLearningPoint, type DecisionMoment, type Moment } from './moments.js';

export interface TakeAway {
  readonly head: string;
  readonly text: string;
}

interface Played {
  readonly moments: readonly Moment[];
  readonly facts: readonly FactStanding[];
  /** Those that apply. */
  readonly steps: readonly StepResult[];
}

/** At most three, the most telling first of each sort; fewer after a short run. */
export function takeAwaysOf({ moments, facts, steps }: Played): readonly TakeAway[] {
  const decisions = moments.filter((moment) => moment.kind === 'decision');
  const [worst, next] = decisions.filter(isLearningPoint).toSorted(byLoss);
  const kept = decisions
    .filter(({ quality, said }) => quality === 'strong' && said !== '')
    .toSorted((one, other) => pleased(other) - pleased(one));
  if (!worst) return kept.slice(0, 3).map(keep);
  const lying = leftLying(facts, steps, worst);
  return [
    ...kept.slice(0, 1).map(keep),
    sayInstead(worst),
    ...(lying ? [lying] : []),
    ...(next ? [sayInstead(next)] : []),
  ].slice(0, 3);
}

const pleased = ({ change }: DecisionMoment): number => change.klanttevredenheid ?? 0;

/** The weakest first; of those the one that the customer liked least. */
const byLoss = (one: DecisionMoment, other: DecisionMoment): number =>
  Number(other.quality === 'weak') - Number(one.quality === 'weak') || pleased(one) - pleased(other);

const keep = ({ said, feedback }: DecisionMoment): TakeAway => ({
  head: unitTexts.debrief.own.keep,
  text: `‘${said}’ ${firstOf(feedback)}`,
});

function sayInstead({ stronger, label, feedback }: DecisionMoment): TakeAway {
  const { own } = unitTexts.debrief;
  if (!stronger) return { head: own.say, text: feedback };
  return stronger.text === ''
    ? { head: own.leave, text: `${label ?? ''}. ${firstOf(stronger.why)}` }
    : { head: own.say, text: `‘${stronger.text}’ ${firstOf(stronger.why)}` };
}

/** One sentence is what one remembers; the whole feedback stands with the choice. */
const firstOf = (feedback: string): string => /^.*?[.!?](?=\s|$)/.exec(feedback)?.[0] ?? feedback;

/** What the stronger choice asked for, a step that was skipped, or else what was never looked up or never used. */
function leftLying(
  facts: readonly FactStanding[],
  steps: readonly StepResult[],
  { stronger }: DecisionMoment,
): TakeAway | undefined {
  const { own } = unitTexts.debrief;
  const missed = facts.filter(({ standing, where }) => standing === 'missed' && where !== undefined);
  const needed = missed.find(({ label }) => stronger?.needs.includes(label));
  const step = steps.find(({ done }) => !done);
  const unused = facts.find(({ standing }) => standing === 'found');
  const look = ({ where = '', label }: FactStanding): TakeAway => ({
    head: own.look,
    text: own.lookAt(where, label),
  });
  if (needed) return look(needed);
  if (step) return { head: own.step, text: step.step.text };
  if (missed[0]) return look(missed[0]);
  return unused && { head: own.use, text: own.used(unused.label) };
}
