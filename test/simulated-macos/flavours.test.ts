import { afterEach, describe, expect, test } from 'vitest';
import { createSimulatedMac, type SimulatedMac } from './create.mjs';
import { printedValue, scripts, writeAgent } from './small-jobs.ts';
import type { Flavour } from './types.ts';

const label = 'com.example.job';
let mac: SimulatedMac | undefined;
afterEach(() => mac?.close());

async function createWithDisabledJob(flavour: Flavour): Promise<SimulatedMac> {
  mac = await createSimulatedMac({ flavour });
  await mac.launchctl('bootstrap', mac.domain, writeAgent(mac, label, scripts.runs, { KeepAlive: true }));
  await mac.launchctl('disable', `${mac.domain}/${label}`);
  return mac;
}

describe('print-disabled', () => {
  test.each([
    ['macos-12', `disabled services = {\n`, `\n\t"${label}" => true\n`],
    ['macos-15', `disabled services = {\n`, `\n\t"${label}" => disabled\n`],
    ['macos-26', `\n\tdisabled services = {\n`, `\n\t\t"${label}" => disabled\n`],
    ['macos-27', `\n\tdisabled services = {\n`, `\n\t\t"${label}" => disabled\n`],
  ] as const)('on %s', async (flavour, start, line) => {
    const { domain, launchctl } = await createWithDisabledJob(flavour);
    const { stdout } = await launchctl('print-disabled', domain);
    expect(stdout.startsWith(start)).toBe(true);
    expect(stdout).toContain(line);
  });
});

describe('print', () => {
  test('shows the junk of macOS 27 only there, and never the word disabled', async () => {
    const new27 = await createWithDisabledJob('macos-27');
    const on27 = (await new27.launchctl('print', `${new27.domain}/${label}`)).stdout;
    await new27.close();
    const old15 = await createWithDisabledJob('macos-15');
    const on15 = (await old15.launchctl('print', `${old15.domain}/${label}`)).stdout;
    expect(on27).toContain('\t\t\t\t\t0 = \t\t\t\t]\n');
    expect(printedValue(on27, 'job state')).toBe('running');
    expect(printedValue(on15, 'job state')).toBeNull();
    expect(printedValue(on15, 'properties')).toBe('keepalive | runatload | inferred program');
    expect(on27 + on15).not.toContain('disabled');
  });

  test('repeats the job keys inside nested blocks, as the real one does', async () => {
    const { domain, launchctl } = await createWithDisabledJob('macos-26');
    const { stdout } = await launchctl('print', `${domain}/${label}`);
    expect(stdout).toContain('\t\tstate = active\n');
    expect(printedValue(stdout, 'state')).toBe('running');
  });
});

describe('quirks', () => {
  test('nobody logged in: 112 and 125', async () => {
    const { domain, launchctl, setQuirks } = await createWithDisabledJob('macos-27');
    setQuirks({ launchctl: { noGui: true } });
    expect((await launchctl('print', `${domain}/${label}`)).exitCode).toBe(112);
    expect(await launchctl('kickstart', '-k', `${domain}/${label}`)).toMatchObject({
      exitCode: 125,
      stderr: `Could not kickstart service "${label}": 125: Domain does not support specified action\n`,
    });
    expect((await launchctl('bootout', `${domain}/${label}`)).stderr).toBe(
      'Boot-out failed: 125: Domain does not support specified action\n',
    );
  });

  test('a literal answer, a spawn that is pended, an agent denied in Login Items', async () => {
    mac = await createSimulatedMac();
    mac.setQuirks({ launchctl: { override: { print: { exitCode: 1, stderr: '操作不被允许\n' } } } });
    expect(await mac.launchctl('print', mac.domain)).toMatchObject({ exitCode: 1, stderr: '操作不被允许\n' });
    const file = writeAgent(mac, label, scripts.runs);
    mac.setQuirks({ launchctl: { loginItemDenied: true } });
    expect((await mac.launchctl('bootstrap', mac.domain, file)).exitCode).toBe(0);
    expect((await mac.launchctl('print', `${mac.domain}/${label}`)).exitCode).toBe(113);
    mac.setQuirks({ launchctl: { pendedSpawn: 'speculative' } });
    await mac.launchctl('bootstrap', mac.domain, file);
    const { stdout } = await mac.launchctl('print', `${mac.domain}/${label}`);
    expect(printedValue(stdout, 'state')).toBe('not running');
    expect(printedValue(stdout, 'pended nondemand spawn')).toBe('speculative');
    expect((await mac.launchctl('kickstart', `${mac.domain}/${label}`)).exitCode).toBe(0);
  });
});
