import { absent, known, unknown } from '../../../app/core/model/reading.ts';
import type { LinuxSession } from '../../../app/core/model/markers.ts';
import type { Snapshot } from '../../../app/core/model/snapshot.ts';
import { at } from '../make-moment.ts';
import { cannotRead, makeMarkers, makeRefusedReach } from '../make-running.ts';
import { makeLinuxService } from '../make-service.ts';
import { makeLinuxSnapshot } from '../make-snapshot.ts';
import { checkRule } from './check-rule.ts';

const session = (change: Partial<LinuxSession> = {}): Partial<Snapshot> => ({
  markers: known(makeMarkers({ lock: null, session: { lingers: true, hasBus: true, isWsl: false, ...change } }), at),
});
const detail = 'systemctl --user show: Failed to connect to bus: No medium found';
const cut: Partial<Snapshot> = { service: unknown('no-service-manager', detail, at) };
const silentPort: Partial<Snapshot> = {
  reach: known(makeRefusedReach(), at),
  listeners: known([], at),
  processes: known([], at),
};

checkRule('systemd-wsl', {
  silent: [
    { name: 'whether it lingers is not known', snapshot: makeLinuxSnapshot(session({ lingers: null })) },
    {
      name: 'it does not linger, and the unit is not enabled either',
      snapshot: makeLinuxSnapshot({
        ...session({ lingers: false }),
        service: known(makeLinuxService({ enabled: false }), at),
      }),
    },
    {
      name: 'a container without systemd and without a unit',
      snapshot: makeLinuxSnapshot({ ...session({ hasBus: false }), ...cut, definition: absent(at) }),
    },
    {
      name: 'systemctl only did not answer',
      snapshot: makeLinuxSnapshot({ ...session({ hasBus: false }), service: cannotRead() }),
    },
  ],
  loud: [
    {
      name: 'it does not linger',
      snapshot: makeLinuxSnapshot(session({ lingers: false })),
      subject: 'linger',
      severity: 'notice',
      certainty: 'certain',
      args: { why: 'no-linger', isWsl: false },
      evidence: ['Linger=no'],
    },
    {
      name: 'no bus under Windows, and nothing serves',
      snapshot: makeLinuxSnapshot({ ...session({ hasBus: false, isWsl: true }), ...cut, ...silentPort }),
      subject: 'manager',
      severity: 'blocking',
      certainty: 'certain',
      args: { why: 'no-manager', isWsl: true },
      evidence: [detail, 'No such file or directory'],
    },
    {
      name: 'no connection, and a gateway serves all the same',
      snapshot: makeLinuxSnapshot({ ...session(), ...cut }),
      subject: 'manager',
      severity: 'notice',
      certainty: 'certain',
      args: { why: 'no-manager', isWsl: false },
      evidence: [detail],
    },
  ],
});
