import type { Databases } from '../../app/ports/databases.ts';
import type { Files } from '../../app/ports/files.ts';
import type { GatewayLink } from '../../app/ports/gateway-link.ts';
import type { History } from '../../app/ports/history.ts';
import type { Http } from '../../app/ports/http.ts';
import type { Ports } from '../../app/ports/index.ts';
import type { Journal } from '../../app/ports/journal.ts';
import type { ModelLists } from '../../app/ports/model-lists.ts';
import type { Notebook } from '../../app/ports/notebook.ts';
import type { Processes } from '../../app/ports/processes.ts';
import type { Programs } from '../../app/ports/programs.ts';
import type { Schemas } from '../../app/ports/schemas.ts';
import type { Store } from '../../app/ports/store.ts';
import type { TypedSecrets } from '../../app/ports/typed-secrets.ts';
import type { Watcher } from '../../app/ports/watcher.ts';
import { makeFakeClock } from './fake-clock.ts';
import { fakeSecrets } from './fake-secrets.ts';

type Calls = Readonly<Record<string, unknown>>;

/** Ports of which only the given methods may be called; any other call fails the test and names itself. */
export function makeStrictPorts(given: { readonly [Name in keyof Ports]?: Partial<Ports[Name]> }): Ports {
  return {
    programs: strict<Programs>('programs', given.programs),
    files: strict<Files>('files', given.files),
    processes: strict<Processes>('processes', given.processes),
    http: strict<Http>('http', given.http),
    modelLists: strict<ModelLists>('modelLists', given.modelLists),
    clock: (given.clock as Ports['clock'] | undefined) ?? makeFakeClock(),
    watcher: strict<Watcher>('watcher', given.watcher),
    gatewayLink: strict<GatewayLink>('gatewayLink', given.gatewayLink),
    notebook: strict<Notebook>('notebook', given.notebook),
    journal: strict<Journal>('journal', given.journal),
    store: strict<Store>('store', given.store),
    secrets: (given.secrets as Ports['secrets'] | undefined) ?? fakeSecrets,
    // By default no shell started the process: most tests are about the app.
    shell: { variables: () => null, variable: () => null, ...given.shell },
    typedSecrets: strict<TypedSecrets>('typedSecrets', given.typedSecrets),
    history: strict<History>('history', given.history),
    databases: strict<Databases>('databases', given.databases),
    schemas: strict<Schemas>('schemas', given.schemas),
  };
}

function strict<Port extends object>(portName: string, given: Partial<Port> = {}): Port {
  return new Proxy(given as Calls, {
    get(target, property) {
      if (typeof property === 'symbol' || property in target) return Reflect.get(target, property) as unknown;
      return (...args: readonly unknown[]) => {
        throw new Error(`unexpected call: ${portName}.${property}(${JSON.stringify(args)})`);
      };
    },
  }) as unknown as Port;
}
