/**
 * An LMS for tests: scorm-again behind a gate that re-checks every call with the strictest rules we know (Moodle's own patterns,
 * limits, order and errors), a store that only a commit reaches, and calls that can fail the way Moodle's do.
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
  // Per type; see `responseFits`.
  [new RegExp(`${INTERACTION}learner_response$`), /^[\x20-\x7e]{1,4000}$/],
  [new RegExp(`${OBJECTIVE}id$`), ASCII_ID],
  [new RegExp(`${OBJECTIVE}description$`), /^[^\r\n]{0,250}$/],
  [new RegExp(`${OBJECTIVE}completion_status$`), /^(completed|incomplete|not attempted|unknown)$/],
  [new RegExp(`${OBJECTIVE}score\\.(raw|min|max)$`), DECIMAL],
  [new RegExp(`${OBJECTIVE}score\\.scaled$`), /^-?(0(\.\d{1,18})?|1)$/],
];
const RESPONSES: Readonly<Record<string, RegExp>> = {
  choice: new RegExp(`^${SHORT}(\\[,\\]${SHORT})*$`),
  sequencing: new RegExp(`^${SHORT}(\\[,\\]${SHORT})*$`),
  matching: new RegExp(`^${SHORT}\\[\\.\\]${SHORT}(\\[,\\]${SHORT}\\[\\.\\]${SHORT})*$`),
};

export interface LaunchOptions {
  readonly mode?: 'normal' | 'review' | 'browse';
  readonly credit?: 'credit' | 'no-credit';
  readonly learner?: string;
  /** Writes its words with a capital, as some LMSs do. */
  readonly capitals?: boolean;
}
/**
 * `refused`: answers false, nothing stored. `lost`: answers true and stores nothing, as Moodle does offline. `unheard`: stores, and
 * answers false, as when the reply got lost.
 */
export type CommitFault = 'refused' | 'lost' | 'unheard';
type Api = Record<string, (...given: string[]) => string>;
type State = 'not yet' | 'open' | 'over';

const NAMES = {
  scorm12: {
    prefix: 'LMS',
    end: 'LMSFinish',
    core: 'cmi.core.',
    id: 'student_id',
    name: 'student_name',
    mode: 'lesson_mode',
  },
  scorm2004: {
    prefix: '',
    end: 'Terminate',
    core: 'cmi.',
    id: 'learner_id',
    name: 'learner_name',
    mode: 'mode',
  },
} as const;
const NOT_OPEN = { scorm12: ['301', '301', '301'], scorm2004: ['122', '132', '142'] } as const;
/** What Moodle adds to each field when it sends a form as a beacon, roughly. */
const FIELD_BYTES = 130;

export class StrictLms {
  /** What the server has. */
  readonly store = new Map<string, string>();
  /** Calls that broke a rule; tests want none. */
  readonly offences: string[] = [];
  readonly log: string[] = [];
  /** What the next commits meet. */
  readonly faults: CommitFault[] = [];
  /** Bytes of each request as Moodle sends it. */
  readonly sizes: number[] = [];
  /** The login ran out: nothing is stored until the next launch. */
  isExpired = false;
  /** Told before each call and after each commit; may throw, as when the page is killed there. */
  onCall: (name: string) => void = () => undefined;
  onStored: () => void = () => undefined;

  capitals = false;

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
  launch(options: LaunchOptions = {}): ApiObject {
    const { core } = NAMES[this.edition];
    this.isExpired = false;
    this.capitals = options.capitals === true;
    // Moodle gives a 2004 attempt back only after `suspend`.
    if (this.edition === 'scorm2004' && this.store.get('cmi.exit') !== 'suspend') this.store.clear();
    const ofSession = [`${core}session_time`, `${core}exit`];
    const kept = Object.fromEntries([...this.store].filter(([element]) => !ofSession.includes(element)));
    return new Session(this, { ...kept, ...this.given(options) }).api;
  }

  private given({ mode = 'normal', credit, learner = 'p.wierda' }: LaunchOptions): Record<string, string> {
    const { core, id, name, mode: modeName } = NAMES[this.edition];
    return {
      [core + id]: learner,
      [core + name]: 'Wierda, Pim',
      [core + modeName]: mode,
      [`${core}credit`]: credit ?? (mode === 'normal' ? 'credit' : 'no-credit'),
    };
  }
}

/** One API object; Moodle's stays the same when only our frame is loaded again. */
class Session {
  readonly api: ApiObject;
  private state: State = 'not yet';
  private error = '0';
  private hasAnswered = false;
  private finishes = 0;
  private library: Api;
  private model = new Map<string, string>();
  private sent: Map<string, string>;

  constructor(
    private readonly lms: StrictLms,
    private readonly loaded: Readonly<Record<string, string>>,
  ) {
    this.library = this.newLibrary();
    this.sent = new Map(lms.store);
    const { prefix, end } = NAMES[lms.edition];
    const call =
      (name: string, work: (...given: string[]) => string) =>
      (...given: string[]): string => {
        this.lms.onCall(name);
        this.lms.log.push([name, ...given].join(' '));
        this.hasAnswered = true;
        this.error = '0';
        return work(...given);
      };
    this.api = {
      [`${prefix}Initialize`]: call(`${prefix}Initialize`, (given) => this.initialize(given)),
      [`${prefix}GetValue`]: call(`${prefix}GetValue`, (element = '') => this.get(element)),
      [`${prefix}SetValue`]: call(`${prefix}SetValue`, (element = '', value) => this.set(element, value)),
      [`${prefix}Commit`]: call(`${prefix}Commit`, (given) => this.commit(given)),
      [end]: call(end, (given) => this.finish(given)),
      [`${prefix}GetLastError`]: () => {
        // Moodle's has no variable yet.
        if (!this.hasAnswered) throw new ReferenceError('errorCode is not defined');
        return this.error;
      },
    };
  }

