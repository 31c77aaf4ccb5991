import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** @import { Job, JobDefinition, Machine } from '../types.ts' */

/** launchd's code for "could not even execute it": missing program, folder or log file. */
const exConfig = 78;

/**
 * @param {JobDefinition} definition
 * @param {string} domain
 * @returns {Job}
 */
export function createJob(definition, domain) {
  return {
    definition,
    domain,
    state: 'not running',
    process: null,
    runs: 0,
    lastExit: { kind: 'never' },
    reason: 'speculative',
    startedAt: 0,
    inPenaltyBox: false,
    pended: null,
    afterExit: 'keep-alive',
    respawnTimer: null,
    killTimer: null,
    waiting: [],
  };
}

/**
 * Starts the program now.
 *
 * @param {Machine} machine
 * @param {Job} job
 * @param {Job['reason']} reason
 */
export function spawnJob(machine, job, reason) {
  cancelRespawn(job);
  job.reason = reason;
  job.runs += 1;
  job.startedAt = Date.now();
  job.pended = null;
  job.afterExit = 'keep-alive';
  const child = tryToSpawn(machine, job.definition);
  if (child?.pid === undefined) return failToSpawn(machine, job);
  job.process = child;
  job.state = 'running';
  job.inPenaltyBox = false;
  child.once('exit', (code, signal) => {
    killGroup(child.pid);
    job.lastExit = signal === null ? { kind: 'code', code: code ?? 0 } : { kind: 'signal', signal };
    onExit(machine, job);
  });
}

/** SIGTERM, and SIGKILL after the job's ExitTimeOut. @param {Job} job @param {Job['afterExit']} afterExit */
export function terminateJob(job, afterExit) {
  job.afterExit = afterExit;
  if (job.state !== 'running') return;
  job.state = 'SIGTERMed';
  job.process?.kill('SIGTERM');
  job.killTimer = setTimeout(() => {
    job.state = 'SIGKILLed';
    job.process?.kill('SIGKILL');
  }, job.definition.exitTimeoutSeconds * 1000);
}

/**
 * Ends the job's processes at once, without regard to ExitTimeOut.
 *
 * @param {Job} job
 * @returns {Promise<void>} resolves when its process is gone
 */
export function destroyJob(job) {
  job.afterExit = 'forget';
  cancelRespawn(job);
  if (job.process === null) return Promise.resolve();
  const gone = new Promise((/** @type {(nothing: void) => void} */ resolve) => job.waiting.push(resolve));
  killGroup(job.process.pid);
  return gone;
}

/** @param {Job} job */
export function cancelRespawn(job) {
  if (job.respawnTimer !== null) clearTimeout(job.respawnTimer);
  job.respawnTimer = null;
}

/** @param {Machine} machine @param {Job} job */
function onExit(machine, job) {
  if (job.killTimer !== null) clearTimeout(job.killTimer);
  job.killTimer = null;
  job.process = null;
  job.state = 'not running';
  if (job.afterExit === 'forget') machine.jobs.delete(`${job.domain}/${job.definition.label}`);
  else if (job.afterExit === 'spawn') spawnJob(machine, job, 'non-ipc demand');
  else if (shouldRespawn(job)) scheduleRespawn(machine, job);
  for (const wake of job.waiting.splice(0)) wake();
}

/** Not before ThrottleInterval after the previous start. @param {Machine} machine @param {Job} job */
function scheduleRespawn(machine, job) {
  const delayMs = Math.max(0, job.startedAt + job.definition.throttleSeconds * 1000 - Date.now());
  const reason = job.definition.keepAlive === true ? 'inefficient' : 'semaphore';
  if (delayMs === 0) return spawnJob(machine, job, reason);
  job.state = 'spawn scheduled';
  job.respawnTimer = setTimeout(() => spawnJob(machine, job, reason), delayMs);
}

/** @param {Job} job */
function shouldRespawn({ definition: { keepAlive }, lastExit }) {
  if (typeof keepAlive === 'boolean') return keepAlive;
  const succeeded = lastExit.kind === 'code' && lastExit.code === 0;
  const crashed = lastExit.kind === 'signal' && !['SIGTERM', 'SIGKILL', 'SIGINT', 'SIGHUP'].includes(lastExit.signal);
  return keepAlive.successfulExit === succeeded || keepAlive.crashed === crashed;
}

/** @param {Machine} machine @param {Job} job */
function failToSpawn(machine, job) {
  job.lastExit = { kind: 'code', code: exConfig };
  job.inPenaltyBox = true;
  job.process = null;
  job.state = 'spawn scheduled';
  const delayMs = Math.max(1, job.definition.throttleSeconds) * 1000;
  job.respawnTimer = setTimeout(() => spawnJob(machine, job, 'inefficient'), delayMs);
}

/** @param {Machine} machine @param {JobDefinition} definition */
function tryToSpawn(machine, definition) {
  /** @type {number[]} */
  const opened = [];
  const previousUmask = process.umask(definition.umask ?? 0o022);
  try {
    const stdin = openStream(opened, definition.stdinPath, 'r');
    const stdout = openStream(opened, definition.stdoutPath, 'a');
    const stderr = openStream(opened, definition.stderrPath, 'a');
    const child = spawn(definition.program, definition.programArguments.slice(1), {
      argv0: definition.programArguments[0],
      cwd: definition.workingDirectory ?? '/',
      env: environmentOf(machine, definition),
      stdio: [stdin, stdout, stderr],
      detached: true,
    });
    child.on('error', () => {});
    return child;
  } catch {
    return null;
  } finally {
    process.umask(previousUmask);
    for (const descriptor of opened) closeSync(descriptor);
  }
}

/** launchd makes missing log folders, appends, and never rotates. */
/** @param {number[]} opened @param {string | null} file @param {'r' | 'a'} flags @returns {number | 'ignore'} */
function openStream(opened, file, flags) {
  if (file === null) return 'ignore';
  if (flags === 'a') mkdirSync(path.dirname(file), { recursive: true });
  const descriptor = openSync(file, flags);
  opened.push(descriptor);
  return descriptor;
}

/** A job gets the session's few variables and its own, nothing of whoever loaded it. */
/** @param {Machine} machine @param {JobDefinition} definition */
function environmentOf(machine, definition) {
  const user = os.userInfo().username;
  return {
    PATH: '/usr/bin:/bin:/usr/sbin:/sbin',
    HOME: machine.file.home,
    USER: user,
    LOGNAME: user,
    SHELL: '/bin/zsh',
    TMPDIR: path.join(machine.root, 'tmp'),
    OSLogRateLimit: '64',
    ...Object.fromEntries(machine.sessionEnvironment),
    ...definition.environment,
    XPC_SERVICE_NAME: definition.label,
  };
}

/** What a job leaves behind in its process group dies with it. @param {number | undefined} pid */
function killGroup(pid) {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody is left in the group.
  }
}
