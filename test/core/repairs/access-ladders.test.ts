import { describe, expect, test } from 'vitest';
import type { FindingCode } from '../../../app/core/model/finding.ts';
import { absent, known } from '../../../app/core/model/reading.ts';
import type { RepairOffer } from '../../../app/core/model/repair.ts';
import { SecretMark } from '../../../app/core/model/setting.ts';
import type { Snapshot } from '../../../app/core/model/snapshot.ts';
import {
  blockedOrigins,
  brokenKeys,
  dashboardRefused,
  deviceId,
  deviceRefused,
  driftIn,
  holding,
  keptWith,
  lockedOut,
  makeNewMac,
  makeOldMac,
  openMac,
  otherMark,
  ownToken,
  placesOf,
  refusedBind,
  replacedDevices,
  runtimeTokenMac,
  settingsWith,
  staleDevice,
  trapped,
  tokenBackup,
  withBackedUpToken,
  withFormerToken,
  withoutToken,
} from '../make-access.ts';
import { at, configPath, hours, minutes, seconds } from '../make-moment.ts';
import { makeDefinition } from '../make-service.ts';
import { makeHistoryFacts } from '../make-stores.ts';
import { climb, outline } from './offers.ts';

/** Every rung in turn: its name and its steps; at last what a person must do, or why nothing is offered. */
function rungsOf(code: FindingCode, snapshot: Snapshot): readonly string[] {
  const [climbed] = climb(code, { name: code, snapshot });
  return (climbed?.offers ?? []).map(tell);
}

function tell(offer: RepairOffer): string {
  if (offer.kind === 'instructions') return offer.commands.join(' && ');
  if (offer.kind === 'refusal') return `no: ${offer.reason} ${JSON.stringify(offer.args)}`;
  const asks = offer.questions.map(({ code }) => `${code}?`);
  return [`${offer.rung}:`, ...outline(offer.steps), ...asks].join(' ');
}

function copyFrom(snapshot: Snapshot): unknown {
  const [first] = climb('token-missing', { name: 'x', snapshot })[0]?.offers ?? [];
  const steps = first?.kind === 'repair' ? first.steps : [];
  return steps.flatMap((step) => (step.kind === 'edit-config' ? step.edits : []))[0];
}

const restart = 'restart-loaded-service until gateway-serves';

describe('the token', () => {
  test('that was lost comes back out of the newest version that had it', () => {
    const [first] = climb('token-missing', { name: 'x', snapshot: withFormerToken() })[0]?.offers ?? [];
    expect(first).toMatchObject({
      rung: 'restore-token',
      steps: [
        { kind: 'keep-copy', paths: [configPath] },
        {
          kind: 'edit-config',
          path: configPath,
          edits: [{ op: 'copy', path: ['gateway', 'auth', 'token'], from: { kind: 'version', id: 'v-20260918-1' } }],
        },
        { kind: 'run-openclaw' },
        { kind: 'restart-loaded-service' },
        { kind: 'wait-until' },
      ],
    });
  });

  test('is not taken from a version that has a word there too, but from the newest that has one', () => {
    const word = settingsWith({ auth: { mode: 'token', token: new SecretMark('00c0ffee', 'not-a-value') } });
    const history = known(
      makeHistoryFacts({
        previous: keptWith(word, { id: 'v-word', at: at - hours }),
        lastRan: keptWith(ownToken, { id: 'v-old', at: at - 30 * hours }),
        inForce: keptWith(ownToken, { id: 'v-newer', at: at - 20 * hours }),
      }),
      at,
    );
    const [first] = climb('token-missing', { name: 'x', snapshot: { ...withFormerToken(), history } })[0]?.offers ?? [];
    expect(JSON.stringify(first)).toContain('"id":"v-newer"');
  });

  test('comes out of OpenClaw’s own copy where no kept version has it', () => {
    expect(copyFrom(withBackedUpToken())).toEqual({
      op: 'copy',
      path: ['gateway', 'auth', 'token'],
      from: { kind: 'backup', path: `${configPath}.bak.1`, sha256: 'beef' },
    });
  });

  test.each([
    ['an older version', { at: at - 11 * hours }, 'backup'],
    ['a newer version', { at: at - 9 * hours }, 'version'],
    ['an older version of the same content, which stays', { at: at - 11 * hours, sha256: 'beef' }, 'version'],
  ])('comes out of the newest: %s', (_name, change, kind) => {
    const facts = makeHistoryFacts({ tokenCopy: tokenBackup, lastRan: keptWith(ownToken, change) });
    const snapshot = { ...withFormerToken(), history: known(facts, at) };
    expect(copyFrom(snapshot)).toMatchObject({ from: { kind } });
  });

  test('is made anew by a person only', () => {
    expect(rungsOf('token-missing', withoutToken())).toEqual([
      'openclaw doctor --fix --generate-gateway-token && openclaw gateway restart && openclaw dashboard',
    ]);
  });

  test('brings a gateway up that does not run', () => {
    const history = known(makeHistoryFacts({ lastRan: keptWith(ownToken) }), at);
    expect(rungsOf('token-missing', { ...withoutToken(), history })[0]).toBe(
      'restore-token: keep-copy edit-config config-validate start-loaded-service until gateway-serves',
    );
  });
});

