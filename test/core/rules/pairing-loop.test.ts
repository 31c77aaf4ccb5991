import { known } from '../../../app/core/model/reading.ts';
import {
  deviceId,
  logOf,
  makeFileDevices,
  makeNewMac,
  makeOldMac,
  makeRequest,
  ownPairingRefused,
  ownRequest,
  trapped,
} from '../make-access.ts';
import { at, minutes } from '../make-moment.ts';
import { makeMark } from '../make-running.ts';
import { checkRule } from './check-rule.ts';

const line = (client: string) =>
  `[ws] closed before connect conn=c1 code=1008 reason=pairing required client=${client} mode=x`;
const marks = (client: string, count = 3) =>
  Array.from({ length: count }, (_, index) => makeMark('pairing-required', at - minutes - index, line(client)));
const waiting = (...pending: Parameters<typeof makeRequest>) =>
  makeOldMac({ devices: known(makeFileDevices({ pending: pending.map((each) => makeRequest(each)) }), at) });

checkRule('pairing-loop', {
  silent: [
    { name: 'a phone waits for its approval', snapshot: waiting({}) },
    {
      name: 'a browser asks again and again (2026.9.6)',
      snapshot: makeNewMac({ log: logOf(marks('openclaw-control-ui', 9)) }),
    },
    { name: 'the own request is silent: OpenClaw approves it itself', snapshot: waiting({ deviceId, silent: true }) },
    { name: 'the own request is over', snapshot: waiting({ deviceId, at: at - 6 * minutes }) },
    {
      name: 'the own request was over when the log was written (2026.3.13)',
      snapshot: makeOldMac({ log: logOf(marks('cli', 5)) }),
    },
    { name: 'told twice (2026.9.6)', snapshot: makeNewMac({ log: logOf(marks('cli', 2)) }) },
    {
      name: 'requests that could not be read',
      snapshot: makeOldMac({ devices: known(makeFileDevices({ pending: null }), at) }),
    },
  ],
  loud: [
    {
      name: 'a request of the own device that a person must approve (2026.3.13)',
      snapshot: trapped(),
      subject: 'cli',
      severity: 'degraded',
      certainty: 'certain',
      args: {
        request: { requestId: 'req-own', role: 'operator', scopes: 'operator.read', remoteIp: '127.0.0.1' },
        client: 'cli',
        count: 0,
        endsAt: ownRequest.at + 5 * minutes,
      },
      evidence: ['req-own: cli operator operator.read'],
    },
    {
      name: 'the own command line is told to pair (2026.9.6)',
      snapshot: ownPairingRefused(),
      subject: 'cli',
      severity: 'degraded',
      certainty: 'likely',
      args: { request: null, client: 'cli', count: 3, endsAt: null },
      evidence: ['[ws] closed before connect conn=c1 code=1008 reason=pairing required client=cli mode=cli'],
    },
  ],
});
