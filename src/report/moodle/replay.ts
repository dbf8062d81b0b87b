/**
 * Attempts of Moodle's report, played again by the engine with the content as it is now, and told as statements: so that they become
 * facts the way all others do. Codes are permanent: what the content no longer has is left out and counted. Moodle keeps the best run
 * of a conversation and the measurement of a test, so that is what there is.
 */
import { createHash } from 'node:crypto';
import type { Statement } from '@xapi/xapi';
import type { Module, Quiz, Test, Unit } from '../../content/module.js';
import type { Action } from '../../engine/action.js';
import { formOf } from '../../engine/forms.js';
import { decodeActions, encodeActions } from '../../engine/journal.js';
import { competenceScores, evidenceShares } from '../../engine/progress.js';
import { runSeed } from '../../engine/random.js';
import { playUnit, type UnitState } from '../../engine/units.js';
import { DEFAULT_CONFIG, type PackageConfig } from '../../tracking/config.js';
import { toIdentifier } from '../../tracking/lms/formats.js';
import type { Happening, RecordedEvent } from '../../tracking/xapi/event.js';
import { registrationOf } from '../../tracking/xapi/statement-id.js';
import { statementMaker } from '../../tracking/xapi/statements.js';
import { journalResponse } from './responses.js';
import type { MoodleAnswer, MoodleAttempt } from './table.js';

/** Draws of chance that are tried; a conversation has few calls that hang on it. */
const DRAWS = 64;

export interface Replayed {
  readonly statements: readonly Statement[];
  /** Units whose route or answers the content no longer knows. */
  readonly lost: number;
  /** Per competence, 0-100, of the runs that could be played again. */
  readonly competences: ReturnType<typeof competenceScores>;
}

/** `course`: what a build says of it, with the salt if there is one. */
export function replayAttempt(
  module: Module,
  attempt: MoodleAttempt,
  course: Pick<PackageConfig, 'course' | 'iri' | 'homePage' | 'salt'>,
): Replayed {
  const id = hex(`moodle/${course.salt}/${attempt.learner}/${module.id}/${attempt.attempt}`);
  const make = statementMaker({
    module,
    config: { ...DEFAULT_CONFIG, ...course, actor: 'pseudonym' },
    learnerId: attempt.learner,
    launch: { registration: registrationOf(id), activityId: null },
  });
  const events: RecordedEvent[] = [];
  const record = (own: string, at: Date, what: Happening): void => {
    events.push({
      ...{ seq: events.length, attempt: own, visit: id, released: true, what },
      at: at.toISOString(),
    });
  };
  record(id, attempt.started, { kind: 'opened' });
  let lost = 0;
  let place = 0;
  const runs: { readonly unit: Unit; readonly run: FoundRun }[] = [];
  for (const unit of module.units) {
    const answers = attempt.answers.slice(place, (place += interactionsOf(unit)));
    const found = answers.some(({ response }) => response !== '')
      ? runOf(unit, answers, { module, id })
      : undefined;
    if (found === null) lost += 1;
    if (found) runs.push({ unit, run: found });
  }
  for (const { unit, run } of runs)
    for (const what of happenings(unit, run)) record(run.attempt, attempt.last, what);
  const whole = completion(module, runs);
  if (whole) record(id, attempt.last, whole);
  const competences = competenceScores(runs.map(({ run }) => evidenceShares(run.state.evidence)));
  return { statements: events.flatMap((event) => make(event)), lost, competences };
}

interface FoundRun {
  /** Id of an attempt in which chance fell as it did. */
  readonly attempt: string;
  readonly state: UnitState;
}

interface Place {
  readonly module: Module;
  readonly id: string;
}

/** Null: the content does not know it. */
function runOf(unit: Unit, answers: readonly MoodleAnswer[], place: Place): FoundRun | null {
  switch (unit.kind) {
    case 'lesson':
      return null;
    case 'conversation':
    case 'find-mistake':
      return routeOf(unit, answers[0], place);
    case 'quiz':
      return played(unit, quizActions(unit, answers), place, place.id);
    case 'test':
      return testOf(unit, answers, place);
  }
}

