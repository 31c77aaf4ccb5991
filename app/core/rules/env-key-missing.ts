import { deriveStateDir } from '../file-places.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Finding, Severity } from '../model/finding.ts';
import { marksSinceStart } from '../log-life.ts';
import type { LogMark } from '../model/log.ts';
import { valueOf } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { listProviderNeeds } from '../provider-needs.ts';
import type { ProviderNeed } from '../provider-needs.ts';
import { deriveServiceVariables } from '../service-variables.ts';
import type { ServiceVariables } from '../service-variables.ts';
import { deriveEnvironmentReferences, isSecretPlace } from '../settings/environment-references.ts';
import type { EnvironmentReference } from '../settings/environment-references.ts';
import { writePath } from '../settings/read.ts';
import { listAllWantedModels } from '../settings/wanted-models.ts';
import { isVersionBetween } from '../versions.ts';
import { isIdleForAReason, severityOfFault } from './circumstances.ts';
import { readConfigured, settingEvidence } from './configured.ts';
import type { Configured } from './configured.ts';
import { missingEvidence, quote } from './evidence.ts';
import { markEvidence } from './log-evidence.ts';
import type { Rule, RuleContext } from './rule.ts';
import { makeFinding } from './rule.ts';
import { findShellProxy, type ShellProxy } from '../shell-proxy.ts';

interface Missing {
  readonly name: string;
  readonly references: readonly [EnvironmentReference, ...EnvironmentReference[]];
  /** What the gateway itself says about it. */
  readonly marks: readonly LogMark[];
}

/**
 * The configuration needs a variable, and the gateway of the service has it from nowhere: launchd and systemd give a
 * service nothing of what a shell sets. So it is with a proxy that only the shell has. Silent where a place could not be read, or the login shell is asked.
 */
export const envKeyMissing: Rule<'env-key-missing'> = {
  code: 'env-key-missing',
  graceMs: 10_000,
  causes: ['config-syntax'],
  find(snapshot, context) {
    const configured = readConfigured(snapshot, context);
    if (configured === null) return [];
    const variables = deriveServiceVariables(snapshot, configured.settings);
    if (variables === null || !variables.isComplete || variables.importsShell) return [];
    const written = listMissing(snapshot, configured, variables);
    const own = listProviderNeeds(snapshot, configured, variables).filter(
      (need) => !written.some(({ name }) => need.names.includes(name)),
    );
    const proxy = findShellProxy(snapshot, configured.settings, variables);
    return [
      ...written.map((missing) => report(snapshot, context, { ...configured, variables, missing })),
      ...own.map((need) => reportOwn(snapshot, variables, need)),
      ...(proxy === null ? [] : [reportProxy(snapshot, proxy)]),
    ];
  },
};

function listMissing(snapshot: Snapshot, { settings }: Configured, { names }: ServiceVariables): readonly Missing[] {
  const references = deriveEnvironmentReferences(settings).filter(({ name }) => !names.has(name));
  const said = marksSinceStart(snapshot).filter(({ kind }) => kind === 'secret-unresolved' || kind === 'token-missing');
  return [...new Set(references.map(({ name }) => name))].flatMap((name) => {
    const [first, ...others] = references.filter((reference) => reference.name === name);
    if (first === undefined) return [];
    const written = [name, ...[first, ...others].flatMap(({ path }) => namesInLog(path))];
    const marks = said.filter(({ line }) => written.some((each) => mentions(line, each)));
    return [{ name, references: [first, ...others], marks }];
  });
}

/** 2026.3 names the variable, 2026.9 the setting, or whose secret it is (`provider:ark`). */
function namesInLog(path: EnvironmentReference['path']): readonly string[] {
  const [top, kind, provider] = path;
  const isProvider = top === 'models' && kind === 'providers' && typeof provider === 'string';
  return [path.join('.'), ...(isProvider ? [`provider:${provider}`] : [])];
}

function mentions(line: string, name: string): boolean {
  const at = line.indexOf(name);
  return at !== -1 && !/\w/.test(line[at - 1] ?? '') && !/[\w-]/.test(line[at + name.length] ?? '');
}

interface Case extends Configured {
  readonly variables: ServiceVariables;
  readonly missing: Missing;
}

