/** Statements as packages tell them, of what somebody does with the engine; and the facts that come of them. */
import type { Statement } from '@xapi/xapi';
import type { Module } from '../../../src/content/module.js';
import { Attempt } from '../../../src/demo/attempt.js';
import type { Command, Session } from '../../../src/engine/session.js';
import { openFacts, type Facts } from '../../../src/report/facts/facts.js';
import { DEFAULT_CONFIG, type PackageConfig } from '../../../src/tracking/config.js';
import { statementMaker } from '../../../src/tracking/xapi/statements.js';
import { ATTEMPT } from '../../tracking/learner.js';

const BEGIN = Date.parse('2026-09-14T08:00:00Z');

export interface Telling {
  readonly module: Module;
  readonly commands: readonly Command[];
  readonly attempt?: string;
  readonly config?: Partial<PackageConfig>;
  /** The LMS's own id for the module. */
  readonly activityId?: string;
}

export interface Told {
  readonly session: Session;
  readonly statements: readonly Statement[];
}

/** Each command takes ten seconds. */
export function tell({ module, commands, attempt = ATTEMPT, config = {}, activityId }: Telling): Told {
  const played = new Attempt(module, attempt, BEGIN);
  played.open('f'.repeat(32));
  for (const command of commands) played.does(command, 10);
  played.close();
  const make = statementMaker({
    module,
    config: { ...DEFAULT_CONFIG, actor: 'pseudonym', salt: 'zout', ...config },
    learnerId: 'p.wierda',
    launch: { registration: null, activityId: activityId ?? null },
  });
  return { session: played.session, statements: played.events.flatMap((event) => make(event)) };
}

export async function factsOf(...batches: readonly (readonly unknown[])[]): Promise<Facts> {
  const facts = await openFacts();
  for (const batch of batches) await facts.add({ texts: batch.map((one) => JSON.stringify(one)) });
  return facts;
}

type Cell = string | number | null;

export async function rows(facts: Facts, query: string): Promise<readonly Readonly<Record<string, Cell>>[]> {
  const reader = await facts.connection.runAndReadAll(query);
  return reader.getRowObjectsJson() as Record<string, Cell>[];
}
