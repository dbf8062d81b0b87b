/**
 * One attempt, one writing tab. Web Locks where the browser has them (only over https), else tabs that answer each other.
 * Where neither is there nobody can know, and a tab writes as if it were alone.
 */

/** What we need of `navigator.locks`. */
export interface Locks {
  /** With `ifAvailable`, `work` gets null at once when somebody has the lock; without, it waits for its turn. */
  request(
    name: string,
    options: { readonly ifAvailable: boolean },
    work: (lock: unknown) => Promise<void>,
  ): Promise<unknown>;
}
/** What we need of `BroadcastChannel`. */
export interface Channel {
  onmessage: ((event: MessageEvent) => void) | null;
  postMessage(message: unknown): void;
  close(): void;
}
export type ChannelMaker = new (name: string) => Channel;

export interface TabsPage {
  readonly navigator: { readonly locks?: Locks };
  readonly BroadcastChannel?: ChannelMaker;
}

export interface TabClaim {
  /** May this tab write? */
  readonly isFirst: boolean;
  /**
   * For a tab that was not the first: the other is gone. While `goOn` runs this tab is the first; it stays so when that gives
   * true, and lets go when it gives false.
   */
  whenFirst(goOn: () => Promise<boolean>): void;
  /** The page goes away. */
  release(): void;
}

/** A reload finds its own old page's lock still held for a moment. */
const PATIENCE_MS = 400;
/** A busy machine may take seconds to answer; a browser that never does must not keep a learner from his work. */
const SILENCE_MS = 10_000;
const ANSWER_MS = 200;
/** A tab that crashed says no goodbye. */
const ASK_AGAIN_MS = 5_000;

/** Waits until this tab is the first, or until it is clear that another one is. */
export async function claimTab(page: TabsPage, name: string): Promise<TabClaim> {
  const claim = new Claim();
  const { locks } = page.navigator;
  if (locks) {
    askBrowser(locks, name, claim);
  } else if (page.BroadcastChannel) {
    askAround(new page.BroadcastChannel(name), claim);
  } else {
    void claim.grant();
  }
  await claim.decided;
  return claim;
}

/** Asks first whether anybody has it: no answer yet is not the same as no. */
function askBrowser(locks: Locks, name: string, claim: Claim): void {
  claim.expect('grant', SILENCE_MS);
  const queue = (): void => {
    claim.expect('deny', PATIENCE_MS);
    locks.request(name, { ifAvailable: false }, () => claim.grant()).catch(() => void claim.grant());
  };
  locks
    .request(name, { ifAvailable: true }, (lock) => {
      if (lock !== null) return claim.grant();
      queue();
      return Promise.resolve();
    })
    // Refused, not just taken: storage is blocked here, so nobody can know.
    .catch(() => void claim.grant());
}

class Claim implements TabClaim {
  isFirst = false;
  readonly decided: Promise<void>;
  /** Resolves when this tab lets go. */
  readonly gone: Promise<void>;
  private decide: () => void = () => undefined;
  private letGo: () => void = () => undefined;
  private isDecided = false;
  private isOffered = false;
  private goOn: (() => Promise<boolean>) | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.gone = new Promise((resolve) => (this.letGo = resolve));
    this.decided = new Promise((resolve) => (this.decide = resolve));
  }

  /** What it is when nothing is heard in so many milliseconds. */
  expect(outcome: 'grant' | 'deny', milliseconds: number): void {
    clearTimeout(this.timer);
    if (this.isDecided) return;
    this.timer = setTimeout(() => (outcome === 'grant' ? void this.grant() : this.deny()), milliseconds);
  }

  /** Nobody else has it; the promise holds as long as this tab needs it. */
  grant(): Promise<void> {
    // Told a second time, after a silence: it had it already.
    if (this.isFirst) return this.gone;
    if (this.isDecided) {
      this.isOffered = true;
      void this.takeOver();
    } else {
      this.isFirst = true;
      this.settle();
    }
    return this.gone;
  }

  /** Another tab has it. */
  deny(): void {
    this.settle();
  }

  whenFirst(goOn: () => Promise<boolean>): void {
    this.goOn = goOn;
    void this.takeOver();
  }

  release(): void {
    this.goOn = null;
    this.letGo();
  }

  private settle(): void {
    clearTimeout(this.timer);
    this.isDecided = true;
    this.decide();
  }

  private async takeOver(): Promise<void> {
    const { goOn } = this;
    if (!this.isOffered || goOn === null) return;
    this.isOffered = false;
    this.isFirst = true;
    if (await goOn()) return;
    this.isFirst = false;
    this.release();
  }
}

type Word = 'who' | 'here' | 'gone';

/** Everybody who writes answers; of two who ask at once the lower number has it. */
function askAround(channel: Channel, claim: Claim): void {
  const own = Math.random();
  let isHeld = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = (word: Word): void => channel.postMessage([word, own]);
  const ask = (): void => {
    clearTimeout(timer);
    timer = setTimeout(take, ANSWER_MS);
    say('who');
  };
  const take = (): void => {
    isHeld = true;
    say('here');
    void claim.grant();
  };
  const wait = (): void => {
    if (isHeld) return;
    clearTimeout(timer);
    timer = setTimeout(ask, ASK_AGAIN_MS);
    claim.deny();
  };
  channel.onmessage = ({ data }) => {
    const [word, other] = data as readonly [Word, number];
    if (word === 'here') wait();
    else if (word === 'gone') ask();
    else if (isHeld || own < other) say('here');
    else wait();
  };
  void claim.gone.then(() => {
    clearTimeout(timer);
    say('gone');
    channel.close();
  });
  ask();
}
