import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { HistoryFacts } from '../../app/core/model/history.ts';
import { absent, known, type Reading, unknown, valueOf } from '../../app/core/model/reading.ts';
import type { Snapshot } from '../../app/core/model/snapshot.ts';
import { SecretMark } from '../../app/core/model/setting.ts';
import { systemClock } from '../../app/platform/node/clock.ts';
import { nodeFiles } from '../../app/platform/node/files.ts';
import { createHistory } from '../../app/platform/node/history.ts';
import { createSecrets } from '../../app/platform/node/secrets.ts';
import type { ColumnRead } from '../../app/ports/databases.ts';
import type { Files } from '../../app/ports/files.ts';
import type { Ports } from '../../app/ports/index.ts';
import { configProbe } from '../../app/probes/config.ts';
import { historyProbe } from '../../app/probes/history.ts';
import { makeLog, makeProcess, makeReach } from '../core/make-running.ts';
import { makeDefinition, makeInstall } from '../core/make-service.ts';
import { makeSnapshot } from '../core/make-snapshot.ts';
import { readFixture } from '../fixtures/read-fixture.ts';
import { makeStrictPorts } from '../fakes/fake-ports.ts';
import { makeTemporaryFolder } from '../platform/node/temporary-folder.ts';
import { mac } from './make-context.ts';

let home = '';
let machine: Machine;
const inState = (...names: readonly string[]) => path.join(home, '.openclaw', ...names);
const config = () => inState('openclaw.json');

beforeEach(async () => {
  home = await makeTemporaryFolder();
  mkdirSync(inState());
  machine = makeMachine();
});

interface Machine {
  readonly ports: Ports;
  database: ColumnRead;
  readonly selected: string[];
  change: Partial<Snapshot>;
  version: string;
}

/** A real disk, a real history; the rest of the machine is told. */
function makeMachine(): Machine {
  const folder = path.join(home, 'data');
  const selected: string[] = [];
  const made: Machine = {
    database: { kind: 'missing' },
    selected,
    change: {},
    version: '2026.9.6',
    ports: makeStrictPorts({
      files: nodeFiles,
      clock: systemClock,
      history: createHistory({ folder, clock: systemClock }),
      secrets: createSecrets({ folder }),
      databases: {
        async readColumn(where) {
          selected.push(where);
          return made.database;
        },
      },
    }),
  };
  return made;
}

async function look(of: Machine = machine): Promise<HistoryFacts> {
  const { ports, change, version } = of;
  const target = {
    ...makeSnapshot().target,
    stateDir: inState(),
    configPath: config(),
    definitionPath: path.join(home, 'agent.plist'),
  };
  const context = { ports, environment: { ...mac, home }, target, signal: new AbortController().signal };
  const read = await configProbe.read(context, { configPath: config() });
  const wrapper = { script: path.join(home, 'wrap.sh'), envFile: inState('service.env') };
  const environment = { ...makeDefinition().environment, stateDir: null, configPath: null };
  const files = {
    config: read,
    install: known(makeInstall({ version }), Date.now()),
    definition: known(makeDefinition({ path: target.definitionPath, wrapper, environment }), Date.now()),
  };
  const whole = makeSnapshot({ at: Date.now(), target, ...stopped, ...files, ...change });
  const reading: Reading<HistoryFacts> = await historyProbe.read(context, { ...files, whole: Promise.resolve(whole) });
  const facts = valueOf(reading);
  if (facts === undefined) throw new Error(`not known: ${JSON.stringify(reading)}`);
  return facts;
}

const stopped: Partial<Snapshot> = {
  reach: unknown('not-asked', '', 0),
  processes: known([], 0),
  log: absent(0),
};

