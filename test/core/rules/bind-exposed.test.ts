import { known, unknown } from '../../../app/core/model/reading.ts';
import { configOf, logOf, makeNewMac, openMac, refusedBind, settingsWith, tokenMark } from '../make-access.ts';
import { at, gatewayPid, minutes } from '../make-moment.ts';
import { makeListener, makeMark } from '../make-running.ts';
import { askingNobody } from '../provider-machines.ts';
import { checkRule } from './check-rule.ts';

const everywhere = known([makeListener({ addresses: ['*:18789'] })], at);
const withToken = { mode: 'token', token: tokenMark };
const refused = (line: string) => ({
  ...refusedBind(),
  log: logOf([makeMark('bind-refused', at - minutes, line)]),
});

checkRule('bind-exposed', {
  silent: [
    {
      name: 'open to the network, and asks for a token',
      snapshot: makeNewMac({ settings: settingsWith({ bind: 'lan', auth: withToken }), listeners: everywhere }),
    },
    {
      name: 'open to a tailnet, and asks for a token',
      snapshot: makeNewMac({
        settings: settingsWith({ bind: 'tailnet', auth: withToken }),
        listeners: known([makeListener({ addresses: ['100.64.0.7:18789'] })], at),
      }),
    },
    {
      name: 'behind a proxy that is trusted',
      snapshot: makeNewMac({
        settings: settingsWith({ bind: 'lan', auth: { mode: 'trusted-proxy' } }),
        listeners: everywhere,
      }),
    },
    {
      name: 'asks for nothing, on this computer only',
      snapshot: makeNewMac({ settings: settingsWith({ auth: { mode: 'none' } }) }),
    },
    {
      name: 'in a container, which has to listen everywhere',
      snapshot: openMac({ service: unknown('no-service-manager', 'systemctl --user: no bus', at) }),
    },
    { name: 'listeners that could not be read', snapshot: openMac({ listeners: unknown('timed-out', 'lsof', at) }) },
    {
      name: 'another process is open to the network, not the gateway',
      snapshot: openMac({
        listeners: known(
          [makeListener(), makeListener({ pid: gatewayPid + 1, command: 'python3', addresses: ['*:18789'] })],
          at,
        ),
      }),
    },
    {
      name: 'a mode that comes from a variable',
      snapshot: openMac({ config: configOf(settingsWith({ bind: 'lan', auth: { mode: '${MODE}' } })) }),
    },
    {
      name: 'it was refused before, and the configuration says loopback since',
      snapshot: { ...refusedBind(), config: configOf(settingsWith({ bind: 'loopback', auth: withToken })) },
    },
  ],
  loud: [
    {
      ...askingNobody,
      subject: 'gateway.bind',
      severity: 'notice',
      certainty: 'certain',
      args: { what: 'local', bind: null, address: null },
      evidence: ['gateway.auth.mode = "none"'],
    },
    {
      name: 'everybody may come in from everywhere',
      snapshot: openMac(),
      subject: 'gateway.bind',
      severity: 'degraded',
      certainty: 'certain',
      args: { what: 'open', bind: 'lan', address: '*:18789' },
      evidence: ['gateway.auth.mode = "none"', 'gateway.bind = "lan"'],
    },
    {
      name: 'the same on IPv6',
      snapshot: openMac({ listeners: known([makeListener({ addresses: ['127.0.0.1:18789', '[::]:18789'] })], at) }),
      subject: 'gateway.bind',
      severity: 'degraded',
      certainty: 'certain',
      args: { what: 'open', bind: 'lan', address: '[::]:18789' },
      evidence: [],
    },
    {
      name: 'a gateway that refuses to start so',
      snapshot: refused('refusing to bind gateway to lan:18789 without auth'),
      subject: 'gateway.bind',
      severity: 'blocking',
      certainty: 'certain',
      args: { what: 'refused', bind: 'lan', address: null },
      evidence: ['refusing to bind gateway to lan:18789 without auth'],
    },
    {
      name: 'a gateway that wants to know the addresses of its dashboard',
      snapshot: refusedBind(),
      subject: 'gateway.bind',
      severity: 'blocking',
      certainty: 'certain',
      args: { what: 'origins', bind: 'lan', address: null },
      evidence: [],
    },
  ],
});