describe('a copy that is not the gateway’s goes where it stands', () => {
  const name = 'OPENCLAW_GATEWAY_TOKEN';

  test.each<readonly [string, Snapshot, readonly string[]]>([
    [
      '.env',
      driftIn('state-dotenv'),
      ['remove-line: keep-copy remove-env-line', `grep -n ${name} /Users/alice/.openclaw/.env`],
    ],
    [
      'the login session',
      driftIn('login-session'),
      ['unset-variable: unset-login-variable', `launchctl unsetenv ${name}`],
    ],
    [
      'the shell: only a person can',
      driftIn('shell'),
      [`grep -n ${name} ~/.zshrc ~/.zprofile ~/.zshenv ~/.bash_profile ~/.bashrc ~/.profile && unset ${name}`],
    ],
    [
      'the service: written anew',
      driftIn('service'),
      [
        'reinstall: keep-copy gateway-install-force until gateway-serves',
        'openclaw gateway install --force && openclaw gateway restart',
      ],
    ],
    [
      'what is for elsewhere',
      driftIn('remote'),
      ['remove-remote: keep-copy edit-config config-validate', 'openclaw config unset gateway.remote.token'],
    ],
    [
      'a gateway that goes on with its own',
      runtimeTokenMac(),
      [`restart: config-validate keep-copy ${restart} only-likely?`, 'openclaw gateway restart'],
    ],
  ])('%s', (_name, snapshot, rungs) => {
    expect(rungsOf('gwtoken-drift', snapshot)).toEqual(rungs);
  });

  test('a token that only the service has is a person’s decision: another one breaks every client', () => {
    const snapshot = makeNewMac({
      settings: settingsWith({ auth: { mode: 'token' } }),
      credentials: placesOf(holding('service', otherMark)),
    });
    expect(rungsOf('gwtoken-drift', snapshot)).toEqual([
      'openclaw configure --section gateway && openclaw gateway install --force',
    ]);
  });
});

