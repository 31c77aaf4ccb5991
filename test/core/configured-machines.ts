import type { AgentFiles, AuthProfile, ModelsProvider } from '../../app/core/model/agents.ts';
import type { EnvironmentPlace, PlaceKind } from '../../app/core/model/credentials.ts';
import { known } from '../../app/core/model/reading.ts';
import type { Settings } from '../../app/core/model/setting.ts';
import type { Snapshot } from '../../app/core/model/snapshot.ts';
import { at, configPath, hours } from './make-moment.ts';
import type { Change } from './make-moment.ts';
import { makeConfig, makeConfigContent } from './make-running.ts';
import { makeInstall } from './make-service.ts';
import { makeLinuxSnapshot, makeSnapshot } from './make-snapshot.ts';

/** Machines whose fault stands in the configuration, or in what the service is given. */

const base = { gateway: { mode: 'local', auth: { mode: 'token' } } };

export interface Setup extends Change<Snapshot> {
  readonly version?: string | null;
  readonly places?: readonly EnvironmentPlace[];
  readonly agents?: Snapshot['agents'];
  readonly authMode?: string;
}

function dress(snapshot: Snapshot, settings: Settings, setup: Setup, path: string): Snapshot {
  const { version = '2026.3.13', places = [], authMode = 'token', ...change } = setup;
  const all = { ...base, ...settings };
  const content = makeConfigContent({ settings: all, files: [{ path, settings: all }], authMode });
  return {
    ...snapshot,
    config: known(makeConfig({ path, content }), at),
    install: known(makeInstall({ version }), at),
    credentials: known({ places }, at),
    ...change,
  };
}

/** A Mac with OpenClaw 2026.3.13 and these settings beside those of every gateway. */
export function configured(settings: Settings, setup: Setup = {}): Snapshot {
  return dress(makeSnapshot(), settings, setup, configPath);
}

export function configuredLinux(settings: Settings, setup: Setup = {}): Snapshot {
  return dress(makeLinuxSnapshot(), settings, setup, '/home/alice/.openclaw/openclaw.json');
}

export function makePlace(kind: PlaceKind, change: Change<EnvironmentPlace> = {}): EnvironmentPlace {
  const paths: Partial<Record<PlaceKind, string>> = {
    'state-dotenv': '/Users/alice/.openclaw/.env',
    'gateway-env': '/Users/alice/.config/openclaw/gateway.env',
    'service-file': '/Users/alice/.openclaw/service-env/ai.openclaw.gateway.env',
  };
  return {
    kind,
    path: paths[kind] ?? null,
    names: [],
    token: null,
    password: null,
    proxies: [],
    fileMode: null,
    ...change,
  };
}

type SomeAgent = Change<AgentFiles> & { readonly id: string };

/** The folders of agents; what is not given is not there. */
export function agentsOf(...agents: readonly SomeAgent[]): Snapshot['agents'] {
  return known({ agents: agents.map(makeAgentFiles) }, at);
}

function makeAgentFiles(change: SomeAgent): AgentFiles {
  return { folder: `/Users/alice/.openclaw/agents/${change.id}`, models: null, auth: null, sessions: null, ...change };
}

export function modelsFile(agent: string, ...providers: readonly Change<ModelsProvider>[]): AgentFiles['models'] {
  return {
    path: `/Users/alice/.openclaw/agents/${agent}/agent/models.json`,
    modifiedAt: at - 100 * hours,
    providers: providers.map(makeModelsProvider),
  };
}

function makeModelsProvider(change: Change<ModelsProvider>): ModelsProvider {
  return {
    id: 'ark',
    baseUrl: 'https://ark.cn-beijing.volces.com/api/v3',
    api: 'openai-completions',
    modelIds: ['ark-code-latest'],
    apiKey: null,
    ...change,
  };
}

export function authProfiles(agent: string, ...profiles: readonly Change<AuthProfile>[]): AgentFiles['auth'] {
  return {
    path: `/Users/alice/.openclaw/agents/${agent}/agent/auth-profiles.json`,
    profiles: profiles.map(makeAuthProfile),
  };
}

function makeAuthProfile(change: Change<AuthProfile>): AuthProfile {
  const id = `${change.provider ?? 'volcengine'}:default`;
  return { id, provider: 'volcengine', type: 'api_key', expiresAt: null, canRefresh: false, ...change };
}

/** A provider of one's own, and the agents' default model of it. */
export function withProvider(id: string, provider: Settings, model = 'ark-code-latest'): Settings {
  return {
    models: { mode: 'merge', providers: { [id]: { api: 'openai-completions', ...provider } } },
    agents: { defaults: { model: { primary: `${id}/${model}` } } },
  };
}