/** A gateway that has been ready since then. */
function servesSince(startedAt: number): void {
  const uptimeMs = Date.now() - startedAt;
  const ready = { kind: 'json', httpStatus: 200, body: { ready: true, failing: [], uptimeMs }, durationMs: 1 } as const;
  const startup = { kind: 'other', httpStatus: 200, contentType: 'text/html', controlUi: true } as const;
  machine.change = {
    reach: known(makeReach({ ready, startup }), Date.now()),
    processes: known([makeProcess({ startedAt: Math.floor(startedAt / 1000) * 1000 })], Date.now()),
  };
}

function write(file: string, content: string, ageMs = 0): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  const at = (Date.now() - ageMs) / 1000;
  utimesSync(file, at, at);
}

const minute = 60_000;

const auth = (token: string, updatedAtMs: number) =>
  write(
    inState('identity/device-auth.json'),
    JSON.stringify({ deviceId: 'a', tokens: { operator: { token, updatedAtMs } } }),
  );

const record = (sha256: string, argv: readonly string[]) =>
  JSON.stringify({
    event: 'config.write',
    result: 'rename',
    nextHash: sha256,
    argv: ['node', 'openclaw.mjs', ...argv],
  });
const hashOf = () => machine.ports.secrets.sha256(readFileSync(config()));

async function writeTwice(second: () => void): Promise<HistoryFacts> {
  write(config(), '{"gateway":{"port":1}}', minute);
  await look();
  second();
  return look();
}

describe('silent', () => {
  test('nothing there, nothing kept, no fault', async () => {
    expect(await look()).toEqual({
      versions: [],
      inForce: null,
      includesInForce: [],
      lastRan: null,
      previous: null,
      backups: [],
      tokenCopy: null,
      fault: null,
    });
  });

  test('too large, a folder, a dangling link: no version, no fault', async () => {
    writeFileSync(config(), '{}');
    truncateSync(config(), 9_000_000);
    mkdirSync(inState('.env'));
    symlinkSync('nowhere', path.join(home, 'agent.plist'));
    expect(await look()).toMatchObject({ versions: [], fault: null });
    expect(await machine.ports.history.list()).toEqual([]);
  });

  test('an unchanged file is not kept again, by whichever process', async () => {
    write(config(), '{}');
    await look();
    await look();
    await look(makeMachine());
    expect(await machine.ports.history.list()).toHaveLength(1);
  });

  test('a database is not asked while nothing changes', async () => {
    write(config(), '{}');
    await look();
    await look();
    expect(machine.selected).toEqual([]);
  });
});

