/** `npm run build`: modules -> zips that an LMS takes. */
import { LANGUAGES, type Language } from '../src/content/vocabulary.js';
import { buildPackages } from '../src/packaging/build.js';
import { DEFAULT_TARGETS, TARGETS, isTarget, type Target } from '../src/packaging/target.js';
import { findingLines } from './finding-lines.js';
import { LRS_FLAGS, readLrsOptions } from './lrs-options.js';
import { readTheme, THEME_FLAGS } from './theme-options.js';
import { readCommandLine, runCommand, UsageError } from './command-line.js';

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
      ...THEME_FLAGS,
      ...LRS_FLAGS,
      detail: {
        about: `what the LMS gets: ${DETAILS.join(' (results only), ')} (answers and routes too)`,
        value: 'KIND',
        default: 'score',
      },
      'help-desk': {
        about: "whom 'Hulp' names for questions; without it: the administrator of the learning environment",
        value: 'TEXT',
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
  const { warnings, ...lrs } = await readLrsOptions((flag) => line.value(flag));
  const theme = await readTheme((flag) => line.value(flag));
  for (const told of theme?.report ?? []) console.log(told);
  const result = await buildPackages({
    theme,
    modulesDir: line.modules,
    ids: line.words,
    targets: readTargets(line.value('target') ?? ''),
    outDir: line.value('out') ?? 'dist/packages',
    ...lrs,
    helpDesk: line.value('help-desk') ?? '',
    detail: oneOf('detail', DETAILS, line.value('detail')),
    languages: readLanguages(line.value('lang') ?? 'nl'),
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
  for (const warning of warnings) console.log(warning);
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

function oneOf<T extends string>(flag: string, known: readonly T[], value: string | undefined): T {
  const found = known.find((each) => each === value);
  if (found === undefined)
    throw new UsageError(`--${flag} knows no ${String(value)}. There are: ${known.join(', ')}.`);
  return found;
}
