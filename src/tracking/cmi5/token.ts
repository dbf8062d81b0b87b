/** The one-time fetch of the session's token, cmi5 section 8.2. */

export type Fetched =
  | { readonly kind: 'token'; readonly token: string }
  /** `used`: this launch was opened before; `refused`: the LMS will not have it; `unreachable`: no sensible answer. */
  | { readonly kind: 'used' | 'refused' | 'unreachable'; readonly text: string };

const PAUSES_MS = [500, 2_000];

/**
 * Asks again only where no answer came at all: an LMS gives the token once.
 * Error codes (8.2.3): 1 already in use, 2 security, 3 the LMS's own trouble.
 */
export async function fetchToken(
  address: string,
  get: typeof fetch,
  pauses: readonly number[] = PAUSES_MS,
): Promise<Fetched> {
  const options = {
    method: 'POST',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
  } as const;
  for (const pause of [...pauses, null]) {
    try {
      const answer = await get(address, options);
      if (answer.status < 500 || pause === null) return readAnswer(await answer.text(), answer.status);
    } catch (error) {
      if (pause === null) return { kind: 'unreachable', text: String(error) };
    }
    await new Promise((resume) => setTimeout(resume, pause));
  }
  return { kind: 'unreachable', text: '' };
}

function readAnswer(body: string, status: number): Fetched {
  let found: Readonly<Record<string, unknown>> = {};
  try {
    found = Object(JSON.parse(body)) as Record<string, unknown>;
  } catch {
    // Told below: no token in it.
  }
  const token = found['auth-token'];
  if (typeof token === 'string' && token !== '') return { kind: 'token', token };
  const [code, reason] = [word(found['error-code']), word(found['error-text'])];
  const text = `${status} ${code} ${reason}`.trim();
  switch (code) {
    case '1':
      return { kind: 'used', text };
    case '2':
      return { kind: 'refused', text };
    default:
      return { kind: status === 401 || status === 403 ? 'refused' : 'unreachable', text };
  }
}

/** Some LMSs send the code as a number. */
function word(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
