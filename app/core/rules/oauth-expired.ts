import type { AuthProfile } from '../model/agents.ts';
import type { Finding } from '../model/finding.ts';
import { valueOf } from '../model/reading.ts';
import type { Settings } from '../model/setting.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { credentialsOf } from '../providers/built-in.ts';
import { groupAt, isGroup, textAt } from '../settings/read.ts';
import { listAllWantedModels, providerOf } from '../settings/wanted-models.ts';
import { isVersionBetween } from '../versions.ts';
import { readConfigured, settingEvidence } from './configured.ts';
import type { Configured } from './configured.ts';
import { quote } from './evidence.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

/** OpenClaw itself warns so long before (`oauth.warnAfterMs`, 2026.9.6). */
const soonMs = 24 * 3_600_000;

/** Qwen's free login: gone with OpenClaw 2026.3.28, and so is what it logged in to (openclaw issue 49557). */
const removed = { provider: 'qwen-portal', host: 'portal.qwen.ai', since: '2026.3.28' } as const;

/** A login that has ended, or ends soon, and cannot be renewed without a person; or one that is no longer offered. */
export const oauthExpired: Rule<'oauth-expired'> = {
  code: 'oauth-expired',
  graceMs: 10_000,
  causes: ['config-syntax'],
  find(snapshot, context) {
    const configured = readConfigured(snapshot, context);
    if (configured === null) return [];
    const used = new Set(listAllWantedModels(configured.settings).map(({ provider }) => provider));
    return [...findRemoved(snapshot, configured, used), ...findExpired(snapshot, configured, used)];
  },
};

type Used = ReadonlySet<string>;

function findRemoved(
  snapshot: Snapshot,
  { settings, version }: Configured,
  used: Used,
): readonly Finding<'oauth-expired'>[] {
  const { provider, since } = removed;
  if (!isVersionBetween(version, since, null) || isOwnProvider(settings)) return [];
  const isUsed = used.has(provider);
  if (!isUsed && !isLeftInConfiguration(settings)) return [];
  return [
    makeFinding('oauth-expired', provider, {
      severity: isUsed ? 'degraded' : 'notice',
      certainty: 'certain',
      args: { what: 'removed', provider, profile: null, expiresAt: null, isUsed },
      evidence: [settingEvidence(snapshot, provider, leftoverLine(settings, isUsed))],
    }),
  ];
}

/** Somebody gave the old name to a provider of their own. */
function isOwnProvider(settings: Settings): boolean {
  const baseUrl = textAt(settings, ['models', 'providers', removed.provider, 'baseUrl']);
  return baseUrl !== null && !baseUrl.includes(removed.host);
}

function isLeftInConfiguration(settings: Settings): boolean {
  return (
    groupAt(settings, ['models', 'providers'])[removed.provider] !== undefined ||
    listProfiles(settings).length > 0 ||
    listNamed(settings).length > 0
  );
}

function listProfiles(settings: Settings): readonly string[] {
  return Object.entries(groupAt(settings, ['auth', 'profiles'])).flatMap(([id, profile]) =>
    isGroup(profile) && profile['provider'] === removed.provider ? [id] : [],
  );
}

function listNamed(settings: Settings): readonly string[] {
  return Object.keys(groupAt(settings, ['agents', 'defaults', 'models'])).filter(
    (ref) => providerOf(ref) === removed.provider,
  );
}

function leftoverLine(settings: Settings, isUsed: boolean): string {
  if (isUsed) {
    const model = listAllWantedModels(settings).find(({ provider }) => provider === removed.provider);
    return `"${model?.role ?? 'primary'}": "${model?.ref ?? removed.provider}"`;
  }
  return `"${listNamed(settings)[0] ?? listProfiles(settings)[0] ?? removed.provider}": {`;
}

/** From the files of the time before 2026.8.1; later ones are left-overs of a migration. */
function findExpired(snapshot: Snapshot, { version }: Configured, used: Used): readonly Finding<'oauth-expired'>[] {
  const agents = valueOf(snapshot.agents)?.agents ?? [];
  if (!isVersionBetween(version, '2026.2.1', '2026.8.1')) return [];
  const wanted = new Set([...used].map(credentialsOf));
  return agents.flatMap(({ id, auth }) => {
    const profiles = auth?.profiles ?? [];
    return profiles
      .filter((profile) => wanted.has(profile.provider.toLowerCase()))
      .filter((profile) => ends(profile, snapshot.at) && !hasOther(profiles, profile, snapshot.at))
      .map((profile) => report(snapshot, id, auth?.path ?? '', profile));
  });
}

function ends({ type, expiresAt, canRefresh }: AuthProfile, now: number): boolean {
  return (type === 'oauth' || type === 'token') && !canRefresh && expiresAt !== null && expiresAt - now < soonMs;
}

/** Another way in for the same provider. */
function hasOther(profiles: readonly AuthProfile[], ended: AuthProfile, now: number): boolean {
  return profiles.some((each) => each !== ended && each.provider === ended.provider && !ends(each, now));
}

function report(snapshot: Snapshot, agent: string, path: string, profile: AuthProfile): Finding<'oauth-expired'> {
  const { id, provider, expiresAt } = profile;
  const isOver = expiresAt !== null && expiresAt <= snapshot.at;
  return makeFinding('oauth-expired', `${agent}/${id}`, {
    severity: isOver ? 'degraded' : 'notice',
    certainty: 'certain',
    args: { what: isOver ? 'expired' : 'expires-soon', provider, profile: id, expiresAt, isUsed: true },
    evidence: [{ command: `grep -n expires ${quote(path)}`, line: `"expires": ${expiresAt ?? 0}` }],
  });
}
