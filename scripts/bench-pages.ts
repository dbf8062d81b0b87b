/** For the bench, in a process of its own as any LRS is: sends the pages in a folder, and prints the port at which it does. */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

const [, , folder = ''] = process.argv;
// Read before it is asked: an LRS of which the disk is slow is not what is measured.
const pages = readdirSync(folder)
  .filter((name) => /^\d+\.json$/.test(name))
  .sort((one, other) => parseInt(one) - parseInt(other))
  .map((name) => readFileSync(join(folder, name)));
const server = createServer((request, response) => {
  const place = Number(new URL(request.url ?? '/', 'http://x').searchParams.get('page') ?? 0);
  response.setHeader('Content-Type', 'application/json');
  response.end(pages[place]);
});
server.listen(0, '127.0.0.1', () => {
  console.log((server.address() as AddressInfo).port);
});
