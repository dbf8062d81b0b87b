/** The run as a story: what was heard, what the learner did, and what would have been stronger; pure. */
import type { Code, Conversation, Option, World } from '../../content/module.js';
import type { ConversationRule } from '../../content/schema/municipality.js';
import { fillSlots } from '../../engine/conversation/compose.js';
import { evidenceOf, satisfactionAfter, effectsOf, type Situation } from '../../engine/conversation/rules.js';
import type { Change, ConversationState, Decision, LogEntry } from '../../engine/conversation/state.js';
import type { Run } from '../../engine/journal.js';
import { unitState, type Session } from '../../engine/session.js';
import { topicsThatCouldWait } from './any-order.js';
import { channelName, deskLine, deskReply } from '../conversation/words.js';
import { rulesOf } from './named-rules.js';

type Of<K extends LogEntry['kind']> = Extract<LogEntry, { kind: K }>;
/** Something done or left undone earlier, that told later. */
export type Told = Of<'consequence'>;
/** What came to the learner: nobody did it now. `title`: 'E-mail, vrijdag 9.00 uur'. */
export type Heard = Of<'line'> | Told | (Of<'contact'> & { readonly title: string });

interface MomentBase {
  /** Actions of the run before this one: where 'Probeer vanaf hier' begins. */
  readonly from: number;
  /** What was heard, seen or happened before it: the same list for all moments that answer it. */
  readonly heard: readonly Heard[];
  /** How the customer looked then. */
  readonly mood: string;
  readonly change: Change;
}
export type Moment =
  | (MomentBase & {
      readonly kind: 'decision';
      /** Part of a letter; absent for a choice in conversation. */
      readonly label?: string;
      /** What the learner said; '' for a part left empty. */
      readonly said: string;
      readonly quality: 'strong' | 'fair' | 'weak';
      readonly feedback: string;
      readonly temptation?: string;
      readonly stronger?: Stronger;
      readonly coached: boolean;
      /** Rules of conversation that the feedback names. */
      readonly rules: readonly ConversationRule[];
    })
  | (MomentBase & { readonly kind: 'desk'; readonly did: string; readonly reply?: string })
  | (MomentBase & { readonly kind: 'coach'; readonly advice: string });

export interface Stronger {
  readonly text: string;
  readonly why: string;
  /** Labels of the facts that would have unlocked it; empty when it was on offer. */
  readonly needs: readonly string[];
}

export type DecisionMoment = Extract<Moment, { kind: 'decision' }>;

export const isLearningPoint = (moment: Moment): moment is DecisionMoment =>
  moment.kind === 'decision' && moment.quality !== 'strong';

interface Context {
  readonly session: Session;
  readonly unit: Conversation;
  readonly run: Run;
  readonly state: ConversationState;
}
type Acted = Exclude<LogEntry, { kind: 'line' | 'contact' | 'consequence' }>;

export function momentsOf(context: Context): readonly Moment[] {
  const { unit, state } = context;
  const { world } = context.session.module;
  const moments: Moment[] = [];
  let heard: readonly Heard[] = [];
  let isAnswered = false;
  let mood = 'neutraal';
  let from = 0;
  for (const entry of state.log) {
    if (entry.kind === 'line' || entry.kind === 'contact' || entry.kind === 'consequence') {
      heard = isAnswered ? [heardOf(entry, world)] : [...heard, heardOf(entry, world)];
      isAnswered = false;
      if (entry.kind === 'line' && entry.line.speaker === 'KLANT') mood = entry.line.mood ?? mood;
      continue;
    }
    // In a practice call the coach speaks by itself: that is no action of the learner.
    if (entry.kind === 'coach' && unit.coached) continue;
    const decided = moments.filter((moment) => moment.kind === 'decision').length;
    moments.push(...momentsIn(entry, { from, heard, mood }, decided, context));
    from += 1;
    if (entry.kind === 'said' || entry.kind === 'sent') isAnswered = true;
  }
  return moments;
}

const heardOf = (entry: Exclude<LogEntry, Acted>, world: World): Heard =>
  entry.kind === 'contact'
    ? { ...entry, title: `${channelName(world, entry.channel)}, ${entry.moment}` }
    : entry;

