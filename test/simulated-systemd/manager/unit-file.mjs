import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** @import { UnitDefinition } from '../types.ts' */

/** What the simulation understands; any other setting fails loudly. */
const understood = new Set([
  ...['Description', 'After', 'Wants', 'StartLimitBurst', 'StartLimitIntervalSec'].map((name) => `Unit.${name}`),
  ...['ExecStart', 'Restart', 'RestartSec', 'RestartPreventExitStatus', 'SuccessExitStatus'].map(inService),
  ...['TimeoutStopSec', 'TimeoutStartSec', 'KillMode', 'OOMPolicy', 'WorkingDirectory', 'Environment'].map(inService),
  inService('EnvironmentFile'),
  'Install.WantedBy',
]);

/** @param {string} name */
function inService(name) {
  return `Service.${name}`;
}

/** @param {string} home */
export function unitFolder(home) {
  return path.join(home, '.config', 'systemd', 'user');
}

/**
 * @param {string} home
 * @param {string} name
 * @returns {UnitDefinition | null} `null`: there is no such file
 */
export function readDefinition(home, name) {
  const file = path.join(unitFolder(home), name);
  if (!existsSync(file)) return null;
  const settings = readSettings(readFileSync(file, 'utf8'), home);
  /** @param {string} key */
  const last = (key) => settings.get(key)?.at(-1);
  const command = splitWords(last('Service.ExecStart') ?? '');
  if (command.length === 0) throw new Error(`${name} has no ExecStart`);
  return {
    path: file,
    command,
    environment: readEnvironment(settings),
    workingDirectory: last('Service.WorkingDirectory') ?? home,
    restart: /** @type {UnitDefinition['restart']} */ (last('Service.Restart') ?? 'no'),
    restartSeconds: Number(last('Service.RestartSec') ?? 0.1),
    stopSeconds: Number(last('Service.TimeoutStopSec') ?? 90),
    startLimitBurst: Number(last('Unit.StartLimitBurst') ?? 5),
    startLimitSeconds: Number(last('Unit.StartLimitIntervalSec') ?? 10),
    successStatuses: splitWords(last('Service.SuccessExitStatus') ?? '').map(Number),
    restartPreventStatuses: splitWords(last('Service.RestartPreventExitStatus') ?? '').map(Number),
    wantedBy: last('Install.WantedBy') ?? null,
  };
}

/** @param {string} text @param {string} home @returns {Map<string, string[]>} */
function readSettings(text, home) {
  const settings = new Map();
  let section = '';
  for (const line of text.split('\n').map((each) => each.trim())) {
    section = /^\[(\w+)\]$/.exec(line)?.[1] ?? section;
    const [, name, value = ''] = /^(\w+)=(.*)$/.exec(line) ?? [];
    if (name === undefined) continue;
    const key = `${section}.${name}`;
    if (!understood.has(key)) throw new Error(`The simulated systemd does not know ${key}`);
    const expanded = value.replaceAll(/%([h%])/g, (_whole, letter) => (letter === 'h' ? home : '%'));
    settings.set(key, [...(settings.get(key) ?? []), expanded]);
  }
  return settings;
}

/** Files win over what the unit itself says. @param {Map<string, string[]>} settings */
function readEnvironment(settings) {
  const inline = (settings.get('Service.Environment') ?? []).flatMap(splitWords);
  const files = (settings.get('Service.EnvironmentFile') ?? []).map((name) => name.replace(/^-/, ''));
  const lines = files.filter((file) => existsSync(file)).flatMap((file) => readFileSync(file, 'utf8').split('\n'));
  const ofFiles = lines.filter((line) => /^\w+=/.test(line)).flatMap(splitWords);
  return Object.fromEntries([...inline, ...ofFiles].map((word) => [keyOf(word), word.slice(keyOf(word).length + 1)]));
}

/** @param {string} word */
function keyOf(word) {
  return word.slice(0, word.indexOf('='));
}

/** Words with double quotes and backslashes, as systemd.syntax has them. @param {string} text @returns {string[]} */
function splitWords(text) {
  const words = text.match(/(?:"(?:\\.|[^"\\])*"|\\.|[^\s"\\])+/g) ?? [];
  return words.map((word) => word.replaceAll(/"((?:\\.|[^"\\])*)"/g, '$1').replaceAll(/\\(.)/g, '$1'));
}
