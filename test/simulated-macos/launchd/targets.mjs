/** @import { Answer, Job, Machine } from '../types.ts' */

/**
 * What a verb was pointed at. `label` is `null` for a whole domain.
 *
 * @typedef {{ domain: string, label: string | null, text: string }} Target
 */

/**
 * `gui/501`, `gui/501/<label>`, `user/501/<label>`, `system/<label>`.
 *
 * @param {string | undefined} text
 * @returns {Target | null} `null` is wrong use
 */
export function parseTarget(text) {
  const match = /^(?<domain>(?:gui|user)\/\d+|system)(?:\/(?<label>[^/]+))?$/.exec(text ?? '');
  if (match?.groups === undefined || text === undefined) return null;
  return { domain: match.groups.domain ?? '', label: match.groups.label ?? null, text };
}

/** A target that names a service. @param {string | undefined} text @returns {(Target & { label: string }) | null} */
export function parseServiceTarget(text) {
  const target = parseTarget(text);
  if (target === null || target.label === null) return null;
  return { ...target, label: target.label };
}

/** Whether launchd has such a domain now. @param {Machine} machine @param {string} domain @param {boolean} noGui */
export function domainExists(machine, domain, noGui) {
  if (domain === `gui/${machine.file.uid}`) return machine.loggedIn && !noGui;
  return domain === 'system' || domain === `user/${machine.file.uid}`;
}

/** @param {Machine} machine @param {Target} target @returns {Job | undefined} */
export function findJob(machine, target) {
  return machine.jobs.get(`${target.domain}/${target.label}`);
}

/** 113. `print` prefixes it with `Bad request.` since macOS 12. @param {Target} target @returns {Answer} */
export function noSuchService(target) {
  return {
    exitCode: 113,
    stderr: `Could not find service "${target.label}" in domain for ${inWords(target.domain)}\n`,
  };
}

/** 112. @param {string} domain @returns {Answer} */
export function noSuchDomain(domain) {
  return { exitCode: 112, stderr: `Bad request.\nCould not find domain for ${inWords(domain)}\n` };
}

/** @param {string} domain */
function inWords(domain) {
  const [kind, uid] = domain.split('/');
  if (kind === 'gui') return `user gui: ${uid}`;
  return kind === 'user' ? `uid: ${uid}` : 'system';
}
