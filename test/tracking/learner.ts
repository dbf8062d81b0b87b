/** A learner at a page: a browser with its storage, an LMS around it, and clicks. */
import type { Module } from '../../src/content/module.js';
import { newSession, resume, run, type Command, type Session } from '../../src/engine/session.js';
import { DEFAULT_CONFIG, type PackageConfig } from '../../src/tracking/config.js';
import type { ApiObject } from '../../src/tracking/lms/find-api.js';
import type { Page } from '../../src/tracking/page.js';
import type { StatementSink } from '../../src/tracking/statement-sink.js';
import { openTracking, type Tracker, type TrackingStatus } from '../../src/tracking/tracker.js';
import { findMistake, fixture, lesson, quiz } from '../player/fixtures/module.js';
import type { ChannelMaker, Locks } from '../../src/tracking/local/one-tab.js';
import type { LaunchOptions, StrictLms } from './strict-lms.js';

/** A lesson, a find-the-mistake (weight 1) and a quiz: what can be completed in few clicks. */
export const module: Module = { ...fixture, id: 'klein', units: [lesson, findMistake, quiz] };
export const config: PackageConfig = { ...DEFAULT_CONFIG, package: 'klein' };
export const ATTEMPT = '0123456789abcdef0123456789abcdef';

class MemoryStorage implements Storage {
  private readonly items = new Map<string, string>();
  get length(): number {
    return this.items.size;
  }
  key(index: number): string | null {
    return [...this.items.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.items.set(key, value);
  }
  removeItem(key: string): void {
    this.items.delete(key);
  }
  clear(): void {
    this.items.clear();
  }
}

/** Outlives its pages, as a real one does. */
export class Browser {
  readonly localStorage: Storage = new MemoryStorage();
  sessionStorage: Storage = new MemoryStorage();
  readonly navigator: { onLine: boolean; locks?: Locks } = { onLine: true };
  BroadcastChannel: ChannelMaker | undefined;
}

export class FakePage {
  readonly target = new EventTarget();
  readonly visible = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  readonly page: Page;

  private frames: (() => void)[] = [];

  constructor(browser: Browser, api: ApiObject | null, edition: 'scorm12' | 'scorm2004', isPainted = false) {
    const name = edition === 'scorm12' ? 'API' : 'API_1484_11';
    this.page = {
      parent: api === null ? null : { [name]: api },
      opener: null,
      document: this.visible,
      get localStorage() {
        return browser.localStorage;
      },
      sessionStorage: browser.sessionStorage,
      navigator: browser.navigator,
      ...(browser.BroadcastChannel && { BroadcastChannel: browser.BroadcastChannel }),
      addEventListener: (type, listener) => this.target.addEventListener(type, listener),
      ...(isPainted && { requestAnimationFrame: (callback) => this.frames.push(callback) }),
    };
  }

  /** The browser makes a frame. */
  paint(): void {
    for (const callback of this.frames.splice(0)) callback();
  }

  hide(): void {
    this.visible.visibilityState = 'hidden';
    this.visible.dispatchEvent(new Event('visibilitychange'));
  }
  show(): void {
    this.visible.visibilityState = 'visible';
    this.visible.dispatchEvent(new Event('visibilitychange'));
  }
  goOnline(): void {
    this.target.dispatchEvent(new Event('online'));
  }
  leave(): void {
    this.target.dispatchEvent(new Event('pagehide'));
  }
  /** Back from the browser's memory. */
  comeBack(): void {
    this.target.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  }
}

export interface Visit extends LaunchOptions {
  readonly browser?: Browser;
  readonly detail?: 'score' | 'route';
  readonly module?: Module;
  readonly statements?: StatementSink;
  readonly attempt?: string;
  /** The LMS's page as it was, with only our frame loaded again. */
  readonly api?: ApiObject;
  /** Frames come one by one, as the test has them made; without it nothing waits for one. */
  readonly isPainted?: boolean;
  /** Stops after the session was opened, as a page that is closed while the module still loads. */
  readonly opensOnly?: boolean;
}

export class Learner {
  readonly statuses: TrackingStatus[] = [];
  private constructor(
    readonly page: FakePage,
    readonly tracker: Tracker,
    public session: Session,
  ) {
    tracker.onStatus((status) => this.statuses.push(status));
  }

  /** Opens the module in the LMS; `null` = there is none. */
  static async visits(lms: StrictLms | null, visit: Visit = {}): Promise<Learner> {
    const { browser = new Browser(), detail = 'score', attempt = ATTEMPT, statements } = visit;
    const edition = lms?.edition ?? 'scorm12';
    const page = new FakePage(browser, visit.api ?? lms?.launch(visit) ?? null, edition, visit.isPainted);
    const played = visit.module ?? module;
    const tracker = await openTracking({
      page: page.page,
      config: { ...config, target: edition, detail },
      statements,
    });
    const { journal } = tracker.start;
    const session = journal === '' ? newSession(played, attempt) : resume(played, journal).session;
    const learner = new Learner(page, tracker, session);
    if (visit.opensOnly) return learner;
    tracker.onTakeOver((newest) => {
      learner.session = resume(played, newest).session;
      tracker.begin(learner.session);
      return Promise.resolve(true);
    });
    tracker.begin(session);
    await settled();
    return learner;
  }

  async does(...commands: readonly Command[]): Promise<void> {
    for (const command of commands) {
      const { session, events } = run(this.session, command);
      this.session = session;
      this.tracker.save(session, events);
      await settled();
    }
  }

  async leaves(): Promise<void> {
    this.page.leave();
    await settled();
  }
}

/** Lets promises run that need no timer. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

export const start = (unit: string): Command => ({ kind: 'start', unit });
export const seen = (unit: string): Command => ({ kind: 'seen', unit });
export const act = (unit: string, code: string, response?: string): Command => ({
  kind: 'act',
  unit,
  action: response === undefined ? { code } : { code, response },
});
export const acts = (unit: string, ...codes: readonly string[]): Command[] =>
  codes.map((code) => act(unit, code));

export const readLesson: readonly Command[] = [start('u1'), ...acts('u1', 'p1', 'p2', 'p3', 'p4')];
/** Worth 100. */
export const findAll: readonly Command[] = [
  start('u2'),
  ...acts('u2', 'm1', 'm4', 'n2', 'n4', 'n6', 'n8'),
  seen('u2'),
];
/** Finds both, explains neither: worth a third. */
export const findSome: readonly Command[] = [start('u2'), ...acts('u2', 'm1', 'm4', 'n1', 'n5', 'n7', 'n9')];
export const answerAll: readonly Command[] = [
  start('u5'),
  act('u5', 'q1', 'c'),
  act('u5', 'q2', 'ac'),
  act('u5', 'q3', 'abcd'),
  act('u5', 'q4', '123'),
  act('u5', 'q5', 'pqr'),
  seen('u5'),
];