describe('a device’s token', () => {
  test('first what is kept here, then this one device', () => {
    expect(rungsOf('devtoken-mismatch', staleDevice())).toEqual([
      'move-cache: move-aside',
      'remove-device: move-aside manage-device remove-device?',
      'openclaw devices list',
    ]);
    const removal = climb('devtoken-mismatch', { name: 'x', snapshot: staleDevice() })[0]?.offers[1];
    expect(JSON.stringify(removal)).toContain(`"command":"remove","id":"${deviceId}"`);
  });

  test('after the shared token, which may be all that is wrong', () => {
    const snapshot = makeOldMac({
      devices: known(replacedDevices, at),
      credentials: placesOf(holding('state-dotenv', otherMark)),
    });
    expect(rungsOf('devtoken-mismatch', snapshot)).toEqual(['no: other-first {"first":"gwtoken-drift"}']);
  });

  test('without a shared one nothing is moved: there would be no way in at all', () => {
    expect(rungsOf('devtoken-mismatch', lockedOut())).toEqual(['openclaw devices list']);
  });

  test('of a gateway that makes its own token, a restart tells the command line anew (2026.9.6)', () => {
    expect(rungsOf('devtoken-mismatch', deviceRefused('cli'))).toEqual([
      `restart: config-validate keep-copy ${restart} only-likely?`,
      'openclaw devices list',
    ]);
  });

  test('of a phone is a matter of a person', () => {
    expect(rungsOf('devtoken-mismatch', deviceRefused('openclaw-ios'))).toEqual([
      'openclaw devices list && openclaw devices remove DEVICE',
    ]);
  });

  test('whose keys do not fit goes aside together with its identity', () => {
    expect(rungsOf('devsig-invalid', brokenKeys())[0]).toBe('renew-identity: move-aside move-aside');
  });
});

describe('a request of the own device', () => {
  test('ends by itself, or a person approves exactly this one', () => {
    expect(rungsOf('pairing-loop', trapped())).toEqual([
      'wait: wait',
      'approve: manage-device approve-request?',
      'openclaw devices list && openclaw devices approve req-own',
    ]);
  });

  test('is waited for until it is over, and some seconds more', () => {
    const [first] = climb('pairing-loop', { name: 'x', snapshot: trapped() })[0]?.offers ?? [];
    expect(first).toMatchObject({ steps: [{ waitMs: 4 * minutes + 5 * seconds, until: 'request-over' }] });
  });

  test('without a program that could be asked is waited for only', () => {
    const snapshot = { ...trapped(), definition: absent(at), install: absent(at) } as Snapshot;
    expect(rungsOf('pairing-loop', snapshot).filter((rung) => rung.startsWith('approve'))).toEqual([]);
  });
});

describe('who may come in', () => {
  test('the browser forgets by a person’s hand', () => {
    expect(rungsOf('controlui-stale', dashboardRefused('token-mismatch', 'token_mismatch'))).toEqual([
      'openclaw dashboard',
    ]);
  });

  test('exactly one address joins those that are there', () => {
    const snapshot = blockedOrigins({ allowedOrigins: ['https://alice.example'] });
    const [first] = climb('origin-blocked', { name: 'x', snapshot })[0]?.offers ?? [];
    expect(tell(first as RepairOffer)).toBe('allow-origin: keep-copy edit-config config-validate allow-origin?');
    expect(JSON.stringify(first)).toContain('"value":["https://alice.example","http://192.168.1.5:18789"]');
  });

  test('a gateway that does not follow its configuration is restarted', () => {
    const snapshot = makeNewMac({
      settings: settingsWith({ auth: { mode: 'none' }, reload: { mode: 'off' } }),
      log: blockedOrigins().log,
    });
    expect(rungsOf('origin-blocked', snapshot)[0]).toContain(restart);
  });

  test('back to this computer alone, after a question', () => {
    expect(rungsOf('bind-exposed', openMac())[0]).toBe(
      `loopback: keep-copy edit-config config-validate ${restart} close-network?`,
    );
    expect(rungsOf('bind-exposed', refusedBind())[0]).toContain('start-loaded-service');
  });

  test('not where the service’s own arguments say otherwise', () => {
    const definition = known(makeDefinition({ command: ['node', 'index.js', 'gateway', '--bind=lan'] }), at);
    expect(rungsOf('bind-exposed', openMac({ definition }))).toEqual([
      'openclaw config set gateway.bind loopback && openclaw gateway install --force',
    ]);
  });
});
