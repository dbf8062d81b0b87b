/** An LRS behind `fetch`: checks every statement, keeps each id once, and can be told to fail. */
import type { Statement } from '@xapi/xapi';
import { createRequire } from 'node:module';

type Validate = (statement: unknown, path: string[]) => readonly unknown[];
const { statement: validate } = createRequire(import.meta.url)(
  '@learninglocker/xapi-validation/dist/factory',
) as {
  statement: Validate;
};

/** What the next requests meet instead of a willing LRS. */
export type LrsFault = { readonly status: number; readonly retryAfter?: string } | 'no network';

export class TestLrs {
  readonly statements: Statement[] = [];
  readonly requests: { readonly url: string; readonly init: RequestInit; readonly bytes: number }[] = [];
  readonly faults: LrsFault[] = [];
  /** Statements about this are not taken. */
  refuses: (statement: Statement) => boolean = () => false;
  maxBytes = Infinity;

  readonly fetch = (url: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const body = typeof init.body === 'string' ? init.body : '';
    const address = url instanceof Request ? url.url : url.toString();
    this.requests.push({ url: address, init, bytes: new TextEncoder().encode(body).length });
    const fault = this.faults.shift();
    if (fault === 'no network') return Promise.reject(new TypeError('Failed to fetch'));
    if (fault) {
      const headers = fault.retryAfter === undefined ? {} : { 'Retry-After': fault.retryAfter };
      return Promise.resolve(new Response('busy', { status: fault.status, headers }));
    }
    if (init.method === 'POST') return Promise.resolve(this.take(body));
    const id = new URL(address).searchParams.get('statementId');
    const found = this.statements.find((statement) => statement.id === id);
    return Promise.resolve(found ? Response.json(found) : new Response('', { status: 404 }));
  };

  private take(body: string): Response {
    if (body.length > this.maxBytes) return new Response('too large', { status: 413 });
    const batch = JSON.parse(body) as Statement[];
    const problems = batch.flatMap((statement) => validate(statement, ['statement']));
    if (problems.length > 0) return new Response(JSON.stringify(problems), { status: 400 });
    if (batch.some(this.refuses)) return new Response('refused', { status: 400 });
    const known = new Set(this.statements.map(({ id }) => id));
    if (batch.some(({ id }) => known.has(id))) return new Response('conflict', { status: 409 });
    this.statements.push(...batch);
    return Response.json(batch.map(({ id }) => id));
  }

  verbs(): string[] {
    return this.statements.map(({ verb }) => verb.id.split('/').at(-1) ?? '');
  }

  /** As a person reads it in a statement viewer. */
  sentences(): string[] {
    return this.statements.map(({ verb, object }) => {
      const name = 'definition' in object ? object.definition.name?.['nl-NL'] : undefined;
      return `${String(verb.display?.['nl-NL'])} ${name ?? ''}`;
    });
  }

  about(verb: string, id: string): Statement | undefined {
    return this.statements.find(
      (statement) =>
        statement.verb.id.endsWith(`/${verb}`) &&
        'id' in statement.object &&
        statement.object.id.endsWith(id),
    );
  }
}
