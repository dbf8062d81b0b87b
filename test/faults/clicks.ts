/** What a learner can click now, as the screens offer it: a random learner picks from this. */
import type {
  Conversation,
  FindMistake,
  Lesson,
  Module,
  Quiz,
  QuizItem,
  Test,
  Unit,
} from '../../src/content/module.js';
import type { Action } from '../../src/engine/action.js';
import { optionsOf } from '../../src/engine/item-share.js';
import { COACH, SEEN } from '../../src/engine/action.js';
import { slotsNow } from '../../src/engine/conversation/compose.js';
import { deskActions } from '../../src/engine/conversation/desk.js';
import { optionsNow, turnNow } from '../../src/engine/conversation/reduce.js';
import { unitProgress, unitState, type Command, type Session } from '../../src/engine/session.js';
import type { Chance } from './chance.js';

/** One click. Mostly goes on with what was begun, and toward the end of the module. */
export function nextClick(session: Session, chance: Chance): Command {
  const busy = session.module.units.find((unit) => isBusy(session, unit));
  if (busy && !chance.percent(3)) {
    const isBegun = (session.journal.units[busy.code]?.running?.actions.length ?? 0) > 0;
    return isBegun && chance.percent(1) ? { kind: 'stop', unit: busy.code } : inUnit(session, busy, chance);
  }
  return lookBack(session, chance) ?? startSomething(session, chance);
}

/** The debrief of what ended, or another try from the middle of it. */
function lookBack(session: Session, chance: Chance): Command | undefined {
  const over = session.module.units.filter((unit) => isOver(session, unit));
  const runOf = (unit: Unit) => session.journal.units[unit.code]?.running;
  const unseen = over.find((unit) => runOf(unit)?.actions.at(-1)?.code !== SEEN);
  if (unseen && chance.percent(80)) return { kind: 'seen', unit: unseen.code };
  if (over.length === 0 || !chance.percent(8)) return undefined;
  const unit = chance.pick(over);
  const run = runOf(unit);
  if (unit.kind !== 'conversation' || !run) return undefined;
  const length = run.actions.filter(({ code }) => code !== SEEN).length;
  return { kind: 'from-here', unit: unit.code, run, from: chance.below(Math.max(1, length - 1)) };
}

function startSomething(session: Session, chance: Chance): Command {
  const open = session.module.units.filter((unit) => !isBusy(session, unit));
  const fresh = open.filter((unit) => unitProgress(session, unit.code).status !== 'finished');
  if (open.length === 0) return inUnit(session, chance.pick(session.module.units), chance);
  const unit = chance.pick(fresh.length > 0 && chance.percent(85) ? fresh : open);
  return { kind: 'start', unit: unit.code };
}

function isBusy(session: Session, unit: Unit): boolean {
  return session.journal.units[unit.code]?.running !== undefined && !unitState(session, unit.code).finished;
}

function isOver(session: Session, unit: Unit): boolean {
  return session.journal.units[unit.code]?.running !== undefined && unitState(session, unit.code).finished;
}

function inUnit(session: Session, unit: Unit, chance: Chance): Command {
  return { kind: 'act', unit: unit.code, action: chance.pick(actionsIn(session, unit, chance)) };
}

function actionsIn(session: Session, unit: Unit, chance: Chance): readonly Action[] {
  const played = unitState(session, unit.code);
  switch (played.kind) {
    case 'conversation':
      return inConversation(session.module, played.unit, played.state);
    case 'quiz':
      return inQuiz(played.unit, played.state.answers, chance);
    case 'test':
      return inTest(played.unit, played.state, chance);
    case 'find-mistake':
      return inMistakes(played.unit, played.state);
    case 'lesson':
      return inLesson(played.unit, played.state);
  }
}

type StateOf<K> = Extract<ReturnType<typeof unitState>, { kind: K }>['state'];

function inConversation(
  { world }: Module,
  unit: Conversation,
  state: StateOf<'conversation'>,
): readonly Action[] {
  const turn = turnNow(unit, state);
  if (!turn) return [{ code: SEEN }];
  const desk = deskActions(unit, world, state).filter(({ done }) => !done);
  const coach = turn.coach !== undefined && !unit.coached && !state.coached.includes(turn.id) ? [COACH] : [];
  const around = [...desk.slice(0, 3).map(({ code }) => code), ...coach].map((code) => ({ code }));
  if (turn.kind === 'choice') {
    const said = optionsNow(turn, state).filter(({ offered }) => offered);
    const options = said.map(({ option }) => ({ code: option.code }));
    return [...options, ...options, ...options, ...around];
  }
  const picks = slotsNow(turn, state, state.draft, unit.steps).flatMap(({ blocks }) =>
    blocks.filter(({ offered }) => offered).map(({ option }) => option.code),
  );
  const filled = turn.slots.flatMap(({ id }) => state.draft[id] ?? []);
  const sends = filled.length === turn.slots.length ? Array.from({ length: 8 }, () => turn.send.code) : [];
  return [
    ...picks.map((code) => ({ code })),
    ...sends.map((code) => ({ code, response: filled.join('') })),
    ...around,
  ];
}

function inQuiz(unit: Quiz, answers: StateOf<'quiz'>['answers'], chance: Chance): readonly Action[] {
  const item = unit.items.find(({ code }) => answers[code] === undefined);
  return item ? [{ code: item.code, response: responseTo(item, chance) }] : [{ code: SEEN }];
}

/** Any answer, also to what was answered already; now and then all are handed in. */
function inTest(unit: Test, { items, isHandedIn }: StateOf<'test'>, chance: Chance): readonly Action[] {
  if (isHandedIn) return [{ code: SEEN }];
  if (chance.percent(2)) return [{ code: unit.handIn }];
  const item = chance.pick(items);
  return [{ code: item.code, response: responseTo(item, chance) }];
}

function responseTo(item: QuizItem, chance: Chance): string {
  const letters = optionsOf(item).map(({ id }) => id);
  switch (item.soort) {
    case 'enkel':
      return chance.pick(letters);
    case 'meer':
      return letters.filter((_letter, at) => chance.percent(50) || at === 0).join('');
    case 'volgorde':
      return [...letters].sort(() => chance.next() - 0.5).join('');
    case 'beoordelen':
      return letters.map(() => chance.pick(['1', '2', '3', '4'])).join('');
    case 'koppelen':
      return letters.map(() => chance.pick(item.groepen).id).join('');
    case 'getal':
      return String(chance.pick([item.antwoord, ...item.vergissingen.map(({ getal }) => getal)]));
  }
}

function inMistakes(unit: FindMistake, state: StateOf<'find-mistake'>): readonly Action[] {
  if (state.asked) return state.asked.mistake[state.asked.question].map(({ code }) => ({ code }));
  return unit.lines.flatMap(({ code }) =>
    code === undefined || state.marks.includes(code) ? [] : [{ code }],
  );
}

function inLesson(unit: Lesson, state: StateOf<'lesson'>): readonly Action[] {
  const page = unit.pages.find(({ code }) => !state.pages.includes(code));
  if (!page) return [{ code: SEEN }];
  const inside = page.blocks.flatMap((block) => {
    if (block.kind === 'spots')
      return block.spots.map(({ code }) => code).filter((code) => !state.spots.includes(code));
    if (block.kind === 'question') {
      const tried = state.answers[block.code] ?? [];
      return block.options.map(({ code }) => code).filter((code) => !tried.includes(code));
    }
    return [];
  });
  return [page.code, page.code, ...inside].map((code) => ({ code }));
}
