import { describe, expect, test } from 'vitest';
import type { FindingCode } from '../../../app/core/model/finding.ts';
import type { RepairOffer } from '../../../app/core/model/repair.ts';
import { configurationScenarios } from '../../law/scenarios/configuration.ts';
import { checkedAs, idleWith, makeFormer, makeIssue, settingsNow, writtenAs } from '../make-configuration.ts';
import { makeMemory, type Machine } from '../make-machine.ts';
import { at, configPath, minutes } from '../make-moment.ts';
import { SecretMark } from '../../../app/core/model/setting.ts';
import { makeSnapshot } from '../make-snapshot.ts';
import { climb, offerFor, outline } from './offers.ts';

type Code = keyof typeof configurationScenarios & FindingCode;

const fromVersion = { kind: 'version', id: 'v1' } as const;

/** Every offer in turn: a plan by its rung and steps, anything else by what it says. */
function ladder(code: Code, name: string): readonly unknown[] {
  const machines: readonly Machine[] = configurationScenarios[code];
  const machine = machines.find((each) => each.name === name);
  if (machine === undefined) throw new Error(`no machine: ${name}`);
  return climb(code, machine).flatMap(({ offers }) => offers.map(summary));
}

function summary(offer: RepairOffer): unknown {
  if (offer.kind === 'instructions') return offer.commands;
  if (offer.kind === 'refusal') return [offer.reason, ...Object.values(offer.args)].join(' ');
  const asks = offer.questions.map(({ code }) => code);
  return [
    offer.rung,
    offer.reach,
    String(offer.verify.goal),
    ...outline(offer.steps),
    ...asks.map((code) => `asks ${code}`),
  ].join(' ');
}

const editsOf = (offer: RepairOffer) =>
  offer.kind === 'repair' ? offer.steps.flatMap((step) => (step.kind === 'edit-config' ? step.edits : [])) : [];

test.each([
  {
    code: 'config-syntax',
    name: 'a doubled comma, and a version from before it',
    offers: [
      expect.stringMatching(/^restore-last-parsable safe serving keep-copy restore-version config-validate/),
      expect.any(Array),
    ],
  },
  {
    code: 'config-invalid',
    name: 'a setting that it does not know',
    offers: [
      'remove-unknown safe null keep-copy edit-config config-validate',
      'restore-last-ran safe null keep-copy restore-version config-validate',
      [`nano +12 ${configPath}`, 'openclaw config validate'],
    ],
  },
  {
    code: 'config-invalid',
    name: 'settings of a newer OpenClaw',
    offers: [[`nano +12 ${configPath}`, 'openclaw config validate']],
  },
  {
    code: 'config-clobber',
    name: 'the channels are gone',
    offers: [
      'copy-lost safe null keep-copy edit-config config-validate asks only-likely',
      'restore-previous safe null keep-copy restore-version config-validate asks only-likely',
      [`ls -lt ${configPath}*`],
    ],
  },
  {
    code: 'config-clobber',
    name: 'OpenClaw has put an older one in its place',
    offers: [[`diff ${configPath}.clobbered.2026-09-20T09-30-00-000Z ${configPath}`]],
  },
  {
    code: 'mode-missing',
    name: 'another computer is named',
    offers: [['openclaw config set gateway.mode local', 'openclaw gateway restart']],
  },
  {
    code: 'redacted-written',
    name: 'a key that a former version still has',
    offers: [
      'copy-keys safe null keep-copy edit-config config-validate',
      [`grep -n '__OPENCLAW_REDACTED__' ${configPath}`, 'openclaw configure'],
    ],
  },
  {
    code: 'reload-loop',
    name: 'restarted by the same setting',
    offers: [[expect.stringContaining('[reload'), `lsof ${configPath}`]],
  },
  {
    code: 'restart-pending',
    name: 'seen, and nothing said',
    offers: [
      expect.stringMatching(/^restart-once interrupts serving config-validate keep-copy restart/),
      'tried-all 1',
    ],
  },
] as const)('$code: $name', ({ code, name, offers }) => {
  expect(ladder(code, name)).toEqual(offers);
});

