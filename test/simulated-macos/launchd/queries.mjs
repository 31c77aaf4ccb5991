import { wrongUse } from './answers.mjs';
import { listJob, listJobs, printDisabled, printSession } from './listings.mjs';
import { printJob } from './print.mjs';
import { domainExists, findJob, noSuchDomain, noSuchService, parseTarget } from './targets.mjs';

/** @import { Verb } from '../types.ts' */

/** @type {Verb} */
export function print(machine, args, quirks) {
  const target = parseTarget(args[0]);
  if (target === null || args.length !== 1) return wrongUse;
  const { uid } = machine.file;
  if (/^(?:gui|user)\/0$/.test(target.domain) && uid !== 0) {
    return { exitCode: 1, stderr: 'Could not print domain: 1: Operation not permitted\n' };
  }
  if (!domainExists(machine, target.domain, quirks.noGui === true)) return noSuchDomain(target.domain);
  if (target.label === null) return { exitCode: 0, stdout: printSession(machine) };
  const job = findJob(machine, target);
  if (job !== undefined) return { exitCode: 0, stdout: printJob(machine, job) };
  const notFound = noSuchService(target);
  return { ...notFound, stderr: `Bad request.\n${notFound.stderr}` };
}

/** @type {Verb} */
export function printDisabledServices(machine, args, quirks) {
  const target = parseTarget(args[0]);
  if (target === null || target.label !== null || args.length !== 1) return wrongUse;
  if (!domainExists(machine, target.domain, quirks.noGui === true)) return noSuchDomain(target.domain);
  return { exitCode: 0, stdout: printDisabled(machine) };
}

/** @type {Verb} */
export function list(machine, args) {
  if (args.length > 1) return wrongUse;
  const label = args[0];
  if (label === undefined) return { exitCode: 0, stdout: listJobs(machine) };
  const job = machine.jobs.get(`gui/${machine.file.uid}/${label}`);
  if (job !== undefined) return { exitCode: 0, stdout: listJob(job) };
  return { exitCode: 113, stderr: `Could not find service "${label}" in domain for port\n` };
}

/** @type {Verb} */
export function getenv(machine, args) {
  const value = machine.sessionEnvironment.get(args[0] ?? '');
  return { exitCode: 0, stdout: value === undefined ? '' : `${value}\n` };
}

/** @type {Verb} */
export function setenv(machine, args) {
  if (args.length !== 2) return wrongUse;
  machine.sessionEnvironment.set(args[0] ?? '', args[1] ?? '');
  return { exitCode: 0 };
}

/** @type {Verb} */
export function unsetenv(machine, args) {
  machine.sessionEnvironment.delete(args[0] ?? '');
  return { exitCode: 0 };
}

/** @type {Verb} */
export function managername(_machine, args) {
  return args.length === 0 ? { exitCode: 0, stdout: 'Aqua\n' } : wrongUse;
}