describe('what is taken', () => {
  test('the configuration with its includes, models, variables, the service', async () => {
    write(config(), '{ $include: "./more.json5", gateway: { port: 1 } }');
    write(inState('more.json5'), '{ tools: { allow: ["exec"] } }');
    write(inState('agents/main/agent/models.json'), '{}');
    write(inState('.env'), 'A_KEY=secret');
    write(inState('service.env'), "export B_KEY='secret'");
    write(path.join(home, 'agent.plist'), readFixture('plist/gateway-2026.9.6.plist'));
    write(inState('devices/paired.json'), '{}');
    await look();
    const kinds = (await machine.ports.history.list()).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual([
      'config',
      'definition',
      'environment-file',
      'include',
      'models',
      'service-environment',
    ]);
  });

  test('on old versions the files of devices, but not each contact', async () => {
    machine.version = '2026.3.13';
    auth('first', 1);
    await look();
    auth('first', 2);
    await look();
    auth('second', 3);
    await look();
    const versions = await machine.ports.history.list();
    expect(versions).toMatchObject([
      {
        kind: 'identity',
        changed: [{ path: 'tokens.operator.token', kind: 'changed' }, { path: 'tokens.operator.updatedAtMs' }],
      },
      { kind: 'identity' },
    ]);
    expect(JSON.stringify(versions)).not.toMatch(/"(?:first|second)"/);
  });

  test('what is behind a link, and the history goes on when a file takes its place', async () => {
    mkdirSync(path.join(home, 'dotfiles'));
    write(path.join(home, 'dotfiles/claw.json'), '{"gateway":{"port":1}}');
    symlinkSync(path.join(home, 'dotfiles/claw.json'), config());
    await look();
    rmSync(config());
    write(config(), '{"gateway":{"port":2}}');
    const { versions } = await look();
    expect(versions).toMatchObject([
      { file: config(), changed: [{ path: 'gateway.port', before: '1', after: '2' }] },
      { by: { kind: 'first-seen' } },
    ]);
  });

  test('a broken text is a version, too', async () => {
    write(config(), '{"gateway":{"port":1}}', minute);
    await look();
    write(config(), '{"gateway":{"port":1', 500);
    const { versions, previous } = await look();
    expect(versions[0]).toMatchObject({ changed: [{ path: '', kind: 'changed' }] });
    expect(previous).toMatchObject({ settings: { gateway: { port: 1 } } });
    write(config(), '{"gateway":{"port":2}}');
    expect((await look()).previous).toMatchObject({ settings: null });
  });

  test('nothing that is secret is in what is told', async () => {
    write(config(), '{"gateway":{"auth":{"token":"first-secret"}}}');
    await look();
    write(config(), '{"gateway":{"auth":{"token":"second-secret"}}}');
    const facts = await look();
    expect(facts.previous?.settings?.['gateway']).toMatchObject({ auth: { token: expect.any(SecretMark) } });
    expect(JSON.stringify(facts)).not.toContain('secret');
    expect(facts.versions[0]?.changed).toMatchObject([
      { path: 'gateway.auth.token', before: expect.stringMatching(/^"••• [0-9a-f]{4}"$/) },
    ]);
  });

  test('a history that cannot be written to is told, and the look goes on', async () => {
    writeFileSync(path.join(home, 'data'), 'a file where the folder belongs');
    write(config(), '{}');
    const facts = await look();
    expect(facts).toMatchObject({ versions: [], fault: expect.stringContaining('history') });
  });
});

