import type { FindingCode } from '../../app/core/model/finding.ts';
import { valueOf } from '../../app/core/model/reading.ts';
import type { ConfigEdit, RepairPlan } from '../../app/core/model/repair.ts';
import { SecretMark } from '../../app/core/model/setting.ts';
import type { Snapshot } from '../../app/core/model/snapshot.ts';
import { repairs } from '../../app/core/repairs/index.ts';
import { settingAt, writePath } from '../../app/core/settings/read.ts';

type IsAbout = (edit: ConfigEdit, snapshot: Snapshot) => boolean;

const setting =
  (...patterns: readonly RegExp[]): IsAbout =>
  ({ path }) =>
    patterns.some((pattern) => pattern.test(path.join('.')));

/** Where a provider is asked and for what, the places that name its models, and where a connector finds the gateway. */
const isProviderSetting = setting(
  /^models\.providers\.[^.]+\.(?:baseUrl|api|models\.\d+(?:\.(?:id|api))?)$/,
  /^agents\.(?:defaults|list\.\d+|entries\.[^.]+)\.model(?:\.primary|\.fallbacks\.\d+)?$/,
  /^agents\.defaults\.(?:models\..+|modelPolicy\.allow\.\d+)$/,
  /^channels\.[^.]+\.gatewayUrl$/,
);

/** Settings that a new connector refuses, and that say nothing to it. */
const isRefusedByConnector = setting(
  /^channels\.[^.]+\.(?:gatewayUrl|gatewayToken|gatewayPassword|sessionTimeout|dmHistoryLimit)$/,
);

/** The settings that each trouble is about: a plan may change these and no others. */
const about: Readonly<Partial<Record<FindingCode, IsAbout>>> = {
  'config-invalid': ({ op, path }, { validation }) => {
    const issues = valueOf(validation)?.issues ?? [];
    return op === 'remove' && issues.some((issue) => issue.kind === 'unknown-key' && issue.path === writePath(path));
  },
  // What is gone comes back as it was; nothing that is there is written over.
  'config-clobber': ({ op, path }, { config }) => {
    const content = valueOf(config)?.content;
    const now = content?.kind === 'parsed' ? settingAt(content.settings, path) : undefined;
    return op === 'copy' && now === undefined;
  },
  'redacted-written': ({ op, path }, { config }) => {
    const content = valueOf(config)?.content;
    const now = content?.kind === 'parsed' ? settingAt(content.settings, path) : undefined;
    return op === 'copy' && now instanceof SecretMark && now.shape === 'redacted';
  },
  'mode-missing': setting(/^gateway\.mode$/),
  'mode-remote-flip': setting(/^gateway\.mode$/, /^gateway\.remote(?:\.|$)/),
  'token-missing': setting(/^gateway\.auth\.token$/),
  'gwtoken-drift': setting(/^gateway\.remote\.(?:token|password)$/),
  'origin-blocked': setting(/^gateway\.controlUi\.allowedOrigins$/),
  'bind-exposed': setting(/^gateway\.bind$/),
  'model-allowlist': setting(/^agents\.(?:defaults|entries\.[^.]+)\.(?:modelPolicy\.allow|models\..+)$/),
  'tools-whitelist': setting(/(?:^|\.)tools\.allow$/),
  'http-endpoint-off': setting(/^gateway\.http\.endpoints\.chatCompletions\.enabled$/),
  'provider-wrong': (edit, snapshot) =>
    isProviderSetting(edit, snapshot) || (edit.op === 'remove' && isRefusedByConnector(edit, snapshot)),
  'rate-cooldown': setting(/^agents\.defaults\.model(?:\.fallbacks)?$/),
  'context-overflow': setting(/^models\.providers\.[^.]+\.models\.\d+\.contextWindow$/),
};

/** These bring a whole former content back, of a file that is broken or damaged as a whole. */
const mayRestore: ReadonlySet<FindingCode> = new Set([
  'config-syntax',
  'config-invalid',
  'config-clobber',
  'keepalive-loop',
  'doctor-damage',
]);

/** What a plan changes in the configuration beside what its finding is about. */
export function listForeignChanges({ code, steps }: RepairPlan, snapshot: Snapshot): readonly string[] {
  const repair = Object.values(repairs).find((each) => each.code === code);
  // A wish is about exactly what a person has chosen.
  if (repair === undefined) return [];
  const isSilent = repair.never.includes('change-config');
  return steps.flatMap((step) => {
    if (step.kind === 'restore-version') {
      return mayRestore.has(repair.code) && !isSilent ? [] : [`gives ${step.path} another content`];
    }
    if (step.kind !== 'edit-config') return [];
    const isAbout = about[repair.code] ?? (() => false);
    return step.edits
      .filter((edit) => isSilent || !isAbout(edit, snapshot))
      .map(({ op, path }) => `${op} ${path.join('.')} in ${step.path}`);
  });
}