describe('what is edited', () => {
  test('exactly the settings that OpenClaw does not know', () => {
    const settings = { gateway: { mode: 'local', bogus: 1 }, 'my.tools': { x: 1 }, tools: { profile: 'coding' } };
    const snapshot = makeSnapshot({
      ...writtenAs({ settings }),
      ...checkedAs(makeIssue(), makeIssue({ path: '["my.tools"]', setting: ['my.tools'] })),
    });
    expect(editsOf(offerFor('config-invalid', { name: 'two', snapshot }))).toEqual([
      { op: 'remove', path: ['gateway', 'bogus'] },
      { op: 'remove', path: ['my.tools'] },
    ]);
  });

  test('what was lost, and nothing that was written since', () => {
    const [machine] = configurationScenarios['config-clobber'];
    expect(editsOf(offerFor('config-clobber', machine))).toEqual([
      { op: 'copy', path: ['gateway', 'auth'], from: fromVersion },
      { op: 'copy', path: ['channels'], from: fromVersion },
    ]);
  });

  test('the mode, and a token that is none', () => {
    const odd = new SecretMark('1f76c0de', 'odd');
    const snapshot = idleWith(
      writtenAs({
        settings: { gateway: { mode: 'remote', remote: { url: 'ws://10.0.0.2:1', token: odd } } },
        mode: 'remote',
      }),
    );
    const offer = offerFor('mode-remote-flip', { name: 'odd', snapshot });
    expect(editsOf(offer)).toEqual([
      { op: 'set', path: ['gateway', 'mode'], value: 'local' },
      { op: 'remove', path: ['gateway', 'remote', 'token'] },
    ]);
    expect(offer).toMatchObject({ questions: [{ code: 'only-likely' }], verify: { goal: null } });
  });
});

const accounts = (...entries: readonly (readonly [string, SecretMark])[]) => ({
  gateway: { mode: 'local' },
  channels: { x: { accounts: entries.map(([id, token]) => ({ id, token })) } },
});

const copiesFor = (now: ReturnType<typeof accounts>, before: ReturnType<typeof accounts>) =>
  editsOf(
    offerFor('redacted-written', {
      name: 'x',
      snapshot: makeSnapshot(writtenAs({ settings: now, former: makeFormer(before) })),
    }),
  );

describe('a key comes back', () => {
  const ordinary = new SecretMark('1f76c0de', 'ordinary');
  const redacted = new SecretMark('2a2a2a2a', 'redacted');
  test('to the same entry of a list', () => {
    expect(copiesFor(accounts(['a', redacted]), accounts(['a', ordinary]))).toEqual([
      { op: 'copy', path: ['channels', 'x', 'accounts', 0, 'token'], from: fromVersion },
    ]);
  });

  test('not to another one, and not from a version that has none either', () => {
    expect(copiesFor(accounts(['b', redacted]), accounts(['a', ordinary]))).toEqual([]);
    expect(copiesFor(accounts(['a', redacted]), accounts(['a', redacted]))).toEqual([]);
  });
});

describe('what else is wrong is mended first', () => {
  test('the mode is missing because of who overwrote the file', () => {
    const snapshot = idleWith(
      writtenAs({
        settings: { gateway: { port: 1 } },
        mode: null,
        former: makeFormer(settingsNow),
        now: {
          at: at - minutes,
          by: { kind: 'openclaw', command: 'configure' },
          changed: [{ path: 'gateway.mode', kind: 'removed', before: '"local"', after: null }],
        },
      }),
    );
    expect(summary(offerFor('mode-missing', { name: 'x', snapshot }))).toBe('other-first config-clobber');
  });

  test('nothing is brought up that was stopped on purpose', () => {
    const memory = makeMemory({ lastAction: { action: 'stop', at: at - 20 * minutes, succeeded: true } });
    const snapshot = idleWith({ ...writtenAs({ settings: { gateway: { port: 1 } }, mode: null }) });
    expect(summary(offerFor('mode-missing', { name: 'x', snapshot, memory }))).toBe(
      'set-local safe null keep-copy edit-config config-validate',
    );
  });
});
