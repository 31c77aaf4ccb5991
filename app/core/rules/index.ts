import type { FindingCode } from '../model/finding.ts';
import { agentDisabled } from './agent-disabled.ts';
import { agentNotLoaded } from './agent-not-loaded.ts';
import { configSyntax } from './config-syntax.ts';
import { dupSupervisor } from './dup-supervisor.ts';
import { entrypointStale } from './entrypoint-stale.ts';
import { keepaliveLoop } from './keepalive-loop.ts';
import { launchdParked } from './launchd-parked.ts';
import { legacyLabel } from './legacy-label.ts';
import { noCli } from './no-cli.ts';
import { nodePathGone } from './node-path-gone.ts';
import { portConfigMismatch } from './port-config-mismatch.ts';
import { portStray } from './port-stray.ts';
import { profileSplit } from './profile-split.ts';
import type { Rule } from './rule.ts';
import { slowNotDead } from './slow-not-dead.ts';
import { sshTunnel } from './ssh-tunnel.ts';
import { thirdPartyHost } from './third-party-host.ts';

/** The catalogue, in the order in which causes are looked for: what others depend on comes first. */
export const rules: { readonly [Code in FindingCode]: Rule<Code> } = {
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

/** Every code once, most basic first. */
export const triageOrder = Object.keys(rules) as readonly FindingCode[];
