import { describe, expect, test } from 'vitest';
import type { RepairSubject } from '../../../app/core/model/repair.ts';
import { absent, known } from '../../../app/core/model/reading.ts';
import type { Settings } from '../../../app/core/model/setting.ts';
import type { Snapshot } from '../../../app/core/model/snapshot.ts';
import { planConfigEdit, planRestore, type RestartWish } from '../../../app/core/repairs/edit.ts';
import { settingsNow, writtenAs } from '../make-configuration.ts';
import { makeIdleMac } from '../make-machine.ts';
import { at, configPath } from '../make-moment.ts';
import type { Change } from '../make-moment.ts';
import { cannotRead, makeBrokenConfig, makeConfig, makeConfigContent, makeMarkers } from '../make-running.ts';
import { makeDefinition, makeUnloadedService } from '../make-service.ts';
import { makeSnapshot } from '../make-snapshot.ts';
import { makeContext, outline } from './offers.ts';

const finding: RepairSubject = { code: 'mode-missing', id: 'mode-missing:x', certainty: 'certain' };
const include = configPath.replace('openclaw.json', 'gateway.json5');
const written = writtenAs({ settings: settingsNow });
const port = { op: 'set', path: ['gateway', 'port'], value: 18_790 } as const;

function plan(
  change: Change<Snapshot> = {},
  edits = [port] as Parameters<typeof planConfigEdit>[2]['edits'],
  restart: RestartWish = 'never',
) {
  const context = makeContext({ name: 'a machine', snapshot: makeSnapshot({ ...written, ...change }) });
  return planConfigEdit(finding, context, { rung: 'edit', edits, restart });
}

/** The configuration in two files: `main`, and what it includes. */
function inTwo(main: Settings, other: Settings, whole: Settings) {
  const files = [
    { path: configPath, settings: main },
    { path: include, settings: other },
  ];
  const content = makeConfigContent({ settings: whole, files, includes: [include] });
  return { config: known(makeConfig({ content }), at) };
}

describe('an edit', () => {
  test('comes after a copy, before the validation, and asks for no restart', () => {
    const offer = plan();
    expect(offer).toMatchObject({
      kind: 'repair',
      reach: 'safe',
      questions: [],
      verify: { goal: null },
      steps: [
        { kind: 'keep-copy', paths: [configPath] },
        { kind: 'edit-config', path: configPath, edits: [port] },
        { kind: 'run-openclaw', command: 'config-validate' },
      ],
    });
    expect(offer.kind === 'repair' && offer.basedOn).toContainEqual({ kind: 'file', path: configPath, sha256: null });
  });

  test.each<[string, RestartWish, Change<Snapshot>, readonly string[]]>([
    ['of what runs', 'if-running', {}, ['restart-loaded-service', 'until gateway-serves']],
    ['of what runs, to be brought up', 'bring-up', {}, ['restart-loaded-service', 'until gateway-serves']],
  ])('with a restart %s interrupts', (_what, restart, change, steps) => {
    const offer = plan(change, [port], restart);
    expect(offer).toMatchObject({ kind: 'repair', reach: 'interrupts', verify: { goal: 'serving' } });
    expect(offer.kind === 'repair' && outline(offer.steps).slice(3)).toEqual(steps);
  });

  test.each<[RestartWish, readonly string[]]>([
    ['if-running', []],
    ['bring-up', ['enable-service', 'load-service', 'until gateway-serves']],
  ])('on a gateway at rest: %s', (restart, steps) => {
    const snapshot = makeIdleMac(makeUnloadedService(), written);
    const offer = planConfigEdit(finding, makeContext({ name: '', snapshot }), {
      rung: 'edit',
      edits: [port],
      restart,
    });
    expect(offer).toMatchObject({ kind: 'repair', reach: 'safe' });
    expect(offer.kind === 'repair' && outline(offer.steps).slice(3)).toEqual(steps);
  });

  test('without a program to ask is not validated', () => {
    const offer = plan({ definition: known(makeDefinition({ entryExists: false }), at) });
    expect(offer.kind === 'repair' && outline(offer.steps)).toEqual(['keep-copy', 'edit-config']);
  });

  test('goes into the file in which the setting is written', () => {
    const two = inTwo(
      { gateway: { $include: './gateway.json5' }, tools: {} },
      { port: 18_789 },
      { gateway: { port: 18_789 }, tools: {} },
    );
    const tools = { op: 'set', path: ['tools', 'profile'], value: 'full' } as const;
    expect(plan(two, [port, tools])).toMatchObject({
      steps: [
        { kind: 'keep-copy', paths: [configPath, include] },
        { kind: 'edit-config', path: include, edits: [{ ...port, path: ['port'] }] },
        { kind: 'edit-config', path: configPath, edits: [tools] },
        { kind: 'run-openclaw' },
      ],
    });
  });

  test('that removes a setting removes it wherever it is written', () => {
    const both = inTwo({ gateway: { $include: './gateway.json5', port: 2 } }, { port: 1 }, { gateway: { port: 2 } });
    const offer = plan(both, [{ op: 'remove', path: ['gateway', 'port'] }]);
    expect(offer).toMatchObject({
      steps: [
        { kind: 'keep-copy' },
        { path: configPath, edits: [{ op: 'remove', path: ['gateway', 'port'] }] },
        { path: include, edits: [{ op: 'remove', path: ['port'] }] },
        { kind: 'run-openclaw' },
      ],
    });
  });
});

