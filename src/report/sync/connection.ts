/** Requests to an LRS (xAPI 1.0.3) that bear with one that is busy or away for a while, and say plainly what is wrong. */
import { readFile } from 'node:fs/promises';
import { retryAfter } from '../../tracking/xapi/retry-after.js';
import { answerOf, type Sent } from './request.js';

export interface LrsAccess {
  /** With a slash at the end; `statements` follows it. */
  readonly endpoint: string;
  /** A whole `Authorization` header. A secret: it stays in memory. */
  readonly authorization: string;
}

/** The LRS did not do what was asked; the message says what to do about it. */
export class LrsProblem extends Error {
  override readonly name = 'LrsProblem';
  constructor(
    message: string,
    /** 0: no answer at all. */
    readonly status: number,
  ) {
    super(message);
  }
}

/** Where the key is looked for when no file is named. */
export const AUTH_VARIABLE = 'ZEVENTERPEN_LRS_AUTH';

/** @throws LrsProblem when it is no address of an LRS. */
export function readEndpoint(typed: string): string {
  const url = URL.canParse(typed) ? new URL(typed) : null;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:')
    throw new LrsProblem(`'${typed}' is no web address: type --lrs https://lrs.example.nl/xapi/`, 0);
  if (url.username !== '' || url.password !== '')
    throw new LrsProblem(
      'The address must hold no user or password: put them into the file of --auth-file.',
      0,
    );
  const path = url.pathname.replace(/\/(statements)?\/?$/, '');
  return `${url.origin}${path}/`;
}

/**
 * The key, from a file or from the environment: `user:secret`, or a whole header (`Basic ...`, `Bearer ...`).
 * @throws LrsProblem when there is none
 */
export async function readAuthorization(
  file: string | undefined,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  const where = file ?? `the variable ${AUTH_VARIABLE}`;
  const found = file === undefined ? env[AUTH_VARIABLE] : await readFile(file, 'utf8').catch(() => null);
  if (found === undefined)
    throw new LrsProblem(`No key for the LRS: name a file with --auth-file, or set ${AUTH_VARIABLE}.`, 0);
  if (found === null) throw new LrsProblem(`The file ${where} cannot be read.`, 0);
  const text = found.trim();
  if (/^(Basic|Bearer) \S+$/i.test(text)) return text;
  if (/^[^\s:]+:\S+$/.test(text)) return `Basic ${Buffer.from(text).toString('base64')}`;
  throw new LrsProblem(`${where} must hold one line: user:secret.`, 0);
}

export interface AskOptions {
  /** Tries after the first one. */
  readonly retries?: number;
  /** Milliseconds for one answer. */
  readonly timeout?: number;
  readonly pause?: (milliseconds: number) => Promise<void>;
  /** Told before each pause. */
  readonly onWait?: (milliseconds: number, why: string) => void;
  readonly signal?: AbortSignal;
}

export interface Answer {
  readonly bytes: Buffer;
  readonly headers: Headers;
}

const RETRIES = 6;
const TIMEOUT = 60_000;
/** Milliseconds before the first and at most before a later try; each waits twice as long. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 120_000;

/**
 * One request; tried again while there is no answer, or the LRS is busy (429) or fails (5xx), as long as it asks by Retry-After.
 * @throws LrsProblem
 */
export async function ask(
  access: LrsAccess,
  address: string,
  sent: Sent = {},
  options: AskOptions = {},
): Promise<Answer> {
  const { retries = RETRIES, pause = wait } = options;
  for (let tries = 0; ; tries += 1) {
    const { answer, problem, retryAfter } = await once(access, address, sent, options);
    if (answer) return answer;
    const mayPass = problem.status === 0 || problem.status === 429 || problem.status >= 500;
    if (!mayPass || tries >= retries || options.signal?.aborted) throw problem;
    const milliseconds = Math.min(LONGEST_PAUSE, retryAfter ?? FIRST_PAUSE * 2 ** tries);
    options.onWait?.(milliseconds, problem.message);
    await pause(milliseconds);
  }
}

type Outcome =
  | { readonly answer: Answer; readonly problem?: never; readonly retryAfter?: never }
  | { readonly answer?: never; readonly problem: LrsProblem; readonly retryAfter: number | null };

async function once(
  { authorization, endpoint }: LrsAccess,
  address: string,
  sent: Sent,
  { timeout = TIMEOUT, signal }: AskOptions,
): Promise<Outcome> {
  const limit = AbortSignal.timeout(timeout);
  try {
    const { status, headers, bytes } = await answerOf(address, {
      ...sent,
      headers: {
        Authorization: authorization,
        'X-Experience-API-Version': '1.0.3',
        Accept: 'application/json',
        'Accept-Encoding': 'gzip',
        ...(sent.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
    if (status >= 200 && status < 300) return { answer: { bytes, headers } };
    const problem = refusal(status, endpoint, bytes.toString('utf8'));
    return { problem, retryAfter: retryAfter(headers) };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : '';
    const why = cause || (error instanceof Error ? error.message : String(error));
    const problem = new LrsProblem(
      `No answer from ${endpoint} (${why}). Is the address right, and is it up?`,
      0,
    );
    return { problem, retryAfter: null };
  }
}

function refusal(status: number, endpoint: string, text: string): LrsProblem {
  const said = /^\s*</.test(text) ? '' : text.trim().slice(0, 200);
  const tail = said === '' ? '' : ` It said: ${said}`;
  if (status === 401 || status === 403)
    return new LrsProblem(`${endpoint} refuses the key (${status}): check the file of --auth-file.`, status);
  if (status >= 300 && status < 400)
    return new LrsProblem(
      `${endpoint} sends on to another address (${status}): name that one with --lrs, as the key goes to no other.`,
      status,
    );
  if (status === 404 || status === 405)
    return new LrsProblem(`There is no LRS at ${endpoint} (${status}): check --lrs.`, status);
  if (status === 429 || status >= 500)
    return new LrsProblem(`${endpoint} fails or is busy (${status}).${tail}`, status);
  return new LrsProblem(`${endpoint} refused the request (${status}).${tail}`, status);
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, milliseconds);
  });
}
