import { describe, expect, test } from 'vitest';
import { runCli } from '../../app/cli/run-cli.ts';
import type { DeviceList } from '../../app/core/model/devices.ts';
import { known, type Reading, unknown } from '../../app/core/model/reading.ts';
import type { RepairPreview } from '../../app/core/model/preview.ts';
import type { RepairResult } from '../../app/engine/engine.ts';
import { makePaired, makeRequest } from '../core/make-access.ts';
import { makeFakeEngine } from '../fakes/fake-engine.ts';
import { makeFakeCli } from '../fakes/fake-terminal.ts';
import { makePlan, makeRun } from '../fakes/repairs.ts';
import { makePicture, readAt } from '../fakes/snapshots.ts';

const request = makeRequest({ at: readAt });
const device = makePaired({ deviceId: 'a1b2c3d4e5f60718', name: 'Kitchen Mac', lastSeenAt: readAt });
const list: DeviceList = { pending: [request], paired: [device], ownDeviceId: null };
const plan = makePlan({
  id: 'plan-7',
  code: 'device-approve',
  findingId: 'device-approve:req-1',
  rung: 'device-approve',
  steps: [
    { kind: 'manage-device', command: 'approve', id: 'req-1', nodePath: '/opt/node', entryPath: '/opt/index.js' },
  ],
});
const preview: RepairPreview = {
  offer: plan,
  exact: [{ kind: 'argv', argv: ['/opt/node', '/opt/index.js', 'devices', 'approve', 'req-1'] }],
  wish: { code: 'device-approve', request },
};
const done: RepairResult = { kind: 'ended', run: makeRun({ plan, steps: [] }) };

interface Script {
  readonly devices?: Reading<DeviceList>;
  readonly result?: RepairResult;
  readonly answers?: readonly string[];
}

async function run(line: string, { devices = known(list, readAt), result, answers }: Script = {}) {
  const engine = makeFakeEngine(makePicture());
  engine.devicesAre(devices);
  engine.previewWith(preview);
  if (result !== undefined) engine.repairWith(result);
  const cli = makeFakeCli({ engine, ...(answers === undefined ? {} : { canAsk: true, answers }) });
  const code = await runCli(line.split(' '), cli);
  const calls = engine.calls.filter(({ kind }) => kind !== 'look' && kind !== 'ask-devices');
  return { code, ...cli.written, calls };
}

describe('the list', () => {
  test('says who waits first, with the name to decide by', async () => {
    const { code, out } = await run('devices');
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(
        /^Waiting for Approval\n {2}req-1 {2}Phone\n {4}ios · openclaw-ios · 192\.168\.1\.7 · f0f0f0f0, asked at .*\n {4}Wants: operator \(operator\.read\)\n\nPaired\n {2}a1b2c3d4e5f6 {2}Kitchen Mac\n/,
      ),
    ]);
  });

  test('as JSON, without any token', async () => {
    const { code, out } = await run('devices --json');
    expect(code).toBe(0);
    expect(out).not.toMatch(/1f76|"token"|"mark"/);
    expect(JSON.parse(out)).toMatchObject({
      schema: 1,
      pending: [{ requestId: 'req-1', scopes: ['operator.read'], at: new Date(readAt).toISOString() }],
      paired: [{ deviceId: device.deviceId, own: false, stale: null, tokens: [{ role: 'operator', revokedAt: null }] }],
      unknown: null,
    });
  });

  test('that could not be told is exit code 3, and says why', async () => {
    const devices = unknown('timed-out', 'openclaw devices list --json: no end', readAt);
    expect(await run('devices', { devices })).toMatchObject({
      code: 3,
      out: expect.stringMatching(/^OpenClaw did not tell/),
    });
    const { code, out } = await run('devices --json', { devices });
    expect([code, JSON.parse(out)]).toEqual([
      3,
      {
        schema: 1,
        pending: null,
        paired: null,
        unknown: { code: 'timed-out', detail: 'openclaw devices list --json: no end' },
      },
    ]);
  });

  test('that is empty', async () => {
    expect(
      await run('devices', { devices: known({ paired: [], pending: [], ownDeviceId: null }, readAt) }),
    ).toMatchObject({ code: 0 });
  });
});

describe('a decision shows before it does', () => {
  const asked = { kind: 'preview-wish', wish: { code: 'device-approve', request } };

  test('without a terminal and without --yes it only previews', async () => {
    const { code, out, calls } = await run('devices approve req-1');
    expect([code, calls]).toEqual([1, [asked]]);
    expect(out).toContain('Admit the device Phone?');
    expect(out).toContain('/opt/node /opt/index.js devices approve req-1');
    expect(out).toContain('clawtender devices approve req-1 --yes');
  });

  test('--dry-run', async () => {
    expect(await run('devices approve req-1 --dry-run --yes')).toMatchObject({ code: 0, calls: [asked] });
  });

  test('a person says yes, or no', async () => {
    expect(await run('devices approve req-1', { answers: ['y'], result: done })).toMatchObject({
      code: 0,
      calls: [asked, { kind: 'repair', planId: 'plan-7', confirmed: true }],
    });
    expect(await run('devices approve req-1', { answers: ['n'] })).toMatchObject({ code: 1, calls: [asked] });
  });

  test('a device by the beginning of its id', async () => {
    const { calls } = await run('devices remove a1b2c3');
    expect(calls).toEqual([{ kind: 'preview-wish', wish: { code: 'device-remove', device, isOwn: false } }]);
  });
});

describe('what is not understood', () => {
  test.each([
    ['devices approve req-9', 2, 'No request called “req-9” is waiting.'],
    ['devices remove ffffffff', 2, 'No device called “ffffffff” is paired.'],
    ['devices approve', 2, '“devices” needs a REQUEST. “clawtender devices” lists them.'],
    ['devices remove', 2, '“devices” needs a DEVICE.'],
    ['devices clear', 2, '“clear” is one word too many.'],
    ['devices remove a b', 2, '“b” is one word too many.'],
  ])('%s', async (line, code, says) => {
    expect(await run(line)).toMatchObject({ code, err: expect.stringContaining(says), calls: [] });
  });

  test('no answer of OpenClaw is no wrong use', async () => {
    const devices = unknown('tool-failed', 'gateway closed', readAt);
    expect(await run('devices approve req-1', { devices })).toMatchObject({ code: 3, calls: [] });
  });
});
