/** A process of its own that reads an LRS into facts: `killed.ts FACTS ENDPOINT KEY`. Meant to be killed half-way. */
import { openFacts } from '../../../src/report/facts/facts.js';
import { syncLrs } from '../../../src/report/sync/sync.js';

const [, , store = '', endpoint = '', authorization = ''] = process.argv;
await syncLrs(await openFacts(store), { endpoint, authorization }, { batchBytes: 1 });
