/** Proofs kept by what they follow from: the script, the world and the code that proves. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { World } from '../module.js';
import { prove, type ProofResult } from '../proof/prove.js';
import type { Unproved } from '../compile/conversation.js';
import { canonical } from '../canonical.js';

/** Enough for every conversation of the course in some versions. */
const MOST_FILES = 300;

/** Proves, or takes the proof that an earlier run kept in `folder`; null = do not keep. A cache that fails is no failure. */
export function proveOnce(unit: Unproved, world: World, folder: string | null): ProofResult {
  // What is hashed is what is proved, so that nothing a proof looks at can be forgotten in its key.
  const script = withoutWords(unit);
  const around: World = { ...world, customers: [], cases: [], articles: [] };
  if (folder === null) return prove(script, around);
  const file = join(folder, `${keyOf(script, around)}.json`);
  const kept = readKept(file);
  if (kept) return kept;
  const result = prove(script, around);
  keep(folder, file, result);
  return result;
}

const WORDS: ReadonlySet<string> = new Set([
  ...['title', 'card', 'moment', 'question', 'behindQuestion', 'verdict'],
  ...['text', 'mood', 'feedback', 'coach', 'temptation', 'rule', 'label', 'reply'],
]);

/** The same script with nothing said in it: another word needs no other proof. */
const withoutWords = (unit: Unproved): Unproved =>
  JSON.parse(
    JSON.stringify(unit, (key, value: unknown) => (WORDS.has(key) && typeof value === 'string' ? '' : value)),
  ) as Unproved;

function keyOf(unit: Unproved, world: World): string {
  return createHash('sha256')
    .update(codeVersion())
    .update(canonical([unit, world]))
    .digest('hex')
    .slice(0, 40);
}

let version: string | undefined;

/** Hash of the code that a proof follows from, so that a better prover is believed at once. */
function codeVersion(): string {
  if (version !== undefined) return version;
  const hash = createHash('sha256');
  for (const folder of ['../proof/', '../../engine/', '../../engine/conversation/']) {
    const path = fileURLToPath(new URL(folder, import.meta.url));
    for (const name of readdirSync(path).sort())
      if (name.endsWith('.ts')) hash.update(readFileSync(join(path, name)));
  }
  version = hash.digest('hex');
  return version;
}

function readKept(file: string): ProofResult | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ProofResult;
  } catch {
    return null;
  }
}

function keep(folder: string, file: string, result: ProofResult): void {
  try {
    mkdirSync(folder, { recursive: true });
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, JSON.stringify(result));
    renameSync(draft, file);
    const files = readdirSync(folder).map((name) => join(folder, name));
    if (files.length <= MOST_FILES) return;
    const byAge = files.map((path) => ({ path, age: statSync(path).mtimeMs })).sort((a, b) => a.age - b.age);
    for (const { path } of byAge.slice(0, files.length - MOST_FILES)) rmSync(path, { force: true });
  } catch {
    // Nothing kept: the next run proves again.
  }
}