  private newLibrary(): Api {
    const settings = { autocommit: false, logLevel: 5 };
    const library = this.lms.edition === 'scorm12' ? new Scorm12API(settings) : new Scorm2004API(settings);
    library.loadFromFlattenedJSON({ ...this.loaded }, '');
    return library as unknown as Api;
  }

  private initialize(given: string | undefined): string {
    const isOld = this.lms.edition === 'scorm12';
    if (given !== '') return this.fail('201', 'Initialize without ""');
    if (this.state === 'over' && !isOld) return this.fail('104');
    if (this.state !== 'not yet') {
      // SCORM 1.2 in Moodle: everything is as it was when the page was loaded.
      if (isOld) {
        this.library = this.newLibrary();
        this.library['LMSInitialize']?.('');
        this.model = new Map();
      }
      if (this.state === 'open') return this.fail(isOld ? '101' : '103');
    } else this.library[isOld ? 'LMSInitialize' : 'Initialize']?.('');
    this.state = 'open';
    return 'true';
  }

  private get(element: string): string {
    if (this.state !== 'open') return this.closed(0, '');
    const { prefix } = NAMES[this.lms.edition];
    const value = String(this.library[`${prefix}GetValue`]?.(element));
    this.error = String(this.library[`${prefix}GetLastError`]?.());
    const isWord = this.lms.capitals && /mode$|credit$|status$/.test(element);
    return isWord ? value.charAt(0).toUpperCase() + value.slice(1) : value;
  }

  private set(element: string, value: unknown): string {
    if (this.state !== 'open') return this.closed(1, 'false');
    if (!this.mayHold(element, value)) {
      this.error = this.lms.edition === 'scorm12' ? '405' : '406';
      return 'false';
    }
    const { prefix } = NAMES[this.lms.edition];
    const answer = String(this.library[`${prefix}SetValue`]?.(element, String(value)));
    if (answer === 'true') this.model.set(element, String(value));
    else
      this.fail(
        String(this.library[`${prefix}GetLastError`]?.()),
        `scorm-again refused ${element} = ${String(value)}`,
      );
    return answer;
  }

  private mayHold(element: string, value: unknown): boolean {
    const rules = this.lms.edition === 'scorm12' ? RULES12 : RULES2004;
    const rule = rules.find(([pattern]) => pattern.test(element));
    const holds =
      typeof value === 'string' &&
      rule !== undefined &&
      rule[1].test(value) &&
      this.responseFits(element, value);
    // A lone surrogate makes Moodle's commit throw.
    const isWhole = typeof value !== 'string' || !/[\ud800-\udbff](?![\udc00-\udfff])/.test(value);
    if (!holds || !isWhole) this.lms.offences.push(`${element} = ${String(value)}`);
    return holds && isWhole;
  }

  /** What may be in a response hangs on the type, which must be said first. */
  private responseFits(element: string, value: string): boolean {
    if (!element.endsWith('learner_response')) return true;
    const typeOf = element.replace('learner_response', 'type');
    const type = this.model.get(typeOf) ?? this.loaded[typeOf];
    return type !== undefined && (RESPONSES[type]?.test(value) ?? true);
  }

  private commit(given: string | undefined): string {
    if (this.state !== 'open') return this.closed(2, 'false');
    if (given !== '') return this.fail('201', 'Commit without ""');
    return this.send();
  }

  private finish(given: string | undefined): string {
    this.finishes++;
    if (this.finishes > 1) this.lms.offences.push('the session was ended twice');
    if (this.state !== 'open') return this.closed(2, 'false');
    if (given !== '') return this.fail('201', 'Finish without ""');
    const answer = this.send();
    const status = 'cmi.core.lesson_status';
    // Moodle's 1.2 completes what set no status.
    if (this.lms.edition === 'scorm12' && !this.model.has(status) && (this.loaded[status] ?? '') === '')
      this.lms.store.set(status, 'completed');
    this.state = 'over';
    return answer;
  }

  /** 1.2 sends what changed since it was last sent, arrived or not; 2004 sends everything each time. */
  private send(): string {
    const fault = this.lms.isExpired ? 'refused' : this.lms.faults.shift();
    const isKept = fault === undefined || fault === 'unheard';
    let bytes = 0;
    for (const [element, value] of this.model) {
      const isNew = this.lms.edition === 'scorm2004' || this.sent.get(element) !== value;
      this.sent.set(element, value);
      if (!isNew) continue;
      bytes += FIELD_BYTES + element.length + new TextEncoder().encode(value).length;
      if (isKept) this.lms.store.set(element, value);
    }
    this.lms.sizes.push(bytes);
    if (isKept) this.lms.onStored();
    return fault === 'refused' || fault === 'unheard' ? this.fail('101') : 'true';
  }

  private closed(kind: 0 | 1 | 2, answer: string): string {
    this.fail(NOT_OPEN[this.lms.edition][kind]);
    return answer;
  }

  private fail(error: string, offence?: string): 'false' {
    this.error = error;
    if (offence !== undefined) this.lms.offences.push(`${offence} (${error})`);
    return 'false';
  }
}
