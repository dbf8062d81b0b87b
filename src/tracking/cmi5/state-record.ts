/** The State document of a registration: the journal, and what cmi5 lets us tell only once. */
import { NOTHING_TOLD, type Told } from './defined.js';

export interface StateRecord {
  readonly journal: string;
  readonly told: Told;
  /** Milliseconds spent in earlier sessions. */
  readonly spent: number;
  /** The session that wrote this, and the milliseconds it had lasted. */
  readonly session: string;
  readonly here: number;
}

/** Never throws: what is missing or odd counts as not there. Time of another session is added to the earlier ones. */
export function readRecord(text: string | undefined, session: string): StateRecord {
  const found = record(parsed(text ?? ''));
  const told = record(found['told']);
  const spent = count(found['spent']);
  const here = count(found['here']);
  const isSame = found['session'] === session;
  return {
    journal: typeof found['journal'] === 'string' ? found['journal'] : '',
    told: {
      completed: told['completed'] === true,
      passed: told['passed'] === true,
      score: typeof told['score'] === 'number' ? told['score'] : NOTHING_TOLD.score,
    },
    spent: isSame ? spent : spent + here,
    session,
    here: isSame ? here : 0,
  };
}

export function writeRecord(value: StateRecord): string {
  return JSON.stringify({ v: 1, ...value });
}

/** What must be stored; time alone is no reason for a request. */
export function essence({ journal, told }: StateRecord): string {
  return JSON.stringify([journal, told]);
}

/** Of two sessions at once: what either of them told was told. */
export function merged(one: Told, other: Told): Told {
  const scores = [one.score, other.score].filter((score) => score !== null);
  return {
    completed: one.completed || other.completed,
    passed: one.passed || other.passed,
    score: scores.length > 0 ? Math.max(...scores) : null,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function count(value: unknown): number {
  return typeof value === 'number' && value >= 0 && Number.isFinite(value) ? value : 0;
}
