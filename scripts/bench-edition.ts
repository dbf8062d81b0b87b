/** For the bench, in a process of its own so that memory is what a report asks: makes an edition of a file of facts, and prints what it took. */
import { loadContent } from '../src/content/index.js';
import { makeEdition } from '../src/report/edition/make.js';
import { openFacts } from '../src/report/facts/facts.js';

const [, , file = '', modulesDir = ''] = process.argv;
const { modules } = loadContent(modulesDir);
const facts = await openFacts(file);
const begun = performance.now();
await makeEdition(facts.connection, { modules, k: 10, now: new Date('2026-11-26') });
const seconds = (performance.now() - begun) / 1_000;
facts.close();
console.log(JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1_000 }));
