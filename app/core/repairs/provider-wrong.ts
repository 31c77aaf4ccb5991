import type { Finding, FindingArgsByCode } from '../model/finding.ts';
import { valueOf } from '../model/reading.ts';
import type { ConfigEdit, RepairQuestion } from '../model/repair.ts';
import { deriveFaultCase } from '../provider-faults/case.ts';
import type { FaultCase, ProviderEntry } from '../provider-faults/case.ts';
import { listWrongApis, workingApi } from '../provider-faults/api.ts';
import { connectors } from '../providers/index.ts';
import { quote } from '../rules/evidence.ts';
import { planNewRef } from '../settings/model-places.ts';
import { groupAt, writePath } from '../settings/read.ts';
import { instruct } from './by-hand.ts';
import { planConfigEdit } from './edit.ts';
import type { Rung } from './ladder.ts';
import { makeLadder } from './ladder.ts';
import { restartFor } from './own-reload.ts';
import type { RepairContext } from './repair.ts';

type Args = FindingArgsByCode['provider-wrong'];
type Wrong = Finding<'provider-wrong'>;

interface Change {
  readonly edits: readonly ConfigEdit[];
  readonly questions: readonly RepairQuestion[];
}

/** What is meant is written where the mistake stands; whatever may cost or be answered by somebody else is asked. */
export const providerWrong = makeLadder('provider-wrong', {
  never: ['spend-unasked', 'touch-keys', 'new-token', 'weaken-access', 'update-or-install', 'guess-content'],
  rungs: [
    rung('set-address', ['plan-address', 'path'], setAddress),
    rung('set-api', ['api'], setApi),
    rung('set-model', ['model-id'], setModel),
    rung('set-reference', ['model-ref', 'other-name', 'owned'], setReference),
    rung('set-gateway-address', ['gateway-address'], setGatewayAddress),
    rung('remove-left-over', ['left-over'], removeLeftOver),
  ],
  otherwise: (finding) => instruct(finding, commandsFor(finding.args)),
});

function rung(
  name: string,
  whys: readonly Args['why'][],
  change: (finding: Wrong, each: FaultCase) => Change | null,
): Rung<'provider-wrong'> {
  return {
    name,
    plan(finding, context) {
      const each = whys.includes(finding.args.why) ? caseOf(context) : null;
      const wanted = each === null ? null : change(finding, each);
      const [first] = wanted?.edits ?? [];
      if (wanted === null || first === undefined) return null;
      const restart = restartFor(context.snapshot, writePath(first.path));
      return planConfigEdit(finding, context, { rung: name, restart, ...wanted });
    },
  };
}

function caseOf({ snapshot }: RepairContext): FaultCase | null {
  const content = valueOf(snapshot.config)?.content;
  if (content?.kind !== 'parsed') return null;
  return deriveFaultCase(snapshot, content.settings, valueOf(snapshot.install)?.version ?? null);
}

function entryOf({ args }: Wrong, { entries }: FaultCase): ProviderEntry | null {
  return entries.find(({ id, path }) => id === args.provider && path !== null) ?? null;
}

function setAddress(finding: Wrong, each: FaultCase): Change | null {
  const { provider, found, wanted } = finding.args;
  const path = entryOf(finding, each)?.path ?? null;
  if (path === null || found === null || wanted === null) return null;
  return {
    edits: [{ op: 'set', path: [...path, 'baseUrl'], value: wanted }],
    questions: [{ code: 'change-address', provider, from: found, to: wanted }],
  };
}

function setApi(finding: Wrong, each: FaultCase): Change | null {
  const entry = entryOf(finding, each);
  if (entry === null) return null;
  return {
    edits: listWrongApis(each, entry).map(({ path }) => ({ op: 'set', path, value: workingApi })),
    questions: [],
  };
}

