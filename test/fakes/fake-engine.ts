import type { ActionKind, ActionResult } from '../../app/core/model/action.ts';
import type { DeviceList } from '../../app/core/model/devices.ts';
import type { HistoryFault, ListedVersion, VersionDiff } from '../../app/core/model/listed-version.ts';
import type { Picture } from '../../app/core/model/picture.ts';
import type { RepairPreview } from '../../app/core/model/preview.ts';
import type { ProviderFault, ProviderRequest } from '../../app/core/model/provider-request.ts';
import type { ProviderTest } from '../../app/core/model/provider-test.ts';
import type { Reading } from '../../app/core/model/reading.ts';
import type { RestoreFault, RestoreRequest } from '../../app/core/model/restore.ts';
import type { Wish } from '../../app/core/model/wish.ts';
import type { Engine, RepairResult } from '../../app/engine/engine.ts';

export interface FakeEngine extends Engine {
  /** Makes `picture` the newest one and tells every listener. */
  publish(picture: Picture): void;
  /** What `act` answers next; without it `act` fails the test. */
  answerWith(result: ActionResult): void;
  /** What `preview` or `previewWish` answers next; the newest picture shows it too. Without it they fail the test. */
  previewWith(preview: RepairPreview | null): void;
  /** What `askDevices` answers next; the newest picture shows it too. Without it `askDevices` fails the test. */
  devicesAre(devices: Reading<DeviceList>): void;
  /** What `previewRestore` answers next; the newest picture shows a preview too. Without it it fails the test. */
  restoreWith(answer: RepairPreview | RestoreFault): void;
  /** What `previewProvider` answers next; the newest picture shows a preview too. Without it it fails the test. */
  providerWith(answer: RepairPreview | ProviderFault): void;
  /** What `testProvider` answers next; the newest picture shows it too. Without it it fails the test. */
  testWith(answer: ProviderTest | ProviderFault): void;
  /** Keys that are held; the ticket of the first is `t-1`. */
  readonly typed: readonly string[];
  /** What is kept; nothing without it. */
  historyIs(history: FakeHistory): void;
  /** What `repair` or `undo` answers next; without it they fail the test. */
  repairWith(result: RepairResult): void;
  /** Everything a face asked, in order. */
  readonly calls: readonly FakeEngineCall[];
  listenerCount(): number;
}

export interface FakeHistory {
  readonly versions: readonly ListedVersion[];
  /** Of any two; `null`: there are no such versions. */
  readonly diff: VersionDiff | HistoryFault | null;
}

export type FakeEngineCall =
  | { readonly kind: 'look' | 'start' | 'stop' | 'woke' | 'ask-devices' }
  | { readonly kind: 'preview-restore'; readonly request: RestoreRequest }
  | { readonly kind: 'preview-provider'; readonly request: ProviderRequest }
  | { readonly kind: 'test-provider'; readonly subject: string | ProviderRequest }
  | { readonly kind: 'compare'; readonly reference: string | null }
  | { readonly kind: 'preview-wish'; readonly wish: Wish }
  | { readonly kind: 'preview'; readonly findingId: string | null }
  | { readonly kind: 'repair'; readonly planId: string; readonly confirmed: boolean }
  | { readonly kind: 'undo'; readonly runId: string; readonly confirmed: boolean; readonly dryRun: boolean }
  | { readonly kind: 'act'; readonly action: ActionKind; readonly confirmed: boolean };

