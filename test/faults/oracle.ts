/**
 * What must be true after a run. Knows only what was clicked, and reads the LMS's store and the LRS over HTTP: nothing of the
 * tracking code. A click is replayed by the engine, which other tests hold to its rules.
 */
import type { Statement } from '@xapi/xapi';
import type { Conversation, Lesson, Module, Test, Unit } from '../../src/content/module.js';
import { type Action, SEEN } from '../../src/engine/action.js';
import { decodeJournal, encodeJournal, type Run } from '../../src/engine/journal.js';
import {
  newSession,
  run,
  unitState,
  type Command,
  type Session,
  type SessionEvent,
} from '../../src/engine/session.js';

/** Clicks from the attempt's start; states[n] is what n clicks come to. */
export class Line {
  readonly states: Session[];
  readonly events: (readonly SessionEvent[])[] = [];
  private readonly texts: string[];

  constructor(
    readonly module: Module,
    readonly attempt: string,
    readonly clicks: Command[] = [],
  ) {
    this.states = [newSession(module, attempt)];
    this.texts = [encodeJournal(this.now.journal)];
    for (const click of this.clicks.splice(0)) this.add(click);
  }

  get now(): Session {
    return this.states.at(-1) ?? newSession(this.module, this.attempt);
  }

  add(click: Command): void {
    const { session, events } = run(this.now, click);
    this.clicks.push(click);
    this.events.push(events);
    this.states.push(session);
    this.texts.push(encodeJournal(session.journal));
  }

  /** How many clicks this journal holds, the most there can be; -1: it is no state that the clicks came to. */
  lengthOf(journal: string): number {
    return this.texts.lastIndexOf(journal);
  }

  upTo(length: number): Line {
    return new Line(this.module, this.attempt, this.clicks.slice(0, length));
  }
}

interface Finish {
  readonly score: number | null;
  readonly run: Run;
}

/** Completion and score as the contract has them, from the clicks alone. */
export function contract(line: Line): { readonly completed: boolean; readonly score: number | null } {
  const finishes = new Map<string, Finish[]>();
  const seen = new Set<string>();
  line.clicks.forEach((click, at) => {
    const after = line.states[at + 1];
    const running = after?.journal.units[click.unit]?.running;
    if (!after || !running || running.mode === 'from-here') return;
    const isEnd = line.events[at]?.some((event) => event.kind === 'unit-finished') === true;
    if (isEnd)
      finishes.set(click.unit, [
        ...(finishes.get(click.unit) ?? []),
        { run: running, score: unitState(after, click.unit, running).score },
      ]);
    if (running.actions.at(-1)?.code === SEEN) seen.add(click.unit);
  });
  const { units } = line.module;
  const isDone = (unit: Unit): boolean =>
    finishes.has(unit.code) && (unit.kind === 'lesson' || seen.has(unit.code));
  const scored = units.filter((unit) => unit.kind !== 'lesson' && unit.weight > 0);
  const best = (unit: Unit): number | null => {
    const scores = (finishes.get(unit.code) ?? []).map(({ score }) => score ?? 0);
    return scores.length > 0 ? Math.max(...scores) : null;
  };
  const completed = units.filter((unit) => unit.required).every(isDone);
  if (scored.every((unit) => best(unit) === null)) {
    return { completed, score: scored.length === 0 && completed ? 100 : null };
  }
  const weights = scored.reduce((sum, unit) => sum + unit.weight, 0);
  const points = scored.reduce((sum, unit) => sum + unit.weight * (best(unit) ?? 0), 0);
  return { completed, score: points / weights };
}

type Counts = Map<string, number>;

/** Names of the statements that these clicks must give, as often as they must. */
export function expectedStatements(line: Line): Counts {
  const counts: Counts = new Map();
  line.events.forEach((events, at) => {
    for (const event of events)
      for (const name of namesOf(line, at, event)) counts.set(name, (counts.get(name) ?? 0) + 1);
  });
  return counts;
}

