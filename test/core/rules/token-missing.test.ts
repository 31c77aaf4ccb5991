import { known, unknown } from '../../../app/core/model/reading.ts';
import { SecretMark } from '../../../app/core/model/setting.ts';
import {
  configOf,
  holding,
  logOf,
  makeNewMac,
  makeOldMac,
  makePlace,
  placesOf,
  settingsWith,
  tokenMark,
  withFormerToken,
  withoutToken,
} from '../make-access.ts';
import { at, configPath, minutes, seconds } from '../make-moment.ts';
import { makeMark } from '../make-running.ts';
import { makeDefinition, makeInstall } from '../make-service.ts';
import { checkRule } from './check-rule.ts';

const token = (value: string | SecretMark) => settingsWith({ auth: { mode: 'token', token: value } });
const noToken = settingsWith({ auth: { mode: 'token' } });
const complaint = 'Gateway auth is set to token, but no token is configured.';
const serving = (settings = noToken) => makeNewMac({ settings, credentials: placesOf() });

checkRule('token-missing', {
  silent: [
    { name: 'none is written: it makes one at each start (2026.9.6)', snapshot: serving() },
    {
      name: 'none is written: it makes one and keeps it (2026.3.13)',
      snapshot: makeOldMac({ settings: noToken, credentials: placesOf() }),
    },
    { name: 'an empty one, and a gateway that serves', snapshot: serving(token(new SecretMark('00000000', 'empty'))) },
    {
      name: 'a placeholder that a view showed, which is a finding of its own',
      snapshot: serving(token(new SecretMark('11111111', 'redacted'))),
    },
    { name: 'an odd one, which may be meant', snapshot: serving(token(new SecretMark('22222222', 'odd'))) },
    {
      name: 'a password is asked for',
      snapshot: makeNewMac({ settings: settingsWith({ auth: { mode: 'password' } }) }),
    },
    { name: 'nothing is asked for', snapshot: makeNewMac({ settings: settingsWith({ auth: { mode: 'none' } }) }) },
    {
      name: 'a variable that the service has',
      snapshot: makeOldMac({
        settings: token('${MY_GATEWAY}'),
        credentials: placesOf(makePlace('service', { names: ['MY_GATEWAY'] })),
      }),
    },
    {
      name: 'a variable, and a file with variables that could not be read',
      snapshot: makeOldMac({
        settings: token('${MY_GATEWAY}'),
        credentials: placesOf(makePlace('state-dotenv', { names: null })),
      }),
    },
    {
      name: 'a variable that a login shell may set',
      snapshot: makeOldMac({
        settings: { ...token('${MY_GATEWAY}'), env: { shellEnv: { enabled: true } } },
        credentials: placesOf(),
      }),
    },
    {
      name: 'a variable, and a version of which it is not known',
      snapshot: makeOldMac({ settings: token('${MY_GATEWAY}'), install: known(makeInstall({ version: null }), at) }),
    },
    {
      name: 'out of a secret store',
      snapshot: makeOldMac({
        settings: settingsWith({ auth: { mode: 'token', token: { source: 'file', provider: 'default', id: '/x' } } }),
      }),
    },
    {
      name: 'among the arguments of the service',
      snapshot: makeOldMac({
        settings: noToken,
        definition: known(makeDefinition({ command: ['node', 'index.js', 'gateway', '--token', '***'] }), at),
      }),
    },
    {
      name: 'in the environment of the service',
      snapshot: makeOldMac({ settings: noToken, credentials: placesOf(holding('service', tokenMark)) }),
    },
    {
      name: 'complained once, and came up since',
      snapshot: makeNewMac({
        settings: noToken,
        credentials: placesOf(),
        log: logOf([makeMark('token-missing', at - 5 * minutes, complaint), makeMark('ready', at - 4 * minutes)]),
      }),
    },
    {
      name: 'credentials that could not be read',
      snapshot: { ...withoutToken(), credentials: unknown('not-permitted', '.env', at) },
    },
    {
      name: 'a configuration that has it again after the complaint',
      snapshot: { ...withoutToken(), config: configOf(token(tokenMark)) },
    },
  ],
  loud: [
    {
      name: 'a word where the token was, which a gateway takes for one',
      snapshot: withFormerToken(),
      subject: 'gateway.auth.token',
      severity: 'degraded',
      certainty: 'certain',
      args: { why: 'not-a-value', variable: null, path: configPath },
      evidence: ['gateway.auth.token = ••• 00c0'],
    },
    {
      name: 'a gateway that says that it has none',
      snapshot: withoutToken(),
      subject: 'gateway.auth.token',
      severity: 'blocking',
      certainty: 'certain',
      args: { why: 'absent', variable: null, path: configPath },
      evidence: [complaint, 'no gateway.auth.token'],
    },
    {
      name: 'a variable that nobody sets',
      snapshot: makeOldMac({
        settings: token('${MY_GATEWAY}'),
        credentials: placesOf(makePlace('state-dotenv', { names: ['OTHER'] })),
        log: logOf([makeMark('secret-unresolved', at - 20 * seconds)]),
      }),
      subject: 'gateway.auth.token',
      severity: 'degraded',
      certainty: 'certain',
      args: { why: 'variable', variable: 'MY_GATEWAY', path: configPath },
      evidence: ['gateway.auth.token = "${MY_GATEWAY}"'],
    },
  ],
});
