import { isAbsolute, join } from 'node:path';
import type { Environment } from '../../core/model/target.ts';

/** Where this app keeps its own files. */
export function notebookFolder({ os, home }: Environment, variables: NodeJS.ProcessEnv): string {
  if (os === 'darwin') return join(home, 'Library', 'Application Support', 'Clawtender');
  const state = variables['XDG_STATE_HOME'];
  return join(state !== undefined && isAbsolute(state) ? state : join(home, '.local', 'state'), 'clawtender');
}
