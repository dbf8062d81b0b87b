/** One run: a random learner, random troubles, and what must be true in the end. The same seed gives the same run. */
import type { Statement } from '@xapi/xapi';
import type { Module } from '../../src/content/module.js';
import { DEFAULT_CONFIG } from '../../src/tracking/config.js';
import type * as sendingHalf from '../../src/tracking/xapi/sender.js';
import { Attempt } from './attempt.js';
import { Browser } from './browser.js';
import { chanceOf } from './chance.js';
import { Clock } from './clock.js';
import { HttpLms } from './lms.js';
import { problemsOf } from './oracle.js';
import { CALM, randomPlan, type Plan } from './plan.js';
import type { Server } from './server.js';
import { Visit, type World } from './visit.js';
import { Wire } from './wire.js';

export interface Outcome {
  readonly seed: number;
  readonly clicks: number;
  readonly visits: number;
  readonly problems: readonly string[];
}

export interface RunOptions {
  readonly seed: number;
  readonly modules: readonly Module[];
  readonly server: Server;
  /** The sending half, perhaps with a fault in it. */
  readonly sender: typeof sendingHalf;
}

const MONDAY = Date.UTC(2026, 10, 23, 9);

export async function playRun(options: RunOptions): Promise<Outcome> {
  const world = worldOf(options);
  const run = new FaultRun(world, options.server);
  const restore = world.clock.install(world.chance.next);
  const { fetch } = globalThis;
  try {
    await run.play();
  } catch (error) {
    world.problems.push(
      `it threw: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  } finally {
    restore();
    globalThis.fetch = fetch;
    world.wire.close();
  }
  const { clicks, visits } = run;
  return { seed: options.seed, problems: world.problems, clicks, visits };
}

function worldOf({ seed, modules, server, sender }: RunOptions): World {
  const chance = chanceOf(seed);
  const module = chance.pick(modules);
  const config = {
    ...DEFAULT_CONFIG,
    package: module.id,
    target: chance.pick(['scorm12', 'scorm2004'] as const),
    detail: chance.pick(['score', 'route'] as const),
    lrs: 'launch',
    actor: 'pseudonym',
    salt: 'zout',
  } as const;
  return {
    chance,
    module,
    config,
    sender,
    clock: new Clock(MONDAY),
    wire: new Wire(server.url),
    problems: [],
  };
}

class FaultRun {
  clicks = 0;
  visits = 0;
  private readonly home = new Browser();
  private readonly work = new Browser();
  private readonly used = new Set<Browser>();
  private registration = '';

  constructor(
    private readonly world: World,
    private readonly server: Server,
  ) {}

  async play(): Promise<void> {
    const { chance, module, problems } = this.world;
    const lms = await this.newLearner();
    const attempt = new Attempt(module, chance.hex(32));
    const legs = 1 + chance.below(4);
    for (let leg = 0; leg < legs && problems.length === 0; leg++) {
      const browser = chance.percent(85) ? this.home : this.work;
      await this.visit(lms, attempt, browser, randomPlan(chance));
      if (chance.percent(10)) await this.strangerComes(browser);
    }
    await this.check(lms, attempt);
    if (lms.isCompleted && problems.length === 0) await this.startsAnew(lms, attempt);
    problems.push(...lms.problems);
  }

  private async visit(lms: HttpLms, attempt: Attempt, browser: Browser, plan: Plan): Promise<void> {
    const visit = new Visit({ world: this.world, lms, attempt, browser, plan });
    this.used.add(browser);
    await visit.run();
    this.registration = visit.registration;
    this.clicks += visit.clicks;
    this.visits++;
  }

  /** Calm visits from every browser, and then everything must be where it belongs. */
  private async check(lms: HttpLms, attempt: Attempt): Promise<void> {
    const { problems } = this.world;
    for (const browser of [...this.used, this.home])
      if (problems.length === 0) await this.visit(lms, attempt, browser, CALM);
    if (problems.length > 0) return;
    problems.push(...problemsOf(attempt, { cmi: await lms.read(), statements: await this.statements() }));
  }

  /** An empty entry after a completed attempt is a new attempt: nothing of the first shows in it, nor changes. */
  private async startsAnew(lms: HttpLms, completed: Attempt): Promise<void> {
    const { chance, problems } = this.world;
    const before = (await this.statements()).length;
    const first = this.registration;
    await lms.newAttempt();
    const attempt = completed.next(chance.hex(32));
    await this.visit(lms, attempt, this.home, { ...CALM, clicks: 4 });
    if (this.registration === first) problems.push('the new attempt has the registration of the first');
    await this.check(lms, attempt);
    const after = (await this.statements(first)).length;
    if (after !== before) problems.push(`a new attempt made ${after - before} statements in the first`);
  }

  /** Another learner at the same browser, perhaps while the first one's work still waits there. */
  private async strangerComes(browser: Browser): Promise<void> {
    const { chance, module, problems } = this.world;
    const { registration } = this;
    const before = (await this.statements()).length;
    const lms = await this.newLearner();
    const attempt = new Attempt(module, chance.hex(32));
    await this.visit(lms, attempt, browser, { ...CALM, clicks: 3 });
    if (attempt.others.length > 0 || attempt.line.clicks.length !== 3)
      problems.push('a stranger did not begin anew');
    problems.push(...lms.problems);
    this.registration = registration;
    if ((await this.statements()).length !== before) problems.push('a stranger sent what another did');
  }

  private async newLearner(): Promise<HttpLms> {
    const { chance, wire, module, config } = this.world;
    const body = new URLSearchParams({ naam: `Deelnemer ${chance.hex(8)}` }).toString();
    const headers = {
      Origin: this.server.url.replace(/\/$/, ''),
      'Content-Type': 'application/x-www-form-urlencoded',
    };
    const reply = await wire.send('/deelnemers', 'POST', headers, body);
    const id = /zeventerpen-deelnemer=([^;]+)/.exec(String(reply.headers['set-cookie']))?.[1] ?? '';
    return new HttpLms(wire, id, `${module.id}-${config.target}`);
  }

  private async statements(registration = this.registration): Promise<readonly Statement[]> {
    const found: Statement[] = [];
    const { key, secret } = this.server;
    const headers = {
      Authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`,
      'X-Experience-API-Version': '1.0.3',
    };
    let path = `/xapi/statements?limit=500&registration=${registration}`;
    while (path !== '') {
      const reply = await this.world.wire.send(path, 'GET', headers);
      if (reply.status !== 200)
        throw new Error(`The LRS does not answer: HTTP ${reply.status} ${reply.body}`);
      const page = JSON.parse(reply.body) as { statements: Statement[]; more?: string };
      found.push(...page.statements);
      path = page.more ?? '';
    }
    return found;
  }
}
