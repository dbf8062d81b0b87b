/** One visit: the page is opened, played and troubled, and ends one way or another. */
import type { Module } from '../../src/content/module.js';
import { encodeJournal } from '../../src/engine/journal.js';
import type { PackageConfig } from '../../src/tracking/config.js';
import type * as sendingHalf from '../../src/tracking/xapi/sender.js';
import { plus, type Attempt } from './attempt.js';
import { Life, type Browser } from './browser.js';
import type { Chance } from './chance.js';
import { nextClick } from './clicks.js';
import type { Clock } from './clock.js';
import type { HttpLms } from './lms.js';
import { faultyFetch } from './network.js';
import { contract, storeProblems } from './oracle.js';
import { PageApp } from './page-app.js';
import type { Plan } from './plan.js';
import type { Wire } from './wire.js';

/** What a whole run shares. */
export interface World {
  readonly chance: Chance;
  readonly clock: Clock;
  readonly wire: Wire;
  readonly module: Module;
  readonly config: PackageConfig;
  readonly sender: typeof sendingHalf;
  readonly problems: string[];
}

export interface VisitOptions {
  readonly world: World;
  readonly lms: HttpLms;
  readonly attempt: Attempt;
  readonly browser: Browser;
  readonly plan: Plan;
}

const PATIENCE_MS = 8_000;
/** Longer than the longest pause between two tries, twice. */
const RECOVERY_MS = 150_000;

export class Visit {
  registration = '';
  clicks = 0;
  private readonly life: Life;
  private mood: 'troubled' | 'calm' | 'leaving' = 'troubled';
  /** The LMS said 'true', stored nothing, and nobody could know. */
  private lied = false;
  private isTorn = false;

  constructor(private readonly options: VisitOptions) {
    this.life = new Life(options.plan.killAt);
  }

  async run(): Promise<void> {
    const { attempt, browser, plan, lms, world } = this.options;
    const app = await this.open();
    const start = attempt.line.clicks.length;
    if (this.mayPlay(app)) {
      for (let n = 0; n < plan.clicks && this.mayPlay(app); n++) await this.click(app, n);
      await this.rest(app);
      const clicks = attempt.line.clicks.length - (this.isTorn ? 1 : 0);
      attempt.held = plan.storage === 'there' ? { browser, clicks } : null;
    } else if (this.life.isAlive) await world.clock.pass(RECOVERY_MS, world.wire.settle);
    if (app.toldSaved >= 0 && !this.lied) attempt.acked = Math.max(attempt.acked, start + app.toldSaved);
    await this.end(app);
    world.problems.push(
      ...lms.strict.offences.splice(0).map((offence) => `the LMS was offended: ${offence}`),
    );
  }

  private mayPlay(app: PageApp): boolean {
    return this.life.isAlive && app.tracker?.mode === 'normal' && this.options.world.problems.length === 0;
  }

  private async open(): Promise<PageApp> {
    const { world, lms, attempt, browser, plan } = this.options;
    const { life } = this;
    const { chance, clock, wire, problems } = world;
    browser.navigator.onLine = true;
    globalThis.fetch = faultyFetch({ browser, life, wire, chance, trouble: plan.networkTrouble });
    const launched = await lms.launch(life, () => this.trouble());
    this.registration = launched.registration;
    const isNew = attempt.line.clicks.length === 0;
    const id = isNew ? attempt.line.attempt : chance.hex(32);
    const app = new PageApp({ ...world, browser, life, plan, opened: launched, attempt: id });
    const opening = { isDone: false };
    const opened = app.open().catch((error: unknown) => problems.push(`the page broke: ${String(error)}`));
    void opened.then(() => (opening.isDone = true));
    for (let waited = 0; !opening.isDone && life.isAlive && waited < PATIENCE_MS; waited += 250)
      await clock.pass(250, wire.settle);
    this.resume(app);
    if (app.tracker?.mode === 'untracked') problems.push('the LMS was not found');
    if (app.tracker?.mode === 'normal' || !app.tracker) attempt.visits = plus(attempt.visits, life.isAlive);
    return app;
  }

