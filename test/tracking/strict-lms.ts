/**
 * An LMS for tests: scorm-again behind a gate that re-checks every call with the strictest rules we know (Moodle's own patterns),
 * a store that only a commit reaches, and commits that can fail the way Moodle's do.
 */
import { Scorm12API, Scorm2004API } from 'scorm-again';
import type { ScormEdition } from '../../src/tracking/config.js';
import type { ApiObject } from '../../src/tracking/lms/find-api.js';

type Rules = readonly (readonly [element: RegExp, value: RegExp])[];

const INTERACTION = '^cmi\\.interactions\\.\\d+\\.';
const OBJECTIVE = '^cmi\\.objectives\\.\\d+\\.';
const HUNDRED = /^(100|\d{1,2})(\.\d{1,18})?$/;
const DECIMAL = /^-?\d{1,5}(\.\d{1,18})?$/;
const ASCII_ID = /^[A-Za-z0-9_.]{1,250}$/;

const RULES12: Rules = [
  [/^cmi\.suspend_data$/, /^[\x20-\x7e]{0,4096}$/],
  [/^cmi\.core\.lesson_status$/, /^(passed|completed|failed|incomplete|browsed)$/],
  [/^cmi\.core\.score\.(raw|min|max)$/, HUNDRED],
  [/^cmi\.core\.exit$/, /^(time-out|suspend|logout|)$/],
  [/^cmi\.core\.session_time$/, /^\d{2,4}:\d{2}:\d{2}(\.\d{1,2})?$/],
  [new RegExp(`${INTERACTION}id$`), ASCII_ID],
  [
    new RegExp(`${INTERACTION}type$`),
    /^(true-false|choice|fill-in|matching|performance|sequencing|likert|numeric)$/,
  ],
  [new RegExp(`${INTERACTION}result$`), /^(correct|wrong|unanticipated|neutral|\d{1,3}(\.\d{1,18})?)$/],
  [new RegExp(`${INTERACTION}time$`), /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/],
  [new RegExp(`${INTERACTION}student_response$`), /^[\x20-\x7e]{0,255}$/],
  [new RegExp(`${OBJECTIVE}id$`), ASCII_ID],
  [new RegExp(`${OBJECTIVE}status$`), /^(passed|completed|failed|incomplete|browsed|not attempted)$/],
  [new RegExp(`${OBJECTIVE}score\\.(raw|min|max)$`), HUNDRED],
];

const SHORT = '[A-Za-z0-9_.]{1,250}';
const RULES2004: Rules = [
  [/^cmi\.suspend_data$/, /^[\x20-\x7e]{0,4096}$/],
  [/^cmi\.completion_status$/, /^(completed|incomplete|not attempted|unknown)$/],
  [/^cmi\.success_status$/, /^(passed|failed|unknown)$/],
  [/^cmi\.progress_measure$/, /^(0(\.\d{1,18})?|1)$/],
  [/^cmi\.score\.(raw|min|max)$/, DECIMAL],
  [/^cmi\.score\.scaled$/, /^-?(0(\.\d{1,18})?|1)$/],
  [/^cmi\.exit$/, /^(time-out|suspend|logout|normal|)$/],
  [/^cmi\.session_time$/, /^PT(\d+H)?(\d+M)?\d+(\.\d{1,2})?S$/],
  [new RegExp(`${INTERACTION}id$`), ASCII_ID],
  [
    new RegExp(`${INTERACTION}type$`),
    /^(true-false|choice|fill-in|long-fill-in|likert|matching|performance|sequencing|numeric|other)$/,
  ],
  [new RegExp(`${INTERACTION}description$`), /^[^\r\n]{0,250}$/],
  [new RegExp(`${INTERACTION}result$`), /^(correct|incorrect|unanticipated|neutral|-?\d{1,4}(\.\d{1,18})?)$/],
  [new RegExp(`${INTERACTION}timestamp$`), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,2}Z?)?$/],
  [
    new RegExp(`${INTERACTION}learner_response$`),
    new RegExp(
      `^(${SHORT}(\\[,\\]${SHORT})*|${SHORT}\\[\\.\\]${SHORT}(\\[,\\]${SHORT}\\[\\.\\]${SHORT})*|[\\x20-\\x7e]{1,4000})$`,
    ),
  ],
  [new RegExp(`${OBJECTIVE}id$`), ASCII_ID],
  [new RegExp(`${OBJECTIVE}description$`), /^[^\r\n]{0,250}$/],
  [new RegExp(`${OBJECTIVE}completion_status$`), /^(completed|incomplete|not attempted|unknown)$/],
  [new RegExp(`${OBJECTIVE}score\\.(raw|min|max)$`), DECIMAL],
  [new RegExp(`${OBJECTIVE}score\\.scaled$`), /^-?(0(\.\d{1,18})?|1)$/],
];

