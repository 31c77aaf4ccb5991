import { absent, known, unknown } from '../../../app/core/model/reading.ts';
import type { Snapshot } from '../../../app/core/model/snapshot.ts';
import { makeIdleMac } from '../make-machine.ts';
import { at } from '../make-moment.ts';
import { cannotRead, makeReach } from '../make-running.ts';
import { makeUnloadedService } from '../make-service.ts';
import { makeLinuxSnapshot, makeSnapshot } from '../make-snapshot.ts';
import { checkRule } from './check-rule.ts';

const line = 'launchctl print gui/501/ai.openclaw.gateway: Could not find domain for user gui: 501 (112)';
const service = unknown('no-login-session', line, at);
const away = (change: Partial<Snapshot> = {}) => makeIdleMac(makeUnloadedService(), { service, ...change });
const loud = { subject: 'gui/501', certainty: 'certain', args: { domain: 'gui/501' }, evidence: [line] } as const;

checkRule('gui-domain-125', {
  silent: [
    { name: 'launchctl only did not answer', snapshot: away({ service: cannotRead() }) },
    { name: 'launchctl is missing', snapshot: away({ service: unknown('tool-missing', '/bin/launchctl', at) }) },
    { name: 'no service is installed', snapshot: away({ definition: absent(at) }) },
    {
      name: 'a server without systemd',
      snapshot: makeLinuxSnapshot({ service: unknown('no-service-manager', 'systemctl', at) }),
    },
  ],
  loud: [
    { name: 'over ssh, and nothing serves', snapshot: away(), ...loud, severity: 'blocking' },
    {
      name: 'over ssh, and a gateway serves',
      snapshot: makeSnapshot({ service, reach: known(makeReach(), at) }),
      ...loud,
      severity: 'notice',
    },
    { name: 'whether one serves cannot be read', snapshot: away({ reach: cannotRead() }), ...loud, severity: 'notice' },
  ],
});
