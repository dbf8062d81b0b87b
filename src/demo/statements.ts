/** The demo's statements: what simulated employees did, told as packages tell it. */
import type { Statement } from '@xapi/xapi';
import type { Module } from '../content/module.js';
import { DEFAULT_CONFIG, type PackageConfig } from '../tracking/config.js';
import { statementMaker } from '../tracking/xapi/statements.js';
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
  return (employee) =>
    playCourse(employee, packages, period, seed).flatMap(({ module, events }) => {
      const make = statementMaker({
        module,
        config: { ...DEFAULT_CONFIG, ...course, package: module.id, actor: 'pseudonym' },
        learnerId: employee.id,
        launch: { registration: null, activityId: null },
      });
      return events.flatMap(make).map((statement) => marked(statement, course.iri));
    });
}

/** Says of itself that nobody did this: to reports by an extension, to who looks into an LRS by the platform. */
function marked({ context, ...statement }: Statement, iri: string): Statement {
  const extensions = { ...context?.extensions, [ownIris(iri).extensions.demo]: true };
  return { ...statement, context: { ...context, platform: DEMO_PLATFORM, extensions } };
}
