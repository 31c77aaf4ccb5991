import { known, unknown } from '../../../app/core/model/reading.ts';
import type { ServiceDefinition } from '../../../app/core/model/service.ts';
import { makeIdleMac } from '../make-machine.ts';
import { at, definitionPath, entryPath, nodePath } from '../make-moment.ts';
import { makeProcess } from '../make-running.ts';
import { makeDefinition, makeUnloadedService } from '../make-service.ts';
import { makeLinuxSnapshot, makeSnapshot } from '../make-snapshot.ts';
import { checkRule } from './check-rule.ts';

const defined = (change: Partial<ServiceDefinition>) => known(makeDefinition(change), at);
const broken = unknown('not-understood', `${definitionPath}: unexpected end`, at);
const script = '/Users/alice/.openclaw/service-env/ai.openclaw.gateway-env-wrapper.sh';
const envFile = '/Users/alice/.openclaw/service-env/ai.openclaw.gateway.env';
const loud = { subject: definitionPath, certainty: 'certain' } as const;
const path = definitionPath;

checkRule('plist-malformed', {
  silent: [
    {
      name: 'without a wrapper, as before 2026.4',
      snapshot: makeSnapshot({ definition: defined({ wrapper: null, wrapperFiles: null }) }),
    },
    {
      name: 'a wrapper of the person’s own',
      snapshot: makeSnapshot({
        definition: defined({
          wrapper: null,
          wrapperFiles: null,
          command: ['/Users/alice/bin/my-gateway.sh', 'gateway', '--port', '18789'],
          nodePath: null,
          entryPath: null,
        }),
      }),
    },
    {
      name: 'an opaque shell line',
      snapshot: makeSnapshot({
        definition: defined({
          wrapper: null,
          wrapperFiles: null,
          command: ['/bin/sh', '-c', 'run-it'],
          entryPath: null,
        }),
      }),
    },
    {
      name: 'the wrapper’s files could not be looked at',
      snapshot: makeSnapshot({ definition: defined({ wrapperFiles: null }) }),
    },
    {
      name: 'it may not be read',
      snapshot: makeIdleMac(makeUnloadedService(), { definition: unknown('not-permitted', 'EACCES', at) }),
    },
    {
      name: 'an update is running',
      snapshot: makeIdleMac(makeUnloadedService(), {
        definition: broken,
        processes: known([makeProcess({ pid: 77, role: 'maintenance', name: 'npm' })], at),
      }),
    },
    { name: 'a systemd unit', snapshot: makeLinuxSnapshot({ definition: broken }) },
  ],
  loud: [
    {
      name: 'cut off in the middle',
      snapshot: makeIdleMac(makeUnloadedService(), { definition: broken }),
      ...loud,
      severity: 'blocking',
      args: { path, why: 'unreadable' },
      evidence: [`${definitionPath}: unexpected end`],
    },
    {
      name: 'the env file is left out, so that node stands in its place',
      snapshot: makeIdleMac(makeUnloadedService(), {
        definition: defined({ wrapper: { script, envFile: nodePath }, command: [entryPath, 'gateway'] }),
      }),
      ...loud,
      severity: 'blocking',
      args: { path, why: 'arguments-shifted' },
      evidence: [nodePath],
    },
    {
      name: 'node is to run the shell script',
      snapshot: makeIdleMac(makeUnloadedService(), {
        definition: defined({
          wrapper: null,
          wrapperFiles: null,
          command: [nodePath, script, envFile, nodePath, entryPath, 'gateway'],
        }),
      }),
      ...loud,
      severity: 'blocking',
      args: { path, why: 'arguments-shifted' },
      evidence: [`${nodePath} ${script}`],
    },
    {
      name: 'the script is gone; the gateway still runs',
      snapshot: makeSnapshot({ definition: defined({ wrapperFiles: { script: false, envFile: true } }) }),
      ...loud,
      severity: 'degraded',
      args: { path, why: 'file-gone' },
      evidence: [`ls: ${script}: No such file or directory`],
    },
    {
      name: 'the env file is gone',
      snapshot: makeIdleMac(makeUnloadedService(), {
        definition: defined({ wrapperFiles: { script: true, envFile: false } }),
      }),
      ...loud,
      severity: 'blocking',
      args: { path, why: 'file-gone' },
      evidence: [`ls: ${envFile}: No such file or directory`],
    },
    {
      name: 'OpenClaw without the word gateway',
      snapshot: makeIdleMac(makeUnloadedService(), {
        definition: defined({ command: [nodePath, entryPath, '--port', '18789'] }),
      }),
      ...loud,
      severity: 'blocking',
      args: { path, why: 'no-gateway' },
      evidence: [`${nodePath} ${entryPath} --port 18789`],
    },
  ],
});