describe('is refused', () => {
  const shared = inTwo(
    { gateway: { $include: './gateway.json5' }, other: { $include: './gateway.json5' } },
    { port: 1 },
    { gateway: { port: 1 }, other: { port: 1 } },
  );
  const spread = inTwo(
    { gateway: { $include: './gateway.json5', auth: { mode: 'token' } } },
    { auth: { allowTailscale: true } },
    { gateway: { auth: { mode: 'token', allowTailscale: true } } },
  );
  test.each<[string, Change<Snapshot>, object]>([
    ['a file that cannot be read', { config: cannotRead() }, { reason: 'cannot-tell', args: { probe: 'config' } }],
    ['a file that is not there', { config: absent(at) }, { reason: 'cannot-tell', args: { probe: 'config' } }],
    [
      'a broken file',
      { config: known(makeBrokenConfig(), at) },
      { reason: 'other-first', args: { first: 'config-syntax' } },
    ],
    ['Nix', { markers: known(makeMarkers({ nixMode: true }), at) }, { reason: 'hands-off', args: { owner: 'nix' } }],
    [
      'a service that is told not to',
      {
        definition: known(
          makeDefinition({ environment: { ...makeDefinition().environment, names: ['OPENCLAW_CONFIG_READONLY'] } }),
          at,
        ),
      },
      { reason: 'hands-off', args: { owner: 'read-only' } },
    ],
    [
      'a shell that is told not to',
      { environment: { ...makeSnapshot().environment, variables: { OPENCLAW_CONFIG_READONLY: '1' } } },
      { reason: 'hands-off', args: { owner: 'read-only' } },
    ],
    [
      'a file that serves two places',
      shared,
      { reason: 'shared-include', args: { path: include, setting: 'gateway.port' } },
    ],
  ])('%s', (_what, change, refusal) => {
    expect(plan(change)).toMatchObject({ kind: 'refusal', ...refusal });
  });

  test('a group that is put together from two files', () => {
    const edit = { op: 'set', path: ['gateway', 'auth'], value: { mode: 'token' } } as const;
    expect(plan(spread, [edit])).toMatchObject({
      reason: 'shared-include',
      args: { path: configPath, setting: 'gateway.auth' },
    });
  });

  test('nothing to remove', () => {
    expect(plan({}, [{ op: 'remove', path: ['hooks'] }])).toMatchObject({ kind: 'refusal', reason: 'cannot-tell' });
  });
});

test('a restore needs no configuration that can be read, but leave to write one', () => {
  const source = { kind: 'version', id: 'v1' } as const;
  const restore = (change: Change<Snapshot>) =>
    planRestore(finding, makeContext({ name: '', snapshot: makeSnapshot(change) }), {
      rung: 'restore',
      path: configPath,
      source,
      restart: 'if-running',
    });
  expect(restore({ config: known(makeBrokenConfig(), at) })).toMatchObject({
    kind: 'repair',
    steps: [
      { kind: 'keep-copy', paths: [configPath] },
      { kind: 'restore-version', path: configPath, source },
      { kind: 'run-openclaw', command: 'config-validate' },
      { kind: 'restart-loaded-service' },
      { kind: 'wait-until' },
    ],
  });
  expect(restore({ markers: known(makeMarkers({ nixMode: true }), at) })).toMatchObject({ kind: 'refusal' });
});
