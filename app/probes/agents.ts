import type { AgentFiles, Agents, AuthProfiles, ModelsFile } from '../core/model/agents.ts';
import { absent, known, unknown, valueOf } from '../core/model/reading.ts';
import type { Settings } from '../core/model/setting.ts';
import type { Snapshot } from '../core/model/snapshot.ts';
import { parseAuthProfiles, parseModelsFile } from '../core/parse/agent-files.ts';
import { joinPath } from '../core/service-names.ts';
import { groupAt, isGroup, settingAt, textAt } from '../core/settings/read.ts';
import { isPrivateFolder } from '../platform/macos/places.ts';
import type { Probe, ProbeContext } from './probe.ts';
import { decodeText } from './unreadable.ts';

/** The catalogue of a provider with hundreds of models is some hundred kB. */
const maxBytes = 4 * 1024 * 1024;
const maxAgents = 100;
const maxMeasured = 2_000;

/**
 * The files of each agent in the service's state folder. `absent`: no agent was ever set up. An agent whose folder the
 * configuration puts elsewhere is read there; a folder that macOS asks the person about is left alone.
 */
export const agentsProbe: Probe<Agents, Pick<Snapshot, 'definition' | 'config'>> = {
  name: 'agents',
  deadlineMs: 4_000,
  async read(context, { definition, config }) {
    const { clock, files } = context.ports;
    const stateDir = valueOf(definition)?.environment.stateDir ?? context.target.stateDir;
    const folder = joinPath(stateDir, 'agents');
    const names = await files.list(folder);
    if (names === 'not-permitted') return unknown('not-permitted', folder, clock.now());
    const content = valueOf(config)?.content;
    const elsewhere = content?.kind === 'parsed' ? agentFolders(context, content.settings) : new Map<string, string>();
    const ids = [...new Set([...(names ?? []).filter((name) => /^[\w-]+$/.test(name)), ...elsewhere.keys()])].sort();
    if (ids.length === 0) return absent(clock.now());
    const agents = await Promise.all(
      ids.slice(0, maxAgents).map((id) => readAgent(context, joinPath(folder, id), { id, own: elsewhere.get(id) })),
    );
    return known({ agents }, clock.now());
  },
};

/** `agentDir` of `agents.list` (before 2026.8.1) and `agents.entries`. */
function agentFolders(context: ProbeContext, settings: Settings): ReadonlyMap<string, string> {
  const list = settingAt(settings, ['agents', 'list']);
  const listed = Array.isArray(list) ? list.map((entry) => [textAt(entry, ['id']), entry] as const) : [];
  const entries = Object.entries(groupAt(settings, ['agents', 'entries']));
  return new Map(
    [...listed, ...entries].flatMap(([id, entry]) => {
      const folder = isGroup(entry) ? textAt(entry, ['agentDir']) : null;
      const path = folder?.replace(/^~(?=\/)/, () => context.environment.home) ?? null;
      return id !== null && path !== null && mayLook(context, path) ? [[id, path] as const] : [];
    }),
  );
}

function mayLook({ environment }: ProbeContext, path: string): boolean {
  return path.startsWith('/') && !path.includes('${') && !isPrivateFolder(environment, path);
}

async function readAgent(
  context: ProbeContext,
  folder: string,
  { id, own }: { readonly id: string; readonly own: string | undefined },
): Promise<AgentFiles> {
  const filesFolder = own ?? joinPath(folder, 'agent');
  const [models, auth, sessions] = await Promise.all([
    readModels(context, joinPath(filesFolder, 'models.json')),
    readAuth(context, joinPath(filesFolder, 'auth-profiles.json')),
    readSessions(context, joinPath(folder, 'sessions')),
  ]);
  return { id, folder: own ?? folder, models, auth, sessions };
}

async function readModels({ ports }: ProbeContext, path: string): Promise<ModelsFile | null> {
  const file = await ports.files.read(path, { maxBytes });
  if (file.kind !== 'read') return null;
  const providers = parseModelsFile(decodeText(file.bytes), (secret) => ports.secrets.mark(secret));
  return { path, modifiedAt: file.stat.modifiedAt, providers };
}

async function readAuth({ ports }: ProbeContext, path: string): Promise<AuthProfiles | null> {
  const file = await ports.files.read(path, { maxBytes });
  if (file.kind === 'missing') return null;
  return { path, profiles: file.kind === 'read' ? parseAuthProfiles(decodeText(file.bytes)) : null };
}

/** `<id>.jsonl.deleted.<time>`, `<id>.jsonl.reset.<time>`, and temporary files of interrupted writes. */
const leftover = /\.(?:deleted|reset)\.|\.tmp$/;

async function readSessions({ ports }: ProbeContext, folder: string): Promise<AgentFiles['sessions']> {
  const measured = await ports.files.measureFolder(folder, { maxEntries: maxMeasured });
  if (measured === null || measured === 'not-permitted') return null;
  const { names, sizeBytes } = measured;
  return { files: names.length, leftovers: names.filter((name) => leftover.test(name)).length, sizeBytes };
}
