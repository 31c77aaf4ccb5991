import { blockedOrigins, logOf, makeNewMac } from '../make-access.ts';
import { at, hours, minutes } from '../make-moment.ts';
import { makeMark } from '../make-running.ts';
import { checkRule } from './check-rule.ts';

const lineFor = (origin: string) =>
  `[ws] closed before connect conn=c1 remote=127.0.0.1 fwd=n/a origin=${origin} host=127.0.0.1:18789 ua=n/a code=1008 reason=origin not allowed`;
const asked = (origin: string, count = 3, agoMs = minutes) =>
  makeNewMac({
    log: logOf(
      Array.from({ length: count }, (_, index) => makeMark('origin-not-allowed', at - agoMs - index, lineFor(origin))),
    ),
  });

checkRule('origin-blocked', {
  silent: [
    { name: 'one page tried once', snapshot: asked('https://evil.example', 1) },
    { name: 'hours ago', snapshot: asked('http://192.168.1.5:18789', 5, hours) },
    { name: 'without an origin', snapshot: asked('n/a') },
    { name: 'something that is no origin', snapshot: asked('file:///Users/alice/page.html') },
    { name: 'it was allowed since', snapshot: blockedOrigins({ allowedOrigins: ['http://192.168.1.5:18789'] }) },
    { name: 'all are allowed', snapshot: blockedOrigins({ allowedOrigins: ['*'] }) },
  ],
  loud: [
    {
      name: 'the dashboard at an address of the network',
      snapshot: blockedOrigins(),
      subject: 'http://192.168.1.5:18789',
      severity: 'notice',
      certainty: 'likely',
      args: { origin: 'http://192.168.1.5:18789', address: 'http://127.0.0.1:18789/', count: 2 },
      evidence: [],
    },
    {
      name: 'a name without a port, beside another one that is allowed',
      snapshot: {
        ...blockedOrigins({ allowedOrigins: ['http://192.168.1.5:18789'] }),
        log: asked('https://claw.alice.example').log,
      },
      subject: 'https://claw.alice.example',
      severity: 'notice',
      certainty: 'likely',
      args: { origin: 'https://claw.alice.example', address: 'http://127.0.0.1:18789/', count: 3 },
      evidence: [lineFor('https://claw.alice.example')],
    },
  ],
});
