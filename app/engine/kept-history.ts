import { deriveChanges } from '../core/history/derive-changes.ts';
import { maskVersionText } from '../core/history/mask-text.ts';
import type { Change, Version, WatchedKind } from '../core/model/history.ts';
import type { HistoryExport, HistoryFault, ListedVersion, VersionDiff } from '../core/model/listed-version.ts';
import { parseVersionContent } from '../core/parse/version-content.ts';
import { listConfigBackups } from '../probes/config-backups.ts';
import { decodeText } from '../probes/unreadable.ts';
import type { Ports } from '../ports/index.ts';
import type { EngineParts } from './engine-parts.ts';
import { belongsTo, deriveHistoryPlaces, type HistoryPlaces } from './history-places.ts';
import type { KeptHistory } from './history.ts';
import type { Pictures } from './pictures.ts';

/** Our own versions and OpenClaw's own copies, read for faces. */
export function createKeptHistory({ ports, target }: EngineParts, pictures: Pick<Pictures, 'current'>): KeptHistory {
  const placesNow = () => deriveHistoryPlaces(target, pictures.current()?.snapshot ?? null);
  const list = () => listAll(ports, placesNow());

  async function resolve(reference: string): Promise<Content | HistoryFault> {
    if (reference === 'now') return readNow(ports, { file: placesNow().configPath, kind: 'config' });
    const found = findVersion(await list(), reference);
    return 'origin' in found ? readContent(ports, found, reference) : found;
  }

  return {
    async list({ file, atMost } = {}) {
      const all = await list();
      const named = all.filter((each) => file === undefined || each.file === file || each.file.endsWith(`/${file}`));
      return named.slice(0, atMost);
    },
    async text(reference) {
      const content = await resolve(reference);
      if (!('bytes' in content)) return content;
      const { version } = content;
      const text = textOf(ports, content);
      return version === null || text === null ? { kind: 'no-such-version', which: reference } : { version, text };
    },
    async diff(before, after) {
      const [first, second] = [await resolve(before), await resolve(after)];
      if (!('bytes' in first)) return first;
      if (!('bytes' in second)) return second;
      if (before === 'now' && after !== 'now') return compare(ports, await readNow(ports, second), second);
      if (after === 'now' && before !== 'now') return compare(ports, first, await readNow(ports, first));
      return first.file === second.file ? compare(ports, first, second) : { kind: 'other-file', which: after };
    },
    async exportAll() {
      const versions: ExportedVersion[] = [];
      for (const version of await list()) {
        const content = await readContent(ports, version, version.id);
        versions.push({ ...version, text: 'bytes' in content ? textOf(ports, content) : null });
      }
      return { exportedAt: ports.clock.now(), versions };
    },
  };
}

type ExportedVersion = HistoryExport['versions'][number];

interface Content {
  /** `null`: the file as it is now. */
  readonly version: ListedVersion | null;
  readonly file: string;
  readonly kind: WatchedKind;
  /** `null`: there is no such file. */
  readonly bytes: Uint8Array | null;
}

const maxBytes = 8 * 1024 * 1024;

async function listAll(ports: Ports, places: HistoryPlaces): Promise<readonly ListedVersion[]> {
  const [all, backups] = await Promise.all([ports.history.list(), listConfigBackups(ports.files, places.configPath)]);
  const kept = all.filter(({ file }) => belongsTo(file, places));
  const current = await findCurrent(ports, kept);
  const copies = backups.map(
    ({ name, path, modifiedAt, sizeBytes }): ListedVersion => ({
      id: name,
      origin: 'backup',
      file: places.configPath,
      path,
      kind: 'config',
      at: modifiedAt,
      sizeBytes,
      sha256: null,
      by: null,
      changed: [],
      ranAt: null,
      isCurrent: false,
    }),
  );
  const own = kept.map((version): ListedVersion => {
    const { id, file, kind, at, sizeBytes, sha256, by, changed, ranAt } = version;
    const isCurrent = current.has(id);
    return { id, origin: 'kept', file, path: null, kind, at, sizeBytes, sha256, by, changed, ranAt, isCurrent };
  });
  return [...own, ...copies].sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
}

