/** One HTTP request and the whole of its answer. By Node's own client: of large answers, `fetch` takes twice its computing time. */
import { request as plainRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as safeRequest } from 'node:https';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

/** What a request sends beside its headers. */
export interface Sent {
  readonly method?: 'GET' | 'POST';
  readonly body?: string | Uint8Array;
}

type Request = Sent & Pick<RequestOptions, 'headers' | 'signal'>;

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
}

const unzip = promisify(gunzip);

/**
 * Goes to this address and to no other: an answer that sends elsewhere is an answer like any other.
 * @throws Error when there is no answer, or only part of one
 */
export async function answerOf(address: string, { body, ...options }: Request): Promise<HttpAnswer> {
  const response = await new Promise<IncomingMessage>((done, fail) => {
    const request = address.startsWith('https:') ? safeRequest : plainRequest;
    request(address, options, done).on('error', fail).end(body);
  });
  const chunks: Buffer[] = [];
  for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(response.headersDistinct))
    for (const value of values) headers.append(name, value);
  const isZipped = headers.get('Content-Encoding') === 'gzip';
  return { status: response.statusCode ?? 0, headers, bytes: isZipped ? await unzip(bytes) : bytes };
}
