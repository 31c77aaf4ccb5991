import { known } from '../../../app/core/model/reading.ts';
import type { Install } from '../../../app/core/model/install.ts';
import { makeStrayMac } from '../make-machine.ts';
import {
  at,
  gatewayPid,
  gatewayStartedAt,
  hours,
  minutes,
  nodePath,
  packageRoot,
  seconds,
  strayPid,
} from '../make-moment.ts';
import { cannotRead, makeLog, makeMark, makeProcess, makeReach, makeStrayProcess } from '../make-running.ts';
import { makeInstall } from '../make-service.ts';
import { makeSnapshot } from '../make-snapshot.ts';
import { checkRule } from './check-rule.ts';

const writtenAt = at - hours;
const replaced = (change: Partial<Install> = {}) => ({
  install: known(makeInstall({ packageWrittenAt: writtenAt, version: '2026.9.7', ...change }), at),
});
const mute = { reach: known(makeReach({ startup: { kind: 'not-asked' } }), at) };
const line = `Error [ERR_MODULE_NOT_FOUND]: Cannot find module '${packageRoot}/dist/server-close-Ab12.js'`;
const missed = (text: string, markAt: number) => ({
  log: known(makeLog({ marks: [makeMark('module-missing', markAt, text)] }), at),
});
const args = { pid: gatewayPid, startedAt: gatewayStartedAt, packageRoot, writtenAt };
const loud = { subject: packageRoot, severity: 'degraded', certainty: 'certain', args } as const;

checkRule('stale-chunks', {
  silent: [
    { name: 'the same version was installed again', snapshot: makeSnapshot(replaced({ version: '2026.9.6' })) },
    {
      name: 'the gateway began after the package was written',
      snapshot: makeSnapshot({
        ...replaced({ packageWrittenAt: gatewayStartedAt - minutes }),
        ...missed(line, at - minutes),
      }),
    },
    {
      name: 'written two minutes ago: the updater restarts it itself',
      snapshot: makeSnapshot(replaced({ packageWrittenAt: at - 2 * minutes })),
    },
    {
      name: 'npm is at work',
      snapshot: makeSnapshot({
        ...replaced(),
        processes: known([makeProcess(), makeProcess({ pid: 77, role: 'maintenance', name: 'npm' })], at),
      }),
    },
    {
      name: 'a module of a plugin is missing',
      snapshot: makeSnapshot({
        ...replaced({ version: '2026.9.6' }),
        ...missed("Cannot find module '/Users/alice/.openclaw/extensions/x/index.js'", at - minutes),
      }),
    },
    { name: 'of a stray nobody knows which package it runs', snapshot: makeStrayMac(undefined, replaced()) },
    { name: 'when it began is not known', snapshot: makeSnapshot({ ...replaced(), processes: cannotRead() }) },
    { name: 'when it was written is not known', snapshot: makeSnapshot(replaced({ packageWrittenAt: null })) },
    {
      name: 'within the second of its start',
      snapshot: makeSnapshot(replaced({ packageWrittenAt: gatewayStartedAt + 2 * seconds })),
    },
  ],
  loud: [
    {
      name: 'another version lies under the running one',
      snapshot: makeSnapshot(replaced()),
      ...loud,
      evidence: [new Date(writtenAt).toISOString()],
    },
    {
      name: 'an older gateway does not tell its version',
      snapshot: makeSnapshot({ ...replaced({ version: '2026.3.13' }), ...mute }),
      ...loud,
      certainty: 'likely',
      evidence: [new Date(writtenAt).toISOString()],
    },
    {
      name: 'the same version, but a part was missed',
      snapshot: makeSnapshot({ ...replaced({ version: '2026.9.6' }), ...missed(line, at - minutes) }),
      ...loud,
      evidence: [line],
    },
    {
      name: 'a stray whose command line names the package',
      snapshot: makeStrayMac(undefined, {
        ...replaced(),
        ...mute,
        processes: known([makeStrayProcess({ commandLine: `${nodePath} ${packageRoot}/openclaw.mjs gateway` })], at),
      }),
      ...loud,
      certainty: 'likely',
      args: { pid: strayPid, startedAt: at - 2 * hours, packageRoot, writtenAt },
      evidence: [],
    },
  ],
});
