/** A small LRS that keeps statements in memory and misbehaves on demand. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Stored {
  readonly stored: string;
  readonly [key: string]: unknown;
}

export type Fault = (request: IncomingMessage, response: ServerResponse, nth: number) => boolean;

export interface TestLrs {
  readonly access: { readonly endpoint: string; readonly authorization: string };
  readonly statements: Stored[];
  /** Query of each request, in order. */
  readonly asked: URLSearchParams[];
  /** True: it has answered. `nth`: 1 = first request. */
  fault: Fault;
  consistentThrough: string;
  close(): Promise<void>;
}

export const KEY = `Basic ${Buffer.from('lezer:geheim').toString('base64')}`;

/** `page`: statements in a page at most. */
export async function openLrs(page = 10): Promise<TestLrs> {
  const asked: URLSearchParams[] = [];
  const statements: Stored[] = [];
  const server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://x');
    asked.push(url.searchParams);
    if (lrs.fault(request, response, asked.length)) return;
    if (request.headers.authorization !== KEY) return void response.writeHead(401).end('no');
    if (url.pathname !== '/xapi/statements')
      return void response.writeHead(404).end('<html>nothing here</html>');
    if (request.headers['x-experience-api-version'] !== '1.0.3')
      return void response.writeHead(400).end('version');
    const since = url.searchParams.get('since') ?? '';
    const from = Number(url.searchParams.get('from') ?? 0);
    const found = statements
      .filter(({ stored }) => stored > since)
      .sort((a, b) => (a.stored < b.stored ? -1 : 1));
    const more = found.length > from + page ? `/xapi/statements?since=${since}&from=${from + page}` : '';
    response.setHeader('X-Experience-API-Consistent-Through', lrs.consistentThrough);
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ statements: found.slice(from, from + page), more }));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const lrs: TestLrs = {
    access: { endpoint: `http://127.0.0.1:${port}/xapi/`, authorization: KEY },
    statements,
    asked,
    fault: () => false,
    consistentThrough: '2026-11-01T00:00:00.000Z',
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
  return lrs;
}
