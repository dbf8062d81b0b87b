import { afterEach, beforeEach, expect, it } from 'vitest';
import { openFacts } from '../../../src/report/facts/facts.js';
import { catchUp, type StatementFeed } from '../../../src/report/sync/feed.js';
import { linesOf } from '../../../src/demo/lines.js';
import { sendAll } from '../../../src/demo/send.js';
import { fixture } from '../../player/fixtures/module.js';
import { acts, answerAll, seen, start } from '../../tracking/learner.js';
import { openLrs, type Client } from '../../lms/lrs/client.js';
import { rows, tell } from '../facts/told.js';

const talk = [start('u3'), ...acts('u3', 'k2', 'k3', 'a1', 'b1', 'c1', 'k5', 'd1'), seen('u3')];
const first = tell({ module: fixture, commands: talk }).statements;
const second = tell({ module: fixture, commands: answerAll, attempt: 'b'.repeat(32) }).statements;

let client: Client;
beforeEach(async () => {
  client = await openLrs();
});
afterEach(() => client.close());

it('the facts follow the local LRS: each time only what is new', async () => {
  const { endpoint } = client.server.lrs;
  const send = (statements: readonly unknown[]) => {
    const texts = statements.map((one) => JSON.stringify(one));
    return sendAll({ endpoint, authorization: client.auth }, [linesOf(texts)]);
  };
  let asked = 0;
  const feed: StatementFeed = {
    name: 'here',
    after: (place) => {
      asked += 1;
      return client.server.statementsAfter(place);
    },
  };
  const facts = await openFacts();
  expect(await catchUp(facts, feed)).toMatchObject({ read: 0 });
  await send(first);
  expect(await catchUp(facts, feed)).toMatchObject({ read: first.length, ours: first.length });
  await send(second);
  expect(await catchUp(facts, feed)).toMatchObject({ read: second.length, ours: second.length });
  expect(await catchUp(facts, feed)).toMatchObject({ read: 0 });
  expect(asked).toBe(6);
  expect(await rows(facts, 'SELECT count(*)::INT AS n FROM seen')).toEqual([
    { n: first.length + second.length },
  ]);
  facts.close();
});
