import { describe, expect, test } from 'vitest';
import { deriveFacts } from '../../../app/core/facts.ts';
import { emptyMemory } from '../../../app/core/model/memory.ts';
import { known } from '../../../app/core/model/reading.ts';
import type { RepairOffer } from '../../../app/core/model/repair.ts';
import type { Snapshot } from '../../../app/core/model/snapshot.ts';
import type { Locale } from '../../../app/core/model/view.ts';
import type { Restore, RestoreWish } from '../../../app/core/model/wish.ts';
import { derivePortOwner } from '../../../app/core/port-owner.ts';
import { derivePreviewView } from '../../../app/core/preview-view.ts';
import { planWish } from '../../../app/core/wishes/index.ts';
import { makeMarkers, makeProcess, makeSnapshot, makeStatus, readAt } from '../../fakes/snapshots.ts';
import { configPath } from '../../fakes/versions.ts';

const source = { kind: 'version', id: 'v1' } as const;
const config: Restore = { file: configPath, kind: 'config', versionId: 'v1', source, at: readAt - 60_000, edits: null };
const port: Restore = { ...config, edits: [{ op: 'copy', path: ['gateway', 'port'], from: source }] };
const models: Restore = { ...config, file: '/Users/alice/.openclaw/agents/main/agent/models.json', kind: 'models' };
const wish = (restore: Restore, change: Partial<RestoreWish> = {}): RestoreWish => ({
  code: restore.edits === null ? 'restore-version' : 'restore-keys',
  restores: [restore],
  overtaken: [],
  ...change,
});

function plan(wished: RestoreWish, machine: Partial<Snapshot> = {}, memory = emptyMemory): RepairOffer {
  const snapshot = makeSnapshot(machine);
  const context = { snapshot, status: makeStatus(), memory, tried: [], askedToEnd: [], devices: null };
  return planWish(wished, {
    ...context,
    facts: deriveFacts(snapshot, memory),
    owner: derivePortOwner(snapshot),
  });
}

const kinds = (offer: RepairOffer) => (offer.kind === 'repair' ? offer.steps.map(({ kind }) => kind) : offer);

describe('the plan', () => {
  test('keeps a copy, changes the file, has OpenClaw check it, and touches no service', () => {
    expect(kinds(plan(wish(config)))).toEqual(['keep-copy', 'restore-version', 'run-openclaw']);
    expect(kinds(plan(wish(port)))).toEqual(['keep-copy', 'edit-config', 'run-openclaw']);
  });

  test('relies on what the file holds, interrupts nothing, asks nothing, and holds for a while', () => {
    expect(plan(wish(port))).toMatchObject({
      code: 'restore-keys',
      findingId: 'restore-keys:v1',
      reach: 'safe',
      questions: [],
      verify: { gone: [], goal: null, holdMs: 15_000 },
      basedOn: expect.arrayContaining([{ kind: 'file', path: configPath, sha256: null }]),
    });
  });

  test('of a file that is no configuration is checked by nobody', () => {
    expect(kinds(plan(wish(models)))).toEqual(['keep-copy', 'restore-version']);
  });

  test('asks where a newer change would be lost', () => {
    const overtaken = ['gateway.port'];
    expect(plan(wish(port, { code: 'undo-drift', overtaken }))).toMatchObject({
      questions: [{ code: 'overtaken', settings: overtaken }],
    });
  });

  test('is about every file of a drift', () => {
    const other: Restore = { ...port, file: '/Users/alice/.openclaw/models.json5', kind: 'include', versionId: 'w1' };
    const offer = plan({ code: 'undo-drift', restores: [port, other], overtaken: [] });
    expect(offer).toMatchObject({ findingId: 'undo-drift:v1+w1' });
    expect(kinds(offer)).toEqual(['keep-copy', 'edit-config', 'edit-config', 'run-openclaw']);
  });
});

describe('is refused', () => {
  test('while something else is done, or OpenClaw is updated', () => {
    const busy = { ...emptyMemory, activity: { action: 'restart', startedAt: readAt } } as const;
    expect(plan(wish(port), {}, busy)).toMatchObject({ kind: 'refusal', reason: 'busy' });
    const processes = known([makeProcess({ role: 'maintenance', commandLine: 'npm install openclaw' })], readAt);
    expect(plan(wish(port), { processes })).toMatchObject({ kind: 'refusal', reason: 'maintenance-running' });
  });

  test('where the configuration is not for tools to write', () => {
    const markers = known(makeMarkers({ nixMode: true }), readAt);
    expect(plan(wish(config), { markers })).toMatchObject({ kind: 'refusal', reason: 'hands-off' });
  });
});

test('who else runs the gateway forbids nothing: the file is this person’s own', () => {
  const markers = known(makeMarkers({ externalSupervisor: true, launchAgentDisabled: true }), readAt);
  expect(plan(wish(config), { markers }).kind).toBe('repair');
});

const shown = (wished: RestoreWish, locale: Locale) => {
  const { title, whatIsWrong, executeLabel } = derivePreviewView(
    { offer: plan(wished), exact: [], wish: wished },
    { finding: null, now: readAt },
    { locale, timeZone: 'UTC' },
  );
  return [title, whatIsWrong, executeLabel];
};

describe('the words of the preview', () => {
  test('a version', () => {
    expect(shown(wish(config), 'en')).toEqual([
      'Restore openclaw.json of 11:59',
      'openclaw.json gets the content that it had at 11:59. What it holds now stays in the history.',
      'Restore',
    ]);
  });

  test('settings', () => {
    expect(shown(wish(port), 'zh-Hans')).toEqual([
      '恢复 11:59 时 openclaw.json 的设置',
      '恢复为 11:59 时的值：gateway.port。其余内容和注释保持不变。',
      '恢复',
    ]);
  });

  test('a drift', () => {
    expect(shown(wish(port, { code: 'undo-drift' }), 'en')).toEqual([
      'Take back what was changed in openclaw.json',
      'Back to what it was at 11:59: gateway.port. Everything else stays as it is, comments too.',
      'Take Back',
    ]);
  });
});
