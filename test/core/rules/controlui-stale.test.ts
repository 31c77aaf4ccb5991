import { dashboardRefused, logOf, makeNewMac, refusals } from '../make-access.ts';
import { at, hours } from '../make-moment.ts';
import { checkRule } from './check-rule.ts';

const ui = 'openclaw-control-ui';

checkRule('controlui-stale', {
  silent: [
    {
      name: 'opened without its token once or twice',
      snapshot: makeNewMac({ log: logOf(refusals('token-absent', 'token_missing', ui, 2)) }),
    },
    {
      name: 'the command line is refused as well: then the token is what is wrong',
      snapshot: makeNewMac({
        log: logOf([
          ...refusals('token-mismatch', 'token_mismatch', ui, 5),
          ...refusals('token-mismatch', 'token_mismatch', 'cli', 1),
        ]),
      }),
    },
    {
      name: 'hours ago',
      snapshot: makeNewMac({
        log: logOf(refusals('token-mismatch', 'token_mismatch', ui, 5).map((mark) => ({ ...mark, at: at - hours }))),
      }),
    },
    {
      name: 'somebody else',
      snapshot: makeNewMac({ log: logOf(refusals('token-mismatch', 'token_mismatch', 'clawpanel', 5)) }),
    },
  ],
  loud: (
    [
      ['token-mismatch', 'token_mismatch', 'token'],
      ['token-absent', 'token_missing', 'none'],
      ['device-token-mismatch', 'device_token_mismatch', 'device'],
      ['auth-rate-limited', 'rate_limited', 'limited'],
    ] as const
  ).map(([kind, reason, why]) => ({
    name: `turned away: ${reason}`,
    snapshot: dashboardRefused(kind, reason),
    subject: 'dashboard',
    severity: 'notice' as const,
    certainty: 'certain' as const,
    args: { why, count: 3 },
    evidence: [`[ws] unauthorized conn=c1 remote=127.0.0.1 client=${ui} cli v1 reason=${reason}`],
  })),
});
