import { absent, known } from '../../../app/core/model/reading.ts';
import type { ServiceDefinition } from '../../../app/core/model/service.ts';
import { makeIdleMac, makeMemory } from '../make-machine.ts';
import { at, definitionPath, hours, label, minutes } from '../make-moment.ts';
import { cannotRead, makeLog, makeMarkers } from '../make-running.ts';
import { makeDefinition, makeService, makeUnloadedService } from '../make-service.ts';
import { makeLinuxSnapshot, makeSnapshot } from '../make-snapshot.ts';
import { checkRule } from './check-rule.ts';

const defined = (change: Partial<ServiceDefinition>) => ({ definition: known(makeDefinition(change), at) });
const line =
  'full process restart failed (Bootstrap failed: 5: Input/output error); falling back to in-process restart';
const logged = (lineAt: number, text = line) => ({
  log: known(makeLog({ lines: [{ at: lineAt, text }], marks: [], modifiedAt: at - 5 * hours }), at),
});
const handOff = '[2026-09-20T09:50:00.000Z] openclaw restart failed source=handoff mode=reload status=5 interactive=0';
const handedOff = (change: { at: number; line?: string }) => ({
  markers: known(
    makeMarkers({
      lock: null,
      lastLifecycle: { action: 'restart', source: 'handoff', failed: true, line: handOff, ...change },
    }),
    at,
  ),
});
const writable = defined({ fileMode: 0o666 });
const loud = { subject: label, severity: 'blocking' } as const;
const args = { label, path: definitionPath, mode: '644' } as const;

checkRule('bootstrap-5', {
  silent: [
    { name: 'nothing is wrong with the file, and nothing was said', snapshot: makeIdleMac() },
    { name: 'it was loaded after all', snapshot: makeSnapshot({ ...writable, ...logged(at - minutes) }) },
    {
      name: 'loaded, and at rest',
      snapshot: makeIdleMac(makeService({ phase: 'stopped', pid: null }), logged(at - minutes)),
    },
    {
      name: 'owner and mode are not known',
      snapshot: makeIdleMac(undefined, defined({ fileMode: null, ownerUid: null })),
    },
    { name: 'a private definition of others’ reading', snapshot: makeIdleMac(undefined, defined({ fileMode: 0o640 })) },
    { name: 'it was said hours ago', snapshot: makeIdleMac(undefined, logged(at - 2 * hours)) },
    {
      name: 'the hand-off failed for another reason',
      snapshot: makeIdleMac(undefined, handedOff({ at: at - 5 * minutes, line: 'openclaw restart failed status=125' })),
    },
    {
      name: 'switched off: that is another story',
      snapshot: makeIdleMac(makeUnloadedService({ enabled: false }), writable),
    },
    { name: 'launchctl gave no answer', snapshot: makeIdleMac(undefined, { ...writable, service: cannotRead() }) },
    { name: 'never installed', snapshot: makeIdleMac(undefined, { definition: absent(at) }) },
    {
      name: 'stopped by us',
      snapshot: makeIdleMac(undefined, writable),
      memory: makeMemory({ lastAction: { action: 'stop', at: at - 20 * minutes, succeeded: true } }),
    },
    { name: 'a systemd unit that others may write', snapshot: makeLinuxSnapshot(defined({ fileMode: 0o666 })) },
  ],
  loud: [
    {
      name: 'others may write the file',
      snapshot: makeIdleMac(undefined, writable),
      ...loud,
      certainty: 'certain',
      args: { ...args, why: 'mode', mode: '666' },
      evidence: ['501 666'],
    },
    {
      name: 'nobody else may read it: reports differ',
      snapshot: makeIdleMac(undefined, defined({ fileMode: 0o600 })),
      ...loud,
      certainty: 'likely',
      args: { ...args, why: 'mode', mode: '600' },
      evidence: ['501 600'],
    },
    {
      name: 'root owns it',
      snapshot: makeIdleMac(undefined, defined({ ownerUid: 0 })),
      ...loud,
      certainty: 'certain',
      args: { ...args, why: 'owner' },
      evidence: ['0 644'],
    },
    {
      name: 'the gateway’s log said so',
      snapshot: makeIdleMac(undefined, logged(at - 5 * minutes)),
      ...loud,
      certainty: 'likely',
      args: { ...args, why: 'refused' },
      evidence: [line],
    },
    {
      name: 'the hand-off of a restart ended so',
      snapshot: makeIdleMac(undefined, handedOff({ at: at - 10 * minutes })),
      ...loud,
      certainty: 'likely',
      args: { ...args, why: 'refused' },
      evidence: [handOff],
    },
  ],
});
