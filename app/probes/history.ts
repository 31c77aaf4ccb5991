import { deriveGatewayLife, deriveInForce, deriveUsed, type GatewayLife } from '../core/history/derive-ran.ts';
import type { HistoryFacts, Version, VersionWithSettings, WatchedKind } from '../core/model/history.ts';
import { known, valueOf } from '../core/model/reading.ts';
import { joinPath } from '../core/service-names.ts';
import { listConfigBackups } from './config-backups.ts';
import { clearUpWriters, findWriter, type HistoryNeeds } from './find-writer.ts';
import { historyMemoryOf, readVersionSettings } from './history-memory.ts';
import { parentFolder } from './package-search.ts';
import type { Probe, ProbeContext } from './probe.ts';
import { takeVersions } from './take-versions.ts';
import { findTokenCopy } from './token-copy.ts';
import { listWatchedFiles, type WatchedFile } from './watched-files.ts';

const maxVersions = 50;
/** OpenClaw names no number; this many is nobody's. */
const maxIncludes = 100;

/**
 * Keeps every version of the watched files that is not kept yet, then says what the kept ones tell of the configuration
 * now. Never absent: without anything kept the facts are empty. The deadline is that of the slowest other reading and
 * more, because it waits for all of them.
 */
export const historyProbe: Probe<HistoryFacts, HistoryNeeds> = {
  name: 'history',
  deadlineMs: 20_000,
  async read(context, needs) {
    const { ports } = context;
    const watched = await listWatchedFiles(context, needs);
    await clearUpWriters(context, needs);
    const { kept, fault } = await takeVersions(context, watched, (seen) => findWriter(context, needs, seen));
    rememberUnclear(context, kept);
    const life = deriveGatewayLife(await needs.whole);
    if (life !== null) await noteRan(context, watched, life);
    const facts = await deriveFacts(context, { needs, watched, life });
    return known({ ...facts, fault }, ports.clock.now());
  },
};

function rememberUnclear({ ports }: ProbeContext, kept: readonly Version[]): void {
  const { unclear } = historyMemoryOf(ports);
  for (const version of kept) {
    if (version.kind === 'config' && version.by.kind === 'other') unclear.set(version.id, { version, asked: 0 });
  }
}

/** Models and devices are read whenever they are needed, a service's own files when it starts. */
const isReadAnew: Readonly<Record<WatchedKind, boolean>> = {
  config: false,
  include: false,
  models: true,
  definition: false,
  'service-environment': false,
  'environment-file': false,
  devices: true,
  identity: true,
};

function versionInUse({ kind }: WatchedFile, versions: readonly Version[], life: GatewayLife): Version | null {
  const isConfig = kind === 'config' || kind === 'include';
  return isConfig ? deriveInForce(versions, life) : deriveUsed(versions, life, isReadAnew[kind]);
}

/** Once in the life of a gateway: every further line would say the same. */
async function noteRan({ ports }: ProbeContext, watched: readonly WatchedFile[], life: GatewayLife): Promise<void> {
  const ids: string[] = [];
  for (const file of watched) {
    const version = versionInUse(file, await ports.history.list({ file: file.path }), life);
    const isNoted = version !== null && version.ranAt !== null && version.ranAt >= life.loadedAt;
    if (version !== null && !isNoted) ids.push(version.id);
  }
  if (ids.length > 0) await ports.history.noteRan(ids, ports.clock.now());
}

interface Findings {
  readonly needs: HistoryNeeds;
  readonly watched: readonly WatchedFile[];
  readonly life: GatewayLife | null;
}

async function deriveFacts(
  context: ProbeContext,
  { needs, watched: [main], life }: Findings,
): Promise<Omit<HistoryFacts, 'fault'>> {
  const { ports } = context;
  const path = main?.path ?? '';
  const [all, backups] = await Promise.all([ports.history.list(), listConfigBackups(ports.files, path)]);
  const ofConfig = all.filter(({ kind, file }) => kind === 'config' && file === path);
  const includes = joinPath(parentFolder(path), '');
  const versions = all.filter(
    ({ kind, file }) => (kind === 'config' && file === path) || (kind === 'include' && file.startsWith(includes)),
  );
  const sha256 = valueOf(needs.config)?.sha256 ?? null;
  const isNow = (version: Version): boolean => version.sha256 === sha256;
  const others = ofConfig.filter((version) => !isNow(version));
  const ran = others.filter(({ ranAt }) => ranAt !== null).toSorted((a, b) => (b.ranAt ?? 0) - (a.ranAt ?? 0));
  const withSettings = (version: Version | undefined | null) => addSettings(context, version ?? null);
  const newest = ofConfig[0];
  return {
    versions: versions.slice(0, maxVersions),
    inForce: await withSettings(life === null ? null : deriveInForce(ofConfig, life)),
    includesInForce: life === null ? [] : await readIncludes(context, versions, life),
    lastRan: await withSettings(ran[0]),
    previous: await withSettings(newest !== undefined && isNow(newest) ? ofConfig[1] : newest),
    backups,
    tokenCopy: await findTokenCopy(ports, valueOf(needs.config), backups),
  };
}

async function readIncludes(
  context: ProbeContext,
  versions: readonly Version[],
  life: GatewayLife,
): Promise<readonly VersionWithSettings[]> {
  const included = versions.filter(({ kind }) => kind === 'include');
  const paths = [...new Set(included.map(({ file }) => file))].slice(0, maxIncludes);
  const found = await Promise.all(
    paths.map((path) => {
      const ofFile = included.filter(({ file }) => file === path);
      return addSettings(context, deriveInForce(ofFile, life));
    }),
  );
  return found.filter((each) => each !== null);
}

async function addSettings({ ports }: ProbeContext, version: Version | null): Promise<VersionWithSettings | null> {
  return version === null ? null : { version, settings: await readVersionSettings(ports, version) };
}
