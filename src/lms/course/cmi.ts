/** Run-time data as an LMS keeps it: element -> text. What a session starts with, and when an attempt has ended. */
import type { Edition } from '../packages/manifest.js';
import type { Learner } from './learners.js';

/** `cmi.core.lesson_status` -> `incomplete`, and so on. */
export type Cmi = Readonly<Record<string, string>>;

export interface Start {
  readonly edition: Edition;
  readonly learner: Learner;
  readonly launchData: string;
  readonly masteryScore: string;
  /** What was committed last in this attempt; null = nothing. */
  readonly stored: Cmi | null;
  /** `review`: the attempt has ended; `browse`: to look around. In both nothing is stored. */
  readonly mode: 'normal' | 'review' | 'browse';
}

const NAMES = {
  '1.2': {
    id: 'cmi.core.student_id',
    name: 'cmi.core.student_name',
    mode: 'cmi.core.lesson_mode',
    credit: 'cmi.core.credit',
    entry: 'cmi.core.entry',
    exit: 'cmi.core.exit',
    time: 'cmi.core.session_time',
  },
  '2004': {
    id: 'cmi.learner_id',
    name: 'cmi.learner_name',
    mode: 'cmi.mode',
    credit: 'cmi.credit',
    entry: 'cmi.entry',
    exit: 'cmi.exit',
    time: 'cmi.session_time',
  },
} as const;

/** What the LMS keeps of cmi5 bears the names of SCORM 2004. */
const namesOf = (edition: Edition) => NAMES[edition === '1.2' ? '1.2' : '2004'];

/** The data a session starts with. Like Moodle: a 2004 attempt that was not suspended starts empty, a 1.2 attempt never does. */
export function startingData(start: Start): Cmi {
  const names = namesOf(start.edition);
  const mastery = start.edition === '1.2' ? start.masteryScore : '';
  return {
    ...kept(start),
    [names.id]: start.learner.id,
    [names.name]: start.learner.name,
    [names.mode]: start.mode,
    [names.credit]: start.mode === 'normal' ? 'credit' : 'no-credit',
    [names.entry]: entry(start),
    ...(start.launchData ? { 'cmi.launch_data': start.launchData } : {}),
    ...(mastery ? { 'cmi.student_data.mastery_score': mastery } : {}),
  };
}

// SCORM 1.2 RTE 3.4.4, SCORM 2004 RTE 4.2.7: ab-initio, resume, or empty for anything else.
function entry(start: Start): 'ab-initio' | 'resume' | '' {
  if (!start.stored) return 'ab-initio';
  if (isSuspended(start)) return 'resume';
  return start.edition === '1.2' || start.mode !== 'normal' ? '' : 'ab-initio';
}

function kept(start: Start): Cmi {
  if (!isSuspended(start) && start.mode === 'normal' && start.edition !== '1.2') return {};
  const { exit, time, entry: first } = namesOf(start.edition);
  const perSession: readonly string[] = [exit, time, first];
  const entries = Object.entries(start.stored ?? {});
  return Object.fromEntries(entries.filter(([key, value]) => value !== '' && !perSession.includes(key)));
}

function isSuspended(start: Start): boolean {
  return start.stored?.[namesOf(start.edition).exit] === 'suspend';
}

/** Moodle, mod/scorm/lib.php: after this a launch is a review until a new attempt is asked for. */
export function isEnded(edition: Edition, cmi: Cmi): boolean {
  if (edition !== '1.2') return cmi['cmi.completion_status'] === 'completed';
  return ['completed', 'passed', 'failed'].includes(cmi['cmi.core.lesson_status'] ?? '');
}

/** Keeps what is text, number or boolean under a `cmi.` or `adl.` name; anything else is no run-time data. */
export function asCmi(value: unknown): Cmi | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries: [string, string][] = [];
  for (const [key, one] of Object.entries(value)) {
    if (!/^(cmi|adl)\.[\w.]+$/.test(key)) continue;
    if (typeof one === 'string') entries.push([key, one]);
    else if (typeof one === 'number' || typeof one === 'boolean') entries.push([key, String(one)]);
  }
  return Object.fromEntries(entries);
}
