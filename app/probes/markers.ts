import { known, type Reading, unknown, valueOf } from '../core/model/reading.ts';
import type { LifecycleEntry } from '../core/model/log.ts';
import type { GatewayLock, Markers } from '../core/model/markers.ts';
import type { ServiceDefinition } from '../core/model/service.ts';
import { parseLastLifecycle } from '../core/parse/lifecycle.ts';
import { parseGatewayLock } from '../core/parse/lock.ts';
import { joinPath } from '../core/service-names.ts';
import { findForeignFiles } from './foreign-files.ts';
import { readLinuxSession } from './linux-session.ts';
import type { Probe, ProbeContext } from './probe.ts';
import { decodeText } from './unreadable.ts';

const maxLockBytes = 64 * 1024;
const maxLocks = 20;
const maxLifecycleBytes = 32 * 1024;
const stateDirName = /^\.(?:openclaw|clawdbot|moltbot|moldbot|clawdis)(?:-[\w-]+)?$/;
const configNames = ['openclaw.json', 'clawdbot.json', 'moltbot.json', 'moldbot.json'];

/** A file that somebody's permissions hide: then "there is none" would be a guess. */
class HiddenError extends Error {
  override readonly name = 'HiddenError';
}

/** Never `absent`: what is not there is a marker that is not set. */
export const markersProbe: Probe<Markers, { readonly definition: Reading<ServiceDefinition> }> = {
  name: 'markers',
  deadlineMs: 3_000,
  async read(context, { definition }) {
    const { clock } = context.ports;
    const paths = pathsOf(context, valueOf(definition) ?? null);
    try {
      const [launchAgentDisabled, lock, lastLifecycle, otherStateDirs, foreignFiles, session] = await Promise.all([
        hasDisableFile(context, paths.stateDir),
        findLock(context, paths),
        readLifecycle(context, paths.stateDir),
        listOtherStateDirs(context, paths.stateDir),
        findForeignFiles(context, paths.stateDir),
        definition.status === 'known' ? readLinuxSession(context) : null,
      ]);
      const settings = settingsOf(context);
      const files = { lock, lastLifecycle, otherStateDirs, foreignFiles };
      return known({ launchAgentDisabled, ...settings, ...files, session }, clock.now());
    } catch (error) {
      if (error instanceof HiddenError) return unknown('not-permitted', error.message, clock.now());
      throw error;
    }
  },
};

interface Paths {
  readonly stateDir: string;
  readonly configPath: string;
}

/** The service's own environment decides, as for the configuration. */
function pathsOf({ target }: ProbeContext, definition: ServiceDefinition | null): Paths {
  const stateDir = definition?.environment.stateDir ?? target.stateDir;
  const ofService = definition?.environment.configPath ?? null;
  const inStateDir = stateDir === target.stateDir ? target.configPath : joinPath(stateDir, 'openclaw.json');
  return { stateDir, configPath: ofService ?? inStateDir };
}

function settingsOf({ environment: { variables } }: ProbeContext): Pick<Markers, 'nixMode' | 'externalSupervisor'> {
  const supervisor = [variables.OPENCLAW_SUPERVISOR_MODE, variables.OPENCLAW_SERVICE_REPAIR_POLICY];
  return { nixMode: variables.OPENCLAW_NIX_MODE === '1', externalSupervisor: supervisor.includes('external') };
}

/** The official app looks for it in `~/.openclaw` whatever the profile. */
async function hasDisableFile({ ports, environment }: ProbeContext, stateDir: string): Promise<boolean> {
  const folders = [...new Set([stateDir, joinPath(environment.home, '.openclaw')])];
  const found = await Promise.all(
    folders.map(async (folder) => {
      const path = joinPath(folder, 'disable-launchagent');
      const { kind } = await ports.files.stat(path);
      if (kind === 'not-permitted') throw new HiddenError(path);
      return kind === 'found';
    }),
  );
  return found.includes(true);
}

/** 2026.9.6 keeps its lock in the state folder, 2026.3.13 in the system's temporary one, where other profiles' are too. */
async function findLock(context: ProbeContext, paths: Paths): Promise<GatewayLock | null> {
  const { environment } = context;
  const own = `openclaw-${environment.uid}`;
  const inState = await readLocks(context, joinPath(paths.stateDir, `tmp/${own}`), 'must be readable');
  const temporary = [...new Set([environment.temporaryFolder, '/tmp'])].filter((folder) => folder !== undefined);
  const elsewhere = await Promise.all(
    temporary.map((folder) => readLocks(context, joinPath(folder, own), 'may be hidden')),
  );
  const mine = elsewhere.flat().filter((lock) => lock.configPath === paths.configPath);
  return newest(inState) ?? newest(mine);
}

async function readLocks(
  { ports }: ProbeContext,
  folder: string,
  rule: 'must be readable' | 'may be hidden',
): Promise<readonly GatewayLock[]> {
  const names = await ports.files.list(folder);
  if (names === 'not-permitted') {
    if (rule === 'may be hidden') return [];
    throw new HiddenError(folder);
  }
  const locks = (names ?? []).filter((name) => /^gateway\.[\w-]+\.lock$/.test(name)).slice(0, maxLocks);
  const parsed = await Promise.all(
    locks.map(async (name) => {
      const path = joinPath(folder, name);
      const file = await ports.files.read(path, { maxBytes: maxLockBytes });
      return file.kind === 'read' ? parseGatewayLock(decodeText(file.bytes), path) : null;
    }),
  );
  return parsed.filter((lock) => lock !== null);
}

function newest(locks: readonly GatewayLock[]): GatewayLock | null {
  return locks.toSorted((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0))[0] ?? null;
}

async function readLifecycle({ ports }: ProbeContext, stateDir: string): Promise<LifecycleEntry | null> {
  const path = joinPath(stateDir, 'logs/gateway-restart.log');
  const file = await ports.files.readTail(path, { maxBytes: maxLifecycleBytes });
  if (file.kind === 'not-permitted') throw new HiddenError(path);
  return file.kind === 'read' ? parseLastLifecycle(decodeText(file.bytes)) : null;
}

/** Other profiles and names from before; a folder without a configuration is no gateway's. */
async function listOtherStateDirs(
  { ports, environment }: ProbeContext,
  stateDir: string,
): Promise<Markers['otherStateDirs']> {
  const names = await ports.files.list(environment.home);
  if (names === null || names === 'not-permitted') return [];
  const folders = names.filter((name) => stateDirName.test(name)).map((name) => joinPath(environment.home, name));
  const dirs = await Promise.all(
    folders
      .filter((folder) => folder !== stateDir)
      .map(async (path) => {
        const stats = await Promise.all(configNames.map((name) => ports.files.stat(joinPath(path, name))));
        const times = stats.flatMap((each) => (each.kind === 'found' ? [each.stat.modifiedAt] : []));
        return times.length === 0 ? [] : [{ path, modifiedAt: Math.max(...times) }];
      }),
  );
  return dirs.flat().sort((a, b) => a.path.localeCompare(b.path));
}
