// The page of a package: app.js (all that a learner needs at once) and chunks that load only when asked for (xAPI).
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import { minifyTemplates } from './scripts/minify-templates.mjs';

/** zod belongs to the build; in the page it would cost 25 kB gzip. */
const noSchemas = {
  name: 'no-schemas-in-the-page',
  generateBundle(options, bundle) {
    for (const chunk of Object.values(bundle)) {
      const strays =
        chunk.type === 'chunk'
          ? chunk.moduleIds.filter((id) =>
              /[\\/]node_modules[\\/]zod[\\/]|[\\/]content[\\/]schema[\\/]/.test(id),
            )
          : [];
      if (strays.length > 0)
        this.error(
          `Schemas reached the page through ${strays.join(', ')}: take their types with \`import type\`.`,
        );
    }
  },
};

/**
 * Nearly all of app.js runs before the overview is there: Chromium compiles it on a thread of its own while it comes, where it
 * compiled each function on the page's thread at its first call. Other browsers read a comment.
 * https://v8.dev/blog/explicit-compile-hints
 */
const compiledOnLoad = {
  name: 'compiled-on-load',
  generateBundle(options, bundle) {
    for (const chunk of Object.values(bundle))
      if (chunk.type === 'chunk' && chunk.isEntry) chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`;
  },
};

export default {
  input: { app: 'src/app.ts' },
  output: {
    dir: 'dist/player',
    format: 'es',
    // Moodle serves .mjs as text/plain: .js only. Hashed chunks so that a failed import can be told from a new version.
    entryFileNames: '[name].js',
    chunkFileNames: 'chunk-[hash].js',
    sourcemap: false,
    compact: true,
  },
  plugins: [
    // @xapi/xapi's `browser` entry is UMD, which cannot be imported by name: its ES module comes first.
    resolve({ mainFields: ['module', 'browser', 'main'], exportConditions: ['production', 'browser'] }),
    minifyTemplates(),
    typescript({
      tsconfig: './tsconfig.json',
      // What the page stands on, and nothing else: all of src took three times as long. A file that is missed does not parse, by name.
      include: ['src/*.ts', 'src/{cmi5,engine,player,tracking}/**/*.ts', 'src/content/*.ts'],
      compilerOptions: {
        noEmit: false,
        sourceMap: false,
        outDir: 'dist/player',
        // Types are checked by `npm test`, once for everything: doing it here too made every build nearly twice as slow.
        noCheck: true,
        // Each file is compiled by itself (isolatedModules): what it imports need not be read for its types.
        noResolve: true,
        types: [],
      },
    }),
    terser({ format: { comments: false }, module: true, ecma: 2022 }),
    noSchemas,
    compiledOnLoad,
  ],
  onwarn(warning, warn) {
    // @xapi/xapi ships axios with a harmless top-level `this`.
    if (warning.code !== 'THIS_IS_UNDEFINED' && warning.code !== 'CIRCULAR_DEPENDENCY') warn(warning);
  },
};
