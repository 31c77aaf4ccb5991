import { instruct } from './by-hand.ts';
import { makeLadder } from './ladder.ts';
import { planSafeRestart } from './safe-restart.ts';

/** This one file goes aside, and the gateway writes it anew at its start (until 2026.4.15). */
export const modelsJsonStale = makeLadder('models-json-stale', {
  never: ['delete-anything', 'touch-keys', 'change-config', 'touch-database'],
  rungs: [
    {
      name: 'move-models',
      plan(finding, context) {
        const { what, path } = finding.args;
        if (what !== 'wins') return null;
        const aside = { kind: 'move-aside', path, why: 'stale-models' } as const;
        return planSafeRestart(finding, context, 'move-models', [aside]);
      },
    },
  ],
  otherwise: (finding) => instruct(finding, ['openclaw models status', 'openclaw models list']),
});
