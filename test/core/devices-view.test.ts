import { describe, expect, test } from 'vitest';
import { deriveDevicesView } from '../../app/core/devices-view.ts';
import type { Devices } from '../../app/core/model/devices.ts';
import type { Picture } from '../../app/core/model/picture.ts';
import { known, unknown } from '../../app/core/model/reading.ts';
import {
  deviceId,
  makeFileDevices,
  makeNewMac,
  makeOldMac,
  makePaired,
  makeRequest,
  replacedDevices,
  holding,
  otherMark,
  placesOf,
  settingsWith,
} from './make-access.ts';
import type { Change } from './make-moment.ts';
import { at, minutes } from './make-moment.ts';
import { makePicture, makeStatus } from './make-picture.ts';

const style = { locale: 'en', timeZone: 'UTC' } as const;
const view = (change: Change<Picture> = {}) =>
  deriveDevicesView(makePicture({ snapshot: makeNewMac(), ...change }), style);
const ofFiles = (change: Change<Devices>, mac: Parameters<typeof makeOldMac>[0] = {}) =>
  view({ snapshot: makeOldMac({ devices: known(makeFileDevices(change), at), ...mac }) });

describe('what can be told', () => {
  test('nothing where no gateway is', () => {
    expect(view({ status: makeStatus({ state: 'remote', reason: 'remote-mode' }) })).toBeNull();
    expect(view({ status: makeStatus({ state: 'not-installed', reason: 'not-installed-no-cli' }) })).toBeNull();
  });

  test('of a database nothing, before a person asks', () => {
    expect(view()).toMatchObject({ state: 'closed', title: 'Devices', requests: [], devices: [] });
  });

  test('that OpenClaw is being asked', () => {
    expect(view({ devices: 'asking' })).toMatchObject({ state: 'asking', note: 'Asking OpenClaw for its devices…' });
  });

  test('why there is no answer', () => {
    expect(view({ devices: unknown('timed-out', 'openclaw devices list', at) })).toMatchObject({ state: 'failed' });
    expect(view({ devices: unknown('timed-out', 'openclaw devices list', at) })?.note).toMatch(
      /^OpenClaw did not tell/,
    );
  });

  test('that none is nothing unusual', () => {
    const empty = view({ devices: known({ paired: [], pending: [], ownDeviceId: null }, at) });
    expect([empty?.state, empty?.note]).toEqual(['listed', expect.stringContaining('nothing unusual')]);
  });

  test('files are read without asking', () => {
    expect(ofFiles({})).toMatchObject({ state: 'listed', note: null, devices: [{ name: 'cli' }] });
  });

  test('files that could not be read are asked for', () => {
    expect(ofFiles({ paired: null })).toMatchObject({ state: 'closed' });
  });
});

describe('one request', () => {
  const [request] = ofFiles({ pending: [makeRequest({ at: at - 2 * minutes })] })?.requests ?? [];

  test('says who, what it wants, and since when', () => {
    expect(request).toEqual({
      id: 'req-1',
      name: 'Phone',
      about: 'ios · openclaw-ios · 192.168.1.7 · f0f0f0f0',
      wants: 'Wants: operator (operator.read)',
      when: 'asked at 09:58',
      approve: { label: 'Admit…', spoken: 'Admit Phone…' },
      reject: { label: 'Reject…', spoken: 'Reject Phone…' },
    });
  });

  test('is no longer there when its five minutes are over', () => {
    expect(ofFiles({ pending: [makeRequest({ at: at - 5 * minutes })] })).toMatchObject({
      title: 'Devices',
      requests: [],
    });
  });

  test('is counted in the title', () => {
    expect(ofFiles({ pending: [makeRequest()] })?.title).toBe('Devices (1 waiting)');
  });
});

const marksOf = (shown: ReturnType<typeof view>) => shown?.devices[0]?.marks.map(({ text, tone }) => [text, tone]);

describe('one device', () => {
  const own = 'this computer’s command line';

  test('is known by its name, roles and last use', () => {
    const device = makePaired({ deviceId: 'ab', name: 'Kitchen Mac', lastSeenAt: at - 3 * minutes });
    expect(view({ devices: known({ paired: [device], pending: [], ownDeviceId: null }, at) })?.devices).toEqual([
      {
        id: 'ab',
        name: 'Kitchen Mac',
        about: 'darwin · cli · ab',
        roles: 'May be: operator',
        lastUse: 'last used 09:57',
        marks: [],
        remove: { label: 'Remove…', spoken: 'Remove Kitchen Mac…' },
      },
    ]);
  });

  test('is not this computer’s own where nothing tells which one that is', () => {
    const list = { paired: [makePaired()], pending: [], ownDeviceId: null };
    expect(marksOf(view({ devices: known(list, at) }))).toEqual([]);
    expect(marksOf(view({ devices: known({ ...list, ownDeviceId: 'another' }, at) }))).toEqual([]);
  });

  test('is marked as this computer’s own in the list that OpenClaw told (2026.9.6)', () => {
    const list = { paired: [makePaired()], pending: [], ownDeviceId: deviceId };
    expect(marksOf(view({ devices: known(list, at) }))).toEqual([[own, 'plain']]);
  });

  test('is marked as this computer’s own', () => {
    expect(marksOf(ofFiles({}))).toEqual([[own, 'plain']]);
  });

  test('is stale for show only where it has the shared token too', () => {
    expect(marksOf(ofFiles({ paired: replacedDevices.paired }))).toEqual([
      [own, 'plain'],
      ['stale token, renews itself', 'plain'],
    ]);
  });

  test('is stale for real where it has none', () => {
    const locked = {
      settings: settingsWith({ auth: { mode: 'token' } }),
      credentials: placesOf(holding('service', otherMark)),
    };
    expect(marksOf(ofFiles({ paired: replacedDevices.paired }, locked))).toEqual([
      [own, 'plain'],
      ['stale token', 'bad'],
    ]);
  });

  test('is revoked when all its tokens are', () => {
    const revoked = makePaired({ deviceId: 'ab' });
    const tokens = revoked.tokens.map((token) => ({ ...token, revokedAt: at }));
    expect(
      marksOf(view({ devices: known({ paired: [{ ...revoked, tokens }], pending: [], ownDeviceId: null }, at) })),
    ).toEqual([['revoked', 'bad']]);
  });

  test('never shows a token, nor its mark', () => {
    expect(JSON.stringify(ofFiles({}))).not.toMatch(/1f76|a0b1/);
  });
});
