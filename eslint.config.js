import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import ts from 'typescript-eslint';

/** A border between folders: what a file may not import, and why. */
const border = (files, patterns) => ({
  files,
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
});
const nothingOf = (folder, message) => ({ group: [`**/${folder}/**`], message });
const zod = { group: ['zod'], message: 'zod stays at build time: take the types with `import type`.' };
// The vocabulary holds plain constants and may travel; everything else of content is build time.
const contentValues = {
  // The vocabulary, and how words of the trade are found in a text: both know nothing of files.
  group: ['**/content/**', '!**/content/vocabulary.js', '!**/content/terms.js'],
  message: 'content is build time: take its types with `import type`.',
  allowTypeImports: true,
};

export default ts.config(
  { ignores: ['dist/', 'node_modules/', '.cache/', '.data/', 'coverage/'] },
  js.configs.recommended,
  ...ts.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['*.mjs', '*.js'] }, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 16],
      'max-params': ['error', 4],
      // A page with these handlers is not kept for the back button, and telephones do not call them: `pagehide` does it all.
      'no-restricted-syntax': ['error', { selector: 'Literal[value=/^(before)?unload$/]', message: 'Use pagehide.' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  { ...lit.configs['flat/recommended'], files: ['src/player/**', 'src/preview/browser/**', 'src/report/page/browser/**'] },
  { ...wc.configs['flat/recommended'], files: ['src/player/**', 'src/preview/browser/**', 'src/report/page/browser/**'] },
  { files: ['src/player/**', 'src/preview/browser/**', 'src/report/page/browser/**'], plugins: { 'lit-a11y': litA11y }, rules: litA11y.configs.recommended.rules },
  border(['src/engine/**'], [
    contentValues,
    zod,
    nothingOf('player', 'the engine knows no page.'),
    nothingOf('tracking', 'the engine knows no LMS.'),
  ]),
  border(['src/player/**'], [contentValues, zod, nothingOf('tracking', 'the player emits commands; app.ts wires tracking.')]),
  border(['src/tracking/**'], [contentValues, zod, nothingOf('player', 'tracking knows no screen.')]),
  border(['src/lms/**'], [nothingOf('player', 'the LMS plays packages, not sources.'), nothingOf('tracking', 'the LMS speaks SCORM and HTTP.'), nothingOf('preview', 'a guest of the LMS.')]),
  border(['src/cmi5/**'], [{ group: ['../**'], message: 'what cmi5 is stands on nothing: build, page and LMS all read it.' }]),
  border(['src/storyboard/**'], [nothingOf('player', 'a storyboard is paper.'), nothingOf('tracking', 'a storyboard is paper.'), nothingOf('lms', 'a storyboard needs no LMS.')]),
  // The preview stands on all that authors write and learners see, and nothing stands on it.
  border(['src/preview/**'], [nothingOf('tracking', 'a preview tracks nothing.'), nothingOf('lms', 'a preview needs no LMS.')]),
  border(['src/preview/browser/**'], [contentValues, zod, nothingOf('tracking', 'a preview tracks nothing.'), nothingOf('lms', 'a preview needs no LMS.'), nothingOf('storyboard', 'the server draws.')]),
  // The report knows what a learner did from statements (or routes, which the engine replays), and reads them as anybody would.
  border(['src/report/**'], [nothingOf('player', 'the report reads statements.'), { group: ['**/lms/**', '!**/tracking/lms/**'], message: 'the report reads any LRS.' }, nothingOf('demo', 'the report knows no demo.'), nothingOf('preview', 'the report reads statements.')]),
  border(['src/demo/**'], [nothingOf('player', 'the demo plays the engine.'), nothingOf('lms', 'the demo speaks to any LRS.')]),
  // Its page is drawn from an edition alone, in the look of the player; it knows nothing of files.
  border(['src/report/page/{view,browser}/**'], [contentValues, zod, nothingOf('tracking', 'the page knows an edition.'), nothingOf('lms', 'the page knows an edition.'), { group: ['node:*'], message: 'this runs in a browser.' }]),
  border(['src/content/**'], [nothingOf('player', 'content is build time.'), nothingOf('tracking', 'content is build time.')]),
  {
    files: ['test/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      'max-lines': 'off',
    },
  },
  {
    files: ['**/*.wtr.ts'],
    rules: {
      // The DOM differ of @open-wc/testing types chai's `equal` as a promise; it is none. Promises of ours must still be awaited.
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', name: 'Equal', package: 'chai' }] },
      ],
    },
  },
  { files: ['**/*.mjs', '**/*.js'], ...ts.configs.disableTypeChecked },
  { files: ['**/*.mjs', 'eslint.config.js'], languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', window: 'readonly' } } },
);
