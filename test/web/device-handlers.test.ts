import { expect, test } from 'vitest';
import { createDeviceHandlers } from '../../app/web/device-handlers.ts';
import { known } from '../../app/core/model/reading.ts';
import { makePaired, makeRequest } from '../core/make-access.ts';
import { makeFakeEngine } from '../fakes/fake-engine.ts';
import { makePlan, makePreview } from '../fakes/repairs.ts';
import { makePicture, readAt } from '../fakes/snapshots.ts';

const request = makeRequest();
const list = known({ pending: [request], paired: [makePaired({ deviceId: 'a1b2c3' })], ownDeviceId: null }, readAt);

function make() {
  const engine = makeFakeEngine(makePicture({ devices: list }));
  return { engine, handlers: createDeviceHandlers({ engine, locale: () => 'en' }) };
}

test('asks for the devices', async () => {
  const { engine, handlers } = make();
  engine.devicesAre(list);
  expect(await handlers.askDevices({})).toBeUndefined();
  expect(engine.calls).toEqual([{ kind: 'ask-devices' }]);
});

test('previews a decision about what is in the list', async () => {
  const { engine, handlers } = make();
  engine.previewWith(makePreview(makePlan()));
  expect(await handlers.previewDevice({ command: 'reject', id: 'req-1' })).toBeUndefined();
  expect(engine.calls).toEqual([{ kind: 'preview-wish', wish: { code: 'device-reject', request } }]);
});

test('tells who asked for something that is no longer there', async () => {
  const { engine, handlers } = make();
  expect(await handlers.previewDevice({ command: 'approve', id: 'req-9' })).toBe('It is no longer in the list.');
  expect(engine.calls).toEqual([]);
});
