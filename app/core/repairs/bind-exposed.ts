import { valueOf } from '../model/reading.ts';
import { isServing } from '../rules/circumstances.ts';
import { instruct } from './by-hand.ts';
import { planConfigEdit } from './edit.ts';
import { makeLadder } from './ladder.ts';

/** Back to this computer alone. Whoever wants the network needs a token, and that is their decision. */
export const bindExposed = makeLadder('bind-exposed', {
  never: ['weaken-access', 'new-token', 'delete-anything', 'sudo'],
  rungs: [
    {
      name: 'loopback',
      plan(finding, context) {
        if (finding.args.what === 'local') return null;
        // What the service's own arguments say comes before the configuration.
        if (valueOf(context.snapshot.definition)?.command.some((word) => /^--bind(?:=|$)/.test(word))) return null;
        return planConfigEdit(finding, context, {
          rung: 'loopback',
          edits: [{ op: 'set', path: ['gateway', 'bind'], value: 'loopback' }],
          questions: [{ code: 'close-network' }],
          restart: isServing(context) ? 'if-running' : 'bring-up',
        });
      },
    },
  ],
  otherwise: (finding) =>
    instruct(
      finding,
      finding.args.what === 'local'
        ? ['openclaw configure --section gateway', 'openclaw gateway restart']
        : ['openclaw config set gateway.bind loopback', 'openclaw gateway install --force'],
    ),
});
