import { defineConfig } from 'vitest/config';
import { SlowestFirst } from './test/slowest-first.js';

// Two projects: `unit` is quick and needs nothing; `e2e` builds packages and plays them in Chromium.
export default defineConfig({
  test: {
    sequence: { sequencer: SlowestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**'],
          environment: 'node',
          // No test leaves anything behind in a module, and loading them anew for each file takes longer than many a test.
          isolate: false,
          // Nobody else works here meanwhile: without this one of two cores stands idle.
          maxWorkers: '100%',
          // They wait for nothing, but a busy machine may take its time over the whole of the content.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/e2e/packages-once.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Each file has its own servers and browser, and waits for them: three at a time fill two cores, with more they only wait
          // for each other.
          maxWorkers: 3,
        },
      },
    ],
  },
});
