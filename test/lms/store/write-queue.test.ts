import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type Run, type Store } from '../../../src/lms/store/database.js';
import { WriteQueue } from '../../../src/lms/store/write-queue.js';
import { text } from '../../../src/lms/store/rows.js';

/** Says what a connection is told; `fails` makes a statement fail. */
function told(fails: (sql: string) => boolean = () => false): { readonly run: Run; readonly log: string[] } {
  const log: string[] = [];
  const run: Run = (sql) => {
    log.push(sql);
    return fails(sql) ? Promise.reject(new Error(`no ${sql}`)) : Promise.resolve([]);
  };
  return { run, log };
}
const insert = (name: string) => (run: Run) => run(name).then(() => name);

describe('writes', () => {
  it('that wait at the same time share one commit, each with its own answer', async () => {
    const { run, log } = told();
    const queue = new WriteQueue(run);
    expect(await Promise.all(['a', 'b', 'c'].map((name) => queue.add(insert(name))))).toEqual([
      'a',
      'b',
      'c',
    ]);
    expect(log).toEqual(['begin transaction', 'a', 'b', 'c', 'commit']);
  });

  it('that come during a commit go into the next one', async () => {
    const { run, log } = told();
    const queue = new WriteQueue(run);
    const second: Promise<unknown>[] = [];
    await queue.add(async (inside) => {
      second.push(queue.add(insert('b')), queue.add(insert('c')));
      await insert('a')(inside);
    });
    await Promise.all(second);
    expect(log.filter((sql) => sql === 'commit')).toHaveLength(2);
    await queue.idle();
  });

  it('that fail are undone alone; the others are done, in order', async () => {
    const { run, log } = told((sql) => sql === 'b');
    const queue = new WriteQueue(run);
    const done = await Promise.allSettled(['a', 'b', 'c'].map((name) => queue.add(insert(name))));
    expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    const last = log.slice(log.indexOf('rollback') + 1);
    expect(last).toEqual([
      ...['begin transaction', 'a', 'commit'],
      ...['begin transaction', 'b', 'rollback'],
      ...['begin transaction', 'c', 'commit'],
    ]);
  });

  it('are told so when the disk refuses the commit, each of them', async () => {
    const { run } = told((sql) => sql === 'commit');
    const queue = new WriteQueue(run);
    const done = await Promise.allSettled(['a', 'b', 'c'].map((name) => queue.add(insert(name))));
    expect(done.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  });
});

describe('the store', () => {
  let folder: string;
  let store: Store;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zeventerpen-store-'));
    store = await openStore(folder);
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('undoes all of a write that fails half-way, beside others that succeed', async () => {
    const add = (name: string) => store.write((run) => run('insert into settings values ($1, $1)', [name]));
    const failing = store.write(async (run) => {
      await run("insert into settings values ('half', '')");
      throw new Error('toch niet');
    });
    const done = await Promise.allSettled([add('een'), failing, add('een'), add('twee')]);
    expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
    const names = (await store.read('select name from settings order by name')).map((row) =>
      text(row, 'name'),
    );
    expect(names).toEqual(['een', 'twee']);
  });
});
