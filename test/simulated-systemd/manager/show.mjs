import { isEnabled } from './enablement.mjs';
import { findUnit } from './unit.mjs';

/** @import { Manager, Unit } from '../types.ts' */

/** Every property that can be asked for; of a unit without a file systemd tells its defaults. */
/** @param {Manager} manager @param {string} name @returns {Record<string, string>} */
export function describeUnit(manager, name) {
  const unit = findUnit(manager, name);
  if (unit === null) return { ...ofNothing, Id: name };
  const [active = '', sub = ''] = unit.state.split('/');
  return {
    Id: name,
    LoadState: 'loaded',
    ActiveState: active,
    SubState: sub,
    UnitFileState: isEnabled(manager, unit) ? 'enabled' : 'disabled',
    MainPID: String(unit.process?.pid ?? 0),
    NRestarts: String(unit.restarts),
    Result: unit.result,
    ExecMainCode: String(unit.exit.code),
    ExecMainStatus: String(unit.exit.status),
    ExecMainStartTimestampMonotonic: String(monotonic(manager, unit)),
    FragmentPath: unit.definition.path,
    RestartUSec: span(unit.definition.restartSeconds),
    TimeoutStopUSec: span(unit.definition.stopSeconds),
    StartLimitBurst: String(unit.definition.startLimitBurst),
    KillMode: 'control-group',
    TasksCurrent: '[not set]',
    MemoryCurrent: '[not set]',
  };
}

/** @type {Record<string, string>} */
const ofNothing = {
  LoadState: 'not-found',
  ActiveState: 'inactive',
  SubState: 'dead',
  UnitFileState: '',
  MainPID: '0',
  NRestarts: '0',
  Result: 'success',
  ExecMainCode: '0',
  ExecMainStatus: '0',
  ExecMainStartTimestampMonotonic: '0',
  FragmentPath: '',
  RestartUSec: '100ms',
  TimeoutStopUSec: '1min 30s',
  StartLimitBurst: '5',
  KillMode: 'control-group',
  TasksCurrent: '[not set]',
  MemoryCurrent: '[not set]',
};

/** @param {Manager} manager @param {Unit} unit */
function monotonic({ bootedAt }, { startedAt }) {
  return startedAt === 0 ? 0 : (startedAt - bootedAt + 1) * 1000;
}

/** `5s`, `1min 30s`, `5min 30s`, `100ms`. @param {number} seconds */
function span(seconds) {
  if (seconds < 1) return `${seconds * 1000}ms`;
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  return [minutes > 0 ? `${minutes}min` : '', rest > 0 ? `${rest}s` : ''].filter((part) => part !== '').join(' ');
}
