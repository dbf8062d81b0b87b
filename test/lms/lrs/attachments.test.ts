import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLrs, statement, without, type Client, type Statement } from './client.js';

let lrs: Client;
beforeAll(async () => {
  lrs = await openLrs();
});
afterAll(() => lrs.close());

const MARK = 'grens-42';
const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
/** Every byte there is, line ends and the look of a boundary included. */
const PICTURE = Buffer.concat([
  Buffer.from(Array.from({ length: 256 }, (_one, byte) => byte)),
  Buffer.from('\r\n--grens'),
]);

const about = (bytes: Uint8Array, more: Statement = {}): Statement => ({
  usageType: 'https://x.example/attachments/foto',
  display: { nl: 'foto' },
  contentType: 'image/jpeg',
  length: bytes.length,
  sha2: sha(bytes),
  ...more,
});

interface Part {
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}
const json = (value: unknown): Part => ({
  headers: { 'Content-Type': 'application/json' },
  bytes: Buffer.from(JSON.stringify(value)),
});
const part = (bytes: Uint8Array, headers: Readonly<Record<string, string>> = {}): Part => ({
  headers: {
    'Content-Type': 'image/jpeg',
    'Content-Transfer-Encoding': 'binary',
    'X-Experience-API-Hash': sha(bytes),
    ...headers,
  },
  bytes,
});

function send(
  parts: readonly Part[],
  { type = `multipart/mixed; boundary=${MARK}`, end = `--${MARK}--\r\n` } = {},
): Promise<Response> {
  const chunks = parts.flatMap(({ headers, bytes }) => {
    const lines = Object.entries(headers).map(([key, value]) => `${key}: ${value}\r\n`);
    return [Buffer.from(`--${MARK}\r\n${lines.join('')}\r\n`), bytes, Buffer.from('\r\n')];
  });
  const body = new Uint8Array(Buffer.concat([...chunks, Buffer.from(end)]));
  return lrs.xapi('statements', { method: 'POST', body, headers: { 'Content-Type': type } });
}

describe('attachments', () => {
  it('come along as parts and come back byte for byte (XAPI-00127, XAPI-00167)', async () => {
    const text = Buffer.from('é');
    const sent = statement({ attachments: [about(PICTURE), about(text, { contentType: 'text/plain' })] });
    expect(
      (await send([json([sent]), part(PICTURE), part(text, { 'Content-Type': 'text/plain' })])).status,
    ).toBe(200);

    const reply = await lrs.xapi(`statements?statementId=${String(sent['id'])}&attachments=true`);
    const boundary =
      /^multipart\/mixed; boundary=(\S+)$/.exec(reply.headers.get('Content-Type') ?? '')?.[1] ?? '';
    const [, first = '', second = '', third = ''] = Buffer.from(await reply.arrayBuffer())
      .toString('latin1')
      .split(`--${boundary}`);
    expect(first).toMatch(/^\r\nContent-Type: application\/json\r\n\r\n\{.*\}\r\n$/s);
    expect(first).toContain(sent['id']);
    expect(second).toContain(`X-Experience-API-Hash: ${sha(PICTURE)}`);
    expect(second).toContain('Content-Transfer-Encoding: binary');
    expect(second.slice(second.indexOf('\r\n\r\n') + 4, -2)).toBe(PICTURE.toString('latin1'));
    expect(third).toContain('Content-Type: text/plain');
    expect(third.slice(third.indexOf('\r\n\r\n') + 4, -2)).toBe(text.toString('latin1'));
  });

  it('are left out unless asked for (XAPI-00161)', async () => {
    const sent = statement({ attachments: [about(PICTURE)] });
    await send([json(sent), part(PICTURE)]);
    for (const query of ['', '&attachments=false']) {
      const reply = await lrs.xapi(`statements?statementId=${String(sent['id'])}${query}`);
      expect(reply.headers.get('Content-Type')).toMatch(/^application\/json/);
      expect(await reply.json()).toMatchObject({ attachments: [{ sha2: sha(PICTURE) }] });
    }
  });

  it('are given once for a page of statements that share them', async () => {
    const registration = randomUUID();
    const sent = [1, 2, 3].map(() => statement({ context: { registration }, attachments: [about(PICTURE)] }));
    expect((await send([json(sent), part(PICTURE)])).status).toBe(200);
    const reply = await lrs.xapi(`statements?registration=${registration}&attachments=true`);
    expect((await reply.text()).match(/X-Experience-API-Hash/g)).toHaveLength(1);
  });

  it('may stay elsewhere, behind a fileUrl', async () => {
    const there = about(PICTURE, { fileUrl: 'https://x.example/foto.jpg' });
    expect((await lrs.post(statement({ attachments: [there] }))).status).toBe(200);
  });

  it('may belong to a statement inside a statement', async () => {
    const inner = without(statement({ attachments: [about(PICTURE)] }), 'id');
    const sent = statement({ object: { objectType: 'SubStatement', ...inner } });
    expect((await lrs.post(sent)).status).toBe(400);
    expect((await send([json(sent), part(PICTURE)])).status).toBe(200);
  });

  it('may be told of in a body with words before its first part', async () => {
    const sent = statement({ attachments: [about(PICTURE)] });
    const plain = part(PICTURE);
    const body = Buffer.concat([
      Buffer.from(
        `vooraf\r\n--${MARK}\r\nContent-Type: application/json\r\n\r\n${JSON.stringify(sent)}\r\n--${MARK}\r\n`,
      ),
      Buffer.from(
        Object.entries(plain.headers)
          .map(([key, value]) => `${key}:${value}\r\n`)
          .join(''),
      ),
      Buffer.from('\r\n'),
      PICTURE,
      Buffer.from(`\r\n--${MARK}--`),
    ]);
    const headers = { 'Content-Type': `multipart/mixed; boundary="${MARK}"` };
    const reply = await lrs.xapi('statements', { method: 'POST', body: new Uint8Array(body), headers });
    expect(reply.status).toBe(200);
  });
});

