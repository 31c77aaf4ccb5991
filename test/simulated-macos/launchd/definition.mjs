import { lstatSync, readFileSync } from 'node:fs';
import { parse, parseBinary } from 'plist';

/** @import { JobDefinition, KeepAliveConditions } from '../types.ts' */

/** Obeyed by the simulation, but for Comment and the like, which change nothing that it shows. */
const understoodKeys = new Set([
  'Label',
  'Comment',
  'Disabled',
  'Program',
  'ProgramArguments',
  'RunAtLoad',
  'KeepAlive',
  'ThrottleInterval',
  'ExitTimeOut',
  'ProcessType',
  'Umask',
  'EnvironmentVariables',
  'WorkingDirectory',
  'StandardInPath',
  'StandardOutPath',
  'StandardErrorPath',
  'LimitLoadToSessionType',
  'AssociatedBundleIdentifiers',
]);

/**
 * Reads a plist as launchd does at bootstrap.
 *
 * @param {string} path
 * @returns {JobDefinition | number} the definition, or launchd's error number
 */
export function readDefinition(path) {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isFile()) return 108;
  if ((stat.mode & 0o022) !== 0) return 122;
  const dictionary = parseDictionary(readFileSync(path));
  if (dictionary === null) return 109;
  if (typeof dictionary.Label !== 'string' || dictionary.Label === '') return 110;
  const programArguments = strings(dictionary.ProgramArguments);
  const program = text(dictionary.Program) ?? programArguments[0];
  if (program === undefined) return 111;
  rejectUnsimulated(dictionary);
  return {
    path,
    label: dictionary.Label,
    program,
    programInferred: text(dictionary.Program) === null,
    programArguments: programArguments.length > 0 ? programArguments : [program],
    runAtLoad: dictionary.RunAtLoad === true,
    keepAlive: readKeepAlive(dictionary.KeepAlive),
    throttleSeconds: number(dictionary.ThrottleInterval) ?? 10,
    exitTimeoutSeconds: number(dictionary.ExitTimeOut) ?? 5,
    umask: number(dictionary.Umask),
    environment: readEnvironment(dictionary.EnvironmentVariables),
    workingDirectory: text(dictionary.WorkingDirectory),
    stdinPath: text(dictionary.StandardInPath),
    stdoutPath: text(dictionary.StandardOutPath),
    stderrPath: text(dictionary.StandardErrorPath),
    processType: text(dictionary.ProcessType),
  };
}

/** @param {Buffer} bytes @returns {Record<string, unknown> | null} */
function parseDictionary(bytes) {
  try {
    const value = bytes.subarray(0, 6).toString('latin1') === 'bplist' ? parseBinary(bytes) : parse(bytes.toString());
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

/** A key that the simulation would silently not obey makes every test on it worthless. */
/** @param {Record<string, unknown>} dictionary */
function rejectUnsimulated(dictionary) {
  for (const key of Object.keys(dictionary)) {
    if (!understoodKeys.has(key)) {
      throw new Error(`The simulated launchd does not know the plist key ${key}.`);
    }
  }
}

/** @param {unknown} value @returns {boolean | KeepAliveConditions} */
function readKeepAlive(value) {
  if (!isRecord(value)) return value === true;
  const { SuccessfulExit: successfulExit, Crashed: crashed, ...others } = value;
  if (Object.keys(others).length > 0) {
    throw new Error(`The simulated launchd does not know KeepAlive's ${Object.keys(others).join(', ')}.`);
  }
  return {
    ...(typeof successfulExit === 'boolean' ? { successfulExit } : {}),
    ...(typeof crashed === 'boolean' ? { crashed } : {}),
  };
}

/** @param {unknown} value @returns {Record<string, string>} */
function readEnvironment(value) {
  if (!isRecord(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, String(entry)]));
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
function isRecord(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** @param {unknown} value */
function text(value) {
  return typeof value === 'string' ? value : null;
}

/** @param {unknown} value */
function number(value) {
  return typeof value === 'number' ? value : null;
}

/** @param {unknown} value @returns {string[]} */
function strings(value) {
  return Array.isArray(value) ? value.map(String) : [];
}
