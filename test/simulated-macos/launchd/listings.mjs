import os from 'node:os';
import { signalNumber } from './errors.mjs';
import { auditSession } from './print.mjs';

/** @import { Job, Machine } from '../types.ts' */

/** Jobs that every Mac has, so that no reader can take the first line for its own. */
const applesOwn = ['com.apple.ScriptMenuApp', 'com.apple.Siri.agent'];

/**
 * `launchctl print-disabled gui/<uid>`: three generations of the layout.
 *
 * @param {Machine} machine
 * @returns {string}
 */
export function printDisabled({ file: { flavour }, disabled }) {
  const word = (/** @type {boolean} */ isDisabled) =>
    flavour === 'macos-12' ? String(isDisabled) : isDisabled ? 'disabled' : 'enabled';
  const entries = [...applesOwn.map((label) => /** @type {const} */ ([label, true])), ...disabled];
  const lines = [
    'disabled services = {',
    ...entries.map(([label, isDisabled]) => `\t"${label}" => ${word(isDisabled)}`),
    '}',
    ...(flavour === 'macos-12' ? [] : ['']),
    'login item associations = {',
    '\t"com.example.helper" => "com.example.app"',
    '}',
  ];
  const newLayout = flavour === 'macos-26' || flavour === 'macos-27';
  if (!newLayout) return `${lines.join('\n')}\n`;
  return `\n${lines.map((line) => (line === '' ? '' : `\t${line}`)).join('\n')}\n`;
}

/** `launchctl list`. @param {Machine} machine @returns {string} */
export function listJobs(machine) {
  const rows = sessionJobs(machine).map((job) => `${job.process?.pid ?? '-'}\t${status(job)}\t${job.definition.label}`);
  return `${['PID\tStatus\tLabel', '-\t0\tcom.apple.SafariHistoryServiceAgent', ...rows].join('\n')}\n`;
}

/** `launchctl list <label>`: an OpenStep dictionary with the raw wait(2) status. @param {Job} job @returns {string} */
export function listJob(job) {
  const { definition, lastExit } = job;
  const waitStatus =
    lastExit.kind === 'never' ? 0 : lastExit.kind === 'code' ? lastExit.code * 256 : signalNumber(lastExit.signal);
  const entries = [
    ...(definition.stdoutPath === null ? [] : [`"StandardOutPath" = "${definition.stdoutPath}";`]),
    '"LimitLoadToSessionType" = "Aqua";',
    ...(definition.stderrPath === null ? [] : [`"StandardErrorPath" = "${definition.stderrPath}";`]),
    `"Label" = "${definition.label}";`,
    `"OnDemand" = ${definition.keepAlive !== true};`,
    `"LastExitStatus" = ${waitStatus};`,
    ...(job.process === null ? [] : [`"PID" = ${job.process.pid};`]),
    `"Program" = "${definition.program}";`,
    '"ProgramArguments" = (',
    ...definition.programArguments.map((argument) => `\t"${argument}";`),
    ');',
  ];
  return `{\n${entries.map((line) => `\t${line}`).join('\n')}\n};\n`;
}

/** The head of `launchctl print gui/<uid>`, and its services. @param {Machine} machine @returns {string} */
export function printSession(machine) {
  const { uid } = machine.file;
  const rows = sessionJobs(machine).map(
    (job) =>
      `\t\t${String(job.process?.pid ?? 0).padStart(8)} ${String(status(job)).padStart(6)} \t${job.definition.label}`,
  );
  const active = sessionJobs(machine).filter((job) => job.process !== null).length;
  return [
    `gui/${uid} = {`,
    '\ttype = login',
    `\thandle = ${auditSession}`,
    `\tactive count = ${active}`,
    `\tservice count = ${rows.length}`,
    `\tactive service count = ${active}`,
    '\tcreator = loginwindow[536]',
    '\tsession = Aqua',
    '\tsecurity context = {',
    `\t\tuid = ${uid}`,
    `\t\tasid = ${auditSession}`,
    '\t}',
    '',
    '\tenvironment = {',
    `\t\tUSER => ${os.userInfo().username}`,
    '\t}',
    '',
    '\tservices = {',
    ...rows,
    '\t}',
    '}',
    '',
  ].join('\n');
}

/** @param {Machine} machine */
function sessionJobs(machine) {
  return [...machine.jobs.values()].filter((job) => job.domain === `gui/${machine.file.uid}`);
}

/** The exit code, or minus the signal. @param {Job} job */
function status({ lastExit }) {
  if (lastExit.kind === 'never') return 0;
  return lastExit.kind === 'code' ? lastExit.code : -signalNumber(lastExit.signal);
}
