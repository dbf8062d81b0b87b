/** A cmi5 LMS behind `fetch`, in memory: gives a token once, keeps documents under ETags, refuses what section 9 forbids. */
import type { Statement } from '@xapi/xapi';
import { createHash, randomUUID } from 'node:crypto';
import { CMI5_EXTENSIONS, type LaunchData, type LaunchMode } from '../../../src/cmi5/vocabulary.js';
import { definedVerb, objection, type AuVerb } from '../../../src/lms/cmi5/rules.js';
import type { JsonObject } from '../../../src/lms/lrs/json.js';
import { agentKey } from '../../../src/lms/lrs/statement.js';

export const ACTOR = {
  objectType: 'Agent',
  name: 'Anke',
  account: { homePage: 'https://lms.example', name: '4711' },
} as const;
export const ACTIVITY = 'https://lms.example/au/1';
export const PUBLISHER = 'https://zeventerpen.example/xapi/activities/klein';
export const RETURN = 'https://lms.example/terug';
const ORIGIN = 'https://lms.example';

export interface Ask {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly query: URLSearchParams;
  readonly body: string;
  readonly keepalive: boolean;
}
export interface Arrived {
  readonly statement: Statement;
  readonly session: string;
}

export class Cmi5Lms {
  readonly asks: Ask[] = [];
  readonly arrived: Arrived[] = [];
  /** Everything refused, with the requirement it breaks. */
  readonly refused: string[] = [];
  readonly documents = new Map<string, { readonly text: string; readonly etag: string }>();
  /** What a request meets instead of this LMS; by the start of its method and path. */
  readonly faults: { readonly on: string; readonly status: number | 'no network' }[] = [];
  preferences: string | null = JSON.stringify({ languagePreference: 'nl-NL', audioPreference: 'on' });
  masteryScore: number | undefined;
  registration: string = randomUUID();
  /** Gives its own ETags instead of the content's SHA-1, and tells them only when asked for the document. */
  hidesEtags = false;
  private session = '';
  private mode: LaunchMode = 'Normal';
  private token = '';
  private told: AuVerb[] = [];

  /** Query of a new launch; earlier ones are worth nothing any more. */
  launch(mode: LaunchMode = 'Normal', more: Partial<LaunchData> = {}): URLSearchParams {
    this.session = randomUUID();
    this.mode = mode;
    this.token = '';
    this.told = [];
    const data: LaunchData = {
      contextTemplate: {
        contextActivities: { grouping: [{ objectType: 'Activity', id: PUBLISHER }] },
        extensions: { [CMI5_EXTENSIONS.sessionId]: this.session, 'https://lms.example/klas': '4B' },
        platform: 'Het LMS',
      },
      launchMode: mode,
      moveOn: 'Completed',
      returnURL: RETURN,
      ...(this.masteryScore === undefined ? {} : { masteryScore: this.masteryScore }),
      ...more,
    };
    this.put('LMS.LaunchData', JSON.stringify(data));
    return new URLSearchParams({
      endpoint: `${ORIGIN}/xapi`,
      fetch: `${ORIGIN}/fetch?s=${this.session}`,
      actor: JSON.stringify(ACTOR),
      registration: this.registration,
      activityId: ACTIVITY,
    });
  }

  get sessionId(): string {
    return this.session;
  }

  readonly fetch = async (url: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const address = new URL(url instanceof Request ? url.url : url);
    const ask: Ask = {
      method: init.method ?? 'GET',
      path: address.pathname,
      headers: new Headers(init.headers),
      query: address.searchParams,
      body: typeof init.body === 'string' ? init.body : '',
      keepalive: init.keepalive ?? false,
    };
    this.asks.push(ask);
    const fault = this.faults.findIndex(({ on }) => `${ask.method} ${ask.path}`.startsWith(on));
    const met = fault === -1 ? undefined : this.faults.splice(fault, 1)[0];
    if (met?.status === 'no network') throw new TypeError('Failed to fetch');
    if (met !== undefined) return new Response('', { status: met.status });
    return Promise.resolve(this.answer(ask));
  };

