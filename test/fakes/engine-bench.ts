import './load-lazily.ts';
import type { Picture } from '../../app/core/model/picture.ts';
import type { Environment } from '../../app/core/model/target.ts';
import { createEngine } from '../../app/engine/create-engine.ts';
import type { Engine } from '../../app/engine/engine.ts';
import type { EngineParts, PlanRepair } from '../../app/engine/engine-parts.ts';
import type { GatewayLinkRequest } from '../../app/ports/gateway-link.ts';
import type { HttpResult } from '../../app/ports/http.ts';
import type { Files } from '../../app/ports/files.ts';
import type { ModelLists } from '../../app/ports/model-lists.ts';
import type { Processes } from '../../app/ports/processes.ts';
import type { Programs } from '../../app/ports/programs.ts';
import type { Schemas } from '../../app/ports/schemas.ts';
import { type FakeClock, makeFakeClock } from './fake-clock.ts';
import { type FakeMachine, makeFakeMachine } from './fake-machine.ts';
import { type FakeNotebook, makeFakeNotebook } from './fake-notebook.ts';
import { type FakeJournal, makeFakeJournal } from './fake-journal.ts';
import { type FakeHistory, makeFakeHistory } from './fake-history.ts';
import { makeStrictPorts } from './fake-ports.ts';
import { type FakeStore, makeFakeStore } from './fake-store.ts';
import { type FakeTypedSecrets, makeFakeTypedSecrets } from './fake-typed-secrets.ts';
import { makeScriptedPrograms, type ScriptedCall, type ScriptedPrograms } from './scripted-programs.ts';
import { macEnvironment, macTarget, readAt } from './snapshots.ts';

/** A real engine on a machine made of values; everything the outside world does is in a test's hands. */
export interface EngineBench {
  readonly engine: Engine;
  readonly clock: FakeClock;
  readonly machine: FakeMachine;
  readonly notebook: FakeNotebook;
  readonly programs: ScriptedPrograms;
  readonly journal: FakeJournal;
  readonly store: FakeStore;
  readonly history: FakeHistory;
  readonly typedSecrets: FakeTypedSecrets;
  /** Pids that signal 0 does not find. */
  readonly dead: Set<number>;
  /** Pictures told to a face, oldest first. */
  readonly shown: readonly Picture[];
  readonly errors: readonly unknown[];
  /** Repairs that nobody was asked about, as a face is told of them. */
  readonly automatic: readonly Promise<unknown>[];
  /** What `/healthz` answers. */
  readonly answer: (result: HttpResult) => void;
  readonly pulses: () => number;
  readonly links: readonly LinkRecord[];
  readonly watches: readonly WatchRecord[];
  /** Tells the newest watch of changes. */
  readonly change: (...paths: readonly string[]) => void;
}

export interface LinkRecord {
  readonly request: GatewayLinkRequest;
  isOpen: boolean;
}

export interface WatchRecord {
  readonly paths: readonly string[];
  readonly onChange: (paths: readonly string[]) => void;
  isOpen: boolean;
}

export const live: HttpResult = {
  kind: 'answered',
  httpStatus: 200,
  contentType: 'application/json',
  body: '{"ok":true,"status":"live"}',
  durationMs: 1,
};

export interface EngineScript {
  readonly calls?: readonly ScriptedCall[];
  readonly machine?: FakeMachine;
  /** Files of the machine, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** Kept versions of files, by id. */
  readonly versions?: Readonly<Record<string, string>>;
  /** Keys that were typed, by their tickets. */
  readonly typed?: Readonly<Record<string, string>>;
  /** The environment of this process. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Providers that may be asked. */
  readonly modelLists?: ModelLists;
  readonly planRepair?: PlanRepair;
  readonly processes?: Partial<Processes>;
  /** Repairs without a question are switched on, as long as this says so. */
  readonly isAutomatic?: () => boolean;
  /** Beside the store, which answers for its own files. */
  readonly stat?: Files['stat'];
  /** Instead of the script: how every program ends. */
  readonly programs?: Pick<Programs, 'run' | 'runOpenClaw'>;
  readonly environment?: Partial<Environment>;
  /** Default: the schema of every version is there. */
  readonly schemas?: Partial<Schemas>;
}

export function makeEngineBench(script: EngineScript = {}): EngineBench {
  const clock = makeFakeClock(readAt);
  const machine = script.machine ?? makeFakeMachine();
  const notebook = makeFakeNotebook();
  const programs = makeScriptedPrograms(script.calls ?? []);
  const journal = makeFakeJournal();
  const store = makeFakeStore(script.files);
  const history = makeFakeHistory(script.versions);
  const typedSecrets = makeFakeTypedSecrets(script.typed);
  const outside = makeOutside();
  const dead = new Set<number>();
  const automatic: Promise<unknown>[] = [];
  const { isAutomatic } = script;
  const ports = makeStrictPorts({
    clock,
    notebook,
    programs: { ...programs, ...script.programs },
    databases: { readColumn: async () => ({ kind: 'missing' }) },
    journal,
    store,
    ...outside.ports,
    processes: {
      isAlive: (pid) => !dead.has(pid),
      follow: (pid) => ({ isAlive: () => !dead.has(pid), close: () => undefined }),
      ...script.processes,
    },
    files: { read: store.read, ...(script.stat === undefined ? {} : { stat: script.stat }) },
    history,
    typedSecrets,
    ...(script.modelLists === undefined ? {} : { modelLists: script.modelLists }),
    shell: { variable: (name) => script.variables?.[name] ?? null },
    schemas: script.schemas ?? { find: async () => ({ source: 'shipped', load: async () => ({}) }) },
  });
  const parts: EngineParts = {
    ports,
    environment: { ...macEnvironment, ...script.environment },
    target: macTarget,
    probes: machine.probes,
    self: { pid: 77, face: 'menu-bar' },
    onError: (error) => outside.errors.push(error),
    ...(isAutomatic === undefined ? {} : { automatic: { isOn: isAutomatic, underway: (run) => automatic.push(run) } }),
    ...(script.planRepair === undefined ? {} : { planRepair: script.planRepair }),
  };
  const engine = createEngine(parts);
  const shown: Picture[] = [];
  engine.onPicture((picture) => shown.push(picture));
  const fakes = { clock, machine, notebook, programs, journal, store, history, typedSecrets };
  return { engine, ...fakes, dead, shown, automatic, ...outside };
}

/** Watcher, link and HTTP: what comes to the engine by itself. */
function makeOutside() {
  let healthz: HttpResult = live;
  let pulses = 0;
  const links: LinkRecord[] = [];
  const watches: WatchRecord[] = [];
  const errors: unknown[] = [];
  const ports: Parameters<typeof makeStrictPorts>[0] = {
    http: {
      connect: async () => 'refused',
      async get() {
        pulses += 1;
        return healthz;
      },
    },
    gatewayLink: {
      open(request) {
        const link: LinkRecord = { request, isOpen: true };
        links.push(link);
        return { close: () => void (link.isOpen = false) };
      },
    },
    watcher: {
      watch(paths, onChange) {
        const watch: WatchRecord = { paths, onChange, isOpen: true };
        watches.push(watch);
        return { ready: Promise.resolve(), close: async () => void (watch.isOpen = false) };
      },
    },
  };
  return {
    ports,
    links,
    watches,
    errors,
    pulses: () => pulses,
    answer: (result: HttpResult) => void (healthz = result),
    change: (...paths: readonly string[]) => watches.findLast((watch) => watch.isOpen)?.onChange(paths),
  };
}
