/** xAPI 1.0.3 Communication 1.3, Alternate Request Syntax: POST /statements?method=PUT with headers and body as form fields. */
import { Refused } from './problem.js';

const HEADERS = [
  'authorization',
  'x-experience-api-version',
  'content-type',
  'if-match',
  'if-none-match',
  'content-length',
];

/** The request that is meant, with its path below `base`, or undefined when this is an ordinary one. */
export async function plainRequest(request: Request, base: string): Promise<Request | undefined> {
  const url = new URL(request.url);
  const method = url.searchParams.get('method');
  if (request.method !== 'POST' || method === null) return undefined;
  if ([...url.searchParams.keys()].length > 1)
    throw new Refused(400, 'With ?method= everything else goes into the form.');
  if (!['GET', 'PUT', 'POST', 'DELETE', 'HEAD'].includes(method)) throw new Refused(400, `method: ${method}`);
  const form = new URLSearchParams(await request.text());
  const headers = new Headers();
  // The form wins; what it leaves out may stand in the real headers. Type and length there are those of the form.
  for (const name of HEADERS.filter((each) => !each.startsWith('content-'))) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  const target = new URL(url.origin + url.pathname.slice(base.length));
  for (const [key, value] of form) {
    if (HEADERS.includes(key.toLowerCase())) headers.set(key, value);
    else if (key !== 'content') target.searchParams.set(key, value);
  }
  headers.delete('Content-Length');
  const content = form.get('content');
  if (content !== null && !headers.has('Content-Type')) headers.set('Content-Type', 'application/json');
  const body = method === 'GET' || method === 'HEAD' ? null : content;
  return new Request(target, { method, headers, body });
}
