/** A browser and its pages. Everything that a page does to the world passes its `Life`: after a kill nothing does. */
import type { ApiObject } from '../../src/tracking/lms/find-api.js';
import type { Page } from '../../src/tracking/page.js';
import type { EventStore } from '../../src/tracking/xapi/event-store.js';
import type { RecordedEvent } from '../../src/tracking/xapi/event.js';

export class Life {
  isAlive = true;
  private effects = 0;

  /** Killed at this effect, counted from 1. */
  constructor(private readonly killedAt = Infinity) {}

  /** May this effect still happen? */
  passes(): boolean {
    if (++this.effects >= this.killedAt) this.isAlive = false;
    return this.isAlive;
  }
}

const FRAME_MS = 16;

const never = new Promise<never>(() => undefined);

/** Outlives its pages. */
export class Browser {
  readonly texts = new Map<string, string>();
  readonly events = new Map<string, RecordedEvent>();
  readonly navigator = { onLine: true };
}

export interface PageOptions {
  readonly life: Life;
  readonly url: string;
  readonly storage: 'there' | 'blocked';
  readonly place: 'parent' | 'opener' | 'behind a stranger';
  readonly apiName: 'API' | 'API_1484_11';
  readonly api: ApiObject;
  /** Milliseconds before the API is there. */
  readonly late: number;
}

export class RunPage {
  readonly page: Page & { readonly location: { href: string }; readonly history: History };
  private readonly target = new EventTarget();
  private readonly shown = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  private readonly life: Life;

  constructor(
    private readonly browser: Browser,
    options: PageOptions,
  ) {
    const { life } = options;
    const { shown } = this;
    this.life = life;
    const location = { href: options.url };
    const listen = (to: EventTarget) => (type: string, listener: (event: Event) => void) =>
      to.addEventListener(type, (event) => {
        if (life.isAlive) listener(event);
      });
    const local = storageOf(browser.texts, life);
    const session = storageOf(new Map(), life);
    const find = (storage: Storage): Storage => {
      if (options.storage === 'blocked') throw new DOMException('blocked', 'SecurityError');
      return storage;
    };
    this.page = {
      ...around(options),
      document: {
        get visibilityState() {
          return shown.visibilityState;
        },
        addEventListener: listen(shown),
      },
      get localStorage() {
        return find(local);
      },
      get sessionStorage() {
        return find(session);
      },
      navigator: browser.navigator,
      location,
      history: {
        replaceState: (_data: unknown, _unused: string, url: string) => (location.href = url),
      } as never,
      addEventListener: listen(this.target),
      requestAnimationFrame: (callback) =>
        setTimeout(() => {
          if (life.isAlive) callback();
        }, FRAME_MS),
    };
  }

  hide(): void {
    this.shown.visibilityState = 'hidden';
    this.shown.dispatchEvent(new Event('visibilitychange'));
  }

  show(): void {
    this.shown.visibilityState = 'visible';
    this.shown.dispatchEvent(new Event('visibilitychange'));
  }

  goOnline(): void {
    this.target.dispatchEvent(new Event('online'));
  }

  leave(): void {
    this.hide();
    this.target.dispatchEvent(new Event('pagehide'));
  }

  /** As IndexedDB: what a page asks is done a moment later, unless the page is gone by then. */
  openStore(scope: string): EventStore {
    const { events } = this.browser;
    const later = async <T>(work: () => T): Promise<T> => {
      await Promise.resolve();
      await Promise.resolve();
      return this.life.passes() ? work() : never;
    };
    const key = ({ seq }: RecordedEvent) => scope + String(seq).padStart(18, '0');
    return {
      load: () =>
        later(() => {
          const own = [...events].filter(([name]) => name.startsWith(scope));
          return own.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, event]) => event);
        }),
      put: (list) => later(() => list.forEach((event) => events.set(key(event), event))),
      remove: (list) => later(() => list.forEach((event) => events.delete(key(event)))),
    };
  }
}

/** Where the LMS's object stands. */
function around({ place, apiName, api, late }: PageOptions): Pick<Page, 'parent' | 'opener'> {
  const holder: Record<string, unknown> = late > 0 ? {} : { [apiName]: api };
  if (late > 0) setTimeout(() => (holder[apiName] = api), late);
  switch (place) {
    case 'parent':
      return { parent: holder, opener: null };
    case 'opener':
      return { parent: null, opener: { parent: holder } };
    case 'behind a stranger': {
      const stranger = new Proxy(
        { parent: holder },
        {
          get: (found, name) => {
            if (name === 'parent') return found.parent;
            throw new DOMException('another origin', 'SecurityError');
          },
        },
      );
      return { parent: stranger, opener: null };
    }
  }
}

function storageOf(texts: Map<string, string>, life: Life): Storage {
  return {
    get length() {
      return texts.size;
    },
    key: (index) => [...texts.keys()][index] ?? null,
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, value) => {
      if (life.passes()) texts.set(key, value);
    },
    removeItem: (key) => {
      if (life.passes()) texts.delete(key);
    },
    clear: () => undefined,
  };
}
