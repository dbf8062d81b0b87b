/** A learner in a tab that an LMS launched a cmi5 package in. */
import type { Module } from '../../../src/content/module.js';
import { newSession, resume, run, type Command, type Session } from '../../../src/engine/session.js';
import { openCmi5, type Cmi5Page, type OpenedCmi5 } from '../../../src/tracking/cmi5/open.js';
import type { PackageConfig } from '../../../src/tracking/config.js';
import { memoryEvents, type EventStore } from '../../../src/tracking/xapi/event-store.js';
import * as sender from '../../../src/tracking/xapi/sender.js';
import { ATTEMPT, Browser, config, FakePage, module, settled } from '../learner.js';
import type { Cmi5Lms } from './lms.js';

const ADDRESS = 'https://inhoud.example/pakket/index.html';
export const cmi5Config: PackageConfig = { ...config, target: 'cmi5', lrs: 'launch' };

/** A tab with its storage; `gone`: where it went when the page was left by itself. */
export class Tab extends Browser {
  address = ADDRESS;
  gone = '';
  private readonly stores = new Map<string, EventStore>();

  /** The LMS opens the package here. */
  goTo(query: URLSearchParams | string): this {
    this.address = `${ADDRESS}?${query.toString()}`;
    return this;
  }

  page(): { readonly fake: FakePage; readonly page: Cmi5Page } {
    const fake = new FakePage(this, null, 'scorm12');
    const read = () => this.address;
    const page = Object.assign(Object.create(fake.page) as typeof fake.page, {
      sessionStorage: this.sessionStorage,
      navigator: this.navigator,
      document: fake.visible,
      addEventListener: (type: string, listener: (event: Event) => void) =>
        fake.target.addEventListener(type, listener),
      location: {
        get href() {
          return read();
        },
        assign: (address: string) => void (this.gone = address),
      },
      history: { replaceState: (_data: unknown, _unused: string, url: string) => void (this.address = url) },
    });
    return { fake, page };
  }

  readonly openStore = (scope: string): EventStore => {
    const store = this.stores.get(scope) ?? memoryEvents();
    this.stores.set(scope, store);
    return store;
  };
}

export class Cmi5Learner {
  private constructor(
    readonly fake: FakePage,
    readonly opened: OpenedCmi5,
    public session: Session,
  ) {}

  static async opens(
    lms: Cmi5Lms,
    tab: Tab,
    played: Module = module,
    attempt = ATTEMPT,
  ): Promise<Cmi5Learner> {
    const { fake, page } = tab.page();
    const opening = openCmi5({
      page,
      config: cmi5Config,
      fetch: lms.fetch,
      pauses: [],
      importSender: () => Promise.resolve(sender),
      openStore: tab.openStore,
    });
    await calm();
    const opened = await opening;
    const { journal } = opened.tracker.start;
    const session = journal === '' ? newSession(played, attempt) : resume(played, journal).session;
    const learner = new Cmi5Learner(fake, opened, session);
    opened.tracker.begin(session);
    await calm();
    return learner;
  }

  async does(...commands: readonly Command[]): Promise<this> {
    for (const command of commands) {
      const { session, events } = run(this.session, command);
      this.session = session;
      this.opened.tracker.save(session, events);
      await calm();
    }
    return this;
  }

  async leaves(): Promise<void> {
    this.fake.leave();
    await calm();
  }

  /** F5, or Ctrl+R: the page goes and comes back in the same tab. */
  async pressesReload(): Promise<void> {
    this.fake.target.dispatchEvent(Object.assign(new Event('keydown'), { key: 'F5' }));
    await this.leaves();
  }
}

/** Lets all that waits for nothing but each other happen. */
export async function calm(): Promise<void> {
  for (let turn = 0; turn < 30; turn++) await settled();
}
