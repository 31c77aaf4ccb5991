import { known } from '../../../app/core/model/reading.ts';
import { makeIdleMac, makeStrayMac, makeYoungMac } from '../make-machine.ts';
import { at, label, seconds } from '../make-moment.ts';
import { makeProcess, makeReach } from '../make-running.ts';
import { makeInstall, makeUnloadedService } from '../make-service.ts';
import { makeSnapshot } from '../make-snapshot.ts';
import { checkRule } from './check-rule.ts';

const installed = (version: string | null) => ({ install: known(makeInstall({ version }), at) });
const mute = { reach: known(makeReach({ startup: { kind: 'not-asked' } }), at) };

checkRule('version-skew', {
  silent: [
    { name: 'a pre-release of the same day', snapshot: makeSnapshot(installed('2026.9.6-beta.2')) },
    { name: 'a later build of the same day', snapshot: makeSnapshot(installed('2026.9.6-1')) },
    { name: 'a version that is none', snapshot: makeSnapshot(installed('main')) },
    { name: 'the installed one is not known', snapshot: makeSnapshot(installed(null)) },
    { name: 'the running one does not tell', snapshot: makeSnapshot({ ...installed('2026.9.5'), ...mute }) },
    { name: 'a stray is of another package', snapshot: makeStrayMac(undefined, installed('2026.9.5')) },
    { name: 'nothing runs', snapshot: makeIdleMac(makeUnloadedService(), installed('2026.9.5')) },
    { name: 'it is just starting', snapshot: makeYoungMac(5 * seconds, installed('2026.9.5')) },
    {
      name: 'an update is at work',
      snapshot: makeSnapshot({
        ...installed('2026.9.5'),
        processes: known([makeProcess(), makeProcess({ pid: 77, role: 'maintenance', name: 'npm' })], at),
      }),
    },
  ],
  loud: [
    {
      name: 'the service’s own gateway is another release',
      snapshot: makeSnapshot(installed('2026.9.5')),
      subject: label,
      severity: 'degraded',
      certainty: 'certain',
      args: { runningVersion: '2026.9.6', installedVersion: '2026.9.5' },
      evidence: ['"version":"2026.9.6"', '"version": "2026.9.5"'],
    },
  ],
});
