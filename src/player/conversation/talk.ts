/** What the workplace draws, derived once per change of the session: the one place here that asks the engine. */
import type {
  ChoiceTurn,
  ComposeTurn,
  Condition,
  Conversation,
  Ending,
  Module,
  Option,
  Turn,
  World,
} from '../../content/module.js';
import type { Customer } from '../../content/schema/municipality.js';
import type { OutcomeId } from '../../content/vocabulary.js';
import { deskActions } from '../../engine/conversation/desk.js';
import { outcomes } from '../../engine/conversation/outcomes.js';
import { optionsNow, turnNow } from '../../engine/conversation/reduce.js';
import { holds } from '../../engine/conversation/rules.js';
import type { Change, ConversationState, OfferedDeskAction } from '../../engine/conversation/state.js';
import type { Run } from '../../engine/journal.js';
import { runSeed, shuffled } from '../../engine/random.js';
import { unitState, type Session } from '../../engine/session.js';
import { workTexts } from '../texts/nl-work.js';
import { t } from '../texts/texts.js';
import { decimal, euro } from '../ui/format.js';
import type { IconName } from '../ui/icons.js';
import type { MeterChange } from '../ui/ring-meter.js';
import { logItems, type LogItem } from './log-view.js';
import type { Offer, Source } from './options.js';
import { deskKey } from './words.js';

export interface Talk {
  readonly unit: Conversation;
  readonly world: World;
  readonly terms: Module['terms'];
  readonly state: ConversationState;
  readonly run: Run;
  /** Names this run among all runs: the seed of its order. */
  readonly seed: string;
  readonly customer: Customer;
  readonly turn: Turn | undefined;
  readonly ending: Ending | undefined;
  readonly desk: ReadonlyMap<string, OfferedDeskAction>;
  /** The log as the channels draw it. */
  readonly items: readonly LogItem[];
}

/** The running (or just ended) run of a conversation; undefined while there is none. */
export function talkOf(session: Session, unit: Conversation): Talk | undefined {
  const { world, terms } = session.module;
  const played = unitState(session, unit.code);
  const run = session.journal.units[unit.code]?.running;
  const customer = world.customers.find((one) => one.id === unit.customer);
  if (played.kind !== 'conversation' || !run || !customer) return undefined;
  const { state } = played;
  return {
    unit,
    world,
    terms,
    state,
    run,
    seed: runSeed(session.journal.attempt, unit.code, run),
    customer,
    turn: turnNow(unit, state),
    ending: unit.endings.find((one) => one.id === state.ending),
    items: itemsOf(unit, state),
    get desk() {
      return deskOf(unit, world, state);
    },
  };
}

const itemsOnce = new WeakMap<ConversationState, readonly LogItem[]>();

/** The log as the channels draw it, worked out once a state. */
export function itemsOf(unit: Conversation, state: ConversationState): readonly LogItem[] {
  const known = itemsOnce.get(state);
  if (known) return known;
  const items = logItems(unit, state.log);
  itemsOnce.set(state, items);
  return items;
}

const desks = new WeakMap<ConversationState, Talk['desk']>();

/** Asked for in the frame of the desk, once a state: the words of an answer do not wait for it. */
function deskOf(unit: Conversation, world: World, state: ConversationState): Talk['desk'] {
  const known = desks.get(state);
  if (known) return known;
  const desk = new Map(deskActions(unit, world, state).map((action) => [action.key, action]));
  desks.set(state, desk);
  return desk;
}

/** The options of the turn that are offered now, in the run's own order. */
export function offersOf({ unit, state, seed }: Talk, turn: ChoiceTurn): readonly Offer[] {
  const offered = optionsNow(turn, state).filter((one) => one.offered);
  return shuffled(`${seed}/${turn.id}`, offered).map(({ option }) => {
    const sources = option.offeredIf.map((condition) => sourceOf(unit, state, condition));
    const source = sources.find(Boolean);
    return source === undefined ? { option } : { option, source };
  });
}

/** What made a condition true: a look-up at the desk, or what was done before. */
function sourceOf(unit: Conversation, state: ConversationState, condition: Condition): Source | undefined {
  if (condition.not) return undefined;
  const { because } = workTexts.talk;
  switch (condition.kind) {
    case 'opened':
      return { key: condition.key, words: because[deskKey(condition.key).kind] };
    case 'knows': {
      const action = unit.desk.find(
        (one) => one.effects.facts?.includes(condition.fact) && state.opened.includes(one.key),
      );
      return action ? { key: action.key, words: because[action.kind] } : { words: because.step };
    }
    case 'step':
      return { words: because.step };
    case 'below':
      return undefined;
  }
}

/** Does this look-up make a block possible that stands in a slot now? Then that slot. */
export function slotFrom({ unit, state }: Talk, turn: ComposeTurn, key: string): string | undefined {
  const isFrom = (option: Option): boolean =>
    option.offeredIf.some((condition) => sourceOf(unit, state, condition)?.key === key) &&
    holds(option.offeredIf, state);
  return turn.slots.find((slot) => slot.blocks.some(isFrom))?.id;
}

export interface MeterView {
  readonly id: OutcomeId;
  readonly icon: IconName;
  readonly value: string;
  /** For the narrow strip: '4,2'. */
  readonly short: string;
  /** 0 = the worst that exists, 1 = the best. */
  readonly share: number;
  readonly change: MeterChange | undefined;
}

/** The four outcomes now, each with what the last action did to it. */
export function metersOf({ unit, world, state }: Talk): readonly MeterView[] {
  const { klanttevredenheid, doorlooptijd, kosten, proces, scaled } = outcomes(unit, world, state);
  const last = state.log.findLast((entry) => 'change' in entry);
  const change: Change = last && 'change' in last ? last.change : {};
  const satisfaction = change.klanttevredenheid ?? 0;
  const minutes = decimal(doorlooptijd.minutes);
  const steps = change.steps?.length ?? 0;
  return [
    {
      id: 'klanttevredenheid',
      icon: 'smile',
      value: workTexts.meters.klanttevredenheid(decimal(klanttevredenheid)),
      short: decimal(klanttevredenheid),
      share: scaled.klanttevredenheid,
      change: changed(satisfaction, decimal(Math.abs(satisfaction)), satisfaction > 0 ? 'good' : 'bad'),
    },
    {
      id: 'doorlooptijd',
      icon: 'clock',
      value: workTexts.meters.time(minutes, doorlooptijd.waitDays),
      short: t.common.minutes(minutes),
      share: scaled.doorlooptijd,
      change: timeChange(change),
    },
    {
      id: 'kosten',
      icon: 'euro',
      value: euro(kosten.value),
      short: euro(kosten.value),
      share: scaled.kosten,
      change: changed(change.kosten ?? 0, euro(change.kosten ?? 0), 'plain'),
    },
    {
      id: 'proces',
      icon: 'route',
      value: workTexts.meters.process(proces.done, proces.apply),
      short: `${proces.done} / ${proces.apply}`,
      share: scaled.proces,
      change: changed(steps, workTexts.meters.step(steps), 'good'),
    },
  ];
}

function timeChange({ minutes = 0, waitDays = 0 }: Change): MeterChange | undefined {
  return waitDays > 0
    ? changed(waitDays, workTexts.meters.days(waitDays), 'plain')
    : changed(minutes, t.common.minutes(decimal(minutes)), 'plain');
}

function changed(by: number, text: string, tone: MeterChange['tone']): MeterChange | undefined {
  return by === 0 ? undefined : { text, direction: by > 0 ? 'up' : 'down', tone };
}
