/** The demo's statements: what simulated employees did, told as packages tell it. */
import { createHash } from 'node:crypto';
import type { Statement } from '@xapi/xapi';
import type { Module } from '../content/module.js';
import { once } from '../once.js';
import { DEFAULT_CONFIG, type PackageConfig } from '../tracking/config.js';
import { activitiesOf, statementMaker } from '../tracking/xapi/statements.js';
import { ownIris } from '../tracking/xapi/vocabulary.js';
import { playCourse, type Period } from './course.js';
import type { Employee } from './employees.js';

const DEMO_PLATFORM = 'Zeventerpen: voorbeeldgegevens';

export interface Demo {
  readonly people: readonly Employee[];
  /** One module a package. */
  readonly packages: readonly Module[];
  readonly period: Period;
  readonly seed: string;
  /** What a build says of the course. */
  readonly course: Pick<PackageConfig, 'course' | 'iri' | 'homePage' | 'salt'>;
}

/** Employee by employee, so that no more than one is in memory. */
export function* demoStatements(demo: Demo): Generator<readonly Statement[]> {
  const tell = demoTeller(demo);
  for (const employee of demo.people) yield tell(employee);
}

/** The statements of one of its people. */
export function demoTeller({
  packages,
  period,
  seed,
  course,
}: Demo): (employee: Employee) => readonly Statement[] {
  const { iri } = course;
  const launch = { registration: null, activityId: null };
  const configOf = (module: Module): PackageConfig => ({
    ...DEFAULT_CONFIG,
    ...course,
    package: module.id,
    actor: 'pseudonym',
  });
  const activities = once((module: Module) => activitiesOf({ module, config: configOf(module), launch }));
  const mark = once((context: Statement['context'] & object) => marked(context, iri));
  return (employee) =>
    playCourse(employee, packages, period, seed).flatMap(({ module, events }) => {
      const make = statementMaker({
        module,
        config: configOf(module),
        learnerId: employee.id,
        launch,
        activities: activities(module),
        sha1,
      });
      const told = events.flatMap((event) => make(event, event.played));
      return told.map(({ context = {}, ...statement }) => ({ ...statement, context: mark(context) }));
    });
}

const sha1 = (bytes: Uint8Array): Uint8Array => createHash('sha1').update(bytes).digest();

/** Says of itself that nobody did this: to reports by an extension, to who looks into an LRS by the platform. */
function marked(context: Statement['context'] & object, iri: string): Statement['context'] & object {
  const extensions = { ...context.extensions, [ownIris(iri).extensions.demo]: true };
  return { ...context, platform: DEMO_PLATFORM, extensions };
}