/** What came of the conversation once it had ended: told at its ending. */
export const consequencesAtEnd = ({ log, ending }: ConversationState): readonly Told[] =>
  log.flatMap((entry) => (entry.kind === 'consequence' && entry.turn === ending ? [entry] : []));

/** One moment for an action; for a letter one per part. `decided`: decisions before it. */
function momentsIn(
  entry: Acted,
  base: Omit<MomentBase, 'change'>,
  decided: number,
  context: Context,
): readonly Moment[] {
  const { session, state } = context;
  switch (entry.kind) {
    case 'coach':
      return [{ ...base, kind: 'coach', advice: entry.text, change: {} }];
    case 'desk': {
      const { change } = entry;
      const { world } = session.module;
      const reply = deskReply(world, entry);
      return [
        { ...base, kind: 'desk', did: deskLine(world, entry), change, ...(reply !== undefined && { reply }) },
      ];
    }
    case 'said':
    case 'sent': {
      const labels = entry.kind === 'sent' ? entry.parts.map((part) => part.label) : [undefined];
      const situations = situationsAt(context, base.from);
      const waiting = topicsThatCouldWait({ ...context, from: base.from });
      return state.decisions.slice(decided, decided + labels.length).map((decision, i) => {
        const label = labels[i];
        return {
          ...base,
          ...decisionMoment(context, withoutLater(decision, waiting), situations[i]),
          ...(label !== undefined && { label }),
        };
      });
    }
  }
}

/** The situation just before the action at `from`; for a letter, one per slot. */
function situationsAt({ session, unit, run }: Context, from: number): readonly Situation[] {
  const before = unitState(session, unit.code, { ...run, actions: run.actions.slice(0, from) });
  if (before.kind !== 'conversation') return [];
  const turn = unit.turns.find((one) => one.id === before.state.turn);
  if (turn?.kind !== 'compose') return [before.state];
  const { filled } = fillSlots(turn, run.actions[from]?.response ?? '', before.state, unit.steps);
  return filled.map((slot) => slot.before);
}

/** The decision beside what else could have been done now: what could wait, and was done later, is left out. */
const withoutLater = (decision: Decision, waiting: readonly Code[]): Decision => ({
  ...decision,
  options: decision.options.filter(({ option }) => !waiting.includes(option.code)),
});

function decisionMoment(
  { session, unit }: Context,
  { chosen, options, change, coached }: Decision,
  before: Situation | undefined,
): Omit<DecisionMoment, keyof MomentBase> & { readonly change: Change } {
  const all = options.map(({ option }) => option);
  const worth = (option: Option): number => (before ? valueOf(all, option, before) : 0);
  const best = all.toSorted((one, other) => worth(other) - worth(one))[0] ?? chosen;
  const quality = worth(chosen) >= worth(best) ? 'strong' : worth(chosen) >= 0.5 ? 'fair' : 'weak';
  const offered = options.find(({ option }) => option === best)?.offered ?? true;
  return {
    kind: 'decision',
    said: chosen.text,
    quality,
    feedback: chosen.feedback,
    change,
    coached,
    rules: rulesOf([chosen, best], session.module.rules),
    ...(chosen.temptation !== undefined && quality !== 'strong' && { temptation: chosen.temptation }),
    ...(quality !== 'strong' && {
      stronger: { text: best.text, why: best.feedback, needs: offered ? [] : factsAsked(unit, best) },
    }),
  };
}

/** 0..1: mean share of the competences this decision speaks of; satisfaction breaks a tie. */
function valueOf(all: readonly Option[], option: Option, before: Situation): number {
  const shares = Object.values(evidenceOf(all, option, before)).map(({ got, max }) => got / max);
  const gain = satisfactionAfter(before.klanttevredenheid, effectsOf(option, before)) / 10_000;
  return shares.length === 0
    ? 1 + gain
    : shares.reduce((sum, share) => sum + share, 0) / shares.length + gain;
}

const factsAsked = (unit: Conversation, option: Option): readonly string[] =>
  option.offeredIf.flatMap((condition) =>
    condition.kind === 'knows' && condition.not !== true
      ? [unit.facts[condition.fact] ?? condition.fact]
      : [],
  );
