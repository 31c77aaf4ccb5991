import { describeExitCode, describeSignal } from './errors.mjs';

/** @import { Flavour, Job, Machine } from '../types.ts' */

/** Any number will do; real ones look like this. */
export const auditSession = 100020;

/**
 * `launchctl print <service target>` as macOS 15, 26 and 27 lay it out: job keys behind exactly one tab, nested blocks
 * that repeat `state` and `active count`, and on 27 an LWCR block with lines that are not even well-formed.
 *
 * @param {Machine} machine
 * @param {Job} job
 * @returns {string}
 */
export function printJob(machine, job) {
  const { flavour } = machine.file;
  const groups = [
    [...describeJob(job), ''],
    [...describeProgram(job), ''],
    describeEnvironment(job),
    flavour === 'macos-27' ? lwcrBlock : [],
    [...describeSpawns(job), ''],
    describeKeepAlive(job),
    coalition('resource', job, 1140),
    coalition('jetsam', job, 1141),
    describeLimits(flavour, job),
    ['', `properties = ${listProperties(flavour, job).join(' | ')}`],
  ];
  const lines = groups.flat().map((line) => (line === '' ? '' : `\t${line}`));
  return `${job.domain}/${job.definition.label} = {\n${lines.join('\n')}\n}\n`;
}

/** @param {Job} job @returns {string[]} */
function describeJob(job) {
  return [
    `active count = ${job.process === null ? 0 : 1}`,
    `path = ${job.definition.path}`,
    `type = ${job.domain === 'system' ? 'LaunchDaemon' : 'LaunchAgent'}`,
    `state = ${job.state}`,
  ];
}

/** @param {Job} job @returns {string[]} */
function describeProgram({ definition }) {
  return [
    `program = ${definition.program}`,
    ...block('arguments', definition.programArguments),
    ...(definition.workingDirectory === null ? [] : [`working directory = ${definition.workingDirectory}`, '']),
    ...optional('stdin path', definition.stdinPath),
    ...optional('stdout path', definition.stdoutPath),
    ...optional('stderr path', definition.stderrPath),
    ...block('inherited environment', ['SSH_AUTH_SOCK => /var/run/com.apple.launchd.vjczDioG91/Listeners']),
    ...block('default environment', ['PATH => /usr/bin:/bin:/usr/sbin:/sbin']).slice(0, -1),
  ];
}

/** @param {Job} job @returns {string[]} */
function describeEnvironment({ definition }) {
  const entries = Object.entries(definition.environment).map(([name, value]) => `${name} => ${value}`);
  return block('environment', ['OSLogRateLimit => 64', ...entries, `XPC_SERVICE_NAME => ${definition.label}`]);
}

const lwcrBlock = [
  'LWCR = {',
  '\t"reqs" => {',
  '\t\t"cdhash" => {',
  '\t\t\t"$in" => [',
  '\t\t\t\t0 = \t\t\t\t]',
  '\t\t}',
  '\t}',
  '\t"vers" => 1',
  '\t"comp" => 1',
  '\t"ccat" => 0',
  '}',
  '',
];

/** @param {Job} job @returns {string[]} */
function describeSpawns(job) {
  const running = job.process !== null;
  return [
    `domain = ${job.domain}${job.domain === 'system' ? '' : ` [${auditSession}]`}`,
    ...(job.domain === 'system' ? [] : [`asid = ${auditSession}`]),
    `minimum runtime = ${job.definition.throttleSeconds}`,
    `exit timeout = ${job.definition.exitTimeoutSeconds}`,
    `runs = ${job.runs}`,
    ...(running ? [`pid = ${job.process?.pid}`, `immediate reason = ${job.reason}`] : []),
    ...(job.pended === null ? [] : [`pended nondemand spawn = ${job.pended}`]),
    ...(running ? ['forks = 3', 'execs = 2', 'initialized = 1', 'trampolined = 1'] : []),
    ...(running ? ['started suspended = 0', 'proxy started suspended = 0'] : []),
    ...(running ? ['checked allocations = 0 (queried = 1)', 'checked allocations reason = no host'] : []),
    ...(running ? ['checked allocations flags = 0x0'] : []),
    describeLastExit(job),
  ];
}

/** @param {Job} job */
function describeLastExit({ lastExit }) {
  if (lastExit.kind === 'never') return 'last exit code = (never exited)';
  if (lastExit.kind === 'signal') return `last terminating signal = ${describeSignal(lastExit.signal)}`;
  return `last exit code = ${describeExitCode(lastExit.code)}`;
}

/** @param {Job} job @returns {string[]} */
function describeKeepAlive({ definition: { keepAlive } }) {
  if (typeof keepAlive === 'boolean') return [];
  const conditions = [];
  if (keepAlive.successfulExit !== undefined) conditions.push(`successful exit => ${Number(keepAlive.successfulExit)}`);
  if (keepAlive.crashed !== undefined) conditions.push(`after crash => ${Number(keepAlive.crashed)}`);
  return block('semaphores', conditions);
}

/** @param {'resource' | 'jetsam'} type @param {Job} job @param {number} id */
function coalition(type, { definition }, id) {
  return block(`${type} coalition`, [
    `ID = ${id}`,
    `type = ${type}`,
    'state = active',
    'active count = 1',
    `name = ${definition.label}`,
  ]);
}

/** @param {Flavour} flavour @param {Job} job @returns {string[]} */
function describeLimits(flavour, job) {
  return [
    `spawn type = ${job.definition.processType === 'Interactive' ? 'interactive (4)' : 'daemon (3)'}`,
    'jetsam priority = 40',
    'jetsam memory limit (active) = (unlimited)',
    'jetsam memory limit (inactive) = (unlimited)',
    'jetsamproperties category = daemon',
    'jetsam thread limit = 32',
    'cpumon = default',
    ...(flavour === 'macos-27' ? [`job state = ${jobState(job)}`, 'sanitizer flags = 0x0'] : []),
  ];
}

/** @param {Job} job */
function jobState(job) {
  if (job.process !== null) return 'running';
  if (job.inPenaltyBox) return 'spawn failed';
  return job.runs === 0 ? 'uninitialized' : 'exited';
}

/** @param {Flavour} flavour @param {Job} job */
function listProperties(flavour, { definition, inPenaltyBox }) {
  return [
    ...(definition.keepAlive === true ? ['keepalive'] : []),
    ...(definition.runAtLoad ? ['runatload'] : []),
    ...(inPenaltyBox ? ['penalty box'] : []),
    ...(definition.programInferred ? ['inferred program'] : []),
    ...(flavour === 'macos-26' || flavour === 'macos-27' ? ['managed LWCR', 'has LWCR'] : []),
  ];
}

/** @param {string} name @param {readonly string[]} lines @returns {string[]} with the blank line that follows a block */
function block(name, lines) {
  return [`${name} = {`, ...lines.map((line) => `\t${line}`), '}', ''];
}

/** @param {string} key @param {string | null} value */
function optional(key, value) {
  return value === null ? [] : [`${key} = ${value}`];
}
