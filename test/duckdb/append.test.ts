import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { BIGINT, DuckDBInstance, VARCHAR } from '@duckdb/node-api';
import { expect, it } from 'vitest';
import { append, type Columns } from '../../src/duckdb/append.js';

const COLUMNS: Columns<string> = { id: [VARCHAR, (id) => id], n: [BIGINT, () => 1n] };

it('rows that were refused do not come back in a later transaction, when what held them is collected', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run('create table things (id varchar primary key, n bigint)');
  const add = (...rows: string[]) =>
    append(connection, { schema: 'main', table: 'things', columns: COLUMNS, rows });
  await add('known');
  for (let turn = 0; turn < 5; turn += 1) {
    await connection.run('begin');
    // Not by `rejects`, which holds on to what was thrown.
    const refusal = await add(`beside ${turn}`, 'known').catch(String);
    expect(refusal).toMatch(/primary key/i);
    await connection.run('rollback');
    await connection.run('begin');
    // What holds them is let go of, and then finalized, as the event loop comes round.
    for (let round = 0; round < 8; round += 1) {
      await connection.run('select 1');
      collect();
    }
    await add(`new ${turn}`);
    await connection.run('commit');
  }
  const all = await connection.runAndReadAll('select id from things order by id');
  expect(all.getRowsJS().flat()).toEqual(['known', 'new 0', 'new 1', 'new 2', 'new 3', 'new 4']);
  connection.closeSync();
});
