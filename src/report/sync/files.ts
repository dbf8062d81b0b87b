/** Exports of an LRS into the facts: a statement a line, or one JSON array, or the pages of its API; also gzipped. */
import { createReadStream, type ReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { FactsUnavailable, type Facts } from '../facts/facts.js';
import { addTallies, NOTHING_READ, type Tally } from '../facts/tally.js';
import { Intake } from './intake.js';

/** Enough to see what kind of file it is. */
const HEAD = 4_000;

export interface FilesOptions {
  /** Bytes read of this many. */
  readonly onProgress?: (bytes: number, all: number) => void;
}

/**
 * Reads files; those read before another one fails are kept.
 * @throws FactsUnavailable when a file is missing or none of these
 */
export async function readFiles(
  facts: Facts,
  files: readonly string[],
  { onProgress }: FilesOptions = {},
): Promise<Tally> {
  const sizes = await Promise.all(files.map(sizeOf));
  const all = sizes.reduce((sum, size) => sum + size, 0);
  let tally = NOTHING_READ;
  let done = 0;
  for (const [at, file] of files.entries()) {
    const before = done;
    const found = await readOne(facts, file, (bytes) => onProgress?.(before + bytes, all));
    tally = addTallies(tally, found);
    done += sizes[at] ?? 0;
    onProgress?.(done, all);
  }
  return tally;
}

async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new FactsUnavailable(`There is no file ${file}.`);
  return found.size;
}

async function readOne(facts: Facts, file: string, onBytes: (bytes: number) => void): Promise<Tally> {
  const head = (await headOf(file)).trimStart();
  if (head.startsWith('[')) return facts.add({ query: fromArray(file) });
  if (/^\{\s*"(statements|more)"\s*:/.test(head)) return facts.add({ query: fromPages(file) });
  if (head !== '' && !head.startsWith('{'))
    throw new FactsUnavailable(
      `${file} holds no statements: expected a statement in JSON on each line, or a JSON array of them.`,
    );
  return readLines(facts, file, onBytes);
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const fromArray = (file: string): string =>
  `SELECT json AS doc FROM read_json_objects(${quoted(file)}, format = 'array', maximum_object_size = 100000000)`;

const fromPages = (file: string): string =>
  `SELECT unnest(statements) AS doc FROM read_json(${quoted(file)}, columns = {statements: 'JSON[]'}, format = 'unstructured',
    maximum_object_size = 100000000)`;

async function readLines(facts: Facts, file: string, onBytes: (bytes: number) => void): Promise<Tally> {
  const intake = new Intake(facts);
  let rest: Buffer[] = [];
  const source = createReadStream(file, { highWaterMark: 1_000_000 });
  const take = (lines: Buffer): Promise<void> =>
    intake.take(lines.length, (gathered) => gathered.lines(lines));
  for await (const chunk of bytesOf(file, source)) {
    const end = chunk.lastIndexOf('\n') + 1;
    if (end > 0) {
      await take(Buffer.concat([...rest, chunk.subarray(0, end)]));
      onBytes(source.bytesRead);
      rest = [];
    }
    rest.push(chunk.subarray(end));
  }
  await take(Buffer.concat(rest));
  await intake.settle();
  return intake.tally;
}

const MARK = Buffer.from('\uFEFF');

/** Without the mark that some programs put before a text. */
async function* bytesOf(file: string, source: ReadStream): AsyncGenerator<Buffer> {
  const bytes = file.endsWith('.gz') ? source.pipe(createGunzip()) : source;
  // A broken archive must end the reading, not the process.
  if (bytes !== source) source.on('error', (error) => bytes.destroy(error));
  let isFirst = true;
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    yield isFirst && chunk.subarray(0, MARK.length).equals(MARK) ? chunk.subarray(MARK.length) : chunk;
    isFirst = false;
  }
}

async function headOf(file: string): Promise<string> {
  try {
    for await (const chunk of bytesOf(file, createReadStream(file))) return chunk.toString('utf8', 0, HEAD);
    return '';
  } catch (error) {
    throw new FactsUnavailable(
      `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
