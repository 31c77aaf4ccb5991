// What is bundled into what. Everything but electron and Node itself goes into the bundles, so that the packaged
// app holds no node_modules and the command line starts without resolving any.
import { builtinModules } from 'node:module';
import path from 'node:path';

export const projectDir = path.dirname(import.meta.dirname);

/** Chromium of Electron 45 is newer; the browser panel must also run in last year's browsers. */
const browserTarget = ['chrome130', 'safari18', 'firefox132'];
const nodeBuiltins = [/^node:/, ...builtinModules];

/** @type {import('vite').InlineConfig} */
const common = { configFile: false, root: projectDir, logLevel: 'warn', publicDir: false };

/**
 * @param {{ entry: string, outDir: string, target: string, external: (string | RegExp)[],
 *   output: import('vite').Rolldown.OutputOptions }} wanted
 * @returns {import('vite').InlineConfig}
 */
function nodeBundle({ entry, outDir, target, external, output }) {
  return {
    ...common,
    ssr: { noExternal: true },
    resolve: { conditions: ['node', 'import', 'module', 'default'] },
    build: {
      outDir,
      ssr: entry,
      target,
      emptyOutDir: true,
      minify: false,
      sourcemap: true,
      rolldownOptions: { external, output },
    },
  };
}

export const bundles = [
  {
    entry: 'app/main/index.ts',
    config: (/** @type {string} */ outDir) =>
      nodeBundle({
        entry: 'app/main/index.ts',
        outDir: path.join(outDir, 'main'),
        target: 'node24',
        external: ['electron', /^electron\//, ...nodeBuiltins],
        output: { format: 'es', entryFileNames: 'index.js', chunkFileNames: '[name].js' },
      }),
  },
  {
    // A sandboxed preload must be one CommonJS file that requires nothing but electron.
    entry: 'app/preload/preload.ts',
    config: (/** @type {string} */ outDir) =>
      nodeBundle({
        entry: 'app/preload/preload.ts',
        outDir: path.join(outDir, 'preload'),
        target: 'chrome140',
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
      }),
  },
  {
    entry: 'app/cli/clawtender.ts',
    config: (/** @type {string} */ outDir) =>
      nodeBundle({
        entry: 'app/cli/clawtender.ts',
        outDir: path.join(outDir, 'cli'),
        target: 'node20',
        external: nodeBuiltins,
        output: {
          format: 'es',
          entryFileNames: 'clawtender.js',
          chunkFileNames: '[name].js',
          banner: (chunk) => (chunk.isEntry ? '#!/usr/bin/env node' : ''),
        },
      }),
  },
  {
    // What `npm start` says before it has started any face.
    entry: 'app/web/start-texts.ts',
    config: (/** @type {string} */ outDir) =>
      nodeBundle({
        entry: 'app/web/start-texts.ts',
        outDir: path.join(outDir, 'start'),
        target: 'node20',
        external: nodeBuiltins,
        output: { format: 'es', entryFileNames: 'start-texts.js' },
      }),
  },
  {
    entry: 'renderer/index.html',
    config: (/** @type {string} */ outDir) => ({
      ...common,
      root: path.join(projectDir, 'renderer'),
      base: './',
      build: {
        outDir: path.join(outDir, 'renderer'),
        emptyOutDir: true,
        target: browserTarget,
        modulePreload: { polyfill: false },
        assetsInlineLimit: 0,
        sourcemap: true,
      },
    }),
  },
];
