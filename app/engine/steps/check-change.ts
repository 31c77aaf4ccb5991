import { deriveConfigPath } from '../../core/file-places.ts';
import { valueOf } from '../../core/model/reading.ts';
import { writePath } from '../../core/settings/read.ts';
import type { Complaint } from '../../core/validation/schema-complaint.ts';
import { compareOpenClawVersions } from '../../core/versions.ts';
import { maxConfigBytes, resolveConfigFile } from '../../probes/config-text.ts';
import type { FileRead, Files } from '../../ports/files.ts';
import type { RepairStepContext } from '../repair/repair-step.ts';
import type { PreparedChange } from './prepare-change.ts';

type Change = Extract<PreparedChange, { kind: 'change' }>;

/**
 * What OpenClaw would not take of a changed configuration and took before, by the schema of the installed version;
 * `null`: nothing, or nobody can tell. Whatever was wrong before does not speak against the change.
 */
export async function findNewComplaint(
  path: string,
  change: Change,
  { ports, basis }: RepairStepContext,
): Promise<string | null> {
  const content = valueOf(basis.config)?.content;
  const main = deriveConfigPath(basis);
  const isPart = path === main || (content?.kind === 'parsed' && content.includes.includes(path));
  const version = valueOf(basis.install)?.version ?? null;
  if (!isPart || version === null) return null;
  const schema = await (await ports.schemas.find(version))?.load();
  if (schema === undefined || schema === null) return null;
  const { validateConfig } = await import('../../core/validation/validate-config.ts');
  const complain = async (bytes: Uint8Array | null): Promise<readonly Complaint[] | null> => {
    const config = await resolve(main, withContent(ports.files, path, bytes));
    // After an update the first start moves old settings to their new places by itself.
    return config === null || isOlder(config, version) ? null : validateConfig(config, schema, version);
  };
  const before = await complain(change.before);
  const after = await complain(change.after);
  if (before === null || after === null) return null;
  const known = new Set(before.map(identify));
  const complaint = after.find((each) => !known.has(identify(each)));
  return complaint === undefined
    ? null
    : `OpenClaw ${version} would not take it: ${writePath(complaint.path)}: ${complaint.message}`;
}

type Resolved = Readonly<Record<string, unknown>>;

async function resolve(main: string, files: Pick<Files, 'read'>): Promise<Resolved | null> {
  const file = await files.read(main, { maxBytes: maxConfigBytes });
  const resolved = file.kind === 'read' ? await resolveConfigFile(files, main, file) : null;
  return resolved?.kind === 'resolved' ? resolved.value : null;
}

/** The same files, but for what one of them holds. */
function withContent(files: Files, path: string, bytes: Uint8Array | null): Pick<Files, 'read'> {
  return {
    async read(asked, options): Promise<FileRead> {
      const file = await files.read(asked, options);
      if (asked !== path) return file;
      return bytes === null || file.kind !== 'read' ? { kind: 'missing' } : { ...file, bytes };
    },
  };
}

function isOlder(config: Resolved, version: string): boolean {
  const { lastTouchedVersion: written } = (config['meta'] ?? {}) as { readonly lastTouchedVersion?: unknown };
  return typeof written === 'string' && (compareOpenClawVersions(written, version) ?? 0) < 0;
}

const identify = ({ path, kind }: Complaint): string => JSON.stringify([path, kind]);
