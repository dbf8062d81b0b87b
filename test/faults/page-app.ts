/** What the page's `app.ts` does, without its screens: opens tracking, takes up the session, carries out clicks. */
import { newSession, resume, run as carryOut, type Command, type Session } from '../../src/engine/session.js';
import type { Module } from '../../src/content/module.js';
import type { PackageConfig } from '../../src/tracking/config.js';
import { openTracking, type Tracker } from '../../src/tracking/tracker.js';
import { openStatements } from '../../src/tracking/xapi/outbox-sink.js';
import type * as sendingHalf from '../../src/tracking/xapi/sender.js';
import { RunPage, type Browser, type Life } from './browser.js';
import type { Opened } from './lms.js';
import type { Plan } from './plan.js';

export interface PageAppOptions {
  readonly module: Module;
  readonly config: PackageConfig;
  readonly browser: Browser;
  readonly life: Life;
  readonly plan: Plan;
  readonly opened: Opened;
  readonly sender: typeof sendingHalf;
  /** Id of the attempt, if this becomes a new one. */
  readonly attempt: string;
}

export class PageApp {
  tracker: Tracker | null = null;
  session: Session | null = null;
  /** The learner read that everything is saved, after so many clicks of this visit. */
  toldSaved = -1;
  clicks = 0;
  readonly page: RunPage;
  private failedImports: number;

  constructor(private readonly options: PageAppOptions) {
    const { browser, life, plan, opened, config } = options;
    this.failedImports = plan.failedImports;
    this.page = new RunPage(browser, {
      life,
      url: opened.url,
      storage: plan.storage,
      place: plan.place,
      late: plan.late,
      api: opened.api,
      apiName: config.target === 'scorm12' ? 'API' : 'API_1484_11',
    });
  }

  async open(): Promise<void> {
    const { module, config, attempt } = this.options;
    const { page } = this.page;
    const tracker = await openTracking({
      page,
      config,
      statements: openStatements({
        page,
        config,
        openStore: (scope) => this.page.openStore(scope),
        importSender: () =>
          this.failedImports-- > 0
            ? Promise.reject(new TypeError('chunk'))
            : Promise.resolve(this.options.sender),
      }),
    });
    if (!this.options.life.isAlive) return;
    const { journal } = tracker.start;
    const session = journal === '' ? newSession(module, attempt) : resume(module, journal).session;
    this.tracker = tracker;
    this.session = session;
    tracker.onStatus((status) => {
      if (status === 'saved' && this.clicks > 0) this.toldSaved = this.clicks;
    });
    tracker.begin(session);
  }

  /** True: the learner saw it happen; the page may have been killed half-way. */
  click(command: Command): void {
    if (!this.tracker || !this.session || this.tracker.isReadOnly) return;
    const { session, events } = carryOut(this.session, command);
    this.session = session;
    this.clicks++;
    this.tracker.save(session, events);
  }
}
