import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { known } from '../../../app/core/model/reading.ts';
import type { RepairStep } from '../../../app/core/model/repair.ts';
import { makePlan } from './make-plan.ts';
import { createEngine } from '../../../app/engine/create-engine.ts';
import type { Engine } from '../../../app/engine/engine.ts';
import { systemClock } from '../../../app/platform/node/clock.ts';
import { nodeFiles } from '../../../app/platform/node/files.ts';
import { createJournal } from '../../../app/platform/node/journal.ts';
import { createNotebook } from '../../../app/platform/node/notebook.ts';
import { createSecrets } from '../../../app/platform/node/secrets.ts';
import { createStore } from '../../../app/platform/node/store.ts';
import type { Processes } from '../../../app/ports/processes.ts';
import { makeFakeHistory } from '../../fakes/fake-history.ts';
import { makeFakeMachine } from '../../fakes/fake-machine.ts';
import { makeInstantClock } from '../../fakes/instant-clock.ts';
import { makeStrictPorts } from '../../fakes/fake-ports.ts';
import { success } from '../../fakes/scripted-programs.ts';
import { macEnvironment, macTarget, makeService, notLoaded, readAt } from '../../fakes/snapshots.ts';

/** A home with real files, and an engine over the real journal, store and lock; only programs and probes are made up. */
export interface CrashWorld {
  readonly engine: Engine;
  readonly steps: readonly RepairStep[];
}

/** Told at each moment at which a crash would find the machine in another state. */
export type Moment = (what: string) => void;

const at = (root: string, name: string) => path.join(root, 'home', name);

/** Files as a person has them before anything happens; nothing else may be there after an undo. */
export function writeHome(root: string): void {
  mkdirSync(at(root, 'agents'), { recursive: true });
  writeFileSync(at(root, 'config.json'), '{ "gateway": { "port": 18789 } } // mine\n', { mode: 0o644 });
  writeFileSync(at(root, 'agents/gateway.plist'), '<plist>old</plist>\n', { mode: 0o640 });
  writeFileSync(at(root, '.env'), '# mine\nKEY=1\nOPENCLAW_GATEWAY_TOKEN="a\nb"\n', { mode: 0o600 });
  writeFileSync(at(root, 'agents/second.plist'), Buffer.from([0, 255, 1, 254, 10]), { mode: 0o600 });
}

/** Every file and folder below: its mode and bytes. */
export function readHome(root: string): Readonly<Record<string, string>> {
  const home = path.join(root, 'home');
  const names = readdirSync(home, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    names.map((name) => {
      const file = path.join(home, name);
      const stats = statSync(file);
      const mode = (stats.mode & 0o7777).toString(8);
      return [name, stats.isDirectory() ? `folder ${mode}` : `${mode} ${readFileSync(file).toString('hex')}`];
    }),
  );
}

export function planSteps(root: string): readonly RepairStep[] {
  const [config, plist, environment] = [at(root, 'config.json'), at(root, 'agents/gateway.plist'), at(root, 'new.env')];
  const [nodePath, entryPath] = ['/opt/node', '/opt/openclaw/dist/index.js'];
  return [
    { kind: 'keep-copy', paths: [config, plist, environment] },
    { kind: 'run-openclaw', command: 'gateway-install-force', nodePath, entryPath },
    { kind: 'move-aside', path: at(root, 'agents/second.plist'), why: 'second-supervisor' },
    { kind: 'set-file-mode', path: config, mode: 0o600 },
    { kind: 'create-folder', path: at(root, 'logs'), mode: 0o700 },
    { kind: 'edit-config', path: config, edits: [{ op: 'set', path: ['gateway', 'port'], value: 18790 }] },
    { kind: 'restore-version', path: plist, source: { kind: 'version', id: 'v1' } },
    { kind: 'remove-env-line', path: at(root, '.env'), names: ['OPENCLAW_GATEWAY_TOKEN'] },
    { kind: 'set-env-line', path: at(root, 'made.env'), name: 'ARK', from: { kind: 'variable', name: 'ARK' } },
    { kind: 'enable-service', serviceTarget: macTarget.serviceTarget },
  ];
}

/** Whether a step's change is on the disk; a step that leaves none there is not asked about. */
export const effects: readonly (((root: string) => boolean) | null)[] = [
  null,
  (root) => readFileSync(at(root, 'agents/gateway.plist'), 'utf8').includes('new'),
  (root) => !readdirSync(at(root, 'agents')).includes('second.plist'),
  (root) => (statSync(at(root, 'config.json')).mode & 0o777) === 0o600,
  (root) => readdirSync(path.join(root, 'home')).includes('logs'),
  (root) => readFileSync(at(root, 'config.json'), 'utf8').includes('18790'),
  (root) => readFileSync(at(root, 'agents/gateway.plist'), 'utf8').includes('former'),
  (root) => readFileSync(at(root, '.env'), 'utf8') === '# mine\nKEY=1\n',
  (root) => readdirSync(path.join(root, 'home')).includes('made.env'),
  null,
];

export function makeCrashWorld(root: string, moment: Moment): CrashWorld {
  const folder = path.join(root, 'data');
  const clock = makeInstantClock(systemClock.now());
  const processes = makeOwnProcesses();
  const steps = planSteps(root);
  const machine = makeFakeMachine({ service: known(makeService({ ...notLoaded, enabled: false }), readAt) });
  const ports = makeStrictPorts({
    clock,
    processes,
    files: nodeFiles,
    notebook: createNotebook({ folder, files: nodeFiles, processes }),
    journal: createJournal({ folder, files: nodeFiles }),
    store: createStore({ folder, clock }),
    secrets: createSecrets({ folder }),
    shell: { variable: () => 'sk-1' },
    schemas: { find: async () => null },
    history: makeFakeHistory({ v1: '<plist>new former</plist>\n' }),
    programs: {
      describe: ({ tool, args }) => [tool, ...args].join(' '),
      run: async () => success,
      async runOpenClaw() {
        moment('the installation begins');
        writeFileSync(at(root, 'new.env'), 'export KEY=1\n', { mode: 0o600 });
        moment('the installation is half done');
        writeFileSync(at(root, 'agents/gateway.plist'), '<plist>new</plist>\n', { mode: 0o600 });
        writeFileSync(at(root, 'config.json'), '{}\n');
        moment('the installation is done');
        return success;
      },
    },
  });
  const engine = createEngine({
    ports,
    environment: macEnvironment,
    target: macTarget,
    probes: machine.probes,
    self: { pid: process.pid, face: 'command-line' },
    planRepair: (finding) => makePlan({ findingId: finding.id, code: finding.code, steps }),
    onError: (error) => {
      throw error;
    },
  });
  return { engine, steps };
}

const never = () => {
  throw new Error('no process is listed or ended here');
};

/** The lock asks only whether its holder lives. */
function makeOwnProcesses(): Processes {
  return {
    list: never,
    terminate: never,
    kill: never,
    follow: never,
    isAlive(pid) {
      try {
        return process.kill(pid, 0);
      } catch {
        return false;
      }
    },
    identify: async () => null,
  };
}
