import type { IpcMainInvokeEvent } from 'electron';
import { expect, test, vi } from 'vitest';
import { currentViewChannel, requestChannel } from '../../app/contract/channels.ts';
import type { RequestHandlers } from '../../app/contract/requests.ts';
import { serveRequests } from '../../app/main/ipc.ts';
import { makeView } from '../renderer/make-view.ts';

type Listener = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown;
const event = {} as IpcMainInvokeEvent;

function serve(options: { trusted?: boolean; handlers?: Partial<RequestHandlers> } = {}) {
  const listeners = new Map<string, Listener>();
  const complaints: unknown[] = [];
  const handle = (channel: string, listener: Listener) => void listeners.set(channel, listener);
  const forbidden = vi.fn<() => Promise<undefined>>(async () => {
    throw new Error('this handler was not expected to run');
  });
  const handlers: RequestHandlers = {
    look: forbidden,
    act: forbidden,
    openDashboard: forbidden,
    openLogs: forbidden,
    copyReport: forbidden,
    previewRepair: forbidden,
    executeRepair: forbidden,
    compareVersion: forbidden,
    previewRestore: forbidden,
    previewDriftUndo: forbidden,
    askDevices: forbidden,
    previewModel: forbidden,
    previewFallbacks: forbidden,
    testProvider: forbidden,
    holdKey: forbidden,
    testNewProvider: forbidden,
    previewProvider: forbidden,
    previewDevice: forbidden,
    undoRun: forbidden,
    copyInstructions: forbidden,
    switchNews: forbidden,
    snoozeNews: forbidden,
    switchAutomatic: forbidden,
    setLocale: forbidden,
    ...options.handlers,
  };
  serveRequests(
    { handle },
    {
      isTrusted: () => options.trusted ?? true,
      currentView: () => makeView(),
      handlers,
      complain: (error) => complaints.push(error),
    },
  );
  const call = async (channel: string, ...args: unknown[]) => listeners.get(channel)?.(event, ...args);
  return { call, request: (name: unknown, body: unknown) => call(requestChannel, name, body), forbidden, complaints };
}

test('a stranger is told nothing and changes nothing', async () => {
  const { call, request, forbidden } = serve({ trusted: false });
  expect(await request('act', { action: 'stop', confirmed: true })).toEqual({ ok: false, error: 'forbidden' });
  await expect(call(currentViewChannel)).rejects.toThrow('forbidden');
  expect(forbidden).not.toHaveBeenCalled();
});

test.each([['quit'], ['__proto__'], ['constructor'], ['toString'], [''], [null], [7], [['look']]])(
  'there is no request %j',
  async (name) => {
    expect(await serve().request(name, {})).toEqual({ ok: false, error: 'unknown-request' });
  },
);

test.each([
  ['act', { action: 'kill', confirmed: true }],
  ['act', { action: 'stop' }],
  ['act', { action: 'stop', confirmed: 'yes' }],
  ['act', { action: 'stop', confirmed: true, pid: 1 }],
  ['openLogs', { path: '/etc/passwd' }],
  ['openDashboard', 'https://example.com/'],
  ['setLocale', { locale: 'fr' }],
  ['switchNews', { kind: 'everything', on: true }],
  ['snoozeNews', { choice: 'year' }],
  ['switchAutomatic', { on: 'yes' }],
  ['look', undefined],
  ['look', null],
])('%s %j is not understood and not done', async (name, body) => {
  const { request, forbidden } = serve();
  expect(await request(name, body)).toEqual({ ok: false, error: 'not-understood' });
  expect(forbidden).not.toHaveBeenCalled();
});

test('what is understood is done with the parsed body', async () => {
  const act = vi.fn<RequestHandlers['act']>(async () => undefined);
  const { request } = serve({ handlers: { act } });
  expect(await request('act', { action: 'restart', confirmed: false })).toEqual({ ok: true });
  expect(act).toHaveBeenCalledExactlyOnceWith({ action: 'restart', confirmed: false });
});

test('a failure is complained of here and not told to the page', async () => {
  const { request, complaints } = serve({ handlers: { look: failing } });
  expect(await request('look', {})).toEqual({ ok: false, error: 'failed' });
  expect(complaints).toEqual([new Error('secret path')]);
});

test('a trusted page gets the view', async () => {
  expect(await serve().call(currentViewChannel)).toEqual(makeView());
});

async function failing(): Promise<undefined> {
  throw new Error('secret path');
}
