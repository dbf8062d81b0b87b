/** One employee's way through the course: a measurement before, the modules, a measurement after; with pauses, and not always to the end. */
import type { Module, Unit } from '../content/module.js';
import { COMPETENCES, type CompetenceId } from '../content/vocabulary.js';
import { withGroup } from '../engine/random.js';
import { moduleProgress, unitProgress, unitState } from '../engine/session.js';
import { Attempt, type PlayedEvent } from './attempt.js';
import { Dice, hex } from './dice.js';
import type { Employee } from './employees.js';
import { nextStep, type Learner } from './unit-player.js';

const DAY = 86_400_000;
/** Chances: to skip the test before, to stop for good after a package, to be called away half-way, and then not to come back. */
const SKIPS_BASELINE = 0.04;
const STOPS = 0.035;
const CALLED_AWAY = 0.07;
const STAYS_AWAY = 0.35;
/** Chance to play a weak conversation again, and what the debrief taught for it. */
const AGAIN = { below: 70, chance: 0.3, taught: 0.5 };
/** More than any run takes. */
const MOST_STEPS = 300;

export interface Period {
  /** Milliseconds since 1970; nothing happens outside. */
  readonly from: number;
  readonly until: number;
}

export interface PlayedPackage {
  readonly module: Module;
  readonly events: readonly PlayedEvent[];
}

/** `packages`: one module a package. What an employee does hangs on the seed, the period and the content alone. */
export function playCourse(
  employee: Employee,
  packages: readonly Module[],
  period: Period,
  seed: string,
): readonly PlayedPackage[] {
  const dice = new Dice(`${seed}/${employee.id}`);
  const played: PlayedPackage[] = [];
  let skills = employee.skills;
  let now = period.from + (employee.begins * 7 + dice.next() * 2) * DAY;
  for (const module of inOrder(packages)) {
    if (isBaseline(module) && dice.happens(SKIPS_BASELINE)) continue;
    now = atWork(now, dice);
    const id = withGroup(hex(`${seed}/${period.from}/${employee.id}/${module.id}`), employee.id);
    const learner = { dice, skills, name: `${seed}/${employee.id}/${module.id}` };
    const attempt = new Attempt(module, id, now);
    const isDone = playPackage(attempt, learner);
    const events = attempt.events.filter(({ at }) => Date.parse(at) < period.until);
    if (events.length > 0) played.push({ module, events });
    if (!isDone || attempt.now >= period.until || (!isBaseline(module) && dice.happens(STOPS))) break;
    if (module.units.every(({ kind }) => kind !== 'test')) skills = trained(skills, employee, attempt);
    now = attempt.now + dice.between(2, 12) * DAY;
  }
  return played;
}

/** True when the package was done to its end. */
function playPackage(attempt: Attempt, learner: Learner): boolean {
  const { dice } = learner;
  const { module } = attempt.session;
  attempt.open(dice.id());
  for (const unit of module.units) {
    const isCalledAway = dice.happens(CALLED_AWAY / module.units.length);
    if (isCalledAway) {
      playUnit(attempt, unit, learner, Math.floor(dice.between(1, 6)));
      attempt.close();
      if (dice.happens(STAYS_AWAY)) return false;
      attempt.now = atWork(attempt.now + dice.between(0.5, 6) * DAY, dice);
      attempt.open(dice.id());
    }
    playUnit(attempt, unit, learner);
    if (unit.kind === 'conversation') againPerhaps(attempt, unit, learner);
  }
  attempt.close();
  return moduleProgress(attempt.session).completed;
}

/** `steps`: how far, when he is called away. */
function playUnit(attempt: Attempt, unit: Unit, learner: Learner, steps = MOST_STEPS): void {
  const { code } = unit;
  const { dice } = learner;
  if (unitProgress(attempt.session, code).status !== 'busy')
    attempt.does({ kind: 'start', unit: code }, dice.seconds(15));
  for (let step = 0; step < steps; step += 1) {
    const next = nextStep(attempt.session.module, unitState(attempt.session, code), learner);
    if (!next) break;
    attempt.does({ kind: 'act', unit: code, action: next.action }, next.seconds);
  }
  if (unit.kind !== 'lesson' && unitState(attempt.session, code).finished)
    attempt.does({ kind: 'seen', unit: code }, dice.seconds(40));
}

function againPerhaps(attempt: Attempt, unit: Unit, learner: Learner): void {
  const score = unitProgress(attempt.session, unit.code).best ?? 100;
  if (score >= AGAIN.below || !learner.dice.happens(AGAIN.chance)) return;
  const skills = mapSkills(learner.skills, (skill) => skill + AGAIN.taught);
  attempt.does({ kind: 'start', unit: unit.code }, learner.dice.seconds(20));
  playUnit(attempt, unit, { ...learner, skills });
}

/** What the module showed, its learner is a bit better at; who scored well learnt no less than who did not. */
function trained(
  skills: Employee['skills'],
  { learning }: Employee,
  { session }: Attempt,
): Employee['skills'] {
  const practised = moduleProgress(session).competences;
  return mapSkills(
    skills,
    (skill, competence) => skill + (practised[competence] === undefined ? 0 : learning),
  );
}

function mapSkills(
  skills: Employee['skills'],
  change: (skill: number, competence: CompetenceId) => number,
): Employee['skills'] {
  const entries = COMPETENCES.map((competence) => [competence, change(skills[competence], competence)]);
  return Object.fromEntries(entries) as Record<CompetenceId, number>;
}

const momentOf = ({ units }: Module): string | undefined =>
  units.flatMap((unit) => (unit.kind === 'test' ? [unit.moment] : []))[0];
const isBaseline = (module: Module): boolean => momentOf(module) === 'baseline';

function inOrder(packages: readonly Module[]): readonly Module[] {
  const place = (module: Module): number =>
    isBaseline(module) ? -1 : momentOf(module) === 'final' ? Infinity : module.position;
  return [...packages].sort((one, other) => place(one) - place(other));
}

/** The next moment at which people are at work: a weekday, between half past eight and four (UTC + 1). */
function atWork(time: number, dice: Dice): number {
  const day = new Date(Math.floor(time / DAY) * DAY);
  const skip = [1, 0, 0, 0, 0, 0, 2][day.getUTCDay()] ?? 0;
  return day.getTime() + skip * DAY + (7.5 + dice.between(0, 7)) * 3_600_000;
}