/** The draw that gives the score which the LMS has; failing that one in which the route holds. */
function routeOf(unit: Unit, answer: MoodleAnswer | undefined, place: Place): FoundRun | null {
  const actions = decoded(answer?.response ?? '');
  if (actions === null || actions.length === 0) return null;
  const score = Number((answer?.result ?? '') === '' ? NaN : answer?.result);
  let held: FoundRun | null = null;
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const found = played(unit, actions, place, hex(`${place.id}/${draw}`));
    if (found === null) continue;
    held ??= found;
    if (Number.isNaN(score) || Math.abs((found.state.score ?? -1) - score) < 0.06) return found;
  }
  return held;
}

function quizActions({ items }: Quiz, answers: readonly MoodleAnswer[]): readonly Action[] | null {
  const actions = items.flatMap((item, at): (Action | null)[] => {
    const shown = answers[at]?.response ?? '';
    if (shown === '') return [];
    const response = journalResponse(item, shown);
    return [response === null ? null : { code: item.code, response }];
  });
  const fitting = actions.filter((action) => action !== null);
  return fitting.length < actions.length ? null : fitting;
}

/** Which of the two forms it was, the ids of the interactions tell: `nulmeting.01.a3`. */
function testOf(unit: Test, answers: readonly MoodleAnswer[], place: Place): FoundRun | null {
  const codes = answers.map(({ question }) => question.split('.').at(-1) ?? '');
  for (const digit of ['0', '1']) {
    const attempt = place.id.slice(0, -1) + digit;
    const form = formOf(unit, attempt);
    if (!form.some(({ code }, at) => toIdentifier(code) === codes[at])) continue;
    const actions = form.flatMap((item, at): Action[] => {
      const response = journalResponse(item, answers[at]?.response ?? '');
      return response === null ? [] : [{ code: item.code, response }];
    });
    return played(unit, [...actions, { code: unit.handIn }], place, attempt);
  }
  return null;
}

function played(
  unit: Unit,
  actions: readonly Action[] | null,
  { module }: Place,
  attempt: string,
): FoundRun | null {
  if (actions === null) return null;
  const run = { number: 1, mode: 'scored', actions } as const;
  const context = { world: module.world, seed: runSeed(attempt, unit.code, run), mode: run.mode };
  const state = playUnit(unit, actions, context);
  return state.refused === undefined ? { attempt, state } : null;
}

function happenings(unit: Unit, { state }: FoundRun): readonly Happening[] {
  const about = { unit: unit.code, run: 1, mode: 'scored' } as const;
  const { actions } = state;
  // The answers of a test are told when they are handed in.
  const steps = unit.kind === 'test' ? [actions.length] : actions.map((_, at) => at + 1);
  return [
    { kind: 'unit-started', ...about, actions: '' },
    ...steps.map(
      (upTo) => ({ kind: 'acted', ...about, actions: encodeActions(actions.slice(0, upTo)) }) as const,
    ),
    ...(state.finished
      ? [{ kind: 'unit-finished', ...about, actions: encodeActions(actions) } as const]
      : []),
  ];
}

/** Everything with an interaction was finished: then the module was, as far as Moodle can tell. */
function completion(
  module: Module,
  runs: readonly { readonly unit: Unit; readonly run: FoundRun }[],
): Happening | null {
  const needed = module.units.filter((unit) => unit.required && interactionsOf(unit) > 0);
  const isDone = needed.every((unit) => runs.some((one) => one.unit === unit && one.run.state.finished));
  const last = runs.at(-1);
  if (!isDone || !last) return null;
  const weights = module.units.reduce((sum, unit) => sum + (unit.kind === 'lesson' ? 0 : unit.weight), 0);
  const points = runs.reduce((sum, { unit, run }) => sum + unit.weight * (run.state.score ?? 0), 0);
  const score = weights === 0 ? null : Math.round((10 * points) / weights) / 10;
  const passed = module.passMark === undefined ? null : (score ?? 0) >= module.passMark;
  const actions = encodeActions(last.run.state.actions);
  return { kind: 'module-completed', unit: last.unit.code, run: 1, mode: 'scored', actions, score, passed };
}

/** How many the package has of a unit. */
function interactionsOf(unit: Unit): number {
  switch (unit.kind) {
    case 'lesson':
      return 0;
    case 'conversation':
    case 'find-mistake':
      return 1;
    case 'quiz':
      return unit.items.length;
    case 'test':
      return unit.forms.A.length;
  }
}

function decoded(codes: string): readonly Action[] | null {
  try {
    return decodeActions(codes);
  } catch {
    return null;
  }
}

const hex = (text: string): string => createHash('md5').update(text).digest('hex');
