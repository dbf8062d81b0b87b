/** Answers with a page of the LMS. */
import type { Context } from 'hono';
import { POLICY, type Html } from './layout.js';

export const HEADERS = {
  'Content-Security-Policy': POLICY,
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'same-origin',
};

type Status = 200 | 403 | 404 | 409 | 413 | 422;

/** `policy`: in place of the one that allows nothing from elsewhere. */
export async function show(c: Context, page: Html, status: Status = 200, policy = POLICY): Promise<Response> {
  return c.html(await page, status, { ...HEADERS, 'Content-Security-Policy': policy });
}
