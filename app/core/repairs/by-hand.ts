import type { Finding, FindingCode } from '../model/finding.ts';
import type { Instructions } from '../model/repair.ts';
import type { NeverCode, Repair, RepairContext } from './repair.ts';

/** The same for what the gateway itself tells. */
export const gatewayByHandCodes = [
  'log-disk',
  'db-newer',
  'db-corrupt',
  'plugin-blocks-start',
  'bonjour',
  'breaker-safe-mode',
  'sleep-wake',
  'cpu',
  'mem',
  'tcc',
  'proto-mismatch',
  'tg-409',
  'doctor-damage',
] as const satisfies readonly FindingCode[];
export type GatewayByHandCode = (typeof gatewayByHandCodes)[number];

/** The same for tokens, devices, and who may come in. */
export const accessByHandCodes = [
  'token-missing',
  'gwtoken-drift',
  'devtoken-mismatch',
  'devsig-invalid',
  'pairing-loop',
  'controlui-stale',
  'origin-blocked',
  'bind-exposed',
  'secret-leak',
] as const satisfies readonly FindingCode[];
export type AccessByHandCode = (typeof accessByHandCodes)[number];

/** The same for what is wrong in the configuration. */
export const configurationByHandCodes = [
  'config-invalid',
  'config-clobber',
  'mode-missing',
  'mode-remote-flip',
  'redacted-written',
  'reload-loop',
] as const satisfies readonly FindingCode[];
export type ConfigurationByHandCode = (typeof configurationByHandCodes)[number];

/** The same for models, tools and what the service is given. */
export const settingsByHandCodes = [
  'env-key-missing',
  'models-json-stale',
  'agent-auth-split',
  'model-allowlist',
  'tools-whitelist',
  'http-endpoint-off',
  'proxy-loopback',
  'oauth-expired',
  'session-bloat',
  'tz-shift',
  'provider-wrong',
  'rate-cooldown',
  'models-scan',
  'context-overflow',
] as const satisfies readonly FindingCode[];
export type SettingsByHandCode = (typeof settingsByHandCodes)[number];

/** Codes for which a person may have to do something; the texts say why. */
export const byHandCodes = [
  'agent-not-loaded',
  ...gatewayByHandCodes,
  ...settingsByHandCodes,
  ...configurationByHandCodes,
  'dup-supervisor',
  'legacy-label',
  'node-path-gone',
  'entrypoint-stale',
  'port-config-mismatch',
  'config-syntax',
  'profile-split',
  'third-party-host',
  'ssh-tunnel',
  'no-cli',
  'update-partial',
  'node-version',
  'older-binary',
  'plist-malformed',
  'bootstrap-5',
  'watchdog-fight',
  'ownership',
  'gui-domain-125',
  'systemd-wsl',
  ...accessByHandCodes,
] as const satisfies readonly FindingCode[];
export type ByHandCode = (typeof byHandCodes)[number];

/** A person must do it: the texts say why, these commands how. */
export function instruct<Code extends ByHandCode>(finding: Finding<Code>, commands: readonly string[]): Instructions {
  return { kind: 'instructions', code: finding.code, findingId: finding.id, commands };
}

/** What a person must do: the commands, to be copied. Why, is written in the texts. */
export function makeByHand<Code extends ByHandCode>(
  code: Code,
  never: readonly NeverCode[],
  commands: (finding: Finding<Code>, context: RepairContext) => readonly string[],
): Repair<Code> {
  return {
    code,
    rungs: [],
    never,
    plan: (finding, context) => instruct(finding, commands(finding, context)),
  };
}
