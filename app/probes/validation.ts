import { findWritten, isInSpreadList } from '../core/config-edit/where-written.ts';
import type { ConfigContent, ConfigFile } from '../core/model/config-file.ts';
import { absent, known, type Reading, unknown, valueOf } from '../core/model/reading.ts';
import type { Snapshot } from '../core/model/snapshot.ts';
import type { ConfigIssue, ConfigValidation } from '../core/model/validation.ts';
import { redactText } from '../core/redact.ts';
import { writePath } from '../core/settings/read.ts';
import type { Complaint } from '../core/validation/schema-complaint.ts';
import type { Files } from '../ports/files.ts';
import type { FoundSchema } from '../ports/schemas.ts';
import { decodeUtf8, maxConfigBytes, type ReadFile, resolveConfigFile } from './config-text.ts';
import type { Probe, ProbeContext } from './probe.ts';

/** Another way of checking or of telling makes what was found before worthless. */
const methodVersion = 1;
/** More of them help nobody, and each is looked up in the text. */
const maxIssues = 20;

/**
 * The configuration against OpenClaw's own schema of the installed version, without asking OpenClaw. What was found
 * before in the same files is remembered: then nothing is parsed and no schema is loaded.
 */
export const validationProbe: Probe<ConfigValidation, Pick<Snapshot, 'config' | 'install'>> = {
  name: 'validation',
  deadlineMs: 4_000,
  async read(context, { config, install }) {
    const { clock, schemas } = context.ports;
    if (config.status === 'absent') return absent(clock.now());
    if (config.status === 'unknown') return unknown('not-asked', config.reason.detail, clock.now());
    const { content } = config.value;
    const version = valueOf(install)?.version ?? null;
    const schema = content.kind === 'parsed' && version !== null ? await schemas.find(version) : null;
    if (content.kind !== 'parsed' || version === null || schema === null) {
      return known({ schemaVersion: null, issues: [] }, clock.now());
    }
    return check(context, { file: config.value, content, version, schema });
  },
};

interface Task {
  readonly file: ConfigFile;
  readonly content: ConfigContent;
  readonly version: string;
  readonly schema: FoundSchema;
}

async function check({ ports }: ProbeContext, task: Task): Promise<Reading<ConfigValidation>> {
  const { clock, schemas, secrets } = ports;
  const { file, content, version, schema } = task;
  const texts = await readTexts(ports.files, [file.path, ...content.includes]);
  const hashes = [...texts].map(([path, { bytes }]) => [path, secrets.sha256(bytes)]);
  // Written between two readings of one look: the next one is about to come.
  if (hashes[0]?.[1] !== file.sha256) return unknown('not-asked', 'the file is being changed', clock.now());
  const key = JSON.stringify([methodVersion, version, schema.source, hashes]);
  const before = await schemas.recall(key);
  if (before !== null) return known(before, clock.now());
  const complaints = await findComplaints(texts, task);
  if (complaints === null) return known({ schemaVersion: null, issues: [] }, clock.now());
  const issues = complaints.length === 0 ? [] : await placeIssues(complaints, content, texts);
  const validation = { schemaVersion: version, issues };
  await schemas.note(key, validation);
  return known(validation, clock.now());
}

type Texts = ReadonlyMap<string, ReadFile>;

/** The same bytes are hashed, checked and looked through. */
async function readTexts(files: Files, paths: readonly string[]): Promise<Texts> {
  const read = await Promise.all(
    paths.map(async (path) => [path, await files.read(path, { maxBytes: maxConfigBytes })] as const),
  );
  return new Map(read.flatMap(([path, found]) => (found.kind === 'read' ? [[path, found] as const] : [])));
}

/** `null`: the schema, or the configuration, is none after all. */
async function findComplaints(texts: Texts, { file, version, schema }: Task): Promise<readonly Complaint[] | null> {
  const main = texts.get(file.path);
  const loaded = await schema.load();
  if (main === undefined || loaded === null) return null;
  const files: Pick<Files, 'read'> = { read: async (path) => texts.get(path) ?? { kind: 'missing' } };
  const resolved = await resolveConfigFile(files, file.path, main);
  if (resolved.kind !== 'resolved') return null;
  const { validateConfig } = await import('../core/validation/validate-config.ts');
  return validateConfig(resolved.value, loaded, version);
}

async function placeIssues(
  complaints: readonly Complaint[],
  content: ConfigContent,
  texts: Texts,
): Promise<readonly ConfigIssue[]> {
  const { locateSettings } = await import('../core/validation/locate-setting.ts');
  const written = complaints.slice(0, maxIssues).map((complaint) => {
    const [at] = findWritten(content.files, complaint.path);
    const isPlaced = at?.missing === 0 && !isInSpreadList(content.files, complaint.path);
    return { complaint, file: at?.file ?? content.files[0]?.path ?? '', path: isPlaced ? at.path : null };
  });
  const places = new Map(
    [...new Set(written.map(({ file }) => file))].map((file) => {
      const paths = written.flatMap((each) => (each.file === file && each.path !== null ? [each.path] : []));
      const found = locateSettings(decodeUtf8(texts.get(file)?.bytes ?? new Uint8Array()), paths);
      return [file, new Map(paths.map((path, index) => [path, found[index] ?? null]))] as const;
    }),
  );
  return written.map(({ complaint, file, path }) => {
    const place = path === null ? null : (places.get(file)?.get(path) ?? null);
    return Object.assign(describe(complaint), { file, line: place?.line ?? null, column: place?.column ?? null });
  });
}

/** A name can be a secret that was pasted into the wrong place. */
function describe({
  path,
  kind,
  message,
  allowed,
}: Complaint): Pick<ConfigIssue, 'path' | 'setting' | 'kind' | 'message'> {
  const setting = path.map((step) => (typeof step === 'string' ? redactText(step) : step));
  const instead = allowed.length === 0 || allowed.length > 12 ? '' : `; it takes ${allowed.join(', ')}`;
  return { path: writePath(setting), setting, kind, message: `${message}${instead}` };
}
