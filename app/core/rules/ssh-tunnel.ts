import { isHandsOff, isIdleForAReason } from './circumstances.ts';
import { listenerEvidence, processEvidence } from './evidence.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

/** An `ssh -L` tunnel has the gateway's port: answers come from another computer. Right in remote mode. */
export const sshTunnel: Rule<'ssh-tunnel'> = {
  code: 'ssh-tunnel',
  graceMs: 0,
  causes: [],
  find(snapshot, context) {
    const { owner } = context;
    if (owner.kind !== 'ssh' || isHandsOff(snapshot, context)) return [];
    const isWanted = snapshot.definition.status !== 'known' || isIdleForAReason(snapshot, context);
    const { port } = snapshot.port;
    return [
      makeFinding('ssh-tunnel', String(port), {
        severity: isWanted ? 'notice' : 'blocking',
        certainty: 'certain',
        args: { port, pid: owner.pid },
        evidence: [...listenerEvidence(snapshot, owner.pid), ...processEvidence(snapshot, owner.pid)],
      }),
    ];
  },
};
