import { absent, known } from '../../../app/core/model/reading.ts';
import { makeIdleMac, makeMemory } from '../make-machine.ts';
import { at, label, minutes } from '../make-moment.ts';
import { makeLog, makeMark } from '../make-running.ts';
import { makeLinuxService, makeService, makeUnloadedService } from '../make-service.ts';
import { makeLinuxSnapshot, makeSnapshot } from '../make-snapshot.ts';
import { checkRule } from './check-rule.ts';

const printed = { command: 'launchctl print-disabled gui/501', line: `"${label}" => disabled` };
const loud = { subject: label, severity: 'blocking', certainty: 'certain', args: { label } } as const;

checkRule('agent-disabled', {
  silent: [
    { name: 'the override could not be read', snapshot: makeIdleMac(makeUnloadedService({ enabled: null })) },
    {
      name: 'a disabled label of a service that is long uninstalled',
      snapshot: makeIdleMac(makeUnloadedService({ enabled: false }), { definition: absent(at) }),
    },
    {
      name: 'disabled, and stopped by us',
      snapshot: makeIdleMac(makeUnloadedService({ enabled: false })),
      memory: makeMemory({ lastAction: { action: 'stop', at: at - 9 * minutes, succeeded: true } }),
    },
  ],
  loud: [
    {
      name: 'disabled, nothing runs',
      snapshot: makeIdleMac(makeUnloadedService({ enabled: false, evidence: [printed] })),
      ...loud,
      evidence: [printed.line],
    },
    {
      name: 'the probe kept no line',
      snapshot: makeIdleMac(makeUnloadedService({ enabled: false, evidence: [] })),
      ...loud,
      evidence: [printed.line],
    },
    {
      name: 'it runs, and will not return after the next login',
      snapshot: makeSnapshot({ service: known(makeService({ enabled: false }), at) }),
      ...loud,
      severity: 'degraded',
      evidence: [printed.line],
    },
    {
      name: 'a 2026.9 gateway parked itself',
      snapshot: makeIdleMac(makeUnloadedService({ enabled: false }), {
        log: known(makeLog({ marks: [makeMark('parked', at - 9 * minutes, 'parked the managed LaunchAgent')] }), at),
      }),
      ...loud,
      evidence: ['parked the managed LaunchAgent'],
    },
    {
      name: 'a systemd unit that is not enabled',
      snapshot: makeLinuxSnapshot({ service: known(makeLinuxService({ enabled: false }), at) }),
      subject: 'openclaw-gateway.service',
      severity: 'degraded',
      certainty: 'certain',
      args: { label: 'openclaw-gateway.service' },
      evidence: ['disabled'],
    },
  ],
});
