import { deriveServiceVariables } from '../service-variables.ts';
import type { AgentFiles, Agents } from '../model/agents.ts';
import type { Finding } from '../model/finding.ts';
import { valueOf } from '../model/reading.ts';
import type { Settings } from '../model/setting.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { builtInVariables, credentialsOf } from '../providers/built-in.ts';
import { listConfiguredAgents, mainAgent } from '../settings/configured-agents.ts';
import type { ConfiguredAgent } from '../settings/configured-agents.ts';
import { groupAt, isGroup } from '../settings/read.ts';
import { listWantedModels } from '../settings/wanted-models.ts';
import { isVersionBetween } from '../versions.ts';
import { readConfigured } from './configured.ts';
import { missingEvidence, presentEvidence } from './evidence.ts';
import { markEvidence } from './log-evidence.ts';
import { listRefusals } from './models-json-stale.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

/**
 * The provider of an agent's model has its key only in the folder of another agent. What the agent `main` has, all
 * others inherit (2026.3.13, tried); since 2026.8.1 there is one store for all.
 */
export const agentAuthSplit: Rule<'agent-auth-split'> = {
  code: 'agent-auth-split',
  graceMs: 10_000,
  causes: ['config-syntax', 'env-key-missing'],
  find(snapshot, context) {
    const configured = readConfigured(snapshot, context);
    const agents = valueOf(snapshot.agents);
    if (configured === null || agents === undefined) return [];
    if (!isVersionBetween(configured.version, '2026.2.26', '2026.8.1')) return [];
    const { settings } = configured;
    return listConfiguredAgents(settings).flatMap((agent) => findFor(snapshot, settings, agents, agent));
  },
};

function findFor(
  snapshot: Snapshot,
  settings: Settings,
  { agents }: Agents,
  agent: ConfiguredAgent,
): readonly Finding<'agent-auth-split'>[] {
  const primary = listWantedModels(settings, agent).find(({ role }) => role === 'primary');
  // A folder of its own may be anywhere.
  if (primary === undefined || agent.settings['agentDir'] !== undefined) return [];
  const { provider } = primary;
  if (agents.some(({ auth }) => auth !== null && auth.profiles === null)) return [];
  const other = agents.find(({ auth }) => has(auth, provider));
  if (other === undefined || agents.some((each) => isSource(each, agent) && has(each.auth, provider))) return [];
  if (!isCoveredElsewhere(snapshot, settings, provider)) return [report(snapshot, agent.id, provider, other)];
  return [];
}

/** The agent itself, and the one of which it inherits. */
function isSource({ id }: AgentFiles, agent: ConfiguredAgent): boolean {
  return id === agent.id || id === mainAgent;
}

function has(auth: AgentFiles['auth'], provider: string): boolean {
  return auth?.profiles?.some((profile) => profile.provider.toLowerCase() === credentialsOf(provider)) ?? false;
}

/** By a key in the configuration, or by the provider's own variable; what cannot be read may have it. */
function isCoveredElsewhere(snapshot: Snapshot, settings: Settings, provider: string): boolean {
  const entries = Object.entries(groupAt(settings, ['models', 'providers']));
  const entry = entries.find(([name]) => name.trim().toLowerCase() === provider)?.[1];
  if (isGroup(entry) && (entry['apiKey'] !== undefined || entry['auth'] !== undefined)) return true;
  const variables = deriveServiceVariables(snapshot, settings);
  if (variables === null || !variables.isComplete || variables.importsShell) return true;
  return (builtInVariables[provider] ?? []).some((name) => variables.names.has(name));
}

function report(snapshot: Snapshot, agent: string, provider: string, other: AgentFiles): Finding<'agent-auth-split'> {
  const refusals = listRefusals(snapshot, provider);
  const own = valueOf(snapshot.agents)?.agents.find(({ id }) => id === agent);
  return makeFinding('agent-auth-split', agent, {
    severity: 'degraded',
    certainty: refusals.length > 0 ? 'certain' : 'likely',
    args: { agent, provider, other: other.id },
    evidence: [
      own?.auth ? presentEvidence(own.auth.path) : missingEvidence(profilesOf(agent, other)),
      ...(other.auth === null ? [] : [presentEvidence(other.auth.path)]),
      ...markEvidence(snapshot, refusals),
    ],
  });
}

/** Where an agent's credentials are, after the place of another's: `agents/<id>/agent/auth-profiles.json`. */
export function profilesOf(agent: string, { id, auth }: AgentFiles): string {
  return (auth?.path ?? '').replace(`/agents/${id}/`, () => `/agents/${agent}/`);
}