export interface LaunchOptions {
  readonly mode?: 'normal' | 'review' | 'browse';
  readonly learner?: string;
}
/** `refused`: answers false. `lost`: answers true and stores nothing, as Moodle does offline. */
export type CommitFault = 'refused' | 'lost';

export class StrictLms {
  /** What the server has. */
  readonly store = new Map<string, string>();
  /** Calls that broke a rule; tests want none. */
  readonly offences: string[] = [];
  readonly log: string[] = [];
  readonly faults: CommitFault[] = [];
  private model = new Map<string, string>();
  private sent = new Map<string, string>();

  constructor(readonly edition: ScormEdition) {}

  count(call: string): number {
    return this.log.filter((entry) => entry.startsWith(call)).length;
  }

  stored(element: string): string | undefined {
    return this.store.get(element);
  }

  /** Forgets an attempt, as choosing 'new attempt' does. */
  reset(): void {
    this.store.clear();
  }

  /** A new page with a new API object. */
  launch({ mode = 'normal', learner = 'p.wierda' }: LaunchOptions = {}): ApiObject {
    // Moodle gives a 2004 attempt back only after `suspend`.
    if (this.edition === 'scorm2004' && this.store.get('cmi.exit') !== 'suspend') this.store.clear();
    this.model = new Map();
    this.sent = new Map(this.store);
    const core = this.edition === 'scorm12' ? 'cmi.core.' : 'cmi.';
    const names =
      this.edition === 'scorm12'
        ? ['student_id', 'student_name', 'lesson_mode']
        : ['learner_id', 'learner_name', 'mode'];
    const ofSession = [`${core}session_time`, `${core}exit`];
    const start = Object.fromEntries([...this.store].filter(([element]) => !ofSession.includes(element)));
    start[`${core}${names[0]}`] = learner;
    start[`${core}${names[1]}`] = 'Wierda, Pim';
    start[`${core}${names[2]}`] = mode;
    start[`${core}credit`] = mode === 'normal' ? 'credit' : 'no-credit';
    const settings = { autocommit: false, logLevel: 5 };
    const api = this.edition === 'scorm12' ? new Scorm12API(settings) : new Scorm2004API(settings);
    api.loadFromFlattenedJSON(start, '');
    return this.gate(api as unknown as Record<string, (...given: string[]) => string>);
  }

  private gate(api: Record<string, (...given: string[]) => string>): ApiObject {
    const prefix = this.edition === 'scorm12' ? 'LMS' : '';
    const end = this.edition === 'scorm12' ? 'LMSFinish' : 'Terminate';
    let error = '0';
    const pass = (name: string, ...given: string[]): string => {
      error = '0';
      this.log.push([name, ...given].join(' '));
      return String(api[name]?.(...given));
    };
    const once = (name: string) => {
      if (this.count(name) > this.launches) this.offences.push(`${name} twice in one page`);
    };
    this.launches++;
    return {
      [`${prefix}Initialize`]: (given: string) => {
        const answer = pass(`${prefix}Initialize`, given);
        once(`${prefix}Initialize`);
        return answer;
      },
      [`${prefix}GetValue`]: (element: string) => pass(`${prefix}GetValue`, element),
      [`${prefix}SetValue`]: (element: string, value: string) => {
        if (!this.mayHold(element, value)) {
          error = '405';
          return 'false';
        }
        const answer = pass(`${prefix}SetValue`, element, value);
        if (answer === 'true') this.model.set(element, value);
        else
          this.offences.push(
            `scorm-again refused ${element} = ${value} (${String(api[`${prefix}GetLastError`]?.())})`,
          );
        return answer;
      },
      [`${prefix}Commit`]: (given: string) => {
        const answer = this.commit(pass(`${prefix}Commit`, given));
        if (answer === 'false') error = '101';
        return answer;
      },
      [end]: (given: string) => {
        once(end);
        const answer = this.commit(pass(end, given));
        return answer;
      },
      [`${prefix}GetLastError`]: () => (error === '0' ? String(api[`${prefix}GetLastError`]?.()) : error),
    };
  }
  private launches = 0;

  private mayHold(element: string, value: unknown): boolean {
    const rules = this.edition === 'scorm12' ? RULES12 : RULES2004;
    const rule = rules.find(([pattern]) => pattern.test(element));
    const holds = typeof value === 'string' && rule !== undefined && rule[1].test(value);
    if (!holds) this.offences.push(`${element} = ${String(value)}`);
    return holds;
  }

  /** 1.2 sends what changed since it was last sent, arrived or not; 2004 sends everything each time. */
  private commit(answer: string): string {
    const fault = this.faults.shift();
    for (const [element, value] of this.model) {
      const isNew = this.edition === 'scorm2004' || this.sent.get(element) !== value;
      this.sent.set(element, value);
      if (isNew && fault === undefined) this.store.set(element, value);
    }
    return fault === 'refused' ? 'false' : answer;
  }
}
