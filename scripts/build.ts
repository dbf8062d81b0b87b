/** `npm run build`: modules -> zips that an LMS takes. */
import { readFile } from 'node:fs/promises';
import { LANGUAGES, type Language } from '../src/content/vocabulary.js';
import { buildPackages } from '../src/packaging/build.js';
import { DEFAULT_TARGETS, TARGETS, isTarget, type Target } from '../src/packaging/target.js';
import { findingLines } from './finding-lines.js';
import { readCommandLine, runCommand, UsageError } from './command-line.js';

const ACTORS = ['pseudonym', 'lms-id', 'attempt'] as const;
const DETAILS = ['score', 'route'] as const;

await runCommand(async () => {
  const line = readCommandLine({
    command: 'run build',
    about: 'Packages the modules (all, or those named) as zips that an LMS takes: <module>-<target>.zip.',
    words: '[module-ids]',
    flags: {
      target: {
        about: `kinds of package, by comma: ${TARGETS.join(', ')}`,
        value: 'LIST',
        default: DEFAULT_TARGETS.join(','),
      },
      lrs: {
        about: 'address of a learning record store, or `launch` when only the launch names it',
        value: 'URL',
      },
      'salt-file': {
        about: "file with the municipality's secret for pseudonyms, the same for all packages of a course",
        value: 'FILE',
      },
      actor: {
        about: `whom statements are about: ${ACTORS.join(', ')}`,
        value: 'KIND',
        default: 'pseudonym',
      },
      detail: {
        about: `what the LMS gets: ${DETAILS.join(' (results only), ')} (answers and routes too)`,
        value: 'KIND',
        default: 'score',
      },
      lang: {
        about: `languages by comma, the first one opens: ${LANGUAGES.join(', ')}; a module has those it was translated to`,
        value: 'LIST',
        default: 'nl',
      },
      out: { about: 'folder to write to', value: 'DIR', default: 'dist/packages' },
    },
  });
  if (!line) return 0;
  const lrs = readLrs(line.value('lrs'));
  const saltFile = line.value('salt-file');
  const salt = saltFile === undefined ? undefined : await readSalt(saltFile);
  const result = await buildPackages({
    modulesDir: line.modules,
    ids: line.words,
    targets: readTargets(line.value('target') ?? ''),
    outDir: line.value('out') ?? 'dist/packages',
    lrs,
    actor: oneOf('actor', ACTORS, line.value('actor')),
    detail: oneOf('detail', DETAILS, line.value('detail')),
    languages: readLanguages(line.value('lang') ?? 'nl'),
    ...(salt === undefined ? {} : { salt }),
    progress: (step) => {
      console.log(step);
    },
  });
  for (const found of findingLines(result.findings)) console.log(found);
  if (result.files.length === 0) {
    console.error('Nothing was built: mend the errors above first.');
    return 1;
  }
  for (const { path, bytes } of result.files) console.log(`${path}  ${Math.round(bytes / 1000)} kB`);
  if (lrs !== 'none' && salt === undefined) {
    console.log(
      'Note: without --salt-file anyone can work out whose pseudonym is whose. Give the municipality a secret of its own.',
    );
  }
  return 0;
});

function readLanguages(list: string): readonly Language[] {
  const words = list.split(',').map((word) => word.trim());
  return [...new Set(words)].map((word) => {
    const language = LANGUAGES.find((one) => one === word);
    if (language) return language;
    throw new UsageError(`--lang knows no ${word}. There are: ${LANGUAGES.join(', ')}.`);
  });
}

function readTargets(list: string): readonly Target[] {
  return list.split(',').map((word) => {
    const target = word.trim();
    if (isTarget(target)) return target;
    throw new UsageError(`--target knows no ${target}. There are: ${TARGETS.join(', ')}.`);
  });
}

function readLrs(value: string | undefined): string {
  if (value === undefined) return 'none';
  if (value === 'launch') return value;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url?.protocol !== 'https:' && url?.hostname !== '127.0.0.1')
    throw new UsageError('--lrs takes an https address, or `launch`.');
  if (url.username || url.password)
    throw new UsageError(
      '--lrs must not hold a user or password: a package can be downloaded by every learner.',
    );
  return url.href;
}

async function readSalt(file: string): Promise<string> {
  const salt = (await readFile(file, 'utf8').catch(() => '')).trim();
  if (salt.length < 16)
    throw new UsageError(`--salt-file: ${file} must hold a secret of at least 16 characters.`);
  return salt;
}

function oneOf<T extends string>(flag: string, known: readonly T[], value: string | undefined): T {
  const found = known.find((each) => each === value);
  if (found === undefined)
    throw new UsageError(`--${flag} knows no ${String(value)}. There are: ${known.join(', ')}.`);
  return found;
}
