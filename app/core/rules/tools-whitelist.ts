import type { Finding, FindingArgsByCode } from '../model/finding.ts';
import type { SettingPath, Settings } from '../model/setting.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { listConfiguredAgents } from '../settings/configured-agents.ts';
import { groupAt, isGroup, settingAt, textAt, writePath } from '../settings/read.ts';
import { isKnownEntry, meansTool, toolGroupNames, toolGroups, toolsOfProfile } from '../settings/tool-names.ts';
import type { ToolGroup } from '../settings/tool-names.ts';
import { readConfigured, settingEvidence } from './configured.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

/** One place where tools are restricted: `tools`, or `tools` of one agent. */
interface Restriction {
  readonly path: SettingPath;
  readonly agent: string | null;
  readonly profile: string | null;
  readonly allow: readonly string[];
  readonly deny: readonly string[];
}

/**
 * `tools.allow` is a whitelist: what it does not name is gone. It is also a way to protect oneself, so this speaks only
 * where the rest of the configuration says otherwise, only as a notice, and is never sure.
 */
export const toolsWhitelist: Rule<'tools-whitelist'> = {
  code: 'tools-whitelist',
  graceMs: 10_000,
  causes: ['config-syntax'],
  find(snapshot, context) {
    const configured = readConfigured(snapshot, context);
    if (configured === null) return [];
    const { settings } = configured;
    return listRestrictions(settings).flatMap((each) => {
      const args = findAccident(settings, each) ?? findTightProfile(settings, each);
      return args === null ? [] : [report(snapshot, each, args)];
    });
  },
};

function listRestrictions(settings: Settings): readonly Restriction[] {
  const common = restrictionOf(groupAt(settings, ['tools']), { path: ['tools'], agent: null, profile: null });
  const own = listConfiguredAgents(settings).flatMap(({ id, path, settings: agent }) =>
    path === null || !isGroup(agent['tools'])
      ? []
      : [restrictionOf(agent['tools'], { path: [...path, 'tools'], agent: id, profile: common.profile })],
  );
  return [common, ...own];
}

function restrictionOf(
  tools: Settings,
  { path, agent, profile }: Pick<Restriction, 'path' | 'agent' | 'profile'>,
): Restriction {
  const allow = textsAt(tools, 'allow');
  return {
    path,
    agent,
    profile: textAt(tools, ['profile']) ?? profile,
    allow: allow.length === 0 ? [] : [...allow, ...textsAt(tools, 'alsoAllow')],
    deny: textsAt(tools, 'deny'),
  };
}

type Args = FindingArgsByCode['tools-whitelist'];

function findAccident(settings: Settings, { path, agent, profile, allow, deny }: Restriction): Args | null {
  if (allow.length === 0) return null;
  const has = (tool: string) => allow.some((entry) => meansTool(entry, tool));
  const base = toolsOfProfile(profile);
  const left = (base ?? toolGroupNames.flatMap((group) => toolGroups[group])).filter(has);
  const hidden = toolGroupNames.filter((group) => {
    const given = toolGroups[group].filter((tool) => base === null || base.includes(tool));
    return given.length > 0 && !given.some(has);
  });
  const args = { path: `${writePath(path)}.allow`, agent, profile, lets: allow.join(', '), hides: hidden.join(', ') };
  if (left.length === 0 && allow.every(isKnownEntry)) return { what: 'nothing-left', ...args };
  const isSurprise = profile === 'full' || isContradicted(settings, hidden) || isBare(profile, hidden);
  return deny.length === 0 && isSurprise && hidden.length > 0 ? { what: 'whitelist', ...args } : null;
}

/** Without a profile, and neither the web nor messages nor other sessions are left: nobody means that by "allow". */
function isBare(profile: string | null, hidden: readonly ToolGroup[]): boolean {
  return profile === null && (['web', 'messaging', 'sessions'] as const).every((group) => hidden.includes(group));
}

/** Something is set up that the list takes away. */
function isContradicted(settings: Settings, hidden: readonly ToolGroup[]): boolean {
  return (hidden.includes('web') && hasWebSearch(settings)) || (hidden.includes('runtime') && hasExec(settings));
}

function hasWebSearch(settings: Settings): boolean {
  const search = groupAt(settings, ['tools', 'web', 'search']);
  return search['enabled'] === true || (search['enabled'] !== false && search['apiKey'] !== undefined);
}

function hasExec(settings: Settings): boolean {
  return Object.keys(groupAt(settings, ['tools', 'exec'])).length > 0;
}

/** `minimal` can do nothing but tell the time of a session: with a channel, somebody expects more. */
function findTightProfile(settings: Settings, { path, agent, profile, allow }: Restriction): Args | null {
  if (agent !== null || (profile !== 'minimal' && profile !== 'messaging') || allow.length > 0) return null;
  if (settingAt(settings, ['tools', 'alsoAllow']) !== undefined) return null;
  const agents = listConfiguredAgents(settings);
  if (agents.every((each) => textAt(each.settings, ['tools', 'profile']) !== null)) return null;
  const isAgainst = hasWebSearch(settings) || hasExec(settings);
  if (!isAgainst && !(profile === 'minimal' && hasChannel(settings))) return null;
  const base = toolsOfProfile(profile) ?? [];
  const hidden = toolGroupNames.filter((group) => !toolGroups[group].some((tool) => base.includes(tool)));
  const lets = base.join(', ');
  return { what: 'profile', path: `${writePath(path)}.profile`, agent, profile, lets, hides: hidden.join(', ') };
}

function hasChannel(settings: Settings): boolean {
  return Object.values(groupAt(settings, ['channels'])).some(
    (channel) => isGroup(channel) && channel['enabled'] === true,
  );
}

function textsAt(tools: Settings, name: string): readonly string[] {
  const list = tools[name];
  return Array.isArray(list) ? list.filter((entry): entry is string => typeof entry === 'string') : [];
}

function report(snapshot: Snapshot, { allow, profile }: Restriction, args: Args): Finding<'tools-whitelist'> {
  const list = `"allow": ${JSON.stringify(allow)}`;
  return makeFinding('tools-whitelist', args.path, {
    severity: 'notice',
    certainty: 'likely',
    args,
    evidence: [
      ...(args.what === 'profile' ? [] : [settingEvidence(snapshot, '"allow"', list)]),
      ...(profile === null ? [] : [settingEvidence(snapshot, '"profile"', `"profile": "${profile}"`)]),
    ],
  });
}
