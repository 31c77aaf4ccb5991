import type { Environment } from '../../core/model/target.ts';
import type { Ports } from '../../ports/index.ts';
import { systemClock } from './clock.ts';
import { createDatabases } from './databases.ts';
import { nodeFiles } from './files.ts';
import { nodeHttp } from './http.ts';
import { createLazyGatewayLink, createLazyWatcher } from './lazy-ports.ts';
import { nodeModelLists } from './model-lists.ts';
import { createNotebook } from './notebook.ts';
import { notebookFolder } from './notebook-folder.ts';
import { createJournal } from './journal.ts';
import { createProcesses } from './processes.ts';
import { createPrograms } from './run-program.ts';
import { createHistory } from './history.ts';
import { createSchemas } from './schemas.ts';
import { createSecrets } from './secrets.ts';
import { createShell } from './shell.ts';
import { createStore } from './store.ts';
import { readSwitches, realOs } from './switches.ts';
import { createToolPath } from './tools.ts';
import { createTypedSecrets } from './typed-secrets.ts';

export interface PortsOptions {
  /** A packaged app ignores the development switches. */
  readonly packaged: boolean;
  readonly environment: Environment;
  readonly appVersion: string;
  /** Default: this process's. */
  readonly variables?: NodeJS.ProcessEnv;
  /** A person typed this command: its environment is the shell's. Default: no. */
  readonly isCommandLine?: boolean;
}

/** The real world behind every port. */
export function createPorts(options: PortsOptions): Ports {
  const { packaged, environment, appVersion, variables = process.env, isCommandLine = false } = options;
  const { standInFolder } = readSwitches(packaged, variables);
  const toolPath = createToolPath({ realOs: realOs(), standInFolder });
  const programs = createPrograms({ toolPath, variables });
  const processes = createProcesses({ programs, toolPath });
  const folder = notebookFolder(environment, variables);
  return {
    programs,
    processes,
    files: nodeFiles,
    http: nodeHttp,
    modelLists: nodeModelLists,
    clock: systemClock,
    watcher: createLazyWatcher(systemClock),
    gatewayLink: createLazyGatewayLink({ files: nodeFiles, appVersion }),
    notebook: createNotebook({ folder, files: nodeFiles, processes }),
    journal: createJournal({ folder, files: nodeFiles }),
    store: createStore({ folder, clock: systemClock }),
    secrets: createSecrets({ folder }),
    typedSecrets: createTypedSecrets(systemClock),
    shell: createShell(variables, isCommandLine),
    history: createHistory({ folder, clock: systemClock }),
    databases: createDatabases({ programs }),
    schemas: createSchemas({ folder }),
  };
}
