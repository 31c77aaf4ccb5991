import { known } from '../../../app/core/model/reading.ts';
import type { Install, PackageDamage } from '../../../app/core/model/install.ts';
import { makeIdleMac, makeLoopingService } from '../../core/make-machine.ts';
import type { Machine } from '../../core/make-machine.ts';
import { at, entryPath, hours, minutes, packageRoot } from '../../core/make-moment.ts';
import type { Change } from '../../core/make-moment.ts';
import { makeConfig, makeConfigContent, makeLog, makeMark, makeMarkers } from '../../core/make-running.ts';
import { makeDefinition, makeInstall, makeUnloadedService } from '../../core/make-service.ts';
import { makeLinuxSnapshot, makeSnapshot } from '../../core/make-snapshot.ts';

const staging = '/opt/homebrew/lib/node_modules/.openclaw-Ab12Cd34';
const newerRoot = '/Users/alice/.npm-global/lib/node_modules/openclaw';
const stateDir = '/Users/alice/.openclaw';

const installed = (change: Change<Install>) => known(makeInstall(change), at);
const damaged = (change: Change<PackageDamage>, install: Change<Install> = {}) =>
  installed({
    damage: {
      root: packageRoot,
      version: '2026.9.6',
      missing: [],
      leftovers: [],
      changedAt: at - 2 * hours,
      ...change,
    },
    ...install,
  });
const written = (version: string) =>
  known(makeConfig({ content: makeConfigContent({ lastTouchedVersion: version }) }), at);
const foreign = { path: `${stateDir}/openclaw.json`, ownerUid: 0, mode: 0o600 };
const withoutEntry = known(makeDefinition({ entryExists: false }), at);
const brewRoot = '/opt/homebrew/Cellar/openclaw/2026.9.6/libexec/lib/node_modules/openclaw';
const pnpmRoot = '/Users/alice/Library/pnpm/global/5/node_modules/openclaw';

/** Machines on which the installed OpenClaw, its Node or its files are not as they should be. */
export const packageScenarios = {
  'update-partial': [
    {
      name: 'npm left half a package',
      snapshot: makeIdleMac(makeLoopingService(), {
        install: damaged({ missing: [entryPath], leftovers: [staging] }),
        definition: withoutEntry,
      }),
    },
    {
      name: 'and nothing is loaded',
      snapshot: makeIdleMac(makeUnloadedService(), {
        install: damaged({ missing: [entryPath], version: null }, { version: null }),
        definition: withoutEntry,
      }),
    },
    {
      name: 'pnpm left half a package',
      snapshot: makeIdleMac(makeUnloadedService(), { install: damaged({ root: pnpmRoot, missing: [pnpmRoot] }) }),
    },
    {
      name: 'Homebrew left half a package',
      snapshot: makeIdleMac(makeUnloadedService(), { install: damaged({ root: brewRoot, missing: [brewRoot] }) }),
    },
    {
      name: 'half a package on Linux',
      snapshot: makeLinuxSnapshot({
        install: damaged({ root: '/usr/lib/node_modules/openclaw', missing: ['/usr/lib/node_modules/openclaw'] }),
      }),
    },
    {
      name: 'something left beside a whole package',
      snapshot: makeSnapshot({ install: damaged({ leftovers: [staging] }) }),
    },
  ],
  'node-version': [
    {
      name: 'too old, and another one suits',
      snapshot: makeIdleMac(makeLoopingService(), {
        install: installed({
          nodeVersion: '22.16.0',
          otherNode: { path: '/opt/homebrew/bin/node', version: '26.1.0' },
        }),
      }),
    },
    {
      name: 'too old, and there is no other',
      snapshot: makeIdleMac(makeUnloadedService(), { install: installed({ nodeVersion: '22.16.0' }) }),
    },
    {
      name: 'the gateway says so, and what would suit is not known',
      snapshot: makeIdleMac(makeLoopingService(), {
        install: installed({
          nodeVersion: null,
          nodeRange: null,
          otherNode: { path: '/opt/homebrew/bin/node', version: null },
        }),
        log: known(makeLog({ marks: [makeMark('node-unsupported', at - minutes)] }), at),
      }),
    },
  ],
  'older-binary': [
    {
      name: 'the command has a newer one',
      snapshot: makeIdleMac(makeLoopingService(), {
        config: written('2026.9.6'),
        install: installed({ version: '2026.7.1', cliPackageRoot: newerRoot, cliVersion: '2026.9.6' }),
      }),
    },
    {
      name: 'it still serves',
      snapshot: makeSnapshot({
        config: written('2026.9.7'),
        install: installed({ cliPackageRoot: newerRoot, cliVersion: '2026.9.7' }),
      }),
    },
    {
      name: 'there is no newer one',
      snapshot: makeIdleMac(makeLoopingService(), {
        config: written('2026.9.7'),
        log: known(makeLog({ marks: [makeMark('older-binary', at - minutes)] }), at),
      }),
    },
  ],
  'stale-chunks': [
    {
      name: 'another version under a running gateway',
      snapshot: makeSnapshot({ install: installed({ version: '2026.9.7', packageWrittenAt: at - hours }) }),
    },
  ],
  'version-skew': [
    { name: 'not restarted after an update', snapshot: makeSnapshot({ install: installed({ version: '2026.9.7' }) }) },
  ],
  ownership: [
    {
      name: 'root owns the configuration',
      snapshot: makeSnapshot({ markers: known(makeMarkers({ foreignFiles: [foreign] }), at) }),
    },
    {
      name: 'and nothing runs',
      snapshot: makeIdleMac(makeLoopingService(), {
        markers: known(makeMarkers({ lock: null, foreignFiles: [foreign] }), at),
      }),
    },
  ],
} as const satisfies Record<string, readonly Machine[]>;
