import { configEvidence } from '../credential-evidence.ts';
import type { Evidence } from '../model/evidence.ts';
import type { FindingArgsByCode, Severity } from '../model/finding.ts';
import { valueOf } from '../model/reading.ts';
import type { Listener } from '../model/process.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { settingAt } from '../settings/read.ts';
import { authModeOf, settingsOf } from '../tokens.ts';
import { isHandsOff, isIdleForAReason, isServing, severityOfFault } from './circumstances.ts';
import { listenerEvidence } from './evidence.ts';
import { findLastWord, logEvidence } from './last-word.ts';
import type { Rule, RuleContext } from './rule.ts';
import { makeFinding } from './rule.ts';

/**
 * The gateway is to be reached from other computers, and lets everybody in; or it refuses to start like that. With a
 * token, behind a proxy that is trusted, or in a container, where it must listen everywhere, it is as somebody wants it.
 */
export const bindExposed: Rule<'bind-exposed'> = {
  code: 'bind-exposed',
  graceMs: 0,
  causes: ['config-syntax'],
  find(snapshot, context) {
    if (isHandsOff(snapshot, context)) return [];
    const found = findOpen(snapshot, context) ?? findRefused(snapshot, context) ?? findLocal(snapshot);
    if (found === null) return [];
    const bind = bindOf(snapshot);
    return [
      makeFinding('bind-exposed', 'gateway.bind', {
        severity: severityOf(found.args.what, context),
        certainty: 'certain',
        args: { bind, ...found.args },
        evidence: [...found.evidence, ...configEvidence(snapshot, ['gateway', 'bind'])],
      }),
    ];
  },
};

function severityOf(what: Found['args']['what'], context: RuleContext): Severity {
  if (what === 'local') return 'notice';
  return what === 'open' ? 'degraded' : severityOfFault(context);
}

interface Found {
  readonly args: Omit<FindingArgsByCode['bind-exposed'], 'bind'>;
  readonly evidence: readonly Evidence[];
}

/** Somebody outside gets an answer, and is asked for nothing. */
function findOpen(snapshot: Snapshot, { owner }: RuleContext): Found | null {
  if (authModeOf(snapshot) !== 'none' || isContainer(snapshot)) return null;
  const pid = owner.kind === 'service' || owner.kind === 'gateway' ? owner.pid : null;
  const listener = valueOf(snapshot.listeners)?.find((entry) => entry.pid === pid);
  const address = listener === undefined ? null : openAddress(listener);
  if (listener === undefined || address === null) return null;
  return {
    args: { what: 'open', address },
    evidence: [...listenerEvidence(snapshot, listener.pid), ...configEvidence(snapshot, ['gateway', 'auth', 'mode'])],
  };
}

function openAddress({ addresses }: Listener): string | null {
  return addresses.find((address) => !/^(?:127\.|\[?::1\]?:|localhost)/.test(address)) ?? null;
}

/** What the gateway itself thinks of it. */
function findRefused(snapshot: Snapshot, context: RuleContext): Found | null {
  if (isServing(context) || isIdleForAReason(snapshot, context)) return null;
  const said = findLastWord(snapshot, 'bind-refused');
  if (said === null || bindOf(snapshot) === 'loopback') return null;
  const what = said.line.includes('allowedOrigins') ? 'origins' : 'refused';
  return { args: { what, address: null }, evidence: logEvidence(snapshot, said.line) };
}

/** As a guide for the DingTalk connector has it: no token, and an endpoint through which programs use the agents. */
function findLocal(snapshot: Snapshot): Found | null {
  const settings = settingsOf(snapshot) ?? {};
  const endpoint = ['gateway', 'http', 'endpoints', 'chatCompletions', 'enabled'];
  if (settingAt(settings, ['gateway', 'auth', 'mode']) !== 'none' || isContainer(snapshot)) return null;
  if (settingAt(settings, endpoint) !== true) return null;
  const paths = [['gateway', 'auth', 'mode'], endpoint];
  return { args: { what: 'local', address: null }, evidence: paths.flatMap((path) => configEvidence(snapshot, path)) };
}

function bindOf(snapshot: Snapshot): string | null {
  const bind = settingAt(settingsOf(snapshot) ?? {}, ['gateway', 'bind']);
  return typeof bind === 'string' ? bind : null;
}

/** Without a service manager there is no computer of a person's own, but a container or somebody's script. */
function isContainer({ service }: Snapshot): boolean {
  return service.status === 'unknown' && service.reason.code === 'no-service-manager';
}