describe('who', () => {
  test('an editor or another program', async () => {
    const facts = await writeTwice(() => write(config(), '{ gateway: { port: 2 } }'));
    expect(facts.versions[0]?.by).toEqual({ kind: 'other' });
  });

  test('OpenClaw, by its log', async () => {
    machine.version = '2026.3.13';
    const facts = await writeTwice(() => {
      write(config(), '{"gateway":{"port":2}}');
      mkdirSync(inState('logs'));
      const lines = readFixture('history/config-audit-2026.3.13.jsonl');
      appendFileSync(
        inState('logs/config-audit.jsonl'),
        `${lines}${record(hashOf(), ['config', 'set', 'gateway.auth.token', 'secret'])}\n`,
      );
    });
    expect(facts.versions[0]?.by).toEqual({ kind: 'openclaw', command: 'config set' });
    expect(machine.selected).toEqual([]);
  });

  test('OpenClaw, by its database', async () => {
    const facts = await writeTwice(() => {
      write(config(), '{"gateway":{"port":2}}');
      machine.database = { kind: 'read', values: [record(hashOf(), ['doctor', '--fix', '--yes'])] };
    });
    expect(facts.versions[0]?.by).toEqual({ kind: 'openclaw', command: 'doctor --fix' });
    expect(machine.selected).toEqual([inState('state/openclaw.sqlite')]);
  });

  test('OpenClaw, by a record that comes a moment after its copy', async () => {
    const facts = await writeTwice(() => {
      copyFileSync(config(), `${config()}.bak`);
      write(config(), '{"gateway":{"port":2}}');
      machine.database = { kind: 'read', values: [record('0'.repeat(64), ['onboard'])] };
      setTimeout(() => {
        machine.database = { kind: 'read', values: [record(hashOf(), ['config', 'set'])] };
      }, 100);
    });
    expect(facts.versions[0]?.by).toEqual({ kind: 'openclaw', command: 'config set' });
  });

  test('OpenClaw, by its copy alone where nothing reads its database', async () => {
    machine.database = { kind: 'failed', message: 'sqlite3: missing' };
    const facts = await writeTwice(() => {
      copyFileSync(config(), `${config()}.bak`);
      write(config(), '{"gateway":{"port":2}}');
    });
    expect(facts.versions[0]?.by).toEqual({ kind: 'openclaw', command: null });
    expect(facts.backups).toMatchObject([{ name: 'bak', path: `${config()}.bak` }]);
  });

  test('by hand, soon after OpenClaw: its copy is of something else', async () => {
    machine.database = { kind: 'failed', message: 'sqlite3: missing' };
    const facts = await writeTwice(() => {
      write(`${config()}.bak`, '{"gateway":{"port":0}}');
      write(config(), '{"gateway":{"port":2}}');
    });
    expect(facts.versions[0]?.by).toEqual({ kind: 'other' });
  });

  test('a record that comes later is told later', async () => {
    const first = await writeTwice(() => write(config(), '{ gateway: { port: 2 } }'));
    expect(first.versions[0]?.by).toEqual({ kind: 'other' });
    machine.database = { kind: 'read', values: [record(hashOf(), ['config', 'patch'])] };
    expect((await look()).versions[0]?.by).toEqual({ kind: 'openclaw', command: 'config patch' });
    const asked = machine.selected.length;
    await look();
    expect(machine.selected).toHaveLength(asked);
  });

  test('another manager that runs, and writes like a program', async () => {
    const app = makeProcess({
      role: 'host-app',
      pid: 99,
      startedAt: Date.now() - minute,
      commandLine: '/Applications/ClawX.app/Contents/MacOS/ClawX',
    });
    machine.change = { processes: known([app], 0) };
    const byHand = await writeTwice(() => write(config(), '{ gateway: { port: 2 } }'));
    expect(byHand.versions[0]?.by).toEqual({ kind: 'other' });
    write(config(), JSON.stringify({ gateway: { port: 3 } }, null, 2));
    expect((await look()).versions[0]?.by).toEqual({ kind: 'manager', name: 'ClawX' });
    write(config(), JSON.stringify({ gateway: { port: 4 } }, null, 2), minute);
    expect((await look()).versions[0]?.by).toEqual({ kind: 'other' });
  });

  test('we ourselves, as announced', async () => {
    const facts = await writeTwice(() => write(config(), '{"gateway":{"port":2}}'));
    await machine.ports.history.announce(config(), hashOf(), 'run-7');
    expect((await look()).versions[0]?.by).toEqual({ kind: 'clawtender', runId: 'run-7' });
    expect(facts.versions[0]?.by.kind).toBe('other');
  });
});

