import { instruct } from './by-hand.ts';
import { makeLadder } from './ladder.ts';
import { restartOnce, restartOnceNever } from './restart-once.ts';

/** Only a new process gives its memory back. */
export const mem = makeLadder('mem', {
  never: restartOnceNever,
  rungs: [restartOnce],
  otherwise: (finding) => instruct(finding, ['openclaw --version', 'openclaw gateway diagnostics export']),
});
