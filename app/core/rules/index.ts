import type { FindingCode } from '../model/finding.ts';
import { agentAuthSplit } from './agent-auth-split.ts';
import { agentDisabled } from './agent-disabled.ts';
import { agentNotLoaded } from './agent-not-loaded.ts';
import { bindExposed } from './bind-exposed.ts';
import { bonjour } from './bonjour.ts';
import { bootstrap5 } from './bootstrap-5.ts';
import { breakerSafeMode } from './breaker-safe-mode.ts';
import { configInvalid } from './config-invalid.ts';
import { configClobber } from './config-clobber.ts';
import { configSyntax } from './config-syntax.ts';
import { contextOverflow } from './context-overflow.ts';
import { controluiStale } from './controlui-stale.ts';
import { cpu } from './cpu.ts';
import { dbCorrupt } from './db-corrupt.ts';
import { dbNewer } from './db-newer.ts';
import { devsigInvalid } from './devsig-invalid.ts';
import { devtokenMismatch } from './devtoken-mismatch.ts';
import { doctorDamage } from './doctor-damage.ts';
import { dupSupervisor } from './dup-supervisor.ts';
import { entrypointStale } from './entrypoint-stale.ts';
import { envKeyMissing } from './env-key-missing.ts';
import { guiDomain125 } from './gui-domain-125.ts';
import { gwtokenDrift } from './gwtoken-drift.ts';
import { httpEndpointOff } from './http-endpoint-off.ts';
import { keepaliveLoop } from './keepalive-loop.ts';
import { launchdParked } from './launchd-parked.ts';
import { legacyLabel } from './legacy-label.ts';
import { lockStale } from './lock-stale.ts';
import { logDisk } from './log-disk.ts';
import { mem } from './mem.ts';
import { modelAllowlist } from './model-allowlist.ts';
import { modelsJsonStale } from './models-json-stale.ts';
import { modelsScan } from './models-scan.ts';
import { noCli } from './no-cli.ts';
import { modeMissing } from './mode-missing.ts';
import { modeRemoteFlip } from './mode-remote-flip.ts';
import { nodePathGone } from './node-path-gone.ts';
import { nodeVersion } from './node-version.ts';
import { oauthExpired } from './oauth-expired.ts';
import { olderBinary } from './older-binary.ts';
import { originBlocked } from './origin-blocked.ts';
import { ownership } from './ownership.ts';
import { pairingLoop } from './pairing-loop.ts';
import { plistMalformed } from './plist-malformed.ts';
import { pluginBlocksStart } from './plugin-blocks-start.ts';
import { portConfigMismatch } from './port-config-mismatch.ts';
import { portProbeArtefact } from './port-probe-artefact.ts';
import { portStray } from './port-stray.ts';
import { profileSplit } from './profile-split.ts';
import { protoMismatch } from './proto-mismatch.ts';
import { providerWrong } from './provider-wrong.ts';
import { proxyLoopback } from './proxy-loopback.ts';
import { rateCooldown } from './rate-cooldown.ts';
import { restartRace } from './restart-race.ts';
import { secretLeak } from './secret-leak.ts';
import { sessionBloat } from './session-bloat.ts';
import { tokenMissing } from './token-missing.ts';
import { redactedWritten } from './redacted-written.ts';
import { reloadLoop } from './reload-loop.ts';
import { restartPending } from './restart-pending.ts';
import type { Rule } from './rule.ts';
import { sleepWake } from './sleep-wake.ts';
import { slowNotDead } from './slow-not-dead.ts';
import { sshTunnel } from './ssh-tunnel.ts';
import { staleChunks } from './stale-chunks.ts';
import { staleUpdateJob } from './stale-update-job.ts';
import { systemdWsl } from './systemd-wsl.ts';
import { tcc } from './tcc.ts';
import { tg409 } from './tg-409.ts';
import { thirdPartyHost } from './third-party-host.ts';
import { toolsWhitelist } from './tools-whitelist.ts';
import { tzShift } from './tz-shift.ts';
import { updatePartial } from './update-partial.ts';
import { versionSkew } from './version-skew.ts';
import { watchdogFight } from './watchdog-fight.ts';

/** The catalogue, in the order in which causes are looked for: what others depend on comes first. */
export const rules: { readonly [Code in FindingCode]: Rule<Code> } = {
  'update-partial': updatePartial,
  'gui-domain-125': guiDomain125,
  'systemd-wsl': systemdWsl,
  'plist-malformed': plistMalformed,
  ownership,
  'watchdog-fight': watchdogFight,
  'stale-update-job': staleUpdateJob,
  'no-cli': noCli,
  'node-path-gone': nodePathGone,
  'node-version': nodeVersion,
  'entrypoint-stale': entrypointStale,
  'older-binary': olderBinary,
  'profile-split': profileSplit,
  'port-config-mismatch': portConfigMismatch,
  'log-disk': logDisk,
  'db-newer': dbNewer,
  'db-corrupt': dbCorrupt,
  'plugin-blocks-start': pluginBlocksStart,
  'bootstrap-5': bootstrap5,
  'agent-disabled': agentDisabled,
  'agent-not-loaded': agentNotLoaded,
  'dup-supervisor': dupSupervisor,
  'legacy-label': legacyLabel,
  'port-stray': portStray,
  'lock-stale': lockStale,
  'port-probe-artefact': portProbeArtefact,
  'third-party-host': thirdPartyHost,
  'ssh-tunnel': sshTunnel,
  'config-syntax': configSyntax,
  'env-key-missing': envKeyMissing,
  'models-json-stale': modelsJsonStale,
  'agent-auth-split': agentAuthSplit,
  'model-allowlist': modelAllowlist,
  'tools-whitelist': toolsWhitelist,
  'http-endpoint-off': httpEndpointOff,
  'provider-wrong': providerWrong,
  'rate-cooldown': rateCooldown,
  'context-overflow': contextOverflow,
  'models-scan': modelsScan,
  'proxy-loopback': proxyLoopback,
  'oauth-expired': oauthExpired,
  'redacted-written': redactedWritten,
  'config-clobber': configClobber,
  'config-invalid': configInvalid,
  'mode-missing': modeMissing,
  'mode-remote-flip': modeRemoteFlip,
  'doctor-damage': doctorDamage,
  'token-missing': tokenMissing,
  'bind-exposed': bindExposed,
  bonjour,
  'restart-race': restartRace,
  'keepalive-loop': keepaliveLoop,
  'launchd-parked': launchdParked,
  'breaker-safe-mode': breakerSafeMode,
  'sleep-wake': sleepWake,
  cpu,
  'stale-chunks': staleChunks,
  'version-skew': versionSkew,
  'reload-loop': reloadLoop,
  'restart-pending': restartPending,
  'slow-not-dead': slowNotDead,
  mem,
  tcc,
  'proto-mismatch': protoMismatch,
  'tg-409': tg409,
  'session-bloat': sessionBloat,
  'tz-shift': tzShift,
  'gwtoken-drift': gwtokenDrift,
  'pairing-loop': pairingLoop,
  'devtoken-mismatch': devtokenMismatch,
  'devsig-invalid': devsigInvalid,
  'controlui-stale': controluiStale,
  'origin-blocked': originBlocked,
  'secret-leak': secretLeak,
};

/** Every code once, most basic first. */
export const triageOrder = Object.keys(rules) as readonly FindingCode[];
