import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { judge } from '../../app/core/judge.ts';
import { emptyMemory } from '../../app/core/model/memory.ts';
import type { Picture } from '../../app/core/model/picture.ts';
import { known, valueOf } from '../../app/core/model/reading.ts';
import { writeIndexLine } from '../../app/core/parse/history-index.ts';
import { deriveTarget } from '../../app/core/target.ts';
import { createEngine } from '../../app/engine/create-engine.ts';
import type { Engine } from '../../app/engine/engine.ts';
import { standardProbes } from '../../app/engine/standard-probes.ts';
import { createPorts } from '../../app/platform/node/create-ports.ts';
import { readEnvironment } from '../../app/platform/node/environment.ts';
import { recordFigure, spread } from './figures.ts';
import { openTerminal } from './terminal-gateway.ts';

const terminal = openTerminal('2026.9.6', 28981);
const configPath = path.join(terminal.home.path, '.openclaw', 'openclaw.json');
let engine: Engine | null = null;
afterAll(async () => {
  await engine?.stop();
  await terminal.home.close();
});

function openParts() {
  const variables = { ...terminal.home.env };
  const environment = readEnvironment({ packaged: false, variables });
  const ports = createPorts({ packaged: false, environment, appVersion: '0', variables });
  return {
    ports,
    environment,
    target: deriveTarget(environment, null),
    probes: standardProbes,
    self: { pid: process.pid, face: 'command-line' },
    onError(error: unknown) {
      throw error;
    },
  } as const;
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const newestOf = ({ snapshot }: Picture) => valueOf(snapshot.history)?.versions[0];

/** In place as some editors save, and by renaming a new file over the old as others do, in turn. */
function save(text: string, round: number): void {
  if (round % 4 < 2) return writeFileSync(configPath, text);
  writeFileSync(`${configPath}.tmp`, text);
  renameSync(`${configPath}.tmp`, configPath);
}

test('configuration saved to a version in a judged picture', async () => {
  await terminal.start();
  const running = createEngine(openParts());
  engine = running;
  await running.start().ready;
  const good = readFileSync(configPath, 'utf8');
  const latencies: number[] = [];
  for (let round = 1; round <= 40; round += 1) {
    const text = good.replace('{', `{\n  "agents": { "defaults": { "timeoutSeconds": ${300 + round} } },`);
    const judged = new Promise<void>((resolve) => {
      const leave = running.onPicture((picture) => {
        if (newestOf(picture)?.sha256 !== hashOf(text)) return;
        leave();
        resolve();
      });
    });
    const savedAt = performance.now();
    save(text, round);
    await judged;
    latencies.push(performance.now() - savedAt);
  }
  await running.stop();
  recordFigure({
    what: 'configuration saved to a new version in a judged picture',
    wanted: 'p95 ≤ 600 ms',
    measured: spread(latencies),
    how: 'a changed setting, in place and by rename; gateway 2026.9.6',
  });
});

test('a look at which nothing has changed', async () => {
  const parts = openParts();
  const context = { ...parts, signal: new AbortController().signal };
  const snapshot = (await createEngine(parts).look()).snapshot;
  const whole = Promise.resolve(snapshot);
  const durations: number[] = [];
  for (let round = 0; round < 50; round += 1) {
    const begun = performance.now();
    await parts.probes.history.read(context, { ...snapshot, whole });
    durations.push(performance.now() - begun);
  }
  recordFigure({
    what: 'the history’s part of a look at which nothing has changed',
    wanted: '≤ 15 ms',
    measured: spread(durations),
    how: 'the probe alone, all other readings given',
  });
});

test('a thousand versions', async () => {
  const durations: number[] = [];
  const parts = openParts();
  const lines = Array.from({ length: 1000 }, (_value, index) => {
    const id = `${(index + 1).toString(36).padStart(9, '0')}-bench`;
    const changed = [{ path: 'gateway.port', kind: 'changed', before: '1', after: '2' }] as const;
    const size = { sizeBytes: 2000, mode: 0o600, at: index };
    const by = { kind: 'other' } as const;
    return writeIndexLine({
      kind: 'version',
      version: { id, file: configPath, kind: 'config', sha256: hashOf(id), by, changed, ...size },
    });
  });
  mkdirSync(parts.ports.history.folder, { recursive: true });
  writeFileSync(path.join(parts.ports.history.folder, 'index.jsonl'), `${lines.join('\n')}\n`);
  for (let round = 0; round < 20; round += 1) {
    const fresh = createEngine(openParts());
    const begun = performance.now();
    const versions = await fresh.history.list();
    durations.push(performance.now() - begun);
    expect(versions.filter(({ origin }) => origin === 'kept')).toHaveLength(1000);
  }
  recordFigure({
    what: '1,000 versions listed',
    wanted: '≤ 100 ms',
    measured: spread(durations),
    how: 'index read anew each time, with OpenClaw’s own copies',
  });
});

const oneMegabyte = 1024 * 1024;

function makeLargeConfig(round: number): string {
  const model = (index: number) => ({ id: `model-${round}-${index}`, name: `Model ${index}`, input: ['text'] });
  const provider = (index: number) => ({
    baseUrl: `http://127.0.0.1:9/${index}/v1`,
    apiKey: `sk-0-neutral-${index}`,
    api: 'openai-completions',
    models: Array.from({ length: 50 }, (_value, each) => model(each)),
  });
  const providers: Record<string, unknown> = {};
  const whole = { ...(JSON.parse(readFileSync(configPath, 'utf8')) as object), models: { providers } };
  for (let index = 0; JSON.stringify(providers).length < oneMegabyte * 0.38; index += 1) {
    providers[`provider-${index}`] = provider(index);
  }
  return `${JSON.stringify(whole, null, 2)}\n`;
}

test('a large configuration', async () => {
  const parts = openParts();
  const context = { ...parts, signal: new AbortController().signal };
  const { snapshot } = await createEngine(parts).look();
  const durations: number[] = [];
  let sizeBytes = 0;
  for (let round = 0; round < 20; round += 1) {
    const text = makeLargeConfig(round);
    sizeBytes = text.length;
    const large = path.join(terminal.home.path, 'large.json');
    writeFileSync(large, text);
    const begun = performance.now();
    const config = await parts.probes.config.read(context, { ...snapshot, configPath: large });
    const validation = await parts.probes.validation.read(context, { config, install: snapshot.install });
    judge({ ...snapshot, config, validation }, emptyMemory);
    durations.push(performance.now() - begun);
    expect(valueOf(config)?.content.kind).toBe('parsed');
    expect(validation).toMatchObject(known({ schemaVersion: '2026.9.6', issues: [] }, expect.any(Number) as number));
  }
  recordFigure({
    what: 'a configuration of 1 MB parsed, validated and judged',
    wanted: '≤ 250 ms',
    measured: `${spread(durations)}, ${(sizeBytes / oneMegabyte).toFixed(1)} MB`,
    how: 'another content each time',
  });
});
