/** For the bench, in a process of its own as any LRS is: sends the pages in a folder, and prints the port at which it does. */
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

const [, , folder = ''] = process.argv;
const server = createServer((request, response) => {
  const place = Number(new URL(request.url ?? '/', 'http://x').searchParams.get('page') ?? 0);
  response.setHeader('Content-Type', 'application/json');
  createReadStream(join(folder, `${place}.json`), { highWaterMark: 1_000_000 }).pipe(response);
});
server.listen(0, '127.0.0.1', () => {
  console.log((server.address() as AddressInfo).port);
});
