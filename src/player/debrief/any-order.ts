/** Topics may be taken in any order: whether another order would have brought more, is played, not guessed; pure. */
import type { Code, Conversation, Turn } from '../../content/module.js';
import type { Run } from '../../engine/journal.js';
import { unitState, type Session } from '../../engine/session.js';

interface Taken {
  readonly session: Session;
  readonly unit: Conversation;
  readonly run: Run;
  /** Place of the choice in the run's actions. */
  readonly from: number;
}

/**
 * Codes of the topics that the learner dealt with after the one chosen here, and that would have brought no more if they had come
 * first. Empty where the choice was no topic.
 */
export function topicsThatCouldWait(taken: Taken): readonly Code[] {
  const { unit, run, from } = taken;
  const { actions } = run;
  const turn = unit.turns.find((one) => topicIn(one, actions[from]?.code));
  if (!turn) return [];
  return actions.flatMap(({ code }, at) => {
    if (at <= from || !topicIn(turn, code)) return [];
    const end = endOf(taken, turn, at);
    const sooner = [
      ...actions.slice(0, from),
      ...actions.slice(at, end),
      ...actions.slice(from, at),
      ...actions.slice(end),
    ];
    // Without a score it was not possible sooner: then there was nothing to choose.
    const gain = (scoreOf(taken, sooner) ?? 0) - (scoreOf(taken, actions) ?? 0);
    return gain > 0 ? [] : [code];
  });
}

const topicIn = (turn: Turn, code: Code | undefined): boolean =>
  turn.kind === 'choice' && turn.options.some((option) => option.code === code && option.topic === true);

const scoreOf = ({ session, unit, run }: Taken, actions: Run['actions']): number | null =>
  unitState(session, unit.code, { ...run, actions }).score;

/** Where a topic was dealt with: back among the topics, or on to what follows them. */
function endOf({ session, unit, run }: Taken, turn: Turn, at: number): number {
  const after = [turn.id, turn.again?.to];
  const rest = run.actions.slice(at + 1).findIndex((_, i) => {
    const actions = run.actions.slice(0, at + 1 + i);
    const played = unitState(session, unit.code, { ...run, actions });
    return played.kind === 'conversation' && after.includes(played.state.turn ?? undefined);
  });
  return rest === -1 ? run.actions.length : at + 1 + rest;
}
