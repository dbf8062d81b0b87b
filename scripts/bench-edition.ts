/** For the bench, in a process of its own so that memory is what a report asks: makes two editions of a file of facts, and prints what they took. */
import { loadContent } from '../src/content/index.js';
import { makeEdition } from '../src/report/edition/make.js';
import { openFacts } from '../src/report/facts/facts.js';

const [, , file = '', modulesDir = ''] = process.argv;
const { modules } = loadContent(modulesDir);

/** Opened anew each time, as a report does. */
async function secondsOfOne(): Promise<number> {
  const facts = await openFacts(file);
  const begun = performance.now();
  await makeEdition(facts.connection, { modules, k: 10, now: new Date('2026-11-26') });
  const seconds = (performance.now() - begun) / 1_000;
  facts.close();
  return seconds;
}

const seconds = await secondsOfOne();
const again = await secondsOfOne();
console.log(JSON.stringify({ seconds, again, megabytes: process.resourceUsage().maxRSS / 1_000 }));
