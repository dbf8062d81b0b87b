/** `npm run check`: validates the content and proves it. */
import { fixContent } from '../src/content/fix.js';
import { formatFinding, loadContent } from '../src/content/index.js';
import { formatSummary } from '../src/content/check/summary.js';
import { readCommandLine, runCommand } from './command-line.js';

await runCommand(() => {
  const line = readCommandLine({
    command: 'run check',
    about:
      'Checks the modules (all, or those named), proves every conversation and says what is wrong, and where.',
    words: '[module-ids]',
    flags: {
      json: { about: 'findings and figures as JSON' },
      fix: { about: 'write missing ids and codes, undo what Word did to dashes and arrows' },
    },
  });
  if (!line) return 0;
  const started = performance.now();
  const fixed = line.has('fix') ? fixContent(line.modules, line.words) : null;
  const { modules, findings, summaries } = fixed?.content ?? loadContent(line.modules, line.words);
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  if (line.has('json')) {
    console.log(JSON.stringify({ findings, summaries, changed: fixed?.changed ?? [] }, null, 2));
    return errors > 0 ? 1 : 0;
  }
  for (const file of fixed?.changed ?? []) console.log(`bijgewerkt: ${file}`);
  for (const summary of summaries) console.log(formatSummary(summary));
  for (const finding of findings) console.log(formatFinding(finding));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `${modules.length} module(s) in orde, ${errors} fout(en), ${findings.length - errors} waarschuwing(en) (${seconds} s)`,
  );
  return errors > 0 ? 1 : 0;
});
