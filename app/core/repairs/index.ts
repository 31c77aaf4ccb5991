import type { Finding, FindingCode } from '../model/finding.ts';
import type { RepairOffer } from '../model/repair.ts';
import { agentDisabled } from './agent-disabled.ts';
import { agentNotLoaded } from './agent-not-loaded.ts';
import { configSyntax } from './config-syntax.ts';
import { dupSupervisor } from './dup-supervisor.ts';
import { entrypointStale } from './entrypoint-stale.ts';
import { findGeneralRefusal } from './general-refusals.ts';
import { keepaliveLoop } from './keepalive-loop.ts';
import { launchdParked } from './launchd-parked.ts';
import { legacyLabel } from './legacy-label.ts';
import { noCli } from './no-cli.ts';
import { nodePathGone } from './node-path-gone.ts';
import { portConfigMismatch } from './port-config-mismatch.ts';
import { portStray } from './port-stray.ts';
import { profileSplit } from './profile-split.ts';
import type { Repair, RepairContext } from './repair.ts';
import { slowNotDead } from './slow-not-dead.ts';
import { sshTunnel } from './ssh-tunnel.ts';
import { thirdPartyHost } from './third-party-host.ts';

/** For every finding code a ladder, or what a person must do. */
export const repairs: { readonly [Code in FindingCode]: Repair<Code> } = {
  'no-cli': noCli,
  'node-path-gone': nodePathGone,
  'entrypoint-stale': entrypointStale,
  'profile-split': profileSplit,
  'port-config-mismatch': portConfigMismatch,
  'agent-disabled': agentDisabled,
  'agent-not-loaded': agentNotLoaded,
  'dup-supervisor': dupSupervisor,
  'legacy-label': legacyLabel,
  'port-stray': portStray,
  'third-party-host': thirdPartyHost,
  'ssh-tunnel': sshTunnel,
  'config-syntax': configSyntax,
  'keepalive-loop': keepaliveLoop,
  'launchd-parked': launchdParked,
  'slow-not-dead': slowNotDead,
};

/**
 * What is offered for a finding on this machine now: the next rung's plan, why not, or what a person must do. What
 * forbids every change comes before what one repair knows.
 */
export function planRepair(finding: Finding, context: RepairContext): RepairOffer {
  // The table has the repair of this very code; the compiler cannot follow that through a union.
  const repair = repairs[finding.code] as unknown as Repair;
  const offer = repair.plan(finding, context);
  if (offer.kind !== 'repair') return offer;
  return findGeneralRefusal(offer, finding, context) ?? offer;
}
