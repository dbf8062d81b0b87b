/** `npm run storyboard`: modules -> one printable page each, for reviewers without tools. */
import { formatFinding } from '../src/content/index.js';
import { NoRevision } from '../src/storyboard/changes/revision.js';
import { writeStoryboards } from '../src/storyboard/storyboard.js';
import { readCommandLine, runCommand, UsageError } from './command-line.js';

await runCommand(async () => {
  const line = readCommandLine({
    command: 'run storyboard',
    about: 'Writes every module (all, or those named) as one printable page: <module>.html.',
    words: '[module-ids]',
    flags: {
      against: { about: 'also show what changed since this branch, tag or commit', value: 'GITREV' },
      out: { about: 'folder to write to', value: 'DIR', default: 'dist/storyboard' },
    },
  });
  if (!line) return 0;
  const { files, findings } = await writeStoryboards({
    modulesDir: line.modules,
    ids: line.words,
    outDir: line.value('out') ?? 'dist/storyboard',
    against: line.value('against'),
  }).catch((error: unknown) => {
    throw error instanceof NoRevision ? new UsageError(error.message) : error;
  });
  for (const finding of findings) if (finding.severity === 'error') console.log(formatFinding(finding));
  if (files.length === 0) {
    console.error('Nothing was written: mend the errors above first.');
    return 1;
  }
  for (const { path, bytes } of files) console.log(`${path}  ${Math.round(bytes / 1000)} kB`);
  return 0;
});