describe('what ran', () => {
  test('nothing, as long as no gateway serves', async () => {
    write(config(), '{"gateway":{"port":1}}', 2 * minute);
    expect(await look()).toMatchObject({ inForce: null, lastRan: null, versions: [{ ranAt: null }] });
  });

  test('what was there when it began; not what was changed since', async () => {
    write(config(), '{"gateway":{"port":1}}', 2 * minute);
    servesSince(Date.now() - minute);
    expect(await look()).toMatchObject({ inForce: { settings: { gateway: { port: 1 } } }, lastRan: null });
    write(config(), '{"gateway":{"port":2}}');
    const facts = await look();
    expect(facts).toMatchObject({
      inForce: { settings: { gateway: { port: 1 } } },
      lastRan: { settings: { gateway: { port: 1 } } },
      previous: { settings: { gateway: { port: 1 } } },
      versions: [{ ranAt: null }, { ranAt: expect.any(Number) }],
    });
  });

  test('an older file that was put in its place later is not what it began with', async () => {
    write(config(), '{"gateway":{"port":1}}', 2 * minute);
    servesSince(Date.now() - minute);
    await look();
    write(inState('older.json'), '{"gateway":{"port":0}}', 60 * minute);
    renameSync(inState('older.json'), config());
    expect(await look()).toMatchObject({ inForce: { settings: { gateway: { port: 1 } } } });
  });

  test('what it reloaded since', async () => {
    write(config(), '{"gateway":{"port":1}}', 2 * minute);
    servesSince(Date.now() - minute);
    await look();
    write(config(), '{"cron":{}}');
    const mark = { kind: 'reload-applied', at: Date.now() + 300, line: 'config hot reload applied (cron)' } as const;
    machine.change = { ...machine.change, log: known(makeLog({ marks: [mark] }), 0) };
    expect(await look()).toMatchObject({
      inForce: { settings: { cron: {} } },
      versions: [{ ranAt: expect.any(Number) }, {}],
    });
  });

  test('an included file has a version of its own that is in force', async () => {
    write(config(), '{ $include: "./more.json5" }', 10 * minute);
    write(inState('more.json5'), '{ cron: { enabled: true } }', 10 * minute);
    servesSince(Date.now() - minute);
    await look();
    write(inState('more.json5'), '{ cron: { enabled: false } }');
    const { includesInForce, versions } = await look();
    expect(versions[0]).toMatchObject({ file: inState('more.json5'), changed: [{ path: 'cron.enabled' }] });
    expect(includesInForce).toMatchObject([
      { version: { file: inState('more.json5') }, settings: { cron: { enabled: true } } },
    ]);
  });

  test('it is noted once in its life', async () => {
    write(config(), '{}', 2 * minute);
    servesSince(Date.now() - minute);
    await look();
    const size = readFileSync(path.join(home, 'data/history/index.jsonl'), 'utf8').length;
    await look();
    await look();
    expect(readFileSync(path.join(home, 'data/history/index.jsonl'), 'utf8')).toHaveLength(size);
  });
});

describe('a look at which nothing has changed', () => {
  /** Long after the files were written, so that how they look can be trusted. */
  const later = { ...systemClock, now: () => Date.now() + minute };

  test('reads no file and writes nothing', async () => {
    const reads: string[] = [];
    const files: Files = {
      ...nodeFiles,
      async read(file, options) {
        reads.push(path.basename(file));
        return nodeFiles.read(file, options);
      },
    };
    const quiet: Machine = { ...machine, ports: { ...machine.ports, files, clock: later } };
    write(config(), readFixture('history/openclaw.json'), 2 * minute);
    write(`${config()}.bak`, readFixture('history/openclaw.json.bak'), minute);
    for (const agent of ['main', 'work']) write(inState(`agents/${agent}/agent/models.json`), '{}', minute);
    servesSince(Date.now() - minute);
    quiet.change = machine.change;
    await look(quiet);
    reads.splice(0);
    const written = readFileSync(path.join(home, 'data/history/index.jsonl'), 'utf8').length;
    expect(await look(quiet)).toMatchObject({ inForce: { version: { file: config() } } });
    // The one is the configuration's own probe.
    expect(reads).toEqual(['openclaw.json']);
    expect(readFileSync(path.join(home, 'data/history/index.jsonl'), 'utf8')).toHaveLength(written);
  });
});

test('what is written between the reading of the configuration and this look is not taken for known', async () => {
  write(config(), '{"gateway":{"port":1}}', minute);
  await look();
  const files: Files = {
    ...nodeFiles,
    async read(file, options) {
      const read = await nodeFiles.read(file, options);
      // Once the configuration was read, it is written again.
      if (file === config() && read.kind === 'read' && read.bytes.length === 22)
        write(config(), '{"gateway":{"port":22}}', 5);
      return read;
    },
  };
  const { versions } = await look({ ...machine, ports: { ...machine.ports, files } });
  expect(versions).toMatchObject([{ changed: [{ after: '22' }] }, {}]);
});