/** The id in the provider's list, and every reference to it. An entry that is there under the right id stays as it is. */
function setModel(finding: Wrong, each: FaultCase): Change | null {
  const { provider, found, wanted } = finding.args;
  if (found === null || wanted === null) return null;
  const models = entryOf(finding, each)?.models ?? [];
  const isThere = models.some(({ id }) => id === wanted);
  const own = models
    .filter(({ id }) => id === found)
    .map(
      ({ path }): ConfigEdit =>
        isThere ? { op: 'remove', path } : { op: 'set', path: [...path, 'id'], value: wanted },
    );
  const refs = planNewRef(each.settings, `${provider}/${found}`, `${provider}/${wanted}`);
  if (refs === null) return null;
  return { edits: [...own, ...refs], questions: [{ code: 'change-model', from: found, to: wanted }] };
}

function setReference({ args: { found, wanted } }: Wrong, { settings }: FaultCase): Change | null {
  const edits = found === null || wanted === null ? null : planNewRef(settings, found, wanted);
  if (edits === null || found === null || wanted === null) return null;
  return { edits, questions: [{ code: 'change-model', from: found, to: wanted }] };
}

function setGatewayAddress({ args: { provider, found, wanted } }: Wrong): Change | null {
  if (found === null || wanted === null) return null;
  return {
    edits: [{ op: 'set', path: ['channels', provider, 'gatewayUrl'], value: wanted }],
    questions: [{ code: 'change-address', provider, from: found, to: wanted }],
  };
}

/** They have no effect but to be refused, so nothing changes without them. */
function removeLeftOver({ args: { provider, found } }: Wrong, { settings }: FaultCase): Change {
  const channel = groupAt(settings, ['channels', provider]);
  const names = listNames(found).filter((name) => Object.hasOwn(channel, name));
  return { edits: names.map((name) => ({ op: 'remove', path: ['channels', provider, name] })), questions: [] };
}

function listNames(found: string | null): readonly string[] {
  return (found ?? '').split(', ').filter((name) => name !== '');
}

/** `DINGTALK_CLIENT_ID` for `clientId`: a secret goes into `.env`, and the setting only has its name. */
function variableFor(provider: string, setting: string): string {
  const [product = provider] = provider.split('-');
  return `${product}_${setting.replaceAll(/(?=[A-Z])/g, '_')}`.toUpperCase();
}

/** Where only a person can say what is right. */
function commandsFor({ why, provider, found, words }: Args): readonly string[] {
  const plugin = connectors.find(({ id }) => id === provider)?.plugin ?? provider;
  const commands: Partial<Record<Args['why'], readonly string[]>> = {
    key: [
      'clawtender providers',
      ...(found === null ? [`clawtender provider test ${quote(provider)}`] : [`grep -c '^${found}=' ~/.openclaw/.env`]),
    ],
    'key-none': [
      '${EDITOR:-nano} ~/.openclaw/.env',
      `openclaw config set ${quote(`models.providers.${provider}.apiKey`)} '\${${provider.replaceAll(/\W+/g, '_').toUpperCase()}_API_KEY}'`,
    ],
    'key-shared': ['clawtender providers', `clawtender provider test ${quote(provider)}`],
    'gateway-token': [`openclaw config get channels.${provider}`, 'openclaw configure --section gateway'],
    'gateway-address': [`openclaw config get channels.${provider}`],
    missing: [
      '${EDITOR:-nano} ~/.openclaw/.env',
      ...listNames(found).map(
        (name) => `openclaw config set channels.${provider}.${name} '\${${variableFor(provider, name)}}'`,
      ),
    ],
    'left-over': [`openclaw config get channels.${provider}`, 'openclaw config validate'],
    'needs-newer': ['openclaw update', `openclaw plugins update ${quote(words === null ? provider : plugin)}`],
    unbound: [`openclaw agents bind --agent ${quote(provider)} --bind discord`, 'openclaw agents list --bindings'],
  };
  return commands[why] ?? ['clawtender providers', 'openclaw models list', 'openclaw models status'];
}
