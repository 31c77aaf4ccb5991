import { disableUnit, enableUnit, isEnabled } from './enablement.mjs';
import { describeUnit } from './show.mjs';
import { findUnit, managerEnvironment, startUnit, stopUnit, untilStopped } from './unit.mjs';
import { readDefinition } from './unit-file.mjs';

/** @import { Answer, Manager, Unit, Verb } from '../types.ts' */

/** @type {Answer} */
const ok = { exitCode: 0 };

/** @type {Readonly<Record<string, Verb>>} */
export const verbs = {
  show(manager, { names, options }) {
    const wanted = options.flatMap((option) => /^(?:--property=|-p)(.*)$/.exec(option)?.[1]?.split(',') ?? []);
    const described = describeUnit(manager, nameOf(names[0] ?? ''));
    const unknown = wanted.filter((name) => !(name in described));
    if (unknown.length > 0) return { exitCode: 64, stderr: `simulated systemd: no property ${unknown.join(', ')}\n` };
    const lines = Object.entries(described).filter(([name]) => wanted.length === 0 || wanted.includes(name));
    return { exitCode: 0, stdout: lines.map(([name, value]) => `${name}=${value}\n`).join('') };
  },
  start: withUnit((manager, unit) => (startUnit(manager, unit) ? ok : refused(unit))),
  stop: withUnit(async (_manager, unit, options) => {
    stopUnit(unit);
    if (!options.includes('--no-block')) await untilStopped(unit);
    return ok;
  }),
  restart: withUnit(async (manager, unit, options) => {
    stopUnit(unit);
    if (unit.process !== null) {
      unit.wantsStart = true;
      if (!options.includes('--no-block')) await untilStopped(unit);
      return ok;
    }
    return startUnit(manager, unit) ? ok : refused(unit);
  }),
  enable: withUnit((manager, unit) => ({ exitCode: 0, stderr: enableUnit(manager, unit) })),
  disable: withUnit(async (manager, unit, options) => {
    const stderr = disableUnit(manager, unit);
    if (options.includes('--now')) stopUnit(unit);
    return { exitCode: 0, stderr };
  }),
  'is-enabled': withUnit((manager, unit) =>
    isEnabled(manager, unit) ? { exitCode: 0, stdout: 'enabled\n' } : { exitCode: 1, stdout: 'disabled\n' },
  ),
  'is-active': withUnit((_manager, unit) => {
    const [active = ''] = unit.state.split('/');
    return { exitCode: active === 'active' ? 0 : 3, stdout: `${active}\n` };
  }),
  'reset-failed': withUnit((_manager, unit) => {
    if (unit.state === 'failed/failed') unit.state = 'inactive/dead';
    unit.result = 'success';
    unit.starts = [];
    return ok;
  }),
  'daemon-reload'(manager) {
    for (const unit of manager.units.values()) {
      const definition = readDefinition(manager.home, unit.name);
      if (definition !== null) unit.definition = definition;
      else if (unit.process === null) manager.units.delete(unit.name);
    }
    return ok;
  },
  'show-environment'(manager) {
    const lines = Object.entries(managerEnvironment(manager)).map(([name, value]) => `${name}=${quoted(value)}\n`);
    return { exitCode: 0, stdout: lines.join('') };
  },
  'set-environment'(manager, { names }) {
    for (const assignment of names) {
      const [name = ''] = assignment.split('=', 1);
      manager.environment.set(name, assignment.slice(name.length + 1));
    }
    return ok;
  },
  'unset-environment'(manager, { names }) {
    for (const name of names) manager.environment.delete(name);
    return ok;
  },
  status: () => ({ exitCode: 0, stdout: '● alice\n    State: running\n' }),
};

/** @param {(manager: Manager, unit: Unit, options: readonly string[]) => Answer | Promise<Answer>} act @returns {Verb} */
function withUnit(act) {
  return (manager, { names, options }) => {
    const name = nameOf(names[0] ?? '');
    const unit = findUnit(manager, name);
    if (unit !== null) return act(manager, unit, options);
    return { exitCode: 5, stderr: `Failed to act on ${name}: Unit ${name} not found.\n` };
  };
}

/** @param {Unit} unit @returns {Answer} */
function refused({ name }) {
  const hint = `See "systemctl --user status ${name}" and "journalctl --user -xeu ${name}" for details.`;
  return { exitCode: 1, stderr: `Job for ${name} failed.\n${hint}\n` };
}

/** As systemd prints values that a shell would not take as they are. @param {string} value */
function quoted(value) {
  return /^[\w@%+=:,./-]*$/.test(value) ? value : `$'${value.replaceAll(/[\\']/g, String.raw`\$&`)}'`;
}

/** @param {string} name */
function nameOf(name) {
  return name.includes('.') ? name : `${name}.service`;
}