/** The statements of one event of click number `at`. */
function namesOf(line: Line, at: number, event: SessionEvent): readonly string[] {
  const unit = line.module.units.find(({ code }) => code === event.unit);
  const [before, after, click] = [line.states[at], line.states[at + 1], line.clicks[at]];
  if (!unit || !before || !after || !click) return [];
  switch (event.kind) {
    case 'unit-started':
      return [`initialized ${unit.id} ${event.run}`];
    case 'acted':
      return actedNames(unit, click, before).map(([verb, ...rest]) =>
        [verb, unit.id, event.run, ...rest].join(' '),
      );
    case 'unit-finished':
      return [`completed ${unit.id} ${event.run}`, ...scoredNames(unit, event, after)];
    case 'module-completed':
      return completedNames(line.upTo(at + 1));
  }
}

function scoredNames(unit: Unit, { mode, run }: SessionEvent, after: Session): readonly string[] {
  // A run from the middle counts for nothing.
  if (mode === 'from-here') return [];
  const { evidence, kind } = unitState(after, unit.code, after.journal.units[unit.code]?.running);
  const competences = Object.entries(evidence).flatMap(([id, { max }]) => (max > 0 ? [id] : []));
  const outcomes = kind === 'conversation' ? ['klanttevredenheid', 'doorlooptijd', 'kosten', 'proces'] : [];
  return [...competences, ...outcomes].map((id) => `scored ${unit.id} ${run} ${id}`);
}

function completedNames(line: Line): readonly string[] {
  const { passMark } = line.module;
  if (passMark === undefined) return ['completed module'];
  return ['completed module', (contract(line).score ?? 0) >= passMark ? 'passed module' : 'failed module'];
}

/** Verb, and what tells it apart. */
type Name = readonly [string, ...string[]];

function actedNames(
  unit: Unit,
  click: Command,
  before: Session,
): readonly (readonly [string, ...string[]])[] {
  if (click.kind !== 'act' || click.action.code === SEEN) return [];
  const { code } = click.action;
  switch (unit.kind) {
    case 'quiz':
      return [['answered', unit.items.find((item) => item.code === code)?.id ?? '']];
    case 'find-mistake':
      return [['answered', code]];
    case 'test':
      return code === unit.handIn ? testNames(before, unit) : [];
    case 'lesson':
      return [isLessonOption(unit, code) ? ['answered', code] : ['experienced']];
    case 'conversation':
      return saidNames(unit, click.action, before);
  }
}

/** Every item that has an answer by now, once. */
function testNames(before: Session, unit: Test): readonly Name[] {
  const played = unitState(before, unit.code);
  if (played.kind !== 'test') return [];
  const { items, answers } = played.state;
  return items.filter(({ code }) => answers[code]).map(({ id }): Name => ['answered', id]);
}

function saidNames(unit: Conversation, { code, response }: Action, before: Session): readonly Name[] {
  const played = unitState(before, unit.code);
  const turn = unit.turns.find(({ id }) => played.kind === 'conversation' && id === played.state.turn);
  if (turn?.kind === 'choice' && turn.options.some((option) => option.code === code))
    return [['answered', code]];
  if (turn?.kind === 'compose' && turn.send.code === code)
    return (response?.match(/../g) ?? []).map((block): Name => ['answered', block]);
  return [['experienced']];
}

function isLessonOption(unit: Lesson, code: string): boolean {
  return unit.pages
    .flatMap((page) => page.blocks)
    .some((block) => block.kind === 'question' && block.options.some((option) => option.code === code));
}

/** The same name for a statement of the LRS. */
export function nameOf(statement: Statement, module: Module): string {
  const verb = statement.verb.id.split('/').at(-1) ?? '';
  const object = idOf(statement.object);
  const parents = [statement.context?.contextActivities?.parent ?? []].flat().map(idOf);
  const at = `/activities/${module.id}/`;
  const unitId = [object, ...parents].map((id) => id.split(at)[1]?.split('/')[0]).find(Boolean);
  if (unitId === undefined) return `${verb} module`;
  const extensions = Object.entries(statement.context?.extensions ?? {});
  const run = extensions.find(([name]) => name.endsWith('/run'))?.[1] as { number?: number } | undefined;
  const unit = module.units.find(({ id }) => id === unitId);
  return [verb, unitId, run?.number ?? 0, detailOf(verb, unit, statement)].join(' ').trim();
}

function detailOf(verb: string, unit: Unit | undefined, statement: Statement): string {
  const last = idOf(statement.object).split('/').at(-1) ?? '';
  if (verb === 'scored') return last;
  if (verb !== 'answered') return '';
  return unit?.kind === 'quiz' || unit?.kind === 'test' ? last : (statement.result?.response ?? '');
}

