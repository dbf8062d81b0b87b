import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFacts } from '../../../src/report/facts/facts.js';
import { readFiles } from '../../../src/report/sync/files.js';
import { fixture } from '../../player/fixtures/module.js';
import { answerAll } from '../../tracking/learner.js';
import { tell } from '../facts/told.js';

const { statements } = tell({ module: fixture, commands: answerAll });
const lines = statements.map((one) => JSON.stringify(one)).join('\r\n');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zeventerpen-files-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function put(name: string, content: string | Buffer): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

describe('an export of an LRS', () => {
  it.each([
    ['a statement a line', 'a.ndjson', lines],
    ['with a byte order mark', 'b.ndjson', `\uFEFF${lines}\r\n`],
    ['gzipped', "it's.ndjson.gz", gzipSync(lines)],
    ['an array', 'd.json', JSON.stringify(statements, null, 2)],
    ['an array, gzipped', 'e.json.gz', gzipSync(JSON.stringify(statements))],
    ['a page of the API', 'f.json', JSON.stringify({ statements, more: '' })],
    [
      'pages one after another',
      'g.json',
      JSON.stringify({ more: '/next', statements: statements.slice(0, 4) }, null, 1) +
        JSON.stringify({ more: '', statements: statements.slice(4) }),
    ],
  ])('is read as %s', async (_name, file, content) => {
    const facts = await openFacts();
    expect(await readFiles(facts, [put(file, content)])).toMatchObject({
      ours: statements.length,
      malformed: 0,
    });
    facts.close();
  });

  it('with bytes that are no UTF-8 is read all the same; they are the line in which they stand', async () => {
    const facts = await openFacts();
    const [first = ''] = lines.split('\r\n');
    const bad = Buffer.concat([Buffer.from(`${lines}\n"`), Buffer.from([0xff, 0xc3]), Buffer.from('"\n{')]);
    const worse = Buffer.concat([bad, Buffer.from([0xfe]), Buffer.from(`\n${first}\n`)]);
    expect(await readFiles(facts, [put('i.ndjson', worse)])).toMatchObject({
      ours: statements.length,
      malformed: 2,
      repeated: 1,
    });
    facts.close();
  });

  it('counts lines that are none, and reads the others', async () => {
    const facts = await openFacts();
    const broken = `${lines}\n{"id": "half\nnonsense\n\n`;
    expect(await readFiles(facts, [put('h.ndjson', broken)])).toMatchObject({
      ours: statements.length,
      malformed: 2,
    });
    facts.close();
  });

  it('that is missing, or something else, is named', async () => {
    const facts = await openFacts();
    await expect(readFiles(facts, [join(folder, 'nergens.json')])).rejects.toThrow(/no file .*nergens\.json/);
    await expect(readFiles(facts, [put('i.csv', 'a;b\n1;2\n')])).rejects.toThrow(
      /i\.csv holds no statements/,
    );
    await expect(readFiles(facts, [put('j.json.gz', 'no gzip')])).rejects.toThrow(
      /j\.json\.gz cannot be read/,
    );
    facts.close();
  });
});