  private resume({ session, tracker }: PageApp): void {
    const { attempt, browser, plan, world } = this.options;
    if (!session || !tracker || !this.life.isAlive) return;
    const isKept = tracker.mode === 'normal' && plan.storage === 'there';
    const { journal } = session;
    const problem = attempt.resumed(encodeJournal(journal), journal.attempt, isKept ? browser : null);
    if (problem !== null) world.problems.push(problem);
  }

  /** Before each commit. */
  private trouble(): void {
    const { world, lms, attempt, browser, plan } = this.options;
    const { chance, clock } = world;
    if (plan.isSlow) clock.block(2_000);
    if (this.mood === 'calm') return;
    const { onLine } = browser.navigator;
    const isLie = chance.percent(plan.lies);
    // A beacon gets its 'true' before anybody knows.
    const isLostBeacon = this.mood === 'leaving' && chance.percent(10);
    if (!onLine || isLie || isLostBeacon) lms.strict.faults.push('lost');
    else if (chance.percent(plan.commitTrouble))
      lms.strict.faults.push(chance.pick(['refused', 'refused', 'unheard']));
    if (!(isLie && onLine && this.mood === 'troubled')) return;
    this.lied = true;
    if (lms.isCompleted) attempt.lies.push({ stored: lms.score, due: contract(attempt.line).score });
  }

  private async click(app: PageApp, n: number): Promise<void> {
    const { world, attempt } = this.options;
    const { chance, clock, wire } = world;
    this.surround(app, n);
    const command = nextClick(attempt.line.now, chance);
    attempt.line.add(command);
    this.clicks++;
    app.click(command);
    this.isTorn = !this.life.isAlive;
    if (this.life.isAlive) await clock.pass(chance.pick([10, 100, 200, 400, 900, 3_000, 9_000]), wire.settle);
  }

  /** What happens around the page between two clicks. */
  private surround({ page }: PageApp, click: number): void {
    const { world, lms, browser, plan } = this.options;
    if (click >= plan.expiresAt) lms.strict.isExpired = true;
    const isOffline = click >= plan.offline.from && click < plan.offline.to;
    if (browser.navigator.onLine === isOffline) {
      browser.navigator.onLine = !isOffline;
      if (!isOffline) page.goOnline();
    }
    if (world.chance.percent(4)) {
      page.hide();
      page.show();
    }
  }

  /** The LMS works again, and the learner just waits: then everything must arrive without another launch. */
  private async rest(app: PageApp): Promise<void> {
    const { world, lms, attempt, browser, plan } = this.options;
    if (plan.killAt !== Infinity || plan.lies > 0 || plan.expiresAt !== Infinity) return;
    this.mood = 'calm';
    browser.navigator.onLine = true;
    app.page.goOnline();
    await world.clock.pass(RECOVERY_MS, world.wire.settle);
    const status = app.tracker?.status ?? 'nothing';
    if (status !== 'saved') world.problems.push(`the LMS works again, and the learner reads '${status}'`);
    const problems = storeProblems(attempt.line, await lms.read());
    world.problems.push(...problems.map((problem) => `after recovery, ${problem}`));
  }

  private async end({ page, tracker }: PageApp): Promise<void> {
    const { world, attempt, plan } = this.options;
    const { life } = this;
    this.mood = 'leaving';
    if (life.isAlive) {
      if (plan.end === 'hide and crash') page.hide();
      if (plan.end === 'leave' || plan.end === 'gone') {
        page.leave();
        if (tracker?.mode === 'normal') attempt.goodbyes = plus(attempt.goodbyes, life.isAlive);
      }
      // A tab that is closed still does what follows from its handlers; a frame that is taken away does not.
      if (plan.end !== 'gone') for (let turn = 0; turn < 50; turn++) await Promise.resolve();
    }
    life.isAlive = false;
    await world.wire.settle();
    for (let turn = 0; turn < 50; turn++) await Promise.resolve();
    // Last, so that nothing that was still on its way wakes this page up in the time of the next one.
    world.clock.clear();
    // No next page is there in the same millisecond: events are numbered by it.
    world.clock.block(1);
  }
}
