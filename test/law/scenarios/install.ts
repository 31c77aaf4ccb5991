import { absent, known } from '../../../app/core/model/reading.ts';
import type { ServiceDefinition } from '../../../app/core/model/service.ts';
import { makeIdleMac, makeLoopingService } from '../../core/make-machine.ts';
import type { Machine } from '../../core/make-machine.ts';
import { at } from '../../core/make-moment.ts';
import type { Change } from '../../core/make-moment.ts';
import { makeConfig, makeConfigContent } from '../../core/make-running.ts';
import { makeDefinition, makeInstall, makeServiceEnvironment, makeUnloadedService } from '../../core/make-service.ts';
import { makeSnapshot } from '../../core/make-snapshot.ts';

const cellar = '/opt/homebrew/Cellar/node/24.1.0/bin/node';
const nvm = '/Users/alice/.nvm/versions/node/v24.16.0/bin/node';
const otherRoot = '/Users/alice/.nvm/versions/node/v24.16.0/lib/node_modules/openclaw';
const suiting = { path: '/opt/homebrew/bin/node', version: '24.17.0' } as const;

const definedAs = (change: Change<ServiceDefinition>) => known(makeDefinition(change), at);
const withoutNode = definedAs({ nodePath: cellar, nodeExists: false });
const withoutEntry = definedAs({ entryExists: false });
const writtenBy = (version: string) =>
  known(makeConfig({ content: makeConfigContent({ lastTouchedVersion: version }) }), at);
const onPort = (port: number) => known(makeConfig({ content: makeConfigContent({ port }) }), at);

/** Machines on which a file that a gateway needs is gone, wrong or unreadable. */
export const installScenarios = {
  'node-path-gone': [
    {
      name: 'another Node suits',
      snapshot: makeIdleMac(makeLoopingService(), {
        definition: withoutNode,
        install: known(makeInstall({ nodePath: cellar, otherNode: suiting }), at),
      }),
    },
    {
      name: 'the gateway still runs from the deleted file',
      snapshot: makeSnapshot({
        definition: withoutNode,
        install: known(makeInstall({ nodePath: cellar, otherNode: suiting }), at),
      }),
    },
    {
      name: 'the service is switched off beside',
      snapshot: makeIdleMac(makeUnloadedService({ enabled: false }), {
        definition: withoutNode,
        install: known(makeInstall({ nodePath: cellar, otherNode: suiting }), at),
      }),
    },
    {
      name: 'the other Node is too old',
      snapshot: makeIdleMac(makeLoopingService(), {
        definition: withoutNode,
        install: known(makeInstall({ nodePath: cellar, otherNode: { ...suiting, version: '20.1.0' } }), at),
      }),
    },
    {
      name: 'the other Node’s version is not known',
      snapshot: makeIdleMac(makeLoopingService(), {
        definition: withoutNode,
        install: known(makeInstall({ nodePath: cellar, otherNode: { ...suiting, version: null } }), at),
      }),
    },
    { name: 'no other Node', snapshot: makeIdleMac(makeLoopingService(), { definition: withoutNode }) },
    {
      name: 'of a version manager, and another suits',
      snapshot: makeSnapshot({
        definition: definedAs({ nodePath: nvm }),
        install: known(makeInstall({ nodePath: nvm, otherNode: suiting }), at),
      }),
    },
  ],
  'entrypoint-stale': [
    {
      name: 'gone, the command has another package',
      snapshot: makeIdleMac(makeLoopingService(), {
        definition: withoutEntry,
        install: known(makeInstall({ entryPath: `${otherRoot}/openclaw.mjs`, packageRoot: otherRoot }), at),
      }),
    },
    {
      name: 'gone, and the other package is older than the data',
      snapshot: makeIdleMac(makeLoopingService(), {
        definition: withoutEntry,
        install: known(
          makeInstall({ entryPath: `${otherRoot}/openclaw.mjs`, packageRoot: otherRoot, version: '2026.3.13' }),
          at,
        ),
        config: writtenBy('2026.9.6'),
      }),
    },
    {
      name: 'gone, and no command',
      snapshot: makeIdleMac(makeLoopingService(), {
        definition: withoutEntry,
        install: known(makeInstall({ cliPath: null }), at),
      }),
    },
    {
      name: 'the command belongs to another package',
      snapshot: makeSnapshot({ install: known(makeInstall({ cliPackageRoot: otherRoot }), at) }),
    },
  ],
  'port-config-mismatch': [
    { name: 'edited in the configuration', snapshot: makeSnapshot({ config: onPort(19_001) }) },
    {
      name: 'edited in the configuration, and nothing runs',
      snapshot: makeIdleMac(makeUnloadedService(), { config: onPort(19_001) }),
    },
    {
      name: 'and the service’s program is not whole',
      snapshot: makeIdleMac(makeUnloadedService(), { config: onPort(19_001), definition: withoutEntry }),
    },
  ],
  'profile-split': [
    {
      name: 'the service has a configuration of its own',
      snapshot: makeSnapshot({
        definition: definedAs({ environment: makeServiceEnvironment({ configPath: '/etc/claw.json' }) }),
      }),
    },
    {
      name: 'the service was installed for another profile',
      snapshot: makeSnapshot({
        definition: definedAs({ environment: makeServiceEnvironment({ profile: 'work', stateDir: null }) }),
      }),
    },
  ],
  'no-cli': [
    {
      name: 'neither command nor service',
      snapshot: makeIdleMac(makeUnloadedService(), { install: absent(at), definition: absent(at) }),
    },
    {
      name: 'the package was removed under the service',
      snapshot: makeIdleMac(makeUnloadedService(), { install: absent(at) }),
    },
  ],
} as const satisfies Record<string, readonly Machine[]>;
