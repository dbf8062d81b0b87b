/** `npm run schemas`: writes the JSON Schemas for editors, the guide's table of fields, and the xAPI profile. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { schemaFiles } from '../src/content/schema/schema-files.js';
import { profileFiles } from '../src/tracking/xapi/profile/profile.js';
import { readCommandLine, runCommand } from './command-line.js';

await runCommand(() => {
  const line = readCommandLine({
    command: 'run schemas',
    about:
      'Writes docs/schema/*.schema.json and docs/auteurs/velden.md from src/content/schema, and docs/xapi from src/tracking/xapi.',
    flags: { check: { about: 'write nothing; exit code 1 when a file is out of date' } },
  });
  if (!line) return 0;
  const stale = [...schemaFiles(), ...profileFiles()].filter(({ file, text }) => readText(file) !== text);
  if (line.has('check')) {
    for (const { file } of stale) console.log(`${file} is out of date. Type 'npm run schemas'.`);
    return stale.length > 0 ? 1 : 0;
  }
  for (const { file, text } of stale) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(`written: ${file}`);
  }
  if (stale.length === 0) console.log('Everything is up to date.');
  return 0;
});

/** The text with plain line ends, whatever git made of them; null when there is no such file. */
function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return null;
  }
}
