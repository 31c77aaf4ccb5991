import { makeIdleMac, makeMemory } from '../make-machine.ts';
import { at, gatewayStartedAt, hours, label, minutes, seconds } from '../make-moment.ts';
import { makeMark } from '../make-running.ts';
import { bonjourCrash, bonjourStorm, failing, logOf, repeated, saying } from '../told-machines.ts';
import { checkRule } from './check-rule.ts';

const renamed = '[plugins] bonjour: gateway name conflict resolved; newName="bench-a (2)"';
const ciao = 'Unhandled promise rejection: Error: CIAO PROBING CANCELLED';

checkRule('bonjour', {
  silent: [
    { name: 'renamed once', snapshot: saying(makeMark('mdns-conflict', at - minutes, renamed)) },
    {
      name: 'renamed six times over two hours',
      snapshot: saying(
        ...Array.from({ length: 6 }, (_, index) => makeMark('mdns-conflict', at - (index + 1) * 20 * minutes)),
      ),
    },
    { name: 'survived: it serves', snapshot: saying(makeMark('mdns-crash', at - minutes, ciao)) },
    {
      name: 'an earlier process was ended by it',
      snapshot: saying(makeMark('mdns-crash', gatewayStartedAt - hours, ciao)),
    },
    {
      name: 'the loop of today has another reason',
      snapshot: failing(makeMark('mdns-crash', at - 5 * hours, ciao), makeMark('config-invalid', at - 5 * seconds)),
    },
    {
      name: 'it was stopped on purpose',
      snapshot: makeIdleMac(undefined, {
        log: logOf([makeMark('mdns-crash', null, ciao)], { modifiedAt: at - 5 * hours }),
      }),
      memory: makeMemory({ lastAction: { action: 'stop', at: at - 20 * minutes, succeeded: true } }),
    },
  ],
  loud: [
    {
      ...bonjourCrash,
      subject: label,
      severity: 'blocking',
      certainty: 'likely',
      args: { what: 'crash', count: 1 },
      evidence: [ciao],
    },
    {
      name: 'the process before ended by it, and the next one has just begun',
      snapshot: failing(makeMark('mdns-crash', null, ciao), makeMark('starting', at - seconds)),
      subject: label,
      severity: 'blocking',
      certainty: 'likely',
      args: { what: 'crash', count: 1 },
      evidence: [],
    },
    {
      ...bonjourStorm,
      subject: label,
      severity: 'notice',
      certainty: 'likely',
      args: { what: 'storm', count: 6 },
      evidence: [],
    },
    {
      name: 'renamed as often as a log keeps',
      snapshot: saying(...repeated(9, 'mdns-conflict', renamed)),
      subject: label,
      severity: 'notice',
      certainty: 'likely',
      args: { what: 'storm', count: 9 },
      evidence: [renamed],
    },
  ],
});
