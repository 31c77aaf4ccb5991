/**
 * What a probe got. Three values, never two: what could not be read is neither
 * healthy nor broken, and an old value never stands in for a failed reading.
 */
export type Reading<T> = Known<T> | Absent | Unknown;

export interface Known<T> {
  readonly status: 'known';
  readonly value: T;
  /** Epoch milliseconds at which the probe finished. */
  readonly readAt: number;
}

/** The probe looked and the thing is certainly not there. */
export interface Absent {
  readonly status: 'absent';
  readonly readAt: number;
}

export interface Unknown {
  readonly status: 'unknown';
  readonly reason: UnknownReason;
  readonly readAt: number;
}

export interface UnknownReason {
  readonly code: UnknownCode;
  /** Technical English for the evidence view; already redacted. */
  readonly detail: string;
}

export type UnknownCode =
  | 'timed-out'
  | 'not-permitted'
  | 'tool-missing'
  | 'tool-failed'
  | 'not-understood'
  | 'too-large'
  | 'not-a-file'
  | 'no-service-manager'
  | 'no-login-session'
  | 'not-asked'
  | 'probe-crashed';

export function known<T>(value: T, readAt: number): Known<T> {
  return { status: 'known', value, readAt };
}

export function absent(readAt: number): Absent {
  return { status: 'absent', readAt };
}

export function unknown(code: UnknownCode, detail: string, readAt: number): Unknown {
  return { status: 'unknown', reason: { code, detail }, readAt };
}

/** The value of a known reading, else `undefined`. For rules that only speak when they know. */
export function valueOf<T>(reading: Reading<T>): T | undefined {
  return reading.status === 'known' ? reading.value : undefined;
}
