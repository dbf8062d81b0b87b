import { esbuildPlugin } from '@web/dev-server-esbuild';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { defaultReporter } from '@web/test-runner';
import { mkdirSync, writeFileSync } from 'node:fs';
import { chromiumArgs, chromiumPath } from './test/chromium.mjs';

// The package's own policy, plus what the test runner itself needs: its inline bootstrap by nonce, its websocket by 'self'.
const nonce = 'test';
const policy = [
  "default-src 'none'",
  `script-src 'self' 'nonce-${nonce}'`,
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self' ws:",
].join('; ');

/** Leaves the counts for `npm test`. A file that does not load counts as one failure. */
const countReporter = {
  onTestRunFinished({ sessions }) {
    const count = { passed: 0, failed: 0 };
    const visit = (suite) => {
      for (const test of suite.tests) if (!test.skipped) count[test.passed ? 'passed' : 'failed'] += 1;
      for (const inner of suite.suites) visit(inner);
    };
    for (const session of sessions) {
      if (session.testResults) visit(session.testResults);
      if (session.errors.length > 0) count.failed += 1;
    }
    mkdirSync('dist/test', { recursive: true });
    writeFileSync('dist/test/component.json', JSON.stringify(count));
  },
};

export default {
  files: ['test/**/*.wtr.ts'],
  nodeResolve: { exportConditions: ['production', 'default'] },
  concurrency: 1,
  plugins: [esbuildPlugin({ ts: true, tsconfig: 'tsconfig.json', target: 'es2022' })],
  browsers: [
    playwrightLauncher({
      product: 'chromium',
      launchOptions: { executablePath: chromiumPath(), args: chromiumArgs },
    }),
  ],
  reporters: [defaultReporter({ reportTestProgress: false }), countReporter],
  // A file with every channel takes its time on a busy machine.
  testsFinishTimeout: 300_000,
  testFramework: { config: { timeout: 40_000 } },
  testRunnerHtml: (framework) => `<!doctype html>
<html lang="nl">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <title>Zeventerpen: proef</title>
    <link rel="stylesheet" href="/src/player/ui/theme.css">
    <script nonce="${nonce}">
      window.cspViolations = [];
      document.addEventListener('securitypolicyviolation', (event) => window.cspViolations.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sourceFile + ':' + event.lineNumber));
    </script>
  </head>
  <body>
    <script type="module" nonce="${nonce}" src="${framework}"></script>
  </body>
</html>`,
};