function report(snapshot: Snapshot, context: RuleContext, each: Case): Finding<'env-key-missing'> {
  const { name, references, marks } = each.missing;
  const severity = severityOf(snapshot, context, each);
  const inShell = each.variables.shellNames?.has(name) ?? false;
  return makeFinding('env-key-missing', name, {
    severity,
    // `launchctl setenv` could have set it: launchd tells only values of names one asks for.
    certainty: marks.length > 0 ? 'certain' : 'likely',
    args: {
      name,
      path: writePath(references[0].path),
      more: references.length - 1,
      inShell,
      blocksStart: severity === 'blocking',
    },
    evidence: [
      ...references.slice(0, 3).map((reference) => referenceEvidence(snapshot, reference)),
      stateFileEvidence(snapshot, name),
      ...(inShell ? [{ command: `[ -n "$${name}" ] && echo set`, line: 'set' }] : []),
      ...markEvidence(snapshot, marks),
    ],
  });
}

/** Whether the calls would get through with it, nobody can see from outside. */
function reportProxy(snapshot: Snapshot, { name, marks }: ShellProxy): Finding<'env-key-missing'> {
  return makeFinding('env-key-missing', name.toUpperCase(), {
    severity: 'degraded',
    certainty: 'likely',
    args: { name, path: null, more: 0, inShell: true, blocksStart: false },
    evidence: [
      stateFileEvidence(snapshot, name),
      { command: `[ -n "$${name}" ] && echo set`, line: 'set' },
      ...markEvidence(snapshot, marks),
    ],
  });
}

/**
 * 2026.3.13 does not start while a reference to a secret has no value, whoever uses it; 2026.9.6 starts without what
 * needs it (both tried). There, a provider that no agent uses harms nobody.
 */
function severityOf(snapshot: Snapshot, context: RuleContext, { settings, version, missing }: Case): Severity {
  const isDown = severityOfFault(context) === 'blocking' && !isIdleForAReason(snapshot, context);
  const endsStart =
    missing.marks.some(({ line }) => /required secrets are unavailable|SECRETS_RELOADER_DEGRADED/.test(line)) ||
    (isVersionBetween(version, '2026.3.2', '2026.3.14') && missing.references.some(isSecretPlace));
  if (isDown && endsStart) return 'blocking';
  const used = new Set(listAllWantedModels(settings).map(({ provider }) => provider));
  const isIdle = missing.references.every(({ path: [top, kind, provider] }) => {
    const isProvider = top === 'models' && kind === 'providers' && typeof provider === 'string';
    return isProvider && !used.has(provider.toLowerCase());
  });
  return isIdle ? 'notice' : 'degraded';
}

function referenceEvidence(snapshot: Snapshot, { name, path, form }: EnvironmentReference): Evidence {
  const written = form === 'text' ? `\${${name}}` : name;
  const key = form === 'text' ? path.findLast((step) => typeof step === 'string') : 'id';
  return settingEvidence(snapshot, written, `"${key ?? ''}": "${written}"`);
}

function stateFileEvidence(snapshot: Snapshot, name: string): Evidence {
  const path = `${deriveStateDir(snapshot)}/.env`;
  const isThere = valueOf(snapshot.credentials)?.places.some(({ kind }) => kind === 'state-dotenv') ?? false;
  return isThere ? { command: `grep -c '^${name}=' ${quote(path)}`, line: '0' } : missingEvidence(path);
}

/** A provider that OpenClaw knows by itself looks for a variable of its own, which stands in no setting. */
function reportOwn(
  snapshot: Snapshot,
  { shellNames }: ServiceVariables,
  { name, provider, ref, marks }: ProviderNeed,
): Finding<'env-key-missing'> {
  const inShell = shellNames?.has(name) ?? false;
  return makeFinding('env-key-missing', name, {
    severity: 'degraded',
    certainty: marks.length > 0 ? 'certain' : 'likely',
    args: { name, path: writePath(['models', 'providers', provider, 'apiKey']), more: 0, inShell, blocksStart: false },
    evidence: [
      settingEvidence(snapshot, ref, `"${ref}"`),
      stateFileEvidence(snapshot, name),
      ...(inShell ? [{ command: `[ -n "$${name}" ] && echo set`, line: 'set' }] : []),
      ...markEvidence(snapshot, marks),
    ],
  });
}
