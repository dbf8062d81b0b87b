/** multipart/mixed (RFC 2046 5.1) with the headers that xAPI 1.0.3 Communication 1.5.2 asks of each part. */
import { randomBytes } from 'node:crypto';
import { MultipartParseError, parseMultipart, type MultipartPart } from '@remix-run/multipart-parser';
import type { Attachment } from './attachments.js';
import { Refused } from './problem.js';

export interface Mixed {
  /** The JSON of the first part. */
  readonly json: string;
  readonly attachments: readonly Attachment[];
}

/** @throws Refused (400) when it is not whole, or a part is not what xAPI wants. */
export function readMixed(contentType: string, body: Uint8Array): Mixed {
  const boundary = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined) throw new Refused(400, 'multipart/mixed needs a boundary.');
  const [first, ...others] = partsOf(mark, body);
  if (!first || !/^application\/json\b/i.test(first.headers['content-type'] ?? ''))
    throw new Refused(400, 'The first part must hold the statements as application/json.');
  return {
    json: new TextDecoder().decode(first.bytes),
    attachments: others.map(({ headers, bytes }) => {
      if ((headers['content-transfer-encoding'] ?? '').toLowerCase() !== 'binary')
        throw new Refused(400, 'Each attachment needs the header Content-Transfer-Encoding: binary.');
      const sha2 = headers['x-experience-api-hash'];
      if (!sha2) throw new Refused(400, 'Each attachment needs the header X-Experience-API-Hash.');
      return { sha2, type: headers['content-type'] ?? 'application/octet-stream', content: bytes };
    }),
  };
}

function partsOf(boundary: string, body: Uint8Array): MultipartPart[] {
  try {
    // The library knows no preamble; the RFC allows one, and an empty line is common.
    const start = Buffer.from(body.buffer, body.byteOffset, body.length).indexOf(`--${boundary}`);
    const limits = { maxFileSize: body.length, maxTotalSize: body.length };
    return [...parseMultipart(body.subarray(Math.max(0, start)), { boundary, ...limits })];
  } catch (error) {
    if (error instanceof MultipartParseError) throw new Refused(400, `multipart/mixed: ${error.message}.`);
    throw error;
  }
}

export function mixedResponse(json: string, attachments: readonly Attachment[], headers: Headers): Response {
  const boundary = randomBytes(16).toString('hex');
  const chunks: Uint8Array[] = [];
  const say = (...lines: readonly string[]): void => void chunks.push(Buffer.from(lines.join('\r\n')));
  say(`--${boundary}`, 'Content-Type: application/json', '', json, '');
  for (const { sha2, type, content } of attachments) {
    const about = [
      `Content-Type: ${type}`,
      'Content-Transfer-Encoding: binary',
      `X-Experience-API-Hash: ${sha2}`,
    ];
    say(`--${boundary}`, ...about, '', '');
    chunks.push(content);
    say('', '');
  }
  say(`--${boundary}--`, '');
  const all = new Headers(headers);
  all.set('Content-Type', `multipart/mixed; boundary=${boundary}`);
  return new Response(new Uint8Array(Buffer.concat(chunks)), { headers: all });
}
