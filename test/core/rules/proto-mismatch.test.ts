import { makeIdleMac } from '../make-machine.ts';
import { at, gatewayStartedAt, hours, minutes } from '../make-moment.ts';
import { makeMark } from '../make-running.ts';
import { logOf, oldClient, repeated, saying } from '../told-machines.ts';
import { checkRule } from './check-rule.ts';

const line = '[ws] protocol mismatch conn=7 remote=127.0.0.1 client=openclaw-control-ui webchat v2026.3.13 min=3 max=3';
const nameless = '[ws] invalid connect params: data must NOT have additional properties';

checkRule('proto-mismatch', {
  silent: [
    { name: 'a tab that was reloaded', snapshot: saying(...repeated(2, 'protocol-mismatch', line)) },
    {
      name: 'three over the whole day',
      snapshot: saying(...[9, 5, 1].map((ago) => makeMark('protocol-mismatch', at - ago * hours - minutes, line))),
    },
    {
      name: 'an earlier process was asked',
      snapshot: saying(
        ...[1, 2, 3].map((ago) => makeMark('protocol-mismatch', gatewayStartedAt - ago * minutes, line)),
      ),
    },
    {
      name: 'nothing runs',
      snapshot: makeIdleMac(undefined, { log: logOf(repeated(5, 'protocol-mismatch', line)) }),
    },
  ],
  loud: [
    {
      ...oldClient,
      subject: 'openclaw-control-ui 2026.3.13',
      severity: 'notice',
      certainty: 'likely',
      args: { client: 'openclaw-control-ui 2026.3.13', count: 5 },
      evidence: [line],
    },
    {
      name: 'somebody without a name',
      snapshot: saying(...repeated(3, 'protocol-mismatch', nameless)),
      subject: 'client',
      severity: 'notice',
      certainty: 'likely',
      args: { client: null, count: 3 },
      evidence: [nameless],
    },
  ],
});
