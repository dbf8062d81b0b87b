/** The conversation reducer: what each action of the learner does to the conversation (design: sections 4 and 5). */
import type {
  ChoiceTurn,
  ComposeTurn,
  Contact,
  Conversation,
  Option,
  Turn,
  World,
} from '../../content/module.js';
import type { Norms } from '../../content/schema/municipality.js';
import { type Action, COACH, RefusedAction } from '../action.js';
import type { Context, Reducer } from '../reducer.js';
import { arrive } from './arrive.js';
import { fillSlots, slotOptions } from './compose.js';
import { deskEffectsIn, deskKey, drawOf, silentCalls, withDesk } from './desk.js';
import { standing, withPick } from './draft.js';
import {
  effectsOf,
  evidenceOf,
  holds,
  routeTo,
  type Script,
  type Situation,
  standingOptions,
  startSituation,
  withEffects,
} from './rules.js';
import { evidenceOfRun, scoreOfRun } from './score.js';
import type { Change, ConversationState, Decision, LogEntry } from './state.js';

export const conversation: Reducer<Conversation, ConversationState> = {
  start: (unit, { seed, world }) =>
    startConversation(unit, world, drawOf(unit, seed), silentCalls(unit, world, seed)),
  apply: (unit, state, action, { world }: Context) => step(unit, world, state, action),
  isFinished: (_unit, state) => state.ending !== null,
  score: (unit, state, { mode }) => scoreOfRun(unit, state, mode),
  evidence: (unit, state, { mode }) => evidenceOfRun(unit, state, mode),
};

/** `silent`: the unlisted calls that nobody answers; none of them in a proof. */
export function startConversation(
  script: Script,
  world: World,
  draw: string,
  silent: ConversationState['silent'] = [],
): ConversationState {
  const [first] = script.turns;
  const state: ConversationState = {
    ...startSituation(script),
    draw,
    silent,
    turn: null,
    ending: null,
    channel: script.channel,
    moment: script.moment,
    contacts: [script.channel],
    log: [],
    decisions: [],
    coached: [],
    draft: {},
  };
  return first ? arrived(script, world, state, first.id) : state;
}

/** One action of the learner. Throws `RefusedAction` when it is not possible now. */
export function step(
  script: Script,
  world: World,
  state: ConversationState,
  action: Action,
): ConversationState {
  const turn = turnNow(script, state);
  if (!turn) throw new RefusedAction('this conversation is over');
  if (action.code === COACH) return askCoach(script, state, turn);
  const key = deskKey(script, world, action.code);
  if (key !== undefined) return useDesk(script, world, state, { key, turn });
  switch (turn.kind) {
    case 'choice':
      return choose(script, world, state, { turn, action });
    case 'compose':
      return action.code === turn.send.code
        ? send(script, world, state, { turn, action })
        : withPick(state, turn, action, script.steps);
  }
}

/** The running turn; undefined once an ending is reached. */
export function turnNow(script: Script, state: ConversationState): Turn | undefined {
  return script.turns.find((turn) => turn.id === state.turn);
}

/** The options of a turn as they stand now, in script order; topics that were taken are left out. */
export function optionsNow(turn: ChoiceTurn, situation: Situation): Decision['options'] {
  return standingOptions(turn.options, situation).map((option) => ({
    option,
    offered: holds(option.offeredIf, situation),
  }));
}

function askCoach(script: Script, state: ConversationState, turn: Turn): ConversationState {
  if (script.coached) throw new RefusedAction('the coach speaks unasked here');
  if (turn.coach === undefined) throw new RefusedAction(`the coach has nothing to say at ${turn.id}`);
  if (state.coached.includes(turn.id)) throw new RefusedAction(`the coach was asked already at ${turn.id}`);
  return {
    ...withLog(state, { kind: 'coach', turn: turn.id, text: turn.coach }),
    coached: [...state.coached, turn.id],
  };
}

function useDesk(
  script: Script,
  world: World,
  state: ConversationState,
  { key, turn }: { readonly key: string; readonly turn: Turn },
): ConversationState {
  const done = deskEffectsIn(script, world, state, key);
  const after = withDesk(state, script, key, done);
  const reply = done.answered ? done.listed?.reply : undefined;
  const draft = turn.kind === 'compose' ? standing(turn, after, state.draft, script.steps) : state.draft;
  return withLog(
    { ...state, ...after, draft },
    {
      kind: 'desk',
      turn: turn.id,
      key,
      answered: done.answered,
      ...(reply === undefined ? {} : { reply }),
      change: changeBetween(state, after, world.norms),
    },
  );
}

function choose(
  script: Script,
  world: World,
  state: ConversationState,
  { turn, action }: { readonly turn: ChoiceTurn; readonly action: Action },
): ConversationState {
  const options = optionsNow(turn, state);
  const chosen = options.find(({ option }) => option.code === action.code);
  if (!chosen || action.response !== undefined)
    throw new RefusedAction(`${turn.id} has no option ${action.code}`);
  const { option } = chosen;
  if (!chosen.offered) throw new RefusedAction(`${turn.id}: ${option.id} is not offered`);
  const done = withEffects(state, effectsOf(option, state), script.steps);
  const after = option.topic ? { ...done, topics: [...done.topics, option.code] } : done;
  const change = changeBetween(state, after, world.norms);
  const decision: Decision = {
    turn: turn.id,
    chosen: option,
    options,
    evidence: evidenceOf(standingOptions(turn.options, state), option, state),
    change,
    coached: state.coached.includes(turn.id),
  };
  const said = withLog({ ...state, ...after }, { kind: 'said', turn: turn.id, text: option.text, change });
  const heard = script.coached ? withLog(said, coachEntry(turn, option)) : said;
  const answered = option.reply ? withLog(heard, { kind: 'line', turn: turn.id, line: option.reply }) : heard;
  return goOn(
    script,
    world,
    { ...answered, decisions: [...state.decisions, decision] },
    routeTo(option.routes, after),
  );
}

