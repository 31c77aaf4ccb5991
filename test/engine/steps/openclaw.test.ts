import { expect, test } from 'vitest';
import { performOpenClaw } from '../../../app/engine/steps/openclaw.ts';
import type { ProgramResult } from '../../../app/ports/programs.ts';
import { makeFakeHistory } from '../../fakes/fake-history.ts';
import { makeFakeStore } from '../../fakes/fake-store.ts';
import { makeStepContext } from '../../fakes/step-context.ts';

const plist = '/Users/alice/Library/LaunchAgents/ai.openclaw.gateway.plist';
const config = '/Users/alice/.openclaw/openclaw.json';
const added = '/Users/alice/.openclaw/service.env';
const program = { nodePath: '/node', entryPath: '/openclaw.mjs' };

/** Runs it on a machine where a copy of these files is kept; it writes a plist and a file that was not there. */
async function install(
  result: ProgramResult,
  command: 'gateway-install-force' | 'config-validate',
  copyId: string | null,
) {
  const store = makeFakeStore({ [plist]: 'old', [config]: '{}' });
  const history = makeFakeHistory();
  await store.keepCopy('copy', [plist, config, added]);
  const script = makeStepContext({ ports: { store, history } });
  const programs = {
    ...script.ports.programs,
    async runOpenClaw() {
      store.files.set(plist, 'new');
      store.files.set(added, 'A=1');
      return result;
    },
  };
  const keptCopy = copyId === null ? null : { copyId, paths: [plist, config, added] };
  const ports = { ...script.ports, programs };
  const context = { ...script, ports, runId: 'run-1', itemId: 'item', profile: null, keptCopy };
  const outcome = await performOpenClaw({ kind: 'run-openclaw', command, ...program }, context);
  return { outcome: outcome.outcome, announced: history.announced };
}

const exited = (exitCode: number): ProgramResult => ({
  kind: 'exited',
  exitCode,
  stdout: '',
  stderr: '',
  durationMs: 1,
});
const ours = [
  { file: plist, sha256: expect.any(String), runId: 'run-1' },
  { file: added, sha256: expect.any(String), runId: 'run-1' },
];

test('what it wrote for us is announced as ours, and nothing else', async () => {
  expect(await install(exited(0), 'gateway-install-force', 'copy')).toEqual({ outcome: 'done', announced: ours });
});

test('also what it wrote before it failed', async () => {
  expect(await install(exited(1), 'gateway-install-force', 'copy')).toEqual({ outcome: 'failed', announced: ours });
  const late = await install({ kind: 'timed-out', durationMs: 1 }, 'gateway-install-force', 'copy');
  expect(late).toEqual({ outcome: 'timed-out', announced: ours });
});

test('nothing is claimed that nobody can compare, or that only checks', async () => {
  expect(await install(exited(0), 'gateway-install-force', null)).toEqual({ outcome: 'done', announced: [] });
  expect(await install(exited(0), 'config-validate', 'copy')).toEqual({ outcome: 'done', announced: [] });
});