const idOf = (thing: object): string => ('id' in thing && typeof thing.id === 'string' ? thing.id : '');

export interface Reading {
  readonly cmi: Readonly<Record<string, string>>;
  readonly statements: readonly Statement[];
}

export interface History {
  readonly line: Line;
  /** Clicks that happened and were lost to another way of going on; their statements may be there. */
  readonly others: readonly Line[];
  /** Least and most: a page that is killed while it begins or ends may have come to it or not. */
  readonly visits: readonly [number, number];
  readonly goodbyes: readonly [number, number];
  readonly lies: readonly Lie[];
}

/** A commit to which the LMS said 'true' and of which it stored nothing: the score that it had, and the one it should have got. */
export interface Lie {
  readonly stored: string;
  readonly due: number | null;
}

/** All that is wrong, one sentence each. */
export function problemsOf(history: History, { cmi, statements }: Reading): string[] {
  const { line, others } = history;
  return [
    ...storeProblems(line, cmi, history.lies),
    ...statementProblems(line, others, statements),
    ...visitProblems(history, statements),
  ];
}

/** What is wrong with what the LMS holds. */
export function storeProblems(line: Line, cmi: Reading['cmi'], lies: readonly Lie[] = []): string[] {
  const problems: string[] = [];
  const say = (what: string): void => void problems.push(what);
  const journal = (cmi['cmi.suspend_data'] ?? '').trimEnd();
  if (line.lengthOf(journal) !== line.clicks.length)
    say(`the LMS holds ${describe(line, journal)}, not all ${line.clicks.length} clicks`);
  if (journal.length > 1_500) say(`the journal has ${journal.length} characters`);
  const { completed, score } = contract(line);
  const status = cmi['cmi.core.lesson_status'] ?? cmi['cmi.completion_status'];
  if (status !== (completed ? 'completed' : 'incomplete'))
    say(`the LMS says ${String(status)}; completed is ${completed}`);
  const raw = cmi['cmi.core.score.raw'] ?? cmi['cmi.score.raw'];
  // Exactly the score that a lie left there, where exactly the one that it dropped is due.
  const lags = lies.some(({ stored, due }) => stored === (raw ?? '') && due === score);
  if (!lags && (score === null ? raw !== undefined && raw !== '' : Math.abs(Number(raw) - score) > 0.06))
    say(`the LMS has score ${String(raw)} where ${String(score)} is due`);
  return problems;
}

export function describe(line: Line, journal: string): string {
  if (journal === '') return 'nothing';
  const length = line.lengthOf(journal);
  if (length >= 0) return `${length} clicks`;
  try {
    const { attempt } = decodeJournal(journal);
    return attempt === line.attempt ? 'what was never clicked' : `attempt ${attempt}`;
  } catch {
    return 'half a journal';
  }
}

function statementProblems(line: Line, others: readonly Line[], statements: readonly Statement[]): string[] {
  const found = new Map<string, number>();
  for (const statement of statements) {
    const name = nameOf(statement, line.module);
    if (!/^(initialized|terminated) module$/.test(name)) found.set(name, (found.get(name) ?? 0) + 1);
  }
  const due = expectedStatements(line);
  const lost = others.map(expectedStatements);
  return [...new Set([...found.keys(), ...due.keys()])].flatMap((name) => {
    const [has, wants] = [found.get(name) ?? 0, due.get(name) ?? 0];
    const may = lost.reduce((sum, counts) => sum + (counts.get(name) ?? 0), wants);
    if (has < wants) return [`the LRS misses '${name}': ${has} of ${wants}`];
    return has > may ? [`the LRS has '${name}' ${has} times instead of ${wants}`] : [];
  });
}

function visitProblems({ line, visits, goodbyes }: History, statements: readonly Statement[]): string[] {
  const check = (verb: string, [least, most]: readonly [number, number]): string[] => {
    const count = statements.filter(
      (statement) => nameOf(statement, line.module) === `${verb} module`,
    ).length;
    return count >= least && count <= most
      ? []
      : [`the LRS has ${count} '${verb} module' instead of ${least} to ${most}`];
  };
  return [...check('initialized', visits), ...check('terminated', goodbyes)];
}
