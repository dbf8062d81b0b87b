/** The strict LMS in front of the local one: what it stores goes there over HTTP, and a launch reads it back from there. */
import type { ApiObject } from '../../src/tracking/lms/find-api.js';
import { StrictLms } from '../tracking/strict-lms.js';
import type { Life } from './browser.js';
import type { Wire } from './wire.js';

export interface Opened {
  readonly api: ApiObject;
  /** Address of the package, with the launch's credentials for the LRS. */
  readonly url: string;
  readonly registration: string;
  readonly mode: 'normal' | 'review';
}

type Cmi = Readonly<Record<string, string>>;

export class HttpLms {
  readonly strict: StrictLms;
  /** What was wrong with what the local LMS answered, or with a score on its way. */
  readonly problems: string[] = [];
  private order = 0;
  private highest = -1;

  constructor(
    private readonly wire: Wire,
    private readonly learner: string,
    private readonly packageId: string,
  ) {
    this.strict = new StrictLms(packageId.endsWith('scorm12') ? 'scorm12' : 'scorm2004');
  }

  /** A new page of the LMS. */
  async launch(life: Life, onCommit: () => void): Promise<Opened> {
    const { strict } = this;
    const opened = await this.open();
    const isOld = strict.edition === 'scorm12';
    strict.store.clear();
    strict.faults.length = 0;
    const own = /(student|learner)_(id|name)$|mode$|credit$|entry$|launch_data$/;
    for (const [element, value] of Object.entries(opened.cmi))
      if (!own.test(element)) strict.store.set(element, value);
    if (!isOld && strict.store.has('cmi.suspend_data')) strict.store.set('cmi.exit', 'suspend');
    strict.onCall = (name) => {
      if (!life.passes()) throw new Error('The page is gone.');
      if (/Commit$/.test(name)) onCommit();
    };
    this.order = 0;
    strict.onStored = () => {
      this.store(opened.session);
      // The answer finds no page any more.
      if (!life.passes()) throw new Error('The page is gone.');
    };
    const mode = opened.cmi[isOld ? 'cmi.core.lesson_mode' : 'cmi.mode'] === 'review' ? 'review' : 'normal';
    const registration = new URL(opened.url, this.wire.url).searchParams.get('registration') ?? '';
    const api = strict.launch({ mode, learner: this.learner });
    return { api, url: new URL(opened.url, this.wire.url).href, registration, mode };
  }

  /** What the local LMS has, read as anybody may: by opening the package. */
  async read(): Promise<Cmi> {
    return (await this.open()).cmi;
  }

  get isCompleted(): boolean {
    const { store } = this.strict;
    return (store.get('cmi.core.lesson_status') ?? store.get('cmi.completion_status')) === 'completed';
  }

  /** What the LMS has; '' = none. */
  get score(): string {
    const { store } = this.strict;
    return store.get('cmi.core.score.raw') ?? store.get('cmi.score.raw') ?? '';
  }

  async newAttempt(): Promise<void> {
    const body = new URLSearchParams({ deelnemer: this.learner, pakket: this.packageId }).toString();
    const headers = {
      Origin: this.wire.url.replace(/\/$/, ''),
      'Content-Type': 'application/x-www-form-urlencoded',
    };
    await this.wire.send('/pogingen', 'POST', headers, body);
    this.highest = -1;
  }

  private async open(): Promise<{ session: string; cmi: Cmi; url: string }> {
    const body = JSON.stringify({ learner: this.learner, package: this.packageId });
    const reply = await this.wire.send('/sessies', 'POST', { 'Content-Type': 'application/json' }, body);
    if (reply.status !== 200)
      throw new Error(`The local LMS does not open ${this.packageId}: HTTP ${reply.status}`);
    return JSON.parse(reply.body) as { session: string; cmi: Cmi; url: string };
  }

  private store(session: string): void {
    const cmi = Object.fromEntries(this.strict.store);
    const raw = cmi['cmi.core.score.raw'] ?? cmi['cmi.score.raw'];
    // A hundredth is what a resend may take off for a moment.
    if (raw !== undefined && Number(raw) < this.highest - 0.011)
      this.problems.push(`score went from ${this.highest} to ${raw}`);
    if (raw !== undefined) this.highest = Number(raw);
    const body = JSON.stringify({ order: ++this.order, cmi });
    void this.wire
      .send(`/sessies/${session}/opslaan`, 'POST', { 'Content-Type': 'text/plain' }, body)
      .then(({ status }) => {
        if (status !== 200) this.problems.push(`the local LMS answered a commit with HTTP ${status}`);
      });
  }
}
