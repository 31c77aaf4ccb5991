import type { Settings } from '../model/setting.ts';
import { settingEvidence } from '../rules/configured.ts';
import { listConfiguredAgents, mainAgent } from '../settings/configured-agents.ts';
import { groupAt, isGroup, settingAt } from '../settings/read.ts';
import type { Fault, FaultCase } from './case.ts';

/**
 * Several agents and a channel, and nothing says which messages are whose: all go to the first. Silent about agents
 * that something else mentions, because others may hand them their work.
 */
export function findUnbound({ snapshot, settings }: FaultCase): readonly Fault[] {
  const agents = listConfiguredAgents(settings);
  const bindings = settingAt(settings, ['bindings']);
  if (agents.length < 2 || (Array.isArray(bindings) && bindings.length > 0) || !hasChannel(settings)) return [];
  const first =
    agents.find((agent) => agent.settings['default'] === true) ??
    agents.find(({ id }) => id === mainAgent) ??
    agents[0];
  const lonely = agents.filter((agent) => agent !== first && !isMentioned(settings, agent.id));
  return lonely.map(({ id }) => ({
    args: { why: 'unbound', provider: id, found: first?.id ?? null, wanted: null, words: null },
    severity: 'notice',
    certainty: 'likely',
    evidence: [settingEvidence(snapshot, 'bindings', 'bindings: not set'), settingEvidence(snapshot, id, `"${id}"`)],
  }));
}

function hasChannel(settings: Settings): boolean {
  return Object.values(groupAt(settings, ['channels'])).some(
    (channel) => isGroup(channel) && channel['enabled'] !== false,
  );
}

/** Apart from the one place where it is described. */
function isMentioned(settings: Settings, id: string): boolean {
  const others = listConfiguredAgents(settings).filter((agent) => agent.id !== id);
  const { agents, ...rest } = settings;
  const places = [rest, groupAt(agents, ['defaults']), ...others.map((agent) => agent.settings)];
  const text = JSON.stringify(places).toLowerCase();
  return text.includes(`"${id}"`) || text.includes(`agent:${id}`) || text.includes('"subagents"');
}
