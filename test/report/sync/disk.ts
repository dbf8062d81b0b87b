/** A process of its own that reads one file into facts: `disk.ts FACTS FILE`. Says what it read, or what is wrong. */
import { openFacts } from '../../../src/report/facts/facts.js';
import { readFiles } from '../../../src/report/sync/files.js';

const [, , store = '', file = ''] = process.argv;
try {
  const facts = await openFacts(store);
  const { ours } = await readFiles(facts, [file]);
  console.log(`ours ${ours}`);
  facts.close();
} catch (error) {
  console.log(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
