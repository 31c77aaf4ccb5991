import type { ForeignFile } from '../core/model/markers.ts';
import { joinPath } from '../core/service-names.ts';
import type { ProbeContext } from './probe.ts';

/** What a gateway writes in its state folder (2026.3.13 to 2026.9.6): a bounded sample, the folders first. */
const written = [
  '.',
  'openclaw.json',
  'agents',
  'agents/main',
  'agents/main/sessions',
  'credentials',
  'cron',
  'devices',
  'devices/paired.json',
  'identity',
  'identity/device.json',
  'logs',
  'state',
  'state/openclaw.sqlite',
  'tmp',
];

/** Files and folders of the state folder that belong to another user or may not be looked at. Root owns everything. */
export async function findForeignFiles(
  { ports, environment: { uid } }: ProbeContext,
  stateDir: string,
): Promise<readonly ForeignFile[]> {
  if (uid === 0) return [];
  const found = await Promise.all(
    written.map(async (name): Promise<ForeignFile | null> => {
      const path = name === '.' ? stateDir : joinPath(stateDir, name);
      const result = await ports.files.stat(path);
      if (result.kind === 'not-permitted') return { path, ownerUid: null, mode: null };
      if (result.kind !== 'found' || result.stat.ownerUid === uid) return null;
      // Nix puts a link there on purpose, to a file that nobody writes.
      if (result.stat.realPath.startsWith('/nix/store/')) return null;
      return { path, ownerUid: result.stat.ownerUid, mode: result.stat.mode };
    }),
  );
  return found.filter((each) => each !== null);
}