/** An engine that a test speaks for. `look` shows the given picture; `act` needs an answer first. */
export function makeFakeEngine(first: Picture | null = null): FakeEngine {
  let newest = first;
  const answers: ActionResult[] = [];
  const previews: (RepairPreview | null)[] = [];
  const results: RepairResult[] = [];
  const lists: Reading<DeviceList>[] = [];
  const restores: (RepairPreview | RestoreFault)[] = [];
  let kept: FakeHistory = { versions: [], diff: null };
  const providers: (RepairPreview | ProviderFault)[] = [];
  const tests: (ProviderTest | ProviderFault)[] = [];
  const typed: string[] = [];
  const calls: FakeEngineCall[] = [];
  const listeners = new Set<(picture: Picture) => void>();

  function publish(picture: Picture): void {
    newest = picture;
    for (const listener of listeners) listener(picture);
  }

  function nextResult(asked: string): RepairResult {
    const result = results.shift();
    if (result === undefined) throw new Error(`${asked} was not expected`);
    return result;
  }

  return {
    calls,
    listenerCount: () => listeners.size,
    publish,
    answerWith: (result) => answers.push(result),
    previewWith: (preview) => previews.push(preview),
    devicesAre: (devices) => lists.push(devices),
    restoreWith: (answer) => restores.push(answer),
    providerWith: (answer) => providers.push(answer),
    testWith: (answer) => tests.push(answer),
    typed,
    historyIs: (history) => (kept = history),
    repairWith: (result) => results.push(result),
    async look() {
      calls.push({ kind: 'look' });
      if (newest === null) throw new Error('look() was called before the test gave a picture');
      for (const listener of listeners) listener(newest);
      return newest;
    },
    current: () => newest,
    onPicture(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      calls.push({ kind: 'start' });
      return { ready: Promise.resolve() };
    },
    async stop() {
      calls.push({ kind: 'stop' });
    },
    async act(action, { confirmed }) {
      calls.push({ kind: 'act', action, confirmed });
      const answer = answers.shift();
      if (answer === undefined) throw new Error(`act(${action}) was not expected`);
      return answer;
    },
    async preview(findingId) {
      calls.push({ kind: 'preview', findingId });
      const preview = findingId === null ? null : previews.shift();
      if (preview === undefined) throw new Error(`preview(${findingId}) was not expected`);
      if (newest !== null) publish({ ...newest, preview });
      return preview;
    },
    async previewWish(wish) {
      calls.push({ kind: 'preview-wish', wish });
      const preview = previews.shift();
      if (!preview) throw new Error(`previewWish(${wish.code}) was not expected`);
      if (newest !== null) publish({ ...newest, preview });
      return preview;
    },
    async previewRestore(request) {
      calls.push({ kind: 'preview-restore', request });
      const answer = restores.shift();
      if (answer === undefined) throw new Error('previewRestore() was not expected');
      if (newest !== null && 'offer' in answer) publish({ ...newest, preview: answer });
      return answer;
    },
    history: {
      list: async () => kept.versions,
      text: async (which) => ({ kind: 'no-such-version', which }),
      diff: async (before, after) => kept.diff ?? { kind: 'no-such-version', which: `${before} ${after}` },
      exportAll: async () => ({ exportedAt: 0, versions: kept.versions.map((each) => ({ ...each, text: null })) }),
    },
    async previewProvider(request) {
      calls.push({ kind: 'preview-provider', request });
      const answer = providers.shift();
      if (answer === undefined) throw new Error('previewProvider() was not expected');
      if (newest !== null && 'offer' in answer) publish({ ...newest, preview: answer });
      return answer;
    },
    async testProvider(subject) {
      calls.push({ kind: 'test-provider', subject });
      const answer = tests.shift();
      if (answer === undefined) throw new Error('testProvider() was not expected');
      if (newest !== null && 'outcome' in answer) publish({ ...newest, providerTests: [answer] });
      return answer;
    },
    holdKey(key) {
      typed.push(key);
      return `t-${typed.length}`;
    },
    async compare(reference) {
      calls.push({ kind: 'compare', reference });
      const outcome = kept.diff ?? { kind: 'no-such-version', which: reference ?? '' };
      if (newest !== null) publish({ ...newest, compared: reference === null ? null : { reference, outcome } });
    },
    async askDevices() {
      calls.push({ kind: 'ask-devices' });
      const devices = lists.shift();
      if (devices === undefined) throw new Error('askDevices() was not expected');
      if (newest !== null) publish({ ...newest, devices });
      return devices;
    },
    async repair(planId, { confirmed }) {
      calls.push({ kind: 'repair', planId, confirmed });
      return nextResult(`repair(${planId})`);
    },
    async undo(runId, { confirmed, dryRun }) {
      calls.push({ kind: 'undo', runId, confirmed, dryRun });
      return nextResult(`undo(${runId})`);
    },
    runs: async () => newest?.runs ?? [],
    woke: () => void calls.push({ kind: 'woke' }),
  };
}
