import { chooseDestination, makeProviderWish, type ProviderFacts } from '../core/make-provider-wish.ts';
import type { Picture } from '../core/model/picture.ts';
import type { ProviderFault, ProviderRequest } from '../core/model/provider-request.ts';
import type { ProviderTest, ProviderTestOutcome } from '../core/model/provider-test.ts';
import { valueOf } from '../core/model/reading.ts';
import type { Settings } from '../core/model/setting.ts';
import type { Snapshot } from '../core/model/snapshot.ts';
import { explainAnswer } from '../core/provider-answer.ts';
import { parseAddress } from '../core/providers/address.ts';
import { builtInPlans } from '../core/providers/built-in.ts';
import { nameFor, presets } from '../core/providers/presets.ts';
import { redactText } from '../core/redact.ts';
import { listServiceNames, reachesService } from '../core/service-variables.ts';
import { groupAt, settingAt, textAt } from '../core/settings/read.ts';
import { settingsOf } from '../core/tokens.ts';
import { listIds } from '../core/wishes/model-edits.ts';
import type { Engine } from './engine.ts';
import { findConfiguredKey, findRequestedKey, type FoundKey } from './provider-key.ts';
import type { Repairer } from './repair/start-run.ts';
import { createPreviewWish } from './repair/wishes.ts';

/** Far away and busy, a list comes within seconds. */
const timeoutMs = 15_000;

/** Asks a provider for its list of models, which costs nothing; every picture shows the answer from then on. */
export function createTestProvider(repairer: Repairer): Engine['testProvider'] {
  return async (subject) => {
    const { pictures, looker } = repairer;
    const { snapshot } = pictures.current() ?? (await looker.lookShared());
    const question = typeof subject === 'string' ? askConfigured(subject, snapshot) : askRequested(subject, snapshot);
    return 'kind' in question ? question : test(repairer, question, snapshot);
  };
}

/** Shows what would set up a provider. */
export function createPreviewProvider(repairer: Repairer): Engine['previewProvider'] {
  const previewWish = createPreviewWish(repairer);
  return async (request) => {
    const { pictures, looker } = repairer;
    const picture: Picture = pictures.current() ?? (await looker.lookShared());
    const question = askRequested(request, picture.snapshot);
    if ('kind' in question) return question;
    const offered =
      presets[request.preset].endpoints.length > 0 ? null : await listOffered(repairer, question, picture);
    if (offered !== null && 'kind' in offered) return offered;
    const facts = readFacts(repairer, picture.snapshot, offered);
    const wish = facts === null ? ({ kind: 'unknown-version' } as const) : makeProviderWish(request, facts);
    return 'kind' in wish ? wish : previewWish(wish);
  };
}

async function listOffered(
  repairer: Repairer,
  question: Question,
  { snapshot }: Picture,
): Promise<readonly string[] | ProviderFault> {
  const { outcome } = await test(repairer, question, snapshot);
  if (outcome.kind === 'ok') return outcome.models;
  const problem = outcome.kind === 'failed' ? outcome.problem : noList;
  return { kind: 'not-told', address: question.baseUrl ?? '', problem };
}

const noList = { why: 'wrong-path', httpStatus: 404, detail: null } as const;

function readFacts({ parts }: Repairer, snapshot: Snapshot, offered: readonly string[] | null): ProviderFacts | null {
  const version = versionOf(snapshot);
  if (version === null) return null;
  const names = listServiceNames(snapshot);
  return {
    version,
    isThere: (name) => names.has(name),
    isHere: (name) => parts.ports.shell.variable(name) !== null,
    offered,
  };
}

function versionOf(snapshot: Snapshot): string | null {
  return valueOf(snapshot.install)?.version ?? null;
}

interface Question {
  readonly provider: string;
  readonly baseUrl: string | null;
  readonly configured: readonly string[];
  readonly findKey: (repairer: Repairer) => Promise<FoundKey>;
}

function askConfigured(name: string, snapshot: Snapshot): Question | ProviderFault {
  const settings: Settings | null = settingsOf(snapshot);
  if (settings === null) return { kind: 'unreadable-config' };
  const entries = groupAt(settings, ['models', 'providers']);
  const entry = settingAt(settings, ['models', 'providers', name]);
  if (entry === undefined && !Object.hasOwn(builtInPlans, name)) {
    return { kind: 'unknown-provider', name, names: Object.keys(entries) };
  }
  return {
    provider: name,
    baseUrl: textAt(entry, ['baseUrl']) ?? builtInPlans[name]?.baseUrl ?? null,
    configured: listIds(entry),
    findKey: ({ parts }) => findConfiguredKey(name, snapshot, parts.ports),
  };
}

function askRequested(request: ProviderRequest, snapshot: Snapshot): Question | ProviderFault {
  const destination = chooseDestination(request);
  if ('kind' in destination) return destination;
  const version = versionOf(snapshot);
  if (version === null) return { kind: 'unknown-version' };
  const { baseUrl } = destination;
  const { provider, variable } = nameFor(presets[request.preset], baseUrl, version);
  return {
    provider,
    baseUrl,
    configured: request.models ?? [],
    findKey: ({ parts }) => findRequestedKey(request.key, variable, snapshot, parts.ports),
  };
}

async function test(repairer: Repairer, question: Question, snapshot: Snapshot): Promise<ProviderTest> {
  const { parts, pictures } = repairer;
  const { provider, baseUrl } = question;
  const address = baseUrl === null ? null : parseAddress(baseUrl);
  const url = baseUrl === null ? null : redactText(`${baseUrl.replace(/\/+$/, '')}/models`);
  const base = { provider, url, at: parts.ports.clock.now(), proxies: listProxies(snapshot) };
  pictures.setProviderTest({ ...base, outcome: { kind: 'asking' } });
  const outcome = await ask(repairer, question, address).catch((error: unknown): ProviderTestOutcome => {
    parts.onError(error);
    return { kind: 'failed', problem: { why: 'other-answer', httpStatus: null, detail: null } };
  });
  const result = { ...base, at: parts.ports.clock.now(), outcome };
  pictures.setProviderTest(result);
  return result;
}

async function ask(
  repairer: Repairer,
  { baseUrl, configured, findKey }: Question,
  address: ReturnType<typeof parseAddress>,
): Promise<ProviderTestOutcome> {
  if (address === null || baseUrl === null) return failed('no-address', null);
  const key = await findKey(repairer);
  if (key.kind === 'unset') return failed('key-unset', key.name);
  if (key.kind === 'unreadable') return failed('key-unreadable', null);
  const value = key.kind === 'key' ? key.value : null;
  // A header takes nothing else, and no key has anything else in it.
  if (value !== null && !/^[\x21-\x7e]+$/.test(value)) return failed('key-unreadable', null);
  const { scheme, host, port, path } = address;
  const request = { scheme, host, port, path: `${path}/models`, key: value, timeoutMs };
  const answer = await repairer.parts.ports.modelLists.ask(request);
  return explainAnswer(answer, { baseUrl, hasKey: value !== null, configured });
}

function failed(why: 'no-address' | 'key-unset' | 'key-unreadable', detail: string | null): ProviderTestOutcome {
  return { kind: 'failed', problem: { why, httpStatus: null, detail } };
}

/** The gateway's requests take another way than ours. */
function listProxies(snapshot: Snapshot): readonly string[] {
  const places = (valueOf(snapshot.credentials)?.places ?? []).filter((place) => reachesService(snapshot, place));
  const names = places.flatMap(({ proxies }) => proxies.map(({ name }) => name));
  return [...new Set(names.filter((name) => !/^no_proxy$/i.test(name)))];
}
