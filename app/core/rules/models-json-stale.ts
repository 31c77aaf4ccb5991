import { marksSinceStart } from '../log-life.ts';
import type { AgentFiles, Agents, ModelsProvider } from '../model/agents.ts';
import type { Finding } from '../model/finding.ts';
import { valueOf } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { builtInPlans, credentialsOf, isBuiltIn } from '../providers/built-in.ts';
import { listConfiguredAgents, mainAgent } from '../settings/configured-agents.ts';
import { groupAt, isGroup, textAt } from '../settings/read.ts';
import { listWantedModels } from '../settings/wanted-models.ts';
import { isVersionBetween } from '../versions.ts';
import { readConfigured, settingEvidence } from './configured.ts';
import type { Configured } from './configured.ts';
import { quote } from './evidence.ts';
import { markEvidence } from './log-evidence.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

interface Case extends Configured {
  readonly snapshot: Snapshot;
  readonly agents: Agents;
  readonly agent: AgentFiles;
  readonly path: string;
  /** Providers of the models that this agent is to use. */
  readonly used: ReadonlySet<string>;
}

/**
 * An agent's models.json has an address of its own that counts, or alone knows a provider that is used. Measured with
 * requests: from 2026.2.26 to 2026.3.6 the file's address wins; until 2026.4.15 only where the configuration has none;
 * later (2026.6.11, 2026.9.6) never. Keys in the file never count, so they are no difference.
 */
export const modelsJsonStale: Rule<'models-json-stale'> = {
  code: 'models-json-stale',
  graceMs: 10_000,
  causes: ['config-syntax'],
  find(snapshot, context) {
    const configured = readConfigured(snapshot, context);
    const agents = valueOf(snapshot.agents);
    if (configured === null || configured.version === null || agents === undefined) return [];
    // 2026.3.13 then writes the file anew, of exactly what the configuration has.
    if (textAt(configured.settings, ['models', 'mode']) === 'replace') return [];
    const wanted = new Map(
      listConfiguredAgents(configured.settings).map((agent) => [
        agent.id,
        new Set(listWantedModels(configured.settings, agent).map(({ provider }) => provider)),
      ]),
    );
    return agents.agents.flatMap((agent) => {
      const used = wanted.get(agent.id);
      const { providers = null, path = '' } = agent.models ?? {};
      if (used === undefined || providers === null) return [];
      return providers.flatMap((provider) => findIn({ ...configured, snapshot, agents, agent, path, used }, provider));
    });
  },
};

function findIn(each: Case, provider: ModelsProvider): readonly Finding<'models-json-stale'>[] {
  const id = provider.id.trim().toLowerCase();
  const entry = Object.entries(groupAt(each.settings, ['models', 'providers'])).find(
    ([name]) => name.trim().toLowerCase() === id,
  )?.[1];
  const configUrl = isGroup(entry) ? textAt(entry, ['baseUrl']) : null;
  const wanted = configUrl ?? builtInPlans[id]?.baseUrl ?? null;
  if (wanted !== null && wins(each, provider, configUrl)) return [reportWinner(each, provider, wanted)];
  return entry === undefined && isGhost(each, provider) ? [reportGhost(each, provider)] : [];
}

/** Whether the file's address is another one and counts. */
function wins({ version, used }: Case, { id, baseUrl }: ModelsProvider, configUrl: string | null): boolean {
  if (baseUrl === null) return false;
  if (configUrl !== null) {
    if (configUrl.includes('${')) return false;
    return isVersionBetween(version, '2026.2.26', '2026.3.7') && normalize(baseUrl) !== normalize(configUrl);
  }
  // Other addresses than the one that is billed for each request may be there on purpose.
  const plan = builtInPlans[id.trim().toLowerCase()];
  const isDearer = plan !== undefined && normalize(baseUrl) === normalize(plan.payPerUse);
  return isDearer && used.has(id.trim().toLowerCase()) && isVersionBetween(version, '2026.2.26', '2026.4.16');
}

function normalize(url: string): string {
  return url.trim().replace(/\/+$/, '').toLowerCase();
}

function reportWinner(each: Case, provider: ModelsProvider, wanted: string): Finding<'models-json-stale'> {
  const { snapshot, agent, path, used } = each;
  const { id, baseUrl } = provider;
  return makeFinding('models-json-stale', `${agent.id}/${id}`, {
    severity: used.has(id.trim().toLowerCase()) ? 'degraded' : 'notice',
    certainty: 'certain',
    args: { what: 'wins', agent: agent.id, provider: id, path, inFile: baseUrl, wanted },
    evidence: [
      { command: `grep -n baseUrl ${quote(path)}`, line: `"baseUrl": "${baseUrl ?? ''}"` },
      settingEvidence(snapshot, 'baseUrl', `models.providers.${id}.baseUrl: ${wanted}`),
    ],
  });
}

/** Nothing but this file knows the provider, and nothing has a key for it: "No API key found" in all versions. */
function isGhost(each: Case, provider: ModelsProvider): boolean {
  const id = provider.id.trim().toLowerCase();
  if (!each.used.has(id)) return false;
  if (isRefused(each, id)) return true;
  // Whatever brings its own credentials (a plugin's login) leaves such a marker, and since 2026.8 keeps them elsewhere.
  const isLogin = typeof provider.apiKey === 'string' && /oauth|credentials|codex/i.test(provider.apiKey);
  const isOld = isVersionBetween(each.version, '2026.2.26', '2026.8.1');
  return isOld && !isLogin && !isBuiltIn(id) && hasNoCredentials(each, id);
}

function isRefused({ snapshot }: Case, provider: string): boolean {
  return listRefusals(snapshot, provider).length > 0;
}

/** What the gateway said of a provider without a key. */
export function listRefusals(snapshot: Snapshot, provider: string) {
  return marksSinceStart(snapshot).filter(
    ({ kind, line }) => kind === 'no-api-key' && line.toLowerCase().includes(`provider "${provider}"`),
  );
}

function hasNoCredentials({ settings, agents, agent }: Case, provider: string): boolean {
  const name = credentialsOf(provider);
  const configured = Object.values(groupAt(settings, ['auth', 'profiles']));
  if (configured.some((profile) => textAt(profile, ['provider'])?.toLowerCase() === name)) return false;
  const stores = [agent, agents.agents.find(({ id }) => id === mainAgent)].map((each) => each?.auth ?? null);
  if (stores.some((store) => store !== null && store.profiles === null)) return false;
  return !stores.some((store) => store?.profiles?.some((profile) => profile.provider.toLowerCase() === name));
}

function reportGhost(each: Case, { id }: ModelsProvider): Finding<'models-json-stale'> {
  const { snapshot, agent, path } = each;
  const refusals = listRefusals(snapshot, id.trim().toLowerCase());
  return makeFinding('models-json-stale', `${agent.id}/${id}`, {
    severity: 'degraded',
    certainty: refusals.length > 0 ? 'certain' : 'likely',
    args: { what: 'ghost', agent: agent.id, provider: id, path, inFile: null, wanted: null },
    evidence: [
      { command: `grep -nF ${quote(`"${id}"`)} ${quote(path)}`, line: `"${id}": {` },
      ...markEvidence(snapshot, refusals),
    ],
  });
}