describe('attachments are refused, and nothing is stored,', () => {
  const sent = statement({ attachments: [about(PICTURE)] });
  const other = Buffer.from('iets anders');
  const unencoded = without(part(PICTURE).headers, 'Content-Transfer-Encoding');
  const unhashed = without(part(PICTURE).headers, 'X-Experience-API-Hash');
  const CASES: Readonly<Record<string, () => Promise<Response>>> = {
    'when one did not come along (XAPI-00129)': () => send([json(sent)]),
    'when it is only announced': () => lrs.post(sent),
    'when one is too many (XAPI-00128)': () => send([json(sent), part(PICTURE), part(other)]),
    'when the bytes are others than the hash says': () =>
      send([json(sent), part(other, { 'X-Experience-API-Hash': sha(PICTURE) })]),
    'without a boundary (XAPI-00130)': () => send([json(sent), part(PICTURE)], { type: 'multipart/mixed' }),
    'when the boundary is not in the body (XAPI-00131)': () =>
      send([json(sent), part(PICTURE)], { type: 'multipart/mixed; boundary=anders' }),
    'when the statements do not come first (XAPI-00132)': () => send([part(PICTURE), json(sent)]),
    'without a transfer encoding (XAPI-00133)': () =>
      send([json(sent), { headers: unencoded, bytes: PICTURE }]),
    'in another transfer encoding': () =>
      send([json(sent), part(PICTURE, { 'Content-Transfer-Encoding': 'base64' })]),
    'without a hash (XAPI-00134)': () => send([json(sent), { headers: unhashed, bytes: PICTURE }]),
    'when the body is cut off': () => send([json(sent), part(PICTURE)], { end: '' }),
    'as a form (XAPI-00127)': () =>
      send([json(sent), part(PICTURE)], { type: `multipart/form-data; boundary=${MARK}` }),
  };
  it.each(Object.entries(CASES))('%s', async (_when, request) => {
    expect((await request()).status).toBe(400);
    expect((await lrs.xapi(`statements?statementId=${String(sent['id'])}`)).status).toBe(404);
  });
});

describe('a signed statement', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = (payload: unknown, alg = 'RS256', header: Statement = {}): Buffer => {
    const text = `${encode({ alg, ...header })}.${encode(payload)}`;
    const signature = createSign(`RSA-SHA${alg.slice(2)}`)
      .update(text)
      .sign(privateKey);
    return Buffer.from(`${text}.${signature.toString('base64url')}`);
  };
  const sendSigned = (given: Statement, signature: Buffer, more: Statement = {}): Promise<Response> => {
    const usageType = 'http://adlnet.gov/expapi/attachments/signature';
    const attachment = about(signature, { usageType, contentType: 'application/octet-stream', ...more });
    return send([json({ ...given, attachments: [attachment] }), part(signature)]);
  };

  it('is taken with RS256, RS384 and RS512 (XAPI-00117)', async () => {
    for (const alg of ['RS256', 'RS384', 'RS512']) {
      const given = statement();
      expect((await sendSigned(given, signed(given, alg))).status).toBe(200);
    }
  });

  it('is refused when the signature is none, or of something else (XAPI-00115, XAPI-00116)', async () => {
    const given = statement();
    expect((await sendSigned(given, Buffer.from('a.b.c'))).status).toBe(400);
    expect((await sendSigned(given, signed(given), { contentType: 'text/plain' })).status).toBe(400);
    expect((await sendSigned(given, signed(statement({ result: { success: true } })))).status).toBe(400);
    const text = `${encode({ alg: 'HS256' })}.${encode(given)}.x`;
    expect((await sendSigned(given, Buffer.from(text))).status).toBe(400);
  });

  it('is refused when it names a certificate that did not make it', async () => {
    const given = statement();
    const reply = await sendSigned(given, signed(given, 'RS256', { x5c: ['bm9wZQ=='] }));
    expect(reply.status).toBe(400);
    expect(await reply.text()).toContain('certificate');
  });
});
