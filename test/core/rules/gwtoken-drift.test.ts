import {
  configOf,
  driftIn,
  holding,
  logOf,
  makeNewMac,
  makeOldMac,
  makePlace,
  otherMark,
  placesOf,
  refusal,
  runtimeTokenMac,
  settingsWith,
  tokenMark,
} from '../make-access.ts';
import { makeDefinition, makeInstall } from '../make-service.ts';
import { known, unknown } from '../../../app/core/model/reading.ts';
import { SecretMark } from '../../../app/core/model/setting.ts';
import { at, minutes } from '../make-moment.ts';
import { makeMark } from '../make-running.ts';
import { checkRule } from './check-rule.ts';

const token = (value: string | SecretMark) => settingsWith({ auth: { mode: 'token', token: value } });
const applied = '[reload] config hot reload applied (gateway.auth.token)';
const everywhere = ['service', 'service-file', 'state-dotenv', 'login-session', 'shell'] as const;
const password = new SecretMark('5a5a5a5a', 'ordinary');

checkRule('gwtoken-drift', {
  silent: [
    { name: 'no other copy (2026.3.13)', snapshot: makeOldMac({ credentials: placesOf() }) },
    {
      name: 'the same token in every place',
      snapshot: makeOldMac({ credentials: placesOf(...everywhere.map((kind) => holding(kind, tokenMark))) }),
    },
    {
      name: 'another token for a gateway elsewhere, which is not sent here',
      snapshot: makeOldMac({
        settings: settingsWith({ auth: { mode: 'token', token: tokenMark }, remote: { token: otherMark } }),
      }),
    },
    {
      name: 'a token by a variable that the service and the shell have',
      snapshot: makeOldMac({
        settings: token('${OPENCLAW_GATEWAY_TOKEN}'),
        credentials: placesOf(holding('state-dotenv', tokenMark)),
      }),
    },
    {
      name: 'a token out of a secret store, which nobody can compare',
      snapshot: makeOldMac({
        settings: settingsWith({
          auth: { mode: 'token', token: { source: 'exec', provider: 'default', id: 'gateway' } },
        }),
        credentials: placesOf(holding('state-dotenv', otherMark)),
      }),
    },
    {
      name: 'a token among the arguments of the service, which nobody can compare',
      snapshot: makeOldMac({
        definition: known(makeDefinition({ command: ['node', 'index.js', 'gateway', '--token', '***'] }), at),
        credentials: placesOf(holding('state-dotenv', otherMark)),
      }),
    },
    {
      name: 'the shell of a window (2026.9.6), where the configuration comes first',
      snapshot: makeNewMac({ credentials: placesOf(holding('shell', otherMark)) }),
    },
    {
      name: 'an old gateway.env, which 2026.3.13 does not read',
      snapshot: makeOldMac({ credentials: placesOf(holding('gateway-env', tokenMark)) }),
    },
    {
      name: 'a copy that is no token',
      snapshot: makeOldMac({ credentials: placesOf(holding('state-dotenv', new SecretMark('00000000', 'empty'))) }),
    },
    {
      name: 'places that could not be read',
      snapshot: makeOldMac({ credentials: unknown('not-permitted', '.env', at) }),
    },
    {
      name: 'a version of which it is not known what comes first, and a copy in the service',
      snapshot: makeOldMac({
        install: known(makeInstall({ version: '2026.6.1' }), at),
        credentials: placesOf(holding('service', otherMark)),
      }),
    },
    {
      name: 'a gateway without a token: it makes one (2026.9.6)',
      snapshot: makeNewMac({
        settings: settingsWith({ auth: { mode: 'token' } }),
        credentials: placesOf(holding('shell', tokenMark)),
      }),
    },
    {
      name: 'refused before the new token was applied (2026.9.6)',
      snapshot: makeNewMac({
        log: logOf([
          refusal('token-mismatch', 'token_mismatch', 'cli', 6 * minutes),
          makeMark('reload-applied', at - 5 * minutes, applied),
        ]),
      }),
    },
    {
      name: 'a browser that is refused after the new token was applied (2026.9.6)',
      snapshot: makeNewMac({
        log: logOf([
          makeMark('reload-applied', at - 5 * minutes, applied),
          refusal('token-mismatch', 'token_mismatch', 'openclaw-control-ui', 2 * minutes),
        ]),
      }),
    },
  ],
  loud: [
    {
      name: 'another token in .env (2026.3.13)',
      snapshot: driftIn('state-dotenv'),
      subject: 'state-dotenv',
      severity: 'degraded',
      certainty: 'certain',
      args: { place: 'state-dotenv', path: '/Users/alice/.openclaw/.env', secret: 'token', bites: true },
      evidence: ['gateway.auth.token = ••• 1f76', 'OPENCLAW_GATEWAY_TOKEN = ••• a0b1'],
    },
    {
      name: 'the same (2026.9.6): nobody uses it, but it is no good',
      snapshot: makeNewMac({ credentials: placesOf(holding('state-dotenv', otherMark)) }),
      subject: 'state-dotenv',
      severity: 'notice',
      certainty: 'certain',
      args: { place: 'state-dotenv', path: '/Users/alice/.openclaw/.env', secret: 'token', bites: false },
      evidence: ['OPENCLAW_GATEWAY_TOKEN = ••• a0b1'],
    },
    {
      name: 'the same (a version of which it is not known)',
      snapshot: makeOldMac({
        install: known(makeInstall({ version: '2026.6.1' }), at),
        credentials: placesOf(holding('state-dotenv', otherMark)),
      }),
      subject: 'state-dotenv',
      severity: 'notice',
      certainty: 'likely',
      args: { place: 'state-dotenv', path: '/Users/alice/.openclaw/.env', secret: 'token', bites: false },
      evidence: [],
    },
    {
      name: 'a shell that has what the login session gave it (2026.3.13)',
      snapshot: makeOldMac({ credentials: placesOf(holding('login-session', otherMark), holding('shell', otherMark)) }),
      subject: 'login-session',
      severity: 'degraded',
      certainty: 'certain',
      args: { place: 'login-session', path: null, secret: 'token', bites: true },
      evidence: ['OPENCLAW_GATEWAY_TOKEN = ••• a0b1'],
    },
    {
      name: 'baked into the service: the configuration comes first',
      snapshot: driftIn('service'),
      subject: 'service',
      severity: 'notice',
      certainty: 'certain',
      args: {
        place: 'service',
        path: '/Users/alice/Library/LaunchAgents/ai.openclaw.gateway.plist',
        secret: 'token',
        bites: false,
      },
      evidence: ['OPENCLAW_GATEWAY_TOKEN = ••• a0b1'],
    },
    {
      name: 'only the service has it',
      snapshot: makeNewMac({
        settings: settingsWith({ auth: { mode: 'token' } }),
        credentials: placesOf(holding('service', tokenMark)),
      }),
      subject: 'unshared',
      severity: 'degraded',
      certainty: 'likely',
      args: {
        place: 'unshared',
        path: '/Users/alice/Library/LaunchAgents/ai.openclaw.gateway.plist',
        secret: 'token',
        bites: true,
      },
      evidence: ['OPENCLAW_GATEWAY_TOKEN = ••• 1f76'],
    },
    {
      name: 'what is meant for elsewhere is sent here',
      snapshot: driftIn('remote'),
      subject: 'remote',
      severity: 'degraded',
      certainty: 'certain',
      args: { place: 'remote', path: null, secret: 'token', bites: true },
      evidence: ['gateway.remote.token = ••• a0b1'],
    },
    {
      name: 'a password (2026.3.13)',
      snapshot: makeOldMac({
        config: configOf(settingsWith({ auth: { mode: 'password', password } })),
        credentials: placesOf(makePlace('state-dotenv', { names: ['OPENCLAW_GATEWAY_PASSWORD'], password: otherMark })),
      }),
      subject: 'state-dotenv',
      severity: 'degraded',
      certainty: 'certain',
      args: { place: 'state-dotenv', path: '/Users/alice/.openclaw/.env', secret: 'password', bites: true },
      evidence: ['OPENCLAW_GATEWAY_PASSWORD = ••• a0b1'],
    },
    {
      name: 'a gateway that keeps the token it made (2026.9.6)',
      snapshot: runtimeTokenMac(),
      subject: 'running',
      severity: 'degraded',
      certainty: 'likely',
      args: { place: 'running', path: null, secret: 'token', bites: true },
      evidence: [applied],
    },
  ],
});
