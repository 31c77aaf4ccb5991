import { instruct } from './by-hand.ts';
import { makeLadder } from './ladder.ts';
import { restartOnce, restartOnceNever } from './restart-once.ts';

/** A spinning process does not stop by itself; when it spins again, only its makers can tell why. */
export const cpu = makeLadder('cpu', {
  never: restartOnceNever,
  rungs: [restartOnce],
  otherwise: (finding) => instruct(finding, ['openclaw --version', 'openclaw gateway diagnostics export']),
});
