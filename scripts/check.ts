/** `npm run check`: validates the content and proves it. */
import { existsSync } from 'node:fs';
import { fixContent } from '../src/content/fix.js';
import { formatFinding, loadContent, type Content } from '../src/content/index.js';
import { formatCoverage, formatGoals } from '../src/content/check/coverage.js';
import { formatRoutes } from '../src/content/check/routes-text.js';
import { formatSummary } from '../src/content/check/summary.js';
import { formatUpkeep } from '../src/content/check/upkeep.js';
import { routesOf } from '../src/content/proof/routes.js';
import { readPath, replay } from '../src/content/replay/replay.js';
import { hint } from '../src/content/source/suggest.js';
import { exportTexts, importTexts, languageOfFile } from '../src/content/translate/files.js';
import { readCommandLine, runCommand, UsageError, type CommandLine } from './command-line.js';

type Flag = 'json' | 'fix' | 'export' | 'import' | 'replay' | 'proof' | 'goals' | 'due';

interface Outcome {
  readonly content: Content;
  /** Files that were written. */
  readonly changed: readonly string[];
  /** What else there is to say. */
  readonly said?: string;
}

await runCommand(() => {
  const line = readCommandLine<Flag>({
    command: 'run check',
    about:
      'Checks the modules (all, or those named), proves every conversation and says what is wrong, and where.',
    words: '[module-ids]',
    flags: {
      json: { about: 'findings and figures as JSON' },
      fix: {
        about:
          'write missing ids and codes, undo what Word did to dashes and arrows, bring older files up to date',
      },
      export: { about: 'write all texts for a translator; the name tells the language', value: 'en.xliff' },
      replay: { about: 'show a module/conversation along a path that a finding names', value: '"a1, a3"' },
      proof: {
        about:
          'name the paths behind the proof of a module, or of a module/conversation; with --json as JSON',
      },
      goals: { about: 'name every learning goal, with where it is practised or asked' },
      due: {
        about: 'list the facts to look up again by a day (else: by today), and those still unknown',
        value: '2027-01-31',
      },
      import: { about: 'take over the translations in such a file', value: 'en.xliff' },
    },
  });
  if (!line) return 0;
  const path = line.value('replay');
  if (path !== undefined) return showReplay(line, path);
  if (line.has('proof')) return showProof(line);
  const started = performance.now();
  const { content, changed, said } = work(line);
  const { modules, findings, summaries } = content;
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  if (line.has('json')) {
    const { coverage, upkeep } = content;
    console.log(JSON.stringify({ findings, summaries, changed, coverage, upkeep }, null, 2));
    return errors > 0 ? 1 : 0;
  }
  for (const file of changed) console.log(`bijgewerkt: ${file}`);
  if (said === undefined) showCourse(line, content);
  for (const finding of findings) console.log(formatFinding(finding));
  if (said !== undefined) console.log(said);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `${modules.length} module(s) in orde, ${errors} fout(en), ${findings.length - errors} waarschuwing(en) (${seconds} s)`,
  );
  return errors > 0 ? 1 : 0;
});

/** The figures of each simulation, the learning goals, and the facts that age. */
function showCourse(line: CommandLine<Flag>, { summaries, coverage, upkeep }: Content): void {
  for (const summary of summaries) console.log(formatSummary(summary));
  if (coverage.length > 0) console.log(formatCoverage(coverage));
  if (line.has('goals')) console.log(formatGoals(coverage));
  const day = line.value('due') ?? new Date().toISOString().slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new UsageError(`'${day}' is no day. Type --due 2027-01-31.`);
  console.log(formatUpkeep(upkeep, day, line.value('due') !== undefined));
}

/** Prints one conversation along a path; 1 when a step was refused. */
function showReplay({ words, modules }: CommandLine<Flag>, path: string): number {
  const [word = '', ...more] = words;
  const [module = '', unit = '', ...rest] = word.split('/');
  if (module === '' || unit === '' || more.length > 0 || rest.length > 0)
    throw new UsageError('Name one conversation: --replay "a1, zaak Z-2041, a3" welkom/oefengesprek.');
  const { playables, findings } = loadContent(modules, [module]);
  const playable = playables.find((each) => each.unit.id === unit);
  if (!playable) {
    for (const finding of findings.filter(({ severity }) => severity === 'error'))
      console.log(formatFinding(finding));
    const ids = playables.map((each) => each.unit.id);
    console.log(`Het gesprek '${word}' kan niet worden nagespeeld.${hint(unit, ids)}`);
    return 1;
  }
  const { ok, text } = replay(playable, readPath(path));
  console.log(text);
  return ok ? 0 : 1;
}

/** Prints how each ending is reached, and what is best, worst and balanced; 1 when something named was not proved. */
function showProof(line: CommandLine<Flag>): number {
  const wanted = line.words.map((word) => word.split('/'));
  const { modules, findings } = loadContent(line.modules, [
    ...new Set(wanted.map(([module = '']) => module)),
  ]);
  const proved = modules.flatMap(({ id, units, world }) =>
    units.flatMap((unit) => {
      const isWanted =
        wanted.length === 0 || wanted.some(([of, only = unit.id]) => of === id && only === unit.id);
      return unit.kind === 'conversation' && isWanted ? [{ module: id, unit, world }] : [];
    }),
  );
  if (proved.length === 0) {
    for (const finding of findings.filter(({ severity }) => severity === 'error'))
      console.log(formatFinding(finding));
    console.log(`Er is geen bewezen gesprek: ${line.words.join(', ')}`);
    return 1;
  }
  const routes = proved.map((each) => ({ ...each, routes: routesOf(each.unit, each.world) }));
  const json = routes.map(({ module, unit, routes: draws }) => ({
    module,
    unit: unit.id,
    proof: unit.proof,
    draws,
  }));
  console.log(line.has('json') ? JSON.stringify(json, null, 2) : routes.map(formatRoutes).join('\n\n'));
  return 0;
}

function work(line: CommandLine<Flag>): Outcome {
  const to = line.value('export');
  const from = line.value('import');
  if ([line.has('fix'), to !== undefined, from !== undefined].filter(Boolean).length > 1)
    throw new UsageError('--fix, --export and --import go one at a time.');
  if (to !== undefined) return exportTo(line, to);
  if (from !== undefined) return importFrom(line, from);
  if (line.has('fix')) return fixContent(line.modules, line.words);
  return { content: loadContent(line.modules, line.words), changed: [] };
}

function exportTo(line: CommandLine<Flag>, path: string): Outcome {
  const language = languageOfFile(path);
  if (language === null)
    throw new UsageError(`'${path}' names no language to translate to. Type --export en.xliff, or de.xliff.`);
  const content = loadContent(line.modules, line.words);
  const count = exportTexts(content, path, language);
  if (count === null) return { content, changed: [], said: 'Niets geschreven: los eerst de fouten op.' };
  return { content, changed: [path], said: `${count} teksten voor de vertaler staan in ${path}` };
}

function importFrom(line: CommandLine<Flag>, path: string): Outcome {
  if (!existsSync(path)) throw new UsageError(`There is no file '${path}' to import.`);
  const { content, changed, count } = importTexts(line.modules, line.words, path);
  return { content, changed, said: `${count} vertalingen overgenomen uit ${path}` };
}
