import { describe, expect, test } from 'vitest';
import { findDeviceWish } from '../../../app/core/known-devices.ts';
import { derivePreviewView } from '../../../app/core/preview-view.ts';
import type { DeviceList } from '../../../app/core/model/devices.ts';
import { absent, known, unknown } from '../../../app/core/model/reading.ts';
import type { Snapshot } from '../../../app/core/model/snapshot.ts';
import type { Wish } from '../../../app/core/model/wish.ts';
import { planWish } from '../../../app/core/wishes/index.ts';
import {
  deviceId,
  makeFileDevices,
  makeNewMac,
  makeOldMac,
  makePaired,
  makeRequest,
  ownRequest,
} from '../make-access.ts';
import { makeMemory } from '../make-machine.ts';
import { at, entryPath, nodePath } from '../make-moment.ts';
import { makeProcess } from '../make-running.ts';
import { makeDefinition, makeServiceEnvironment } from '../make-service.ts';
import { makeContext } from '../repairs/offers.ts';

const phone = makeRequest();
const device = makePaired({ deviceId: 'a1b2c3d4e5f6', name: 'Phone' });
const list: DeviceList = { pending: [phone, ownRequest], paired: [device, makePaired()], ownDeviceId: null };
const approve: Wish = { code: 'device-approve', request: phone };
const reject: Wish = { code: 'device-reject', request: phone };
const remove: Wish = { code: 'device-remove', device, isOwn: false };

function plan(wish: Wish, snapshot: Snapshot = makeNewMac(), devices: DeviceList | null = list) {
  return planWish(wish, { ...makeContext({ name: 'x', snapshot }), devices });
}

describe('a decision is one step about one id', () => {
  test.each([
    ['approve', approve, phone.requestId],
    ['reject', reject, phone.requestId],
    ['remove', remove, device.deviceId],
  ] as const)('%s', (command, wish, id) => {
    expect(plan(wish)).toMatchObject({
      kind: 'repair',
      code: wish.code,
      findingId: `${wish.code}:${id}`,
      reach: 'safe',
      steps: [{ kind: 'manage-device', command, id, nodePath, entryPath }],
      questions: [],
      verify: { gone: [], goal: null, holdMs: 0 },
    });
  });
});

describe('no plan', () => {
  test.each([
    ['the request is over', approve, { ...list, pending: [ownRequest] }, 'gone-meanwhile'],
    ['the device is gone', remove, { ...list, paired: [] }, 'gone-meanwhile'],
    ['the list could not be told', reject, null, 'cannot-tell'],
  ] as const)('%s', (_name, wish, devices, reason) => {
    expect(plan(wish, makeNewMac(), devices)).toMatchObject({ kind: 'refusal', reason });
  });

  test('where a command line would speak to another gateway', () => {
    const environment = makeServiceEnvironment({ stateDir: '/Users/alice/elsewhere' });
    const snapshot = makeNewMac({ definition: known(makeDefinition({ environment }), at) });
    expect(plan(approve, snapshot)).toMatchObject({
      reason: 'cannot-tell',
      args: { probe: 'install', detail: 'OPENCLAW_STATE_DIR=/Users/alice/elsewhere' },
    });
  });

  test('without a program that could be asked', () => {
    const snapshot = makeNewMac({ definition: absent(at), install: absent(at) });
    expect(plan(approve, snapshot)).toMatchObject({ reason: 'cannot-tell', args: { probe: 'install' } });
  });

  test('while OpenClaw is updated, or something else is done', () => {
    const update = makeProcess({ pid: 7001, role: 'maintenance', commandLine: 'npm install -g openclaw' });
    expect(plan(approve, makeNewMac({ processes: known([update], at) }))).toMatchObject({
      reason: 'maintenance-running',
    });
    const memory = makeMemory({ activity: { action: 'start', startedAt: at } });
    const context = makeContext({ name: 'busy', snapshot: makeNewMac(), memory });
    expect(planWish(approve, { ...context, devices: list })).toMatchObject({ reason: 'busy' });
  });
});

