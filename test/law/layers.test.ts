import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot, sourceFiles } from './source-files.ts';

/**
 * Who may import whom, as folders (CONTRIBUTING.md has the same table in words). The linter checks most of it while
 * one types; this test also refuses a folder that nobody wrote a rule for.
 */
const mayImport: Record<string, readonly string[]> = {
  'app/core': ['app/core', 'json5', '@humanwhocodes/momoa', '@cfworker/json-schema', 'zod', 'plist'],
  'app/contract': ['app/contract', 'app/core', 'zod'],
  'app/ports': ['app/ports', 'app/core'],
  'app/platform/macos': ['app/platform/macos', 'app/core', 'app/ports'],
  'app/platform/linux': ['app/platform/linux', 'app/core', 'app/ports'],
  'app/platform/node': [
    'app/platform/node',
    'app/ports',
    'app/core',
    'node:',
    'chokidar',
    'ps-list',
    'ws',
    'atomically',
    'zod',
  ],
  'app/probes': ['app/probes', 'app/core', 'app/ports', 'app/platform/macos', 'app/platform/linux'],
  'app/engine': ['app/engine', 'app/probes', 'app/core', 'app/ports', 'app/platform/macos', 'app/platform/linux'],
  'app/cli': ['app/', 'node:'],
  'app/web': ['app/', 'node:', 'zod'],
  'app/main': ['app/', 'node:', 'electron', 'zod', 'atomically'],
  'app/preload': ['app/contract', 'app/core/model', 'electron'],
  renderer: ['renderer', 'app/contract', 'app/core/model', 'preact'],
};

/** A face may not reach into another face; the command line alone starts the browser panel. */
const mustNotImport: Record<string, readonly string[]> = {
  'app/cli': ['app/main', 'app/preload'],
  'app/web': ['app/main', 'app/preload', 'app/cli'],
  'app/main': ['app/cli', 'app/preload'],
  renderer: ['app/contract/requests.ts'],
};

/** Modules that a file loads at run time; type-only imports vanish and bind nobody. */
function runtimeImports(file: string): readonly string[] {
  const text = readFileSync(path.join(projectRoot, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
  const found = text.matchAll(
    /^\s*(?:import|export)(?!\s+type\b)[^'";]*?from\s+'([^']+)'|import\('([^']+)'\)|^\s*import\s+'([^']+)'/gm,
  );
  return [...found].map((match) => match[1] ?? match[2] ?? match[3] ?? '').map((name) => resolved(file, name));
}

function resolved(file: string, name: string): string {
  return name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name;
}

function folderOf(file: string): string | undefined {
  return Object.keys(mayImport)
    .filter((folder) => file.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0];
}

const starts = (name: string, prefix: string) => name === prefix || name.startsWith(prefix);

test('every source file lives in a folder that has a rule', () => {
  expect(sourceFiles().filter((file) => folderOf(file) === undefined)).toEqual([]);
});

test('no file imports what its folder may not', () => {
  const broken = sourceFiles().flatMap((file) => {
    const folder = folderOf(file) ?? '';
    const allowed = mayImport[folder] ?? [];
    const refused = mustNotImport[folder] ?? [];
    return runtimeImports(file)
      .filter(
        (name) => !allowed.some((prefix) => starts(name, prefix)) || refused.some((prefix) => starts(name, prefix)),
      )
      .map((name) => `${file} imports ${name}`);
  });
  expect(broken).toEqual([]);
});

test('core asks nobody for the time or for chance', () => {
  const impure = sourceFiles()
    .filter((file) => file.startsWith('app/core/'))
    .filter((file) =>
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(/.test(readFileSync(path.join(projectRoot, file), 'utf8')),
    );
  expect(impure).toEqual([]);
});

test('only one file starts programs', () => {
  const starters = sourceFiles().filter((file) =>
    /node:child_process/.test(readFileSync(path.join(projectRoot, file), 'utf8')),
  );
  expect(starters).toEqual(['app/platform/node/run-program.ts']);
});