function send(
  script: Script,
  world: World,
  state: ConversationState,
  { turn, action }: { readonly turn: ComposeTurn; readonly action: Action },
): ConversationState {
  const { filled, after: written } = fillSlots(turn, action.response ?? '', state, script.steps);
  const after = withEffects(written, [turn.send.effects], script.steps);
  const decisions = filled.map(({ slot, before, chosen }): Decision => {
    const done = withEffects(before, effectsOf(chosen, before), script.steps);
    const options = slotOptions(slot);
    return {
      turn: turn.id,
      slot: slot.id,
      chosen,
      options: options.map((option) => ({ option, offered: holds(option.offeredIf, before) })),
      evidence: evidenceOf(options, chosen, before),
      change: changeBetween(before, done, world.norms),
      coached: state.coached.includes(turn.id),
    };
  });
  const parts = filled.map(({ slot, chosen }) => ({ label: slot.label, text: chosen.text }));
  const change = changeBetween(state, after, world.norms);
  const sent = withLog({ ...state, ...after }, { kind: 'sent', turn: turn.id, parts, change });
  const heard = script.coached
    ? withLog(sent, ...filled.map(({ chosen }) => coachEntry(turn, chosen)))
    : sent;
  return goOn(
    script,
    world,
    { ...heard, decisions: [...state.decisions, ...decisions], draft: {} },
    routeTo(turn.send.routes, after),
  );
}

function goOn(script: Script, world: World, state: ConversationState, to: string | null): ConversationState {
  if (to === null) throw new RefusedAction(`${state.turn ?? ''} is a dead end`);
  return arrived(script, world, state, to);
}

/** At a turn or an ending: a new contact begins, earlier choices tell, lines are heard, and in a practice call the coach. */
function arrived(script: Script, world: World, state: ConversationState, id: string): ConversationState {
  const { turn, ending, contact, begun, told, lines, after } = arrive(script, world, id, state);
  const at = turn?.id ?? ending?.id ?? id;
  const change = (from: Situation, to: Situation) => changeBetween(from, to, world.norms);
  const divide: LogEntry[] = contact ? [contactEntry(at, contact, change(state, begun))] : [];
  const consequences = told.map(({ consequence, before, after: next }): LogEntry => ({
    kind: 'consequence',
    turn: at,
    text: consequence.text,
    change: change(before, next),
  }));
  const heard = lines.map((line): LogEntry => ({ kind: 'line', turn: at, line }));
  const advice: LogEntry[] =
    script.coached && turn?.coach !== undefined ? [{ kind: 'coach', turn: at, text: turn.coach }] : [];
  // What comes of it after the end is told after the goodbye.
  const entries = turn ? [...divide, ...consequences, ...heard, ...advice] : [...heard, ...consequences];
  const { channel, moment } = contact ?? state;
  return {
    ...withLog({ ...state, ...after }, ...entries),
    turn: turn ? at : null,
    ending: ending ? at : null,
    channel,
    moment,
    contacts: contact ? [...state.contacts, channel] : state.contacts,
  };
}

const contactEntry = (turn: string, { channel, moment, between }: Contact, change: Change): LogEntry => ({
  kind: 'contact',
  turn,
  channel,
  moment,
  ...(between === undefined ? {} : { between }),
  change,
});

const coachEntry = (turn: Turn, option: Option): LogEntry => ({
  kind: 'coach',
  turn: turn.id,
  text: option.coach ?? option.feedback,
});

const withLog = (state: ConversationState, ...entries: readonly LogEntry[]): ConversationState => ({
  ...state,
  log: [...state.log, ...entries],
});

/** What is different between two situations, for chips, announcer and statements. */
export function changeBetween(before: Situation, after: Situation, norms: Norms): Change {
  const minutes = rounded(after.minutes - before.minutes);
  const klanttevredenheid = rounded(after.klanttevredenheid - before.klanttevredenheid);
  const waitDays = after.waitDays - before.waitDays;
  const kosten = rounded(minutes * norms['tarief-per-minuut'] + after.otherCost - before.otherCost);
  const steps = [...new Set(after.steps.slice(before.steps.length))];
  const facts = after.facts.slice(before.facts.length);
  const followUps = after.followUps - before.followUps;
  return {
    ...(klanttevredenheid !== 0 && { klanttevredenheid }),
    ...(minutes !== 0 && { minutes }),
    ...(waitDays !== 0 && { waitDays }),
    ...(kosten !== 0 && { kosten }),
    ...(steps.length > 0 && { steps }),
    ...(facts.length > 0 && { facts }),
    ...(followUps !== 0 && { followUps }),
  };
}

/** Two decimals: sums of tenths must not show as 0.30000000000000004. */
const rounded = (value: number) => Math.round(value * 100) / 100;
