import { describe, expect, test } from 'vitest';
import { findDeviceWish } from '../../../app/core/known-devices.ts';
import type { DeviceCommand } from '../../../app/core/model/repair.ts';
import { known } from '../../../app/core/model/reading.ts';
import { makeFileDevices, makePaired, makeRequest } from '../../core/make-access.ts';
import { makeEngineBench } from '../../fakes/engine-bench.ts';
import { makeFakeMachine } from '../../fakes/fake-machine.ts';
import { failure, type ScriptedCall, success } from '../../fakes/scripted-programs.ts';
import { gatewayCommandLine, readAt } from '../../fakes/snapshots.ts';
import { runOut } from '../../fakes/step-context.ts';
import { runOf } from './repair-bench.ts';

const [node, entry] = gatewayCommandLine.split(' ');
const openclaw = (words: string) => `${node} ${entry} devices ${words}`;
const phone = { requestId: 'req-1', deviceId: 'a1b2c3d4e5f6', displayName: 'Phone', ts: readAt };
const told = (list: object): ScriptedCall['result'] => ({
  kind: 'exited',
  exitCode: 0,
  stdout: JSON.stringify(list),
  stderr: '',
  durationMs: 2_000,
});
const asks = (list: object): ScriptedCall => ({ line: openclaw('list --json'), result: told(list) });
const waiting = { paired: [], pending: [phone] };
const admitted = { paired: [{ deviceId: phone.deviceId, displayName: 'Phone' }], pending: [] };

/** A person has seen the list, and looks at what one decision would do. */
async function choose(command: DeviceCommand, id: string, calls: readonly ScriptedCall[]) {
  const bench = makeEngineBench({ calls });
  const { engine, clock } = bench;
  await engine.look();
  await runOut(clock, engine.askDevices());
  const picture = engine.current();
  const wish = picture && findDeviceWish(picture, command, id);
  if (wish === null) throw new Error('not in the list');
  const { offer } = await runOut(clock, engine.previewWish(wish));
  return {
    ...bench,
    offer,
    execute: () => runOut(clock, engine.repair(offer.kind === 'repair' ? offer.id : '', { confirmed: true })),
  };
}

describe('the list', () => {
  test('is asked for once by all who want it, and shown from then on', async () => {
    const { engine, programs, shown } = makeEngineBench({ calls: [asks(waiting)] });
    await engine.look();
    const [first, second] = await Promise.all([engine.askDevices(), engine.askDevices()]);
    expect(first).toBe(second);
    expect(programs.left()).toEqual([]);
    expect(
      shown.map(({ devices }) => (devices === null ? null : devices === 'asking' ? 'asking' : devices.status)),
    ).toEqual([null, 'asking', 'known']);
  });

  test('is read from the files where there are some', async () => {
    const devices = known(makeFileDevices({ pending: [makeRequest({ at: readAt })] }), readAt);
    const { engine } = makeEngineBench({ machine: makeFakeMachine({ devices }) });
    expect(await engine.askDevices()).toMatchObject({ status: 'known', value: { pending: [{ requestId: 'req-1' }] } });
  });
});

describe('a decision', () => {
  test('is previewed, journaled, and believed after reading again', async () => {
    const approve = { line: openclaw('approve req-1'), result: success };
    const bench = await choose('approve', 'req-1', [asks(waiting), asks(waiting), approve, asks(admitted)]);
    expect(bench.engine.current()?.preview?.wish).toMatchObject({ code: 'device-approve' });
    const run = runOf(await bench.execute());
    expect([run.verdict, run.plan.code, run.steps.map(({ outcome }) => outcome)]).toEqual([
      'fixed',
      'device-approve',
      ['done'],
    ]);
    expect(run.steps[0]?.inverse).toEqual({ kind: 'irreversible', why: 'device-decided' });
    expect((await bench.journal.list()).map(({ verdict }) => verdict)).toEqual(['fixed']);
    expect(bench.programs.left()).toEqual([]);
    expect(bench.engine.current()).toMatchObject({ preview: null, devices: { value: { pending: [] } } });
  });

  test('is not believed when the list does not show it', async () => {
    const approve = { line: openclaw('approve req-1'), result: success };
    const bench = await choose('approve', 'req-1', [asks(waiting), asks(waiting), approve, asks(waiting)]);
    expect(runOf(await bench.execute()).verdict).toBe('not-fixed');
  });

  test('that OpenClaw did not carry out is none', async () => {
    const refused = { line: openclaw('reject req-1'), result: failure(1, 'unknown requestId') };
    const bench = await choose('reject', 'req-1', [asks(waiting), asks(waiting), refused, asks(waiting)]);
    const run = runOf(await bench.execute());
    expect([run.verdict, run.steps[0]?.outcome]).toEqual(['not-fixed', 'failed']);
    expect(run.steps[0]?.detail).toContain('unknown requestId');
  });

  test('about a request that is over by now is refused, and nothing is done', async () => {
    const bench = await choose('approve', 'req-1', [asks(waiting), asks(admitted)]);
    expect(await bench.execute()).toMatchObject({ kind: 'refused', refusal: { reason: 'gone-meanwhile' } });
    expect(await bench.journal.list()).toEqual([]);
  });

  test('is refused when the list can no longer be told', async () => {
    const bench = await choose('approve', 'req-1', [
      asks(waiting),
      { line: openclaw('list --json'), result: failure(1, 'closed') },
    ]);
    expect(await bench.execute()).toMatchObject({ kind: 'refused', refusal: { reason: 'cannot-tell' } });
  });

  test('to remove is about that one device', async () => {
    const removed = { line: openclaw(`remove ${phone.deviceId}`), result: success };
    const bench = await choose('remove', phone.deviceId, [
      asks(admitted),
      asks(admitted),
      removed,
      asks({ paired: [], pending: [] }),
    ]);
    expect(runOf(await bench.execute()).verdict).toBe('fixed');
  });

  test('on files is proven by the files', async () => {
    const device = makePaired({ deviceId: phone.deviceId });
    const before = makeFileDevices({ paired: [device, makePaired()] });
    const machine = makeFakeMachine({ devices: known(before, readAt) });
    const effect = () => machine.set({ devices: known(makeFileDevices(), readAt) });
    const { engine, clock } = makeEngineBench({
      machine,
      calls: [{ line: openclaw(`remove ${phone.deviceId}`), result: success, effect }],
    });
    await engine.look();
    const { offer } = await engine.previewWish({ code: 'device-remove', device, isOwn: false });
    if (offer.kind !== 'repair') throw new Error(JSON.stringify(offer));
    expect(runOf(await runOut(clock, engine.repair(offer.id, { confirmed: true }))).verdict).toBe('fixed');
  });
});
