import { afterEach, describe, expect, test } from 'vitest';
import { parseLaunchctlPrint } from '../../app/core/parse/launchctl-print.ts';
import { parsePrintDisabled } from '../../app/core/parse/print-disabled.ts';
import { readFixture } from '../fixtures/read-fixture.ts';
import { createSimulatedMac, type SimulatedMac } from './create.mjs';
import { eventually, scripts, writeAgent } from './small-jobs.ts';
import type { Flavour } from './types.ts';

const label = 'com.example.job';
const flavours: readonly Flavour[] = ['macos-12', 'macos-15', 'macos-26', 'macos-27'];
let mac: SimulatedMac;
afterEach(() => mac.close());

/** Keys of the job itself, in the order in which they are printed. */
function keysOf(printed: string): readonly string[] {
  return [...printed.matchAll(/^\t([^\t\n=][^=\n]*?) = /gm)].map(([, key = '']) => key);
}

describe.each(flavours)('what %s prints', (flavour) => {
  test('is read by the parsers that read real captures', async () => {
    mac = await createSimulatedMac({ flavour });
    const target = `${mac.domain}/${label}`;
    const read = async () => parseLaunchctlPrint((await mac.launchctl('print', target)).stdout);
    await mac.launchctl('bootstrap', mac.domain, writeAgent(mac, label, scripts.fails, { KeepAlive: true }));
    const failed = await eventually(read, (job) => job?.phase === 'waiting');
    expect(failed).toMatchObject({
      name: target,
      rawPhase: 'spawn scheduled',
      pid: null,
      runs: 1,
      lastExit: { kind: 'code', code: 3, name: null },
      throttleSeconds: 10,
      exitTimeoutSeconds: 5,
      heldBack: null,
    });
    await mac.launchctl('bootout', target);
    await mac.launchctl('bootstrap', mac.domain, writeAgent(mac, label, scripts.runs));
    await mac.launchctl('disable', target);
    expect(await read()).toMatchObject({ phase: 'running', pid: expect.any(Number), lastExit: { kind: 'never' } });
    const { stdout } = await mac.launchctl('print-disabled', mac.domain);
    expect(parsePrintDisabled(stdout, label)).toBe('disabled');
    expect(parsePrintDisabled(stdout, 'com.example.helper')).toBe('unset');
  });
});

test.each([
  ['macos-26', 'launchctl/print-running-macos26-1-bun-keepalive.txt', 'working directory'],
  ['macos-27', 'launchctl/print-running-macos27-1-keepalive.txt', null],
] as const)('%s prints the keys of a real capture, in its order', async (flavour, capture, onlyThere) => {
  mac = await createSimulatedMac({ flavour });
  const log = `${mac.home}/job.log`;
  const keys = { KeepAlive: true, StandardOutPath: log, StandardErrorPath: log, EnvironmentVariables: { PORT: '1' } };
  await mac.launchctl('bootstrap', mac.domain, writeAgent(mac, label, scripts.runs, keys));
  const { stdout } = await mac.launchctl('print', `${mac.domain}/${label}`);
  expect(keysOf(stdout)).toEqual(keysOf(readFixture(capture)).filter((key) => key !== onlyThere));
});
