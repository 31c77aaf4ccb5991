import type { Clock } from './clock.ts';
import type { Databases } from './databases.ts';
import type { Files } from './files.ts';
import type { GatewayLink } from './gateway-link.ts';
import type { History } from './history.ts';
import type { Http } from './http.ts';
import type { Journal } from './journal.ts';
import type { ModelLists } from './model-lists.ts';
import type { Notebook } from './notebook.ts';
import type { Processes } from './processes.ts';
import type { Programs } from './programs.ts';
import type { Schemas } from './schemas.ts';
import type { Secrets } from './secrets.ts';
import type { Shell } from './shell.ts';
import type { Store } from './store.ts';
import type { TypedSecrets } from './typed-secrets.ts';
import type { Watcher } from './watcher.ts';

/** The world, as the engine sees it. */
export interface Ports {
  readonly programs: Programs;
  readonly files: Files;
  readonly processes: Processes;
  readonly http: Http;
  readonly modelLists: ModelLists;
  readonly clock: Clock;
  readonly watcher: Watcher;
  readonly gatewayLink: GatewayLink;
  readonly notebook: Notebook;
  readonly journal: Journal;
  readonly store: Store;
  readonly secrets: Secrets;
  readonly typedSecrets: TypedSecrets;
  readonly shell: Shell;
  readonly history: History;
  readonly databases: Databases;
  readonly schemas: Schemas;
}
