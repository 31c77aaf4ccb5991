import { valueOf } from '../model/reading.ts';
import { textAt } from '../settings/read.ts';
import { instruct } from './by-hand.ts';
import { planConfigEdit } from './edit.ts';
import { makeLadder } from './ladder.ts';
import type { RepairContext } from './repair.ts';

const endpoint = ['gateway', 'http', 'endpoints', 'chatCompletions', 'enabled'] as const;

/** The endpoint lets a program talk to the agents, so it is opened only behind a token, and only with a yes. */
export const httpEndpointOff = makeLadder('http-endpoint-off', {
  never: ['widen-without-asking', 'weaken-access'],
  rungs: [
    {
      name: 'open-endpoint',
      plan(finding, context) {
        const { channel, authMode } = finding.args;
        if (authMode === 'none') return null;
        return planConfigEdit(finding, context, {
          rung: 'open-endpoint',
          edits: [{ op: 'set', path: endpoint, value: true }],
          restart: reloadsItself(context) ? 'never' : 'if-running',
          questions: [{ code: 'open-endpoint', channel }],
        });
      },
    },
  ],
  otherwise: (finding) =>
    instruct(finding, [
      ...(finding.args.authMode === 'none' ? ['openclaw config set gateway.auth.mode token'] : []),
      `openclaw config set ${endpoint.join('.')} true`,
      'openclaw gateway restart',
    ]),
});

/** A running gateway restarts for it (2026.3.13) or takes it over (2026.9.6), unless it was told not to. */
function reloadsItself({ snapshot }: RepairContext): boolean {
  const content = valueOf(snapshot.config)?.content;
  const mode = content?.kind === 'parsed' ? textAt(content.settings, ['gateway', 'reload', 'mode']) : null;
  return mode !== 'off' && mode !== 'hot';
}
