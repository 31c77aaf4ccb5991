import { expect, it } from 'vitest';
import type { RawProcess } from '../../app/ports/processes.ts';
import { processesProbe } from '../../app/probes/processes.ts';
import { makeStrictPorts } from '../fakes/fake-ports.ts';
import { makeContext } from './make-context.ts';

const raw = (given: Partial<RawProcess>): RawProcess => ({
  pid: 77529,
  ppid: 1,
  uid: 501,
  startedAt: 1_000,
  name: 'node',
  commandLine: '',
  cpuPercent: 0.3,
  memoryBytes: 90_000_000,
  ...given,
});

async function read(...all: readonly RawProcess[]) {
  const ports = makeStrictPorts({ processes: { list: async () => all } });
  return processesProbe.read({ ...makeContext({}), ports });
}

it('keeps nothing of what others run', async () => {
  const reading = await read(raw({ commandLine: 'psql --password=hunter2 shop', name: 'psql' }));
  expect(reading).toMatchObject({
    status: 'known',
    value: [{ pid: 77529, ppid: 1, uid: 501, startedAt: 1_000, name: 'psql', commandLine: '', role: 'other' }],
  });
});

it('keeps what concerns the gateway, without its secrets', async () => {
  const commandLine = 'node /opt/openclaw/openclaw.mjs gateway --token hunter2 --port 18789';
  expect(await read(raw({ commandLine }))).toMatchObject({
    value: [{ role: 'gateway', commandLine: 'node /opt/openclaw/openclaw.mjs gateway --token *** --port 18789' }],
  });
});

it('hands on what was not told as not told', async () => {
  expect(await read(raw({ ppid: null, uid: null, startedAt: null }))).toMatchObject({
    value: [{ ppid: null, uid: null, startedAt: null }],
  });
});

it('fails when the list fails: no list is not an empty one', async () => {
  const ports = makeStrictPorts({ processes: { list: () => Promise.reject(new Error('Command failed: ps')) } });
  await expect(processesProbe.read({ ...makeContext({}), ports })).rejects.toThrow('Command failed: ps');
});