/** The newest version of each file, if the file still has its content. */
async function findCurrent(ports: Ports, versions: readonly Version[]): Promise<ReadonlySet<string>> {
  const newest = new Map(versions.toReversed().map((version) => [version.file, version]));
  const current = await Promise.all(
    [...newest.values()].map(async ({ id, file, sha256 }) => {
      const read = await ports.files.read(file, { maxBytes });
      return read.kind === 'read' && ports.secrets.sha256(read.bytes) === sha256 ? [id] : [];
    }),
  );
  return new Set(current.flat());
}

/** Ids are told apart by their first signs after a while, and nobody types more than that. */
const shortestBeginning = 4;

function findVersion(all: readonly ListedVersion[], which: string): ListedVersion | HistoryFault {
  const exact = all.find(({ id, path, file }) => [id, path, `${nameOf(file)}.${id}`].includes(which));
  if (exact !== undefined) return exact;
  const begun = all.filter(({ id, origin }) => origin === 'kept' && id.startsWith(which));
  const [only, another] = which.length < shortestBeginning ? [] : begun;
  if (only === undefined) return { kind: 'no-such-version', which };
  return another === undefined ? only : { kind: 'ambiguous', which };
}

async function readContent(ports: Ports, version: ListedVersion, which: string): Promise<Content | HistoryFault> {
  const { file, kind, path, id } = version;
  if (path === null) {
    const bytes = await ports.history.read(id);
    if (bytes !== null) return { version, file, kind, bytes };
    return { kind: 'unreadable', which, message: 'its content is not kept any more, or is damaged' };
  }
  const read = await ports.files.read(path, { maxBytes });
  if (read.kind === 'read') return { version, file, kind, bytes: read.bytes };
  return { kind: 'unreadable', which, message: `${path}: ${read.kind}` };
}

async function readNow(ports: Ports, { file, kind }: Pick<Content, 'file' | 'kind'>): Promise<Content | HistoryFault> {
  const read = await ports.files.read(file, { maxBytes });
  if (read.kind === 'read') return { version: null, file, kind, bytes: read.bytes };
  if (read.kind === 'missing') return { version: null, file, kind, bytes: null };
  return { kind: 'unreadable', which: 'now', message: `${file}: ${read.kind}` };
}

function compare(
  ports: Ports,
  before: Content | HistoryFault,
  after: Content | HistoryFault,
): VersionDiff | HistoryFault {
  if (!('bytes' in before)) return before;
  if (!('bytes' in after)) return after;
  return {
    before: before.version,
    after: after.version,
    file: before.file,
    changes: changesBetween(ports, before, after),
    beforeText: textOf(ports, before),
    afterText: textOf(ports, after),
  };
}

function changesBetween(ports: Ports, before: Content, after: Content): readonly Change[] {
  const whole = { path: '', before: null, after: null };
  if (before.bytes === null || after.bytes === null) {
    if (before.bytes === after.bytes) return [];
    return [{ ...whole, kind: before.bytes === null ? 'added' : 'removed' }];
  }
  if (ports.secrets.sha256(before.bytes) === ports.secrets.sha256(after.bytes)) return [];
  const [former, now] = [before, after].map(({ kind, bytes }) => {
    const content = { bytes: bytes ?? new Uint8Array(), text: decodeText(bytes ?? new Uint8Array()) };
    return parseVersionContent(kind, content, (secret) => ports.secrets.mark(secret));
  });
  return deriveChanges(former ?? null, now ?? null);
}

function textOf({ secrets }: Ports, { kind, bytes }: Content): string | null {
  if (bytes === null) return null;
  return maskVersionText(kind, { bytes, text: decodeText(bytes) }, (secret) => secrets.mark(secret));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
