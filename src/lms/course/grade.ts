/** Reads a grade from raw SCORM fields, the same way for both editions. */
import type { Edition } from '../packages/manifest.js';
import type { Cmi } from './cmi.js';

export interface Grade {
  readonly status: GradeStatus;
  /** 0..100; null: no score given. */
  readonly score: number | null;
  /** Seconds, over all sessions. */
  readonly seconds: number;
  readonly objectives: readonly ObjectiveGrade[];
  readonly interactions: readonly InteractionGrade[];
}
export type GradeStatus = 'new' | 'busy' | 'completed' | 'passed' | 'failed';

export interface ObjectiveGrade {
  readonly id: string;
  readonly description: string;
  readonly score: number | null;
  readonly status: GradeStatus;
}

export interface InteractionGrade {
  readonly id: string;
  readonly description: string;
  readonly type: string;
  readonly response: string;
  readonly result: InteractionResult;
  /** As given: `HH:MM:SS` (1.2) or a timestamp (2004). */
  readonly time: string;
}
export type InteractionResult =
  | { readonly kind: 'correct' | 'wrong' | 'neutral' | 'unanticipated' | 'none' }
  | { readonly kind: 'number'; readonly value: number };

/** Run-time data of an attempt -> what a gradebook shows; never throws, whatever a package wrote. */
export function readGrade(edition: Edition, cmi: Cmi | null): Grade {
  if (!cmi) return { status: 'new', score: null, seconds: 0, objectives: [], interactions: [] };
  const old = edition === '1.2';
  const score = old ? scoreAt(cmi, 'cmi.core.score') : scoreAt(cmi, 'cmi.score');
  return {
    status: old
      ? statusOf(cmi['cmi.core.lesson_status'], undefined)
      : statusOf(cmi['cmi.completion_status'], cmi['cmi.success_status']),
    score,
    seconds: seconds(cmi[old ? 'cmi.core.total_time' : 'cmi.total_time'] ?? ''),
    objectives: indexes(cmi, 'cmi.objectives').map((at) => objectiveAt(cmi, at, old)),
    interactions: indexes(cmi, 'cmi.interactions').map((at) => interactionAt(cmi, at, old)),
  };
}

/** The best of several grades is the one that counts, as Moodle's default ('highest attempt') has it. */
export function bestGrade(grades: readonly Grade[]): Grade | undefined {
  const rank: Readonly<Record<GradeStatus, number>> = { new: 0, busy: 1, failed: 2, completed: 3, passed: 4 };
  return [...grades].sort((a, b) => (b.score ?? -1) - (a.score ?? -1) || rank[b.status] - rank[a.status])[0];
}

function objectiveAt(cmi: Cmi, at: string, old: boolean): ObjectiveGrade {
  return {
    id: cmi[`${at}.id`] ?? '',
    description: cmi[`${at}.description`] ?? '',
    score: scoreAt(cmi, `${at}.score`),
    status: old
      ? statusOf(cmi[`${at}.status`], undefined)
      : statusOf(cmi[`${at}.completion_status`], cmi[`${at}.success_status`]),
  };
}

function interactionAt(cmi: Cmi, at: string, old: boolean): InteractionGrade {
  return {
    id: cmi[`${at}.id`] ?? '',
    description: cmi[`${at}.description`] ?? '',
    type: cmi[`${at}.type`] ?? '',
    response: cmi[`${at}.${old ? 'student_response' : 'learner_response'}`] ?? '',
    result: resultOf(cmi[`${at}.result`] ?? ''),
    time: cmi[`${at}.${old ? 'time' : 'timestamp'}`] ?? '',
  };
}

function resultOf(result: string): InteractionResult {
  switch (result.toLowerCase()) {
    case '':
      return { kind: 'none' };
    case 'correct':
      return { kind: 'correct' };
    case 'wrong':
    case 'incorrect':
      return { kind: 'wrong' };
    case 'neutral':
      return { kind: 'neutral' };
    case 'unanticipated':
      return { kind: 'unanticipated' };
    default: {
      const value = Number(result);
      return Number.isFinite(value) ? { kind: 'number', value } : { kind: 'none' };
    }
  }
}

/** Raw on its own scale when it names one, else raw as percentage, else scaled. */
function scoreAt(cmi: Cmi, at: string): number | null {
  const raw = decimal(cmi[`${at}.raw`]);
  const min = decimal(cmi[`${at}.min`]) ?? 0;
  const max = decimal(cmi[`${at}.max`]) ?? 100;
  if (raw !== null) return inPercent(max > min ? (raw - min) / (max - min) : raw / 100);
  const scaled = decimal(cmi[`${at}.scaled`]);
  return scaled === null ? null : inPercent(scaled);
}

function inPercent(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 100;
}

function statusOf(completion: string | undefined, success: string | undefined): GradeStatus {
  if (success === 'passed' || completion === 'passed') return 'passed';
  if (success === 'failed' || completion === 'failed') return 'failed';
  if (completion === 'completed') return 'completed';
  return completion === 'incomplete' || completion === 'browsed' ? 'busy' : 'new';
}

function decimal(value: string | undefined): number | null {
  if (value === undefined || value.trim() === '') return null;
  const parsed = Number(value);
  return Number.isFinite(parsed) ? parsed : null;
}

/** `HHHH:MM:SS.SS` (1.2) or an ISO 8601 duration (2004) in seconds; 0 when it is neither. */
export function seconds(time: string): number {
  const clock = /^(\d{2,4}):(\d{2}):(\d{2}(?:\.\d{1,2})?)$/.exec(time);
  if (clock) return Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  const iso = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(time);
  if (!iso) return 0;
  return (
    Number(iso[1] ?? 0) * 86_400 + Number(iso[2] ?? 0) * 3600 + Number(iso[3] ?? 0) * 60 + Number(iso[4] ?? 0)
  );
}

/** `cmi.objectives.0`, `cmi.objectives.1`, ... as far as they are there. */
function indexes(cmi: Cmi, list: string): readonly string[] {
  const found = new Set<number>();
  for (const key of Object.keys(cmi)) {
    if (!key.startsWith(`${list}.`)) continue;
    const index = /^\d+(?=\.)/.exec(key.slice(list.length + 1));
    if (index) found.add(Number(index[0]));
  }
  return [...found].sort((a, b) => a - b).map((index) => `${list}.${index}`);
}
