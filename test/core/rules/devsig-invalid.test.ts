import { known } from '../../../app/core/model/reading.ts';
import { brokenKeys, deviceSignatureRefused, logOf, makeFileDevices, makeNewMac, makeOldMac } from '../make-access.ts';
import { at, hours, minutes } from '../make-moment.ts';
import { makeMark } from '../make-running.ts';
import { checkRule } from './check-rule.ts';

const line = (client: string | null) =>
  `[ws] closed before connect conn=c1 code=1008 reason=device signature invalid${client === null ? '' : ` client=${client} mode=x`}`;
const marks = (client: string | null, count = 3, agoMs = minutes) =>
  Array.from({ length: count }, (_, index) => makeMark('device-signature', at - agoMs - index, line(client)));
const devices = makeFileDevices();
const identity = devices.identity;

checkRule('devsig-invalid', {
  silent: [
    { name: 'keys that fit (2026.3.13)', snapshot: makeOldMac() },
    {
      name: 'keys that could not be checked',
      snapshot: makeOldMac({
        devices: known({ ...devices, identity: identity && { ...identity, keysFit: null } }, at),
      }),
    },
    {
      name: 'an id that does not fit: the client writes it anew by itself (2026.3.13)',
      snapshot: makeOldMac({
        devices: known({ ...devices, identity: identity && { ...identity, idFitsKey: false } }, at),
      }),
    },
    {
      name: 'no identity yet',
      snapshot: makeOldMac({ devices: known(makeFileDevices({ identity: null, cache: null }), at) }),
    },
    { name: 'refused twice', snapshot: makeNewMac({ log: logOf(marks('clawpanel', 2)) }) },
    { name: 'refused an hour ago', snapshot: makeNewMac({ log: logOf(marks('clawpanel', 5, hours)) }) },
    {
      name: 'the command line was refused with keys of before (2026.3.13)',
      snapshot: makeOldMac({ log: logOf(marks('cli', 5)) }),
    },
  ],
  loud: [
    {
      name: 'keys of two identities (2026.3.13)',
      snapshot: brokenKeys(),
      subject: 'identity',
      severity: 'degraded',
      certainty: 'certain',
      args: { why: 'keys', client: null, count: 0, path: '/Users/alice/.openclaw/identity/device.json' },
      evidence: ['privateKeyPem does not belong to publicKeyPem'],
    },
    {
      name: 'a program of somebody else: the gateway is well',
      snapshot: deviceSignatureRefused(),
      subject: 'clawpanel',
      severity: 'notice',
      certainty: 'likely',
      args: { why: 'refused', client: 'clawpanel', count: 3, path: null },
      evidence: ['[ws] closed before connect conn=c1 code=1008 reason=device signature invalid client=clawpanel'],
    },
    {
      name: 'the command line itself (2026.9.6)',
      snapshot: makeNewMac({ log: logOf(marks('cli', 4)) }),
      subject: 'cli',
      severity: 'degraded',
      certainty: 'likely',
      args: { why: 'refused', client: 'cli', count: 4, path: null },
      evidence: [line('cli')],
    },
    {
      name: 'nobody knows whose it was (2026.3.13)',
      snapshot: makeNewMac({ log: logOf(marks(null)) }),
      subject: 'client',
      severity: 'notice',
      certainty: 'likely',
      args: { why: 'refused', client: null, count: 3, path: null },
      evidence: [line(null)],
    },
  ],
});
