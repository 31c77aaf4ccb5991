import { spawn } from 'node:child_process';
import os from 'node:os';
import { readDefinition } from './unit-file.mjs';

/** @import { Manager, Unit, UnitDefinition } from '../types.ts' */

/** The unit of a name, from its file when it was not known before. @param {Manager} manager @param {string} name */
export function findUnit(manager, name) {
  const known = manager.units.get(name);
  if (known !== undefined) return known;
  const definition = readDefinition(manager.home, name);
  if (definition === null) return null;
  const unit = createUnit(name, definition);
  manager.units.set(name, unit);
  return unit;
}

/** @param {string} name @param {UnitDefinition} definition @returns {Unit} */
function createUnit(name, definition) {
  return {
    name,
    definition,
    state: 'inactive/dead',
    result: 'success',
    process: null,
    restarts: 0,
    exit: { code: 0, status: 0 },
    starts: [],
    startedAt: 0,
    wantsStart: false,
    restartTimer: null,
    killTimer: null,
    waiting: [],
  };
}

/** A start that somebody asked for. @param {Manager} manager @param {Unit} unit @returns {boolean} whether it may */
export function startUnit(manager, unit) {
  if (unit.state === 'active/running') return true;
  cancelRestart(unit);
  unit.restarts = 0;
  if (unit.state === 'deactivating/stop-sigterm') {
    unit.wantsStart = true;
    return true;
  }
  return spawnUnit(manager, unit);
}

/** SIGTERM to all of its processes, SIGKILL after TimeoutStopSec. @param {Unit} unit */
export function stopUnit(unit) {
  cancelRestart(unit);
  unit.wantsStart = false;
  if (unit.process === null) {
    if (unit.state !== 'failed/failed') unit.state = 'inactive/dead';
    return;
  }
  if (unit.state === 'deactivating/stop-sigterm') return;
  unit.state = 'deactivating/stop-sigterm';
  signalGroup(unit, 'SIGTERM');
  unit.killTimer = setTimeout(() => signalGroup(unit, 'SIGKILL'), unit.definition.stopSeconds * 1000);
}

/** @param {Unit} unit @returns {Promise<void>} resolves when no process of it is left */
export function untilStopped(unit) {
  if (unit.process === null) return Promise.resolve();
  return new Promise((resolve) => unit.waiting.push(resolve));
}

/** At once, for the end of the simulation. @param {Unit} unit */
export function destroyUnit(unit) {
  const gone = untilStopped(unit);
  stopUnit(unit);
  signalGroup(unit, 'SIGKILL');
  return gone;
}

/** @param {Manager} manager @param {Unit} unit @returns {boolean} */
function spawnUnit(manager, unit) {
  const { definition } = unit;
  const now = Date.now();
  unit.starts = unit.starts.filter((at) => now - at < definition.startLimitSeconds * 1000);
  if (unit.starts.length >= definition.startLimitBurst) {
    unit.state = 'failed/failed';
    unit.result = 'start-limit-hit';
    return false;
  }
  unit.starts.push(now);
  unit.startedAt = now;
  unit.state = 'active/running';
  unit.result = 'success';
  unit.exit = { code: 0, status: 0 };
  const [program = '', ...args] = definition.command;
  const child = spawn(program, args, {
    cwd: definition.workingDirectory,
    env: environmentOf(manager, unit),
    stdio: 'ignore',
    detached: true,
  });
  unit.process = child;
  child.once('error', () => onExit(manager, unit, { code: 1, status: 203 }));
  child.once('exit', (code, signal) => {
    signalGroup(unit, 'SIGKILL');
    const status = signal === null ? (code ?? 0) : os.constants.signals[signal];
    onExit(manager, unit, { code: signal === null ? 1 : 2, status });
  });
  return true;
}

/** @param {Manager} manager @param {Unit} unit @param {Unit['exit']} exit */
function onExit(manager, unit, exit) {
  if (unit.killTimer !== null) clearTimeout(unit.killTimer);
  unit.killTimer = null;
  unit.process = null;
  unit.exit = exit;
  const { definition } = unit;
  const asked = unit.state === 'deactivating/stop-sigterm';
  const clean = isClean(exit, definition);
  unit.result = clean ? 'success' : exit.code === 1 ? 'exit-code' : 'signal';
  unit.state = clean ? 'inactive/dead' : 'failed/failed';
  if (unit.wantsStart) {
    unit.wantsStart = false;
    unit.restarts = 0;
    spawnUnit(manager, unit);
  } else if (!asked && restarts(exit, clean, definition)) {
    unit.state = 'activating/auto-restart';
    unit.restartTimer = setTimeout(() => {
      unit.restarts += 1;
      spawnUnit(manager, unit);
    }, definition.restartSeconds * 1000);
  }
  for (const wake of unit.waiting.splice(0)) wake();
}

/** @param {Unit['exit']} exit @param {UnitDefinition} definition */
function isClean({ code, status }, { successStatuses }) {
  if (code === 1) return status === 0 || successStatuses.includes(status);
  return [1, 2, 13, 15].includes(status);
}

/** @param {Unit['exit']} exit @param {boolean} clean @param {UnitDefinition} definition */
function restarts({ code, status }, clean, { restart, restartPreventStatuses }) {
  if (code === 1 && restartPreventStatuses.includes(status)) return false;
  return restart === 'always' || (restart === 'on-failure' && !clean);
}

/** @param {Unit} unit */
function cancelRestart(unit) {
  if (unit.restartTimer !== null) clearTimeout(unit.restartTimer);
  unit.restartTimer = null;
  if (unit.state === 'activating/auto-restart') unit.state = 'inactive/dead';
}

/** A service gets the manager's few variables and its own. @param {Manager} manager @param {Unit} unit */
function environmentOf(manager, { definition }) {
  return {
    ...managerEnvironment(manager),
    INVOCATION_ID: '0123456789abcdef0123456789abcdef',
    SYSTEMD_EXEC_PID: '1',
    ...definition.environment,
  };
}

/** What `show-environment` tells. @param {Manager} manager @returns {Record<string, string>} */
export function managerEnvironment({ home, environment }) {
  const user = os.userInfo().username;
  return {
    PATH: '/usr/local/bin:/usr/bin:/bin',
    HOME: home,
    USER: user,
    LOGNAME: user,
    LANG: 'C.UTF-8',
    XDG_RUNTIME_DIR: `${home}/run`,
    ...Object.fromEntries(environment),
  };
}

/** The process group stands in for the control group. @param {Unit} unit @param {NodeJS.Signals} signal */
function signalGroup(unit, signal) {
  const pid = unit.process?.pid;
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // Nobody is left in the group.
  }
}
