import { known } from '../../../app/core/model/reading.ts';
import {
  deviceId,
  deviceRefused,
  lockedOut,
  logOf,
  makeFileDevices,
  makeNewMac,
  makeOldMac,
  makePaired,
  placesOf,
  refusal,
  refusals,
  replacedDevices,
  settingsWith,
  staleDevice,
  tokenMark,
} from '../make-access.ts';
import { at, gatewayStartedAt, seconds } from '../make-moment.ts';
import { makeServiceEnvironment, makeDefinition } from '../make-service.ts';
import { makeProcess } from '../make-running.ts';
import { checkRule } from './check-rule.ts';

const mismatch = (client: string, count?: number) =>
  refusals('device-token-mismatch', 'device_token_mismatch', client, count);

checkRule('devtoken-mismatch', {
  silent: [
    { name: 'all agrees (2026.3.13)', snapshot: makeOldMac() },
    { name: 'a database, of which nothing was asked (2026.9.6)', snapshot: makeNewMac() },
    {
      name: 'refused twice: a client forgets what was refused',
      snapshot: makeNewMac({ log: logOf(mismatch('openclaw-ios', 2)) }),
    },
    {
      name: 'a dashboard in a browser, which is a finding of its own',
      snapshot: makeNewMac({ log: logOf(mismatch('openclaw-control-ui', 5)) }),
    },
    {
      name: 'refused in the first minute after a restart',
      snapshot: makeNewMac({
        processes: known([makeProcess({ startedAt: at - 40 * seconds })], at),
        log: logOf(
          [1, 2, 3].map((ago) => refusal('device-token-mismatch', 'device_token_mismatch', 'cli', ago * 5 * seconds)),
        ),
      }),
    },
    {
      name: 'refused before, and what is kept agrees again (2026.3.13)',
      snapshot: makeOldMac({ log: logOf(mismatch('cli', 5)) }),
    },
    {
      name: 'nothing is kept any more: the next connection brings a token (2026.3.13)',
      snapshot: makeOldMac({ devices: known(makeFileDevices({ cache: null }), at), log: logOf(mismatch('cli', 5)) }),
    },
    {
      name: 'what is kept belongs to an identity of before, and is passed over',
      snapshot: makeOldMac({
        devices: known(
          makeFileDevices({ cache: { path: '/x', deviceId: 'another', tokens: replacedDevices.cache?.tokens ?? [] } }),
          at,
        ),
      }),
    },
    {
      name: 'the gateway keeps its devices in another folder',
      snapshot: {
        ...staleDevice(),
        definition: known(
          makeDefinition({ environment: makeServiceEnvironment({ stateDir: '/Users/alice/.openclaw-work' }) }),
          at,
        ),
      },
    },
    {
      name: 'the gateway’s list could not be read',
      snapshot: makeOldMac({ devices: known(makeFileDevices({ paired: null }), at) }),
    },
  ],
  loud: [
    {
      name: 'replaced, beside a shared token: it heals with the next connection',
      snapshot: staleDevice(),
      subject: 'cli',
      severity: 'notice',
      certainty: 'certain',
      args: { state: 'replaced', client: 'cli', count: 0, heals: true },
      evidence: ['ec4c0d58… operator: ••• 1f76', 'ec4c0d58… paired, ••• a0b1'],
    },
    {
      name: 'replaced, without a shared secret: locked out',
      snapshot: lockedOut(),
      subject: 'cli',
      severity: 'degraded',
      certainty: 'certain',
      args: { state: 'replaced', client: 'cli', count: 0, heals: false },
      evidence: ['ec4c0d58… operator: ••• 1f76'],
    },
    {
      name: 'no longer paired, and refused',
      snapshot: makeOldMac({
        devices: known(makeFileDevices({ paired: [] }), at),
        log: logOf(mismatch('cli', 1)),
      }),
      subject: 'cli',
      severity: 'notice',
      certainty: 'certain',
      args: { state: 'unpaired', client: 'cli', count: 1, heals: true },
      evidence: ['ec4c0d58… not paired'],
    },
    {
      name: 'revoked',
      snapshot: makeOldMac({
        devices: known(
          makeFileDevices({
            paired: [
              makePaired({
                deviceId,
                tokens: [
                  {
                    role: 'operator',
                    token: tokenMark,
                    scopes: ['operator.admin', 'operator.read'],
                    createdAt: gatewayStartedAt,
                    rotatedAt: null,
                    revokedAt: at,
                    lastUsedAt: null,
                  },
                ],
              }),
            ],
          }),
          at,
        ),
      }),
      subject: 'cli',
      severity: 'notice',
      certainty: 'certain',
      args: { state: 'revoked', client: 'cli', count: 0, heals: true },
      evidence: ['ec4c0d58… paired, ••• 1f76, revoked'],
    },
    {
      name: 'the command line is refused again and again by a gateway without a token of its own (2026.9.6)',
      snapshot: deviceRefused('cli'),
      subject: 'cli',
      severity: 'degraded',
      certainty: 'likely',
      args: { state: 'refused', client: 'cli', count: 3, heals: null },
      evidence: ['[ws] unauthorized conn=c1 remote=127.0.0.1 client=cli cli v1 reason=device_token_mismatch'],
    },
    {
      name: 'a phone, beside a command line that is well (2026.3.13)',
      snapshot: makeOldMac({
        settings: settingsWith({ auth: { mode: 'token', token: tokenMark } }),
        credentials: placesOf(),
        log: logOf(mismatch('openclaw-ios', 4)),
      }),
      subject: 'openclaw-ios',
      severity: 'degraded',
      certainty: 'likely',
      args: { state: 'refused', client: 'openclaw-ios', count: 4, heals: null },
      evidence: [],
    },
  ],
});
