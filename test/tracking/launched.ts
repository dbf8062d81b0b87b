/** A browser page that was launched with credentials for an LRS. */
import { vi } from 'vitest';
import type { Command } from '../../src/engine/session.js';
import type { PackageConfig } from '../../src/tracking/config.js';
import { memoryEvents, type EventStore } from '../../src/tracking/xapi/event-store.js';
import { openStatements } from '../../src/tracking/xapi/outbox-sink.js';
import * as sender from '../../src/tracking/xapi/sender.js';
import { Browser, config, Learner, settled, type Visit } from './learner.js';
import type { StrictLms } from './strict-lms.js';
import { webLocks } from './web-locks.js';

export const ADDRESS = 'https://lms.example/player/index.html';
export const LAUNCH = `${ADDRESS}?endpoint=https%3A%2F%2Flrs.example%2Fxapi&auth=Basic%20c2VjcmV0&actor=%7B%22name%22%3A%22Pim%22%7D&registration=6d9d6f4c-6d5b-4a0e-9d0c-1f1e5a2b3c4d`;
export const salted: PackageConfig = { ...config, lrs: 'launch', actor: 'pseudonym', salt: 'zout' };

/** Its address bar and its stores outlive a reload. */
export class LaunchedBrowser extends Browser {
  address = LAUNCH;
  stopped = 0;
  readonly locks = webLocks();
  private readonly online = new EventTarget();
  private readonly stores = new Map<string, EventStore>();

  sink(options: PackageConfig = salted) {
    const { locks } = this;
    return openStatements({
      page: {
        location: { href: this.address },
        history: { replaceState: (_data, _unused, url) => void (this.address = url) },
        sessionStorage: this.sessionStorage,
        localStorage: this.localStorage,
        navigator: { locks },
        addEventListener: (type, listener) => this.online.addEventListener(type, listener),
      },
      config: options,
      importSender: () => Promise.resolve(sender),
      openStore: (scope) => {
        const store = this.stores.get(scope) ?? memoryEvents();
        this.stores.set(scope, store);
        return store;
      },
      onStopped: () => {
        this.stopped++;
      },
    });
  }

  goesOnline(): void {
    this.online.dispatchEvent(new Event('online'));
  }
}

export interface Launching extends Visit {
  readonly config?: PackageConfig;
}

export async function launches(
  lms: StrictLms,
  browser = new LaunchedBrowser(),
  { config: options, ...visit }: Launching = {},
): Promise<Learner> {
  const learner = await Learner.visits(lms, { ...visit, browser, statements: browser.sink(options)! });
  await calm();
  return learner;
}

/** Lets all that waits for nothing but each other happen. */
export async function calm(): Promise<void> {
  for (let turn = 0; turn < 30; turn++) await settled();
}

export async function plays(learner: Learner, ...commands: readonly Command[]): Promise<void> {
  await learner.does(...commands);
  await vi.advanceTimersByTimeAsync(5_000);
  await calm();
}
