export interface LogTail {
  readonly path: string;
  readonly sizeBytes: number;
  readonly modifiedAt: number;
  /** Newest last, at most 200, redacted. */
  readonly lines: readonly LogLine[];
  /** What known messages were found among the lines, oldest first. */
  readonly marks: readonly LogMark[];
  /** The files that this gateway's output goes to, this one included: nothing rotates those of the service. */
  readonly files: readonly LogFile[];
  /** What is left for this user on the volume of `path`; `null`: it could not be told. */
  readonly freeBytes: number | null;
}

export interface LogFile {
  readonly path: string;
  readonly sizeBytes: number;
  /** `service`: the service manager writes it. `rolling`: OpenClaw's own, of which it deletes old ones itself. */
  readonly kind: 'service' | 'rolling';
}

export interface LogLine {
  /** Epoch milliseconds from the line itself; `null` for continuation lines. */
  readonly at: number | null;
  readonly text: string;
}

export interface LogMark {
  readonly kind: LogMarkKind;
  readonly at: number | null;
  readonly line: string;
}

export type LogMarkKind =
  | 'starting'
  | 'listening'
  | 'ready'
  | 'clean-stop'
  | 'already-running'
  | 'port-in-use'
  | 'parked'
  | 'config-invalid'
  | 'config-syntax'
  | 'mode-missing'
  | 'module-missing'
  | 'node-missing'
  | 'node-unsupported'
  | 'older-binary'
  | 'newer-database'
  | 'no-space'
  | 'breaker-tripped'
  | 'restart-storm'
  | 'token-missing'
  | 'bind-refused'
  | 'plugin-broken'
  | 'database-corrupt'
  | 'mdns-conflict'
  | 'mdns-crash'
  | 'memory-pressure'
  | 'log-capped'
  | 'privacy-denied'
  | 'protocol-mismatch'
  | 'telegram-conflict'
  | 'timing-gap'
  | 'network-down'
  /** A call to another computer that did not get through: no such name from here, or no answer. */
  | 'no-way-out'
  /** Of a client that was turned away; the line names it (`client=cli`, `client=openclaw-control-ui`). */
  | 'token-mismatch'
  | 'token-absent'
  | 'device-token-mismatch'
  | 'auth-rate-limited'
  /** The same, but only in the context behind the line, or not at all, stands whose it was. */
  | 'device-signature'
  | 'pairing-required'
  | 'origin-not-allowed'
  | 'reload-applied'
  | 'reload-needs-restart'
  /** The gateway goes on with what it had: switched off, no file, or it failed. An invalid one is `config-invalid`. */
  | 'reload-skipped'
  /** OpenClaw put an older copy in the place of the configuration (2026.3.24 and later). */
  | 'config-restored'
  | 'config-anomaly'
  | 'secret-unresolved'
  | 'model-unknown'
  | 'model-not-allowed'
  | 'no-api-key'
  | 'endpoint-off'
  /** What a provider answered, by its own words or OpenClaw's; most lines name it and the model. */
  | 'provider-401'
  | 'provider-404'
  | 'provider-429'
  | 'context-overflow'
  | 'empty-answer'
  | 'models-scan';

export interface LifecycleEntry {
  readonly at: number;
  readonly action: 'start' | 'stop' | 'restart' | 'other';
  readonly source: string;
  readonly failed: boolean;
  readonly line: string;
}
