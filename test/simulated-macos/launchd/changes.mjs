import { readFileSync } from 'node:fs';
import { wrongUse } from './answers.mjs';
import { readDefinition } from './definition.mjs';
import { errorTexts, failed } from './errors.mjs';
import { cancelRespawn, createJob, spawnJob, terminateJob } from './job.mjs';
import { saveDisabled } from './overrides.mjs';
import { domainExists, findJob, noSuchService, parseServiceTarget, parseTarget } from './targets.mjs';

/** @import { Answer, Job, Machine, Verb } from '../types.ts' */

const ok = /** @type {Answer} */ ({ exitCode: 0 });

/** @type {Verb} */
export function bootstrap(machine, args, quirks) {
  const domain = parseTarget(args[0]);
  if (domain === null || domain.label !== null || args.length !== 2) return wrongUse;
  if (!domainExists(machine, domain.domain, quirks.noGui === true)) return failed('Bootstrap', 125);
  if (domain.domain === 'system' && machine.file.uid !== 0) return failed('Bootstrap', 1);
  const definition = readDefinition(args[1] ?? '');
  if (typeof definition === 'number') return failed('Bootstrap', definition);
  const key = `${domain.domain}/${definition.label}`;
  const loaded = machine.jobs.get(key);
  if (loaded?.afterExit === 'forget') return failed('Bootstrap', 5);
  if (loaded !== undefined) return failed('Bootstrap', quirks.alreadyLoadedCode ?? 5);
  if (machine.disabled.get(definition.label) === true) return failed('Bootstrap', quirks.disabledCode ?? 5);
  if (quirks.loginItemDenied === true) return ok;
  const job = createJob(definition, domain.domain);
  machine.jobs.set(key, job);
  const startsAtLoad = definition.runAtLoad || definition.keepAlive === true;
  if (startsAtLoad && quirks.pendedSpawn !== undefined) job.pended = quirks.pendedSpawn;
  else if (startsAtLoad) spawnJob(machine, job, 'speculative');
  return ok;
}

/** Returns at once; the label stays registered until the process has died. @type {Verb} */
export function bootout(machine, args, quirks) {
  const target = parseTarget(args[0]);
  if (target === null || args.length > 2 || (target.label === null && args.length !== 2)) return wrongUse;
  if (!domainExists(machine, target.domain, quirks.noGui === true)) return failed('Boot-out', 125);
  const byPath = target.label === null;
  const job = byPath ? findJobByPath(machine, target.domain, args[1] ?? '') : findJob(machine, target);
  if (job === undefined) return failed('Boot-out', byPath ? 5 : 3);
  unload(machine, job);
  return ok;
}

/** @type {Verb} */
export function kickstart(machine, args, quirks) {
  const flags = args.filter((argument) => argument.startsWith('-'));
  const target = parseServiceTarget(args.find((argument) => !argument.startsWith('-')));
  if (target === null || flags.some((flag) => !/^-[kp]+$/.test(flag))) return wrongUse;
  if (!domainExists(machine, target.domain, quirks.noGui === true)) {
    return { exitCode: 125, stderr: `Could not kickstart service "${target.label}": 125: ${errorTexts[125]}\n` };
  }
  const job = findJob(machine, target);
  if (job === undefined) return noSuchService(target);
  if (job.afterExit === 'forget') return { exitCode: 37 };
  const killFirst = flags.some((flag) => flag.includes('k'));
  const printPid = flags.some((flag) => flag.includes('p'));
  // Measured on macOS 26: it blocks for more than 90 s, with or without -k.
  if (job.inPenaltyBox) return new Promise(() => {});
  if (job.process !== null && !killFirst) return { exitCode: 37 };
  return kick(machine, job).then(() => ({ exitCode: 0, stdout: printPid ? `${job.process?.pid ?? 0}\n` : '' }));
}

/** @param {Machine} machine @param {Job} job @returns {Promise<void>} resolves when the new process runs */
function kick(machine, job) {
  if (job.process === null) {
    spawnJob(machine, job, 'non-ipc demand');
    return Promise.resolve();
  }
  return new Promise((resolve) => {
    job.waiting.push(resolve);
    terminateJob(job, 'spawn');
  });
}

/** @param {boolean} disabled @returns {Verb} */
export function override(disabled) {
  return (machine, args) => {
    const target = parseServiceTarget(args[0]);
    if (target === null || args.length !== 1) return wrongUse;
    if (target.domain === 'system' && machine.file.uid !== 0) {
      const verb = disabled ? 'disable' : 'enable';
      return { exitCode: 1, stderr: `Could not ${verb} service: 1: Operation not permitted\n` };
    }
    machine.disabled.set(target.label, disabled);
    saveDisabled(machine);
    return ok;
  };
}

/** @type {Verb} */
export function signalJob(machine, args) {
  const [signal, text] = args;
  const target = parseServiceTarget(text);
  const name = /^\d+$/.test(signal ?? '') ? Number(signal) : `SIG${(signal ?? '').replace(/^SIG/, '')}`;
  if (target === null || args.length !== 2) return wrongUse;
  const job = findJob(machine, target);
  if (job === undefined) return noSuchService(target);
  if (job.process === null) return { exitCode: 3, stderr: 'No process to signal.\n' };
  job.process.kill(/** @type {NodeJS.Signals} */ (name));
  return ok;
}

/** The old verbs: always exit 0, whatever happened. @param {'load' | 'unload'} verb @returns {Verb} */
export function legacy(verb) {
  return (machine, args, quirks) => {
    const path = args.find((argument) => !argument.startsWith('-')) ?? '';
    const domain = `gui/${machine.file.uid}`;
    const answer =
      verb === 'load' ? bootstrap(machine, [domain, path], quirks) : bootout(machine, [domain, path], quirks);
    if (answer instanceof Promise || answer.exitCode === 0) return ok;
    const title = verb === 'load' ? 'Load' : 'Unload';
    const better = verb === 'load' ? 'bootstrap' : 'bootout';
    const hint = `Try running \`launchctl ${better}\` as root for richer errors.\n`;
    return { exitCode: 0, stderr: `${title} failed: ${answer.exitCode}: ${errorTexts[answer.exitCode]}\n${hint}` };
  };
}

/** @param {Machine} machine @param {Job} job */
export function unload(machine, job) {
  cancelRespawn(job);
  if (job.process === null) machine.jobs.delete(`${job.domain}/${job.definition.label}`);
  else terminateJob(job, 'forget');
}

/** @param {Machine} machine @param {string} domain @param {string} path */
function findJobByPath(machine, domain, path) {
  const byPath = [...machine.jobs.values()].find((job) => job.domain === domain && job.definition.path === path);
  return byPath ?? machine.jobs.get(`${domain}/${labelIn(path)}`);
}

/** @param {string} path */
function labelIn(path) {
  try {
    return /<key>Label<\/key>\s*<string>([^<]*)<\/string>/.exec(readFileSync(path, 'utf8'))?.[1] ?? '';
  } catch {
    return '';
  }
}
