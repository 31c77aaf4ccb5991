import { known, unknown } from '../../../app/core/model/reading.ts';
import { SecretMark } from '../../../app/core/model/setting.ts';
import { logOf, makeNewMac, makePlace, ownToken, placesOf, settingsWith } from '../make-access.ts';
import { at, configPath, definitionPath, minutes } from '../make-moment.ts';
import { makeConfig, makeConfigContent, makeLog } from '../make-running.ts';
import { makeDefinition } from '../make-service.ts';
import { configured } from '../configured-machines.ts';
import { key, keyAsName } from '../provider-machines.ts';
import { checkRule } from './check-rule.ts';

const open = (fileMode: number, settings = ownToken) =>
  makeNewMac({ config: known(makeConfig({ fileMode, content: makeConfigContent({ settings }) }), at) });
const says = (text: string) => makeNewMac({ log: logOf([], [{ at: at - minutes, text }]) });
const command = (...words: readonly string[]) =>
  makeNewMac({ definition: known(makeDefinition({ command: ['node', 'index.js', 'gateway', ...words] }), at) });
const link = 'open http://127.0.0.1:18789/#token=*** in a browser';

checkRule('secret-leak', {
  silent: [
    {
      name: 'keys where keys belong',
      snapshot: configured({
        models: { providers: { ark: { apiKey: key, headers: { 'x-api': key } } } },
        agents: { defaults: { memorySearch: { remote: { apiKey: key } } } },
      }),
    },
    { name: 'a configuration for its owner alone', snapshot: open(0o600) },
    {
      name: 'a configuration that others can read, without any secret',
      snapshot: open(0o644, settingsWith({ auth: { mode: 'none' } })),
    },
    {
      name: 'with references only',
      snapshot: open(0o644, settingsWith({ auth: { mode: 'token', token: '${OPENCLAW_GATEWAY_TOKEN}' } })),
    },
    {
      name: 'with an empty one',
      snapshot: open(0o644, settingsWith({ auth: { mode: 'token', token: new SecretMark('00000000', 'empty') } })),
    },
    {
      name: 'a file of variables that others can read, without any secret',
      snapshot: makeNewMac({ credentials: placesOf(makePlace('state-dotenv', { names: ['LANG'], fileMode: 0o644 })) }),
    },
    {
      name: 'the service’s own definition, which the system reads',
      snapshot: makeNewMac({
        credentials: placesOf(makePlace('service', { names: ['OPENCLAW_GATEWAY_TOKEN'], fileMode: 0o644 })),
      }),
    },
    {
      name: 'a configuration that could not be read',
      snapshot: makeNewMac({ config: unknown('not-permitted', configPath, at) }),
    },
    { name: 'arguments as they are', snapshot: command('--port', '18789') },
    { name: 'a complaint about a token in the log', snapshot: says('unauthorized: gateway token missing') },
    { name: 'something else that was masked in the log', snapshot: says('run 7d3a *** ended') },
  ],
  loud: [
    {
      ...keyAsName,
      subject: 'models.providers.ark.models[0].name',
      severity: 'notice',
      certainty: 'likely',
      args: { what: 'place', path: 'models.providers.ark.models[0].name', mode: null },
      evidence: ['models.providers.ark.models[0].name: •••'],
    },
    {
      name: 'a key in an address',
      snapshot: configured({ models: { providers: { own: { baseUrl: 'https://own.example/v1?k=••• 1f76' } } } }),
      subject: 'models.providers.own.baseUrl',
      severity: 'notice',
      certainty: 'likely',
      args: { what: 'place', path: 'models.providers.own.baseUrl', mode: null },
      evidence: [],
    },
    {
      name: 'a configuration that others can read',
      snapshot: open(0o644),
      subject: configPath,
      severity: 'notice',
      certainty: 'certain',
      args: { what: 'file-mode', path: configPath, mode: '644' },
      evidence: [`644 ${configPath}`],
    },
    {
      name: 'a file of variables that the group can read',
      snapshot: makeNewMac({
        credentials: placesOf(makePlace('state-dotenv', { names: ['OPENAI_API_KEY'], fileMode: 0o640 })),
      }),
      subject: '/Users/alice/.openclaw/.env',
      severity: 'notice',
      certainty: 'certain',
      args: { what: 'file-mode', path: '/Users/alice/.openclaw/.env', mode: '640' },
      evidence: ['640 /Users/alice/.openclaw/.env'],
    },
    {
      name: 'a token among the arguments',
      snapshot: command('--token', '***'),
      subject: 'argument',
      severity: 'notice',
      certainty: 'certain',
      args: { what: 'argument', path: definitionPath, mode: null },
      evidence: ['--token ***'],
    },
    {
      name: 'the same with an equals sign',
      snapshot: command('--password=***'),
      subject: 'argument',
      severity: 'notice',
      certainty: 'certain',
      args: { what: 'argument', path: definitionPath, mode: null },
      evidence: ['--password ***'],
    },
    {
      name: 'a link with a token in the log',
      snapshot: says(link),
      subject: 'log',
      severity: 'notice',
      certainty: 'certain',
      args: { what: 'log', path: makeLog().path, mode: null },
      evidence: [link],
    },
  ],
});
