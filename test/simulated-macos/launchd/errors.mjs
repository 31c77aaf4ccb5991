/**
 * launchd's own error numbers and texts (macOS 12 to 27); `launchctl error N` prints them. Below 107 they are errno.
 *
 * @type {Readonly<Record<number, string>>}
 */
export const errorTexts = {
  1: 'Operation not permitted',
  3: 'No such process',
  5: 'Input/output error',
  17: 'File exists',
  22: 'Invalid argument',
  36: 'Operation now in progress',
  37: 'Operation already in progress',
  108: 'Invalid path',
  109: 'Invalid property list',
  110: 'Invalid or missing service identifier',
  111: 'Invalid or missing Program/ProgramArguments',
  112: 'Could not find specified domain',
  113: 'Could not find specified service',
  119: 'Service is disabled',
  122: 'Path had bad ownership/permissions',
  125: 'Domain does not support specified action',
  130: 'Service already exists in domain',
  161: 'Service cannot be launched because of BTM policy',
};

/** Names that launchctl appends to exit codes (sysexits.h). @type {Readonly<Record<number, string>>} */
const exitCodeNames = {
  64: 'EX_USAGE',
  65: 'EX_DATAERR',
  66: 'EX_NOINPUT',
  67: 'EX_NOUSER',
  68: 'EX_NOHOST',
  69: 'EX_UNAVAILABLE',
  70: 'EX_SOFTWARE',
  71: 'EX_OSERR',
  72: 'EX_OSFILE',
  73: 'EX_CANTCREAT',
  74: 'EX_IOERR',
  75: 'EX_TEMPFAIL',
  76: 'EX_PROTOCOL',
  77: 'EX_NOPERM',
  78: 'EX_CONFIG',
};

/** strsignal(3) on a Mac: its numbers differ from Linux. @type {Readonly<Record<string, readonly [string, number]>>} */
const signalTexts = {
  SIGHUP: ['Hangup', 1],
  SIGINT: ['Interrupt', 2],
  SIGQUIT: ['Quit', 3],
  SIGILL: ['Illegal instruction', 4],
  SIGTRAP: ['Trace/BPT trap', 5],
  SIGABRT: ['Abort trap', 6],
  SIGKILL: ['Killed', 9],
  SIGBUS: ['Bus error', 10],
  SIGSEGV: ['Segmentation fault', 11],
  SIGPIPE: ['Broken pipe', 13],
  SIGALRM: ['Alarm clock', 14],
  SIGTERM: ['Terminated', 15],
  SIGUSR1: ['User defined signal 1', 30],
  SIGUSR2: ['User defined signal 2', 31],
};

/** @param {number} code @returns {string} `78: EX_CONFIG`, or the bare number where it has no name */
export function describeExitCode(code) {
  const name = exitCodeNames[code];
  return name === undefined ? String(code) : `${code}: ${name}`;
}

/** @param {string} signal @returns {string} `Killed: 9` */
export function describeSignal(signal) {
  const [text, number] = signalTexts[signal] ?? ['Unknown signal', 0];
  return `${text}: ${number}`;
}

/** @param {string} signal @returns {number} the number on a Mac */
export function signalNumber(signal) {
  return signalTexts[signal]?.[1] ?? 0;
}

/**
 * `<Verb> failed: 5: Input/output error`, with the misleading second line that a 5 carries since macOS 12.
 *
 * @param {'Bootstrap' | 'Boot-out'} verb
 * @param {number} code
 * @returns {import('../types.ts').Answer}
 */
export function failed(verb, code) {
  const hint = code === 5 ? 'Try re-running the command as root for richer errors.\n' : '';
  return { exitCode: code, stderr: `${verb} failed: ${code}: ${errorTexts[code] ?? 'Unknown error'}\n${hint}` };
}
