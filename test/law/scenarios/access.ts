import { askingNobody, keyAsName } from '../../core/provider-machines.ts';
import { known } from '../../../app/core/model/reading.ts';
import type { Machine } from '../../core/make-machine.ts';
import {
  blockedOrigins,
  brokenKeys,
  dashboardRefused,
  deviceRefused,
  deviceSignatureRefused,
  driftIn,
  lockedOut,
  logOf,
  makeOldMac,
  openMac,
  ownPairingRefused,
  ownToken,
  refusedBind,
  runtimeTokenMac,
  settingsWith,
  staleDevice,
  tokenMark,
  trapped,
  withBackedUpToken,
  withFormerToken,
  withoutToken,
} from '../../core/make-access.ts';
import { at, configPath, seconds } from '../../core/make-moment.ts';
import { makeConfig, makeConfigContent } from '../../core/make-running.ts';
import { makeDefinition } from '../../core/make-service.ts';
import { makeSnapshot } from '../../core/make-snapshot.ts';

/** Machines on which tokens, devices, or the way in are not in order. */
export const accessScenarios = {
  'token-missing': [
    { name: 'a word where the token was, and a kept version that had it', snapshot: withFormerToken() },
    { name: 'a word where the token was, and a copy of OpenClaw’s own that has it', snapshot: withBackedUpToken() },
    { name: 'a gateway that says that it has none', snapshot: withoutToken() },
    {
      name: 'a variable that nobody sets',
      snapshot: makeOldMac({ settings: settingsWith({ auth: { mode: 'token', token: '${MY_GATEWAY}' } }) }),
    },
  ],
  'gwtoken-drift': [
    { name: 'another token in .env (2026.3.13)', snapshot: driftIn('state-dotenv') },
    { name: 'another token in the login session (2026.3.13)', snapshot: driftIn('login-session') },
    { name: 'another token in the shell (2026.3.13)', snapshot: driftIn('shell') },
    { name: 'another token baked into the service', snapshot: driftIn('service') },
    { name: 'a token for elsewhere that is sent here', snapshot: driftIn('remote') },
    { name: 'a gateway that keeps the token it made', snapshot: runtimeTokenMac() },
  ],
  'devtoken-mismatch': [
    { name: 'a token that was replaced, beside a shared one (2026.3.13)', snapshot: staleDevice() },
    { name: 'a token that was replaced, without a shared one (2026.3.13)', snapshot: lockedOut() },
    {
      name: 'a command line that is refused by a gateway without a token of its own (2026.9.6)',
      snapshot: deviceRefused('cli'),
    },
    { name: 'a phone that is refused', snapshot: deviceRefused('openclaw-ios') },
  ],
  'devsig-invalid': [
    { name: 'keys that do not fit (2026.3.13)', snapshot: brokenKeys() },
    { name: 'a program of somebody else', snapshot: deviceSignatureRefused() },
  ],
  'pairing-loop': [
    { name: 'a request of the own device waits (2026.3.13)', snapshot: trapped() },
    { name: 'the own command line is told to pair (2026.9.6)', snapshot: ownPairingRefused() },
  ],
  'controlui-stale': [
    { name: 'a tab with a token of before', snapshot: dashboardRefused('token-mismatch', 'token_mismatch') },
  ],
  'origin-blocked': [
    { name: 'a dashboard at an address of the network', snapshot: blockedOrigins() },
    {
      name: 'beside a list that holds a secret',
      snapshot: blockedOrigins({ allowedOrigins: ['https://alice.example', tokenMark] }),
    },
  ],
  'bind-exposed': [
    { name: 'open to the network, without a token', snapshot: openMac() },
    askingNobody,
    { name: 'a gateway that refuses to start so', snapshot: refusedBind() },
    {
      name: 'open by an argument of its service',
      snapshot: openMac({
        definition: known(makeDefinition({ command: ['node', 'index.js', 'gateway', '--bind', 'lan'] }), at),
      }),
    },
  ],
  'secret-leak': [
    {
      name: 'a configuration that others can read',
      snapshot: makeSnapshot({
        config: known(
          makeConfig({ path: configPath, fileMode: 0o644, content: makeConfigContent({ settings: ownToken }) }),
          at,
        ),
      }),
    },
    {
      name: 'a token among the arguments of the service',
      snapshot: makeSnapshot({
        definition: known(makeDefinition({ command: ['node', 'index.js', 'gateway', '--token', '***'] }), at),
      }),
    },
    {
      name: 'a link with a token in the log',
      snapshot: makeSnapshot({
        log: logOf([], [{ at: at - 9 * seconds, text: 'open http://127.0.0.1:18789/#token=***' }]),
      }),
    },
    keyAsName,
  ],
} as const satisfies Readonly<Record<string, readonly Machine[]>>;