  sent(): Statement[] {
    return this.arrived.map(({ statement }) => statement);
  }
  /** Verbs of the cmi5-defined statements, all sessions. */
  defined(): string[] {
    return this.sent().flatMap((one) => definedVerb(one as unknown as JsonObject) ?? []);
  }
  find(verb: string): Statement {
    const found = this.sent().find(
      (one) => definedVerb(one as unknown as JsonObject) !== null && one.verb.id.endsWith(`/${verb}`),
    );
    if (!found) throw new Error(`no ${verb}`);
    return found;
  }
  put(stateId: string, text: string): void {
    const etag = this.hidesEtags ? `"${randomUUID()}"` : `"${createHash('sha1').update(text).digest('hex')}"`;
    this.documents.set(`${this.registration} ${stateId}`, { text, etag });
  }
  state(stateId: string): string | undefined {
    return this.documents.get(`${this.registration} ${stateId}`)?.text;
  }

  private answer(ask: Ask): Response {
    if (ask.path === '/fetch') return this.giveToken(ask);
    if (ask.headers.get('Authorization') !== `Basic ${this.token}` || this.token === '')
      return new Response('', { status: 401 });
    if (ask.headers.get('X-Experience-API-Version') !== '1.0.3') return new Response('', { status: 400 });
    switch (ask.path) {
      case '/xapi/activities/state':
        return this.document(ask);
      case '/xapi/agents/profile':
        return this.preferences === null
          ? new Response('', { status: 404 })
          : new Response(this.preferences, { headers: { ETag: '"p"' } });
      case '/xapi/statements':
        return ask.method === 'POST' ? this.take(ask) : this.give(ask);
      default:
        return new Response('', { status: 404 });
    }
  }

  private giveToken(ask: Ask): Response {
    if (ask.method !== 'POST' || ask.query.get('s') !== this.session)
      return Response.json({ 'error-code': '2', 'error-text': 'unknown' });
    if (this.token !== '') return Response.json({ 'error-code': '1', 'error-text': 'used' });
    this.token = btoa(`s:${this.session}`);
    return Response.json({ 'auth-token': this.token });
  }

  private document(ask: Ask): Response {
    const id = ask.query.get('stateId') ?? '';
    const isOwn =
      ask.query.get('activityId') === ACTIVITY &&
      ask.query.get('registration') === this.registration &&
      agentKey(JSON.parse(ask.query.get('agent') ?? '{}') as JsonObject) === agentKey(ACTOR);
    if (!isOwn) return new Response('', { status: 403 });
    const found = this.documents.get(`${this.registration} ${id}`);
    if (ask.method === 'GET')
      return found
        ? new Response(found.text, { headers: { ETag: found.etag } })
        : new Response('', { status: 404 });
    if (id === 'LMS.LaunchData') return this.refuse('10.2.1.0-5', 403);
    const wanted = (ask.headers.get('If-Match') ?? '').split(', ');
    const isNew = ask.headers.get('If-None-Match') === '*';
    if (found ? !wanted.includes(found.etag) : !isNew) return new Response('', { status: 412 });
    this.put(id, ask.body);
    return new Response(null, { status: 204 });
  }

  private take(ask: Ask): Response {
    const batch = JSON.parse(ask.body) as Statement[];
    const known = new Set(this.sent().map(({ id }) => id));
    if (batch.some(({ id }) => known.has(id))) return new Response('', { status: 409 });
    for (const statement of batch) {
      const json = statement as unknown as JsonObject;
      const all = this.defined();
      const broken = objection(json, {
        session: this.session,
        registration: this.registration,
        activity: ACTIVITY,
        publisher: PUBLISHER,
        actor: agentKey(ACTOR),
        mode: this.mode,
        masteryScore: this.masteryScore ?? null,
        told: this.told,
        completed: all.includes('completed'),
        passed: all.includes('passed'),
      });
      if (broken !== null) return this.refuse(broken, 403);
      const verb = definedVerb(json);
      if (verb !== null && verb !== 'other') this.told = [...this.told, verb];
      this.arrived.push({ statement, session: this.session });
    }
    return Response.json(batch.map(({ id }) => id));
  }

  private give(ask: Ask): Response {
    const found = this.sent().find(({ id }) => id === ask.query.get('statementId'));
    return found ? Response.json(found) : new Response('', { status: 404 });
  }

  private refuse(reason: string, status: number): Response {
    this.refused.push(reason);
    return new Response(reason, { status });
  }
}