describe('what is meant by an id', () => {
  const picture = { snapshot: makeNewMac(), devices: known(list, at) };

  test('all of it, or its beginning when that is enough', () => {
    expect(findDeviceWish(picture, 'approve', 'req-1')).toEqual(approve);
    expect(findDeviceWish(picture, 'reject', 'req-1')).toEqual(reject);
    expect(findDeviceWish(picture, 'remove', 'a1b2c3')).toEqual(remove);
  });

  test.each([
    ['too short', 'remove', 'a1b2'],
    ['of something else', 'approve', 'a1b2c3d4e5f6'],
    ['nothing', 'remove', 'ffffffff'],
  ] as const)('not %s', (_name, command, id) => {
    expect(findDeviceWish(picture, command, id)).toBeNull();
  });

  test('not one of two', () => {
    const twice = [makeRequest({ requestId: 'aaaaaa-1' }), makeRequest({ requestId: 'aaaaaa-2' })];
    const two = { ...picture, devices: known({ ...list, pending: twice }, at) };
    expect(findDeviceWish(two, 'approve', 'aaaaaa')).toBeNull();
    expect(findDeviceWish(two, 'approve', 'aaaaaa-2')).toMatchObject({ request: { requestId: 'aaaaaa-2' } });
  });

  test('the files tell which one is this computer’s own', () => {
    const files = { snapshot: makeOldMac({ devices: known(makeFileDevices(), at) }), devices: null };
    expect(findDeviceWish(files, 'remove', deviceId)).toMatchObject({ code: 'device-remove', isOwn: true });
    const told = { snapshot: makeNewMac(), devices: known({ ...list, ownDeviceId: deviceId }, at) };
    expect(findDeviceWish(told, 'remove', deviceId)).toMatchObject({ code: 'device-remove', isOwn: true });
    expect(findDeviceWish(told, 'remove', device.deviceId)).toMatchObject({ isOwn: false });
  });

  test('nothing is meant before anybody asked, while asking, and after no answer', () => {
    const answers = [null, 'asking', unknown('timed-out', 'openclaw', at)] as const;
    const found = answers.map((devices) => findDeviceWish({ ...picture, devices }, 'approve', 'req-1'));
    expect(found).toEqual([null, null, null]);
  });
});

const read = (wish: Wish) => {
  const view = derivePreviewView({ offer: plan(wish), exact: [], wish }, { finding: null, now: at }, { locale: 'en' });
  return [view.title, view.whatIsWrong, view.executeLabel, view.undo];
};

describe('what a person reads before', () => {
  test('who asks, from where, for what, and that it lasts', () => {
    expect(read(approve)).toEqual([
      'Admit the device Phone?',
      'It asks for the role “operator” with “operator.read” (ios · openclaw-ios · 192.168.1.7 · f0f0f0f0). Whoever is admitted can do that until the device is removed. Admit it only if you are waiting for it yourself right now.',
      'Admit',
      expect.stringContaining('cannot be undone'),
    ]);
  });

  test('that nobody else is touched', () => {
    expect(read(remove).slice(0, 3)).toEqual([
      'Remove the device Phone?',
      'It is no longer let in (darwin · cli · a1b2c3d4), and has to be paired again if it is to come back. All other devices stay as they are.',
      'Remove',
    ]);
  });

  test('that it is the computer’s own', () => {
    expect(read({ code: 'device-remove', device: makePaired(), isOwn: true })[1]).toContain('this computer itself');
  });

  test('a name that wants to be something else is shown plain', () => {
    const name = '\u001B[31mPhone\u202E\nAdmit me? sk-abcdefghijklmnop1234 '.repeat(3);
    const [title] = read({ code: 'device-approve', request: makeRequest({ name }) });
    // oxlint-disable-next-line no-control-regex -- that is what must not come through
    expect(title).not.toMatch(/[\u0000-\u001F\u202A-\u202E]|sk-abc/);
    expect(title?.length).toBeLessThan(90);
  });
});
