import { absent, known, type Reading, unknown } from '../core/model/reading.ts';
import type { LogFile, LogTail } from '../core/model/log.ts';
import type { ServiceDefinition } from '../core/model/service.ts';
import { parseLog } from '../core/parse/log.ts';
import { joinPath } from '../core/service-names.ts';
import { isPrivateFolder } from '../platform/macos/places.ts';
import type { StatResult } from '../ports/files.ts';
import type { Probe, ProbeContext } from './probe.ts';
import { decodeText, unreadableFile } from './unreadable.ts';

/** Nothing rotates these logs; OpenClaw itself looks at as much (2026.9.6). */
const maxBytes = 256 * 1024;

/**
 * The end of the service's log, where the definition says it is: old and new places both stay on disk after an
 * update and look current. Of two files the one written last. `absent`: no definition, no file named, or none there.
 */
export const logProbe: Probe<LogTail, { readonly definition: Reading<ServiceDefinition> }> = {
  name: 'log',
  deadlineMs: 3_000,
  async read(context, { definition }) {
    const { clock, files } = context.ports;
    if (definition.status === 'absent') return absent(clock.now());
    if (definition.status === 'unknown')
      return unknown('not-asked', 'where the log is stands in the definition', clock.now());
    const path = await newestOf(context, pathsOf(definition.value));
    if (path === null) return absent(clock.now());
    if (!mayLook(context, path)) return unknown('not-asked', path, clock.now());
    const file = await files.readTail(path, { maxBytes });
    if (file.kind !== 'read') return unreadableFile(file, path, clock.now());
    const { sizeBytes, modifiedAt } = file.stat;
    const tail = parseLog(decodeText(file.bytes), sizeBytes > file.bytes.length);
    const [sizes, freeBytes] = await Promise.all([listFiles(context, definition.value), files.freeSpace(path)]);
    return known({ path, sizeBytes, modifiedAt, ...tail, files: sizes, freeBytes }, clock.now());
  },
};

/** Where OpenClaw writes its own rolling log when nothing else is set (2026.3.8 to 2026.9.6). */
const rollingFolder = '/tmp/openclaw';
const maxRollingFiles = 20;

/** Sizes only, largest first; what may not be looked at is left out. */
async function listFiles(context: ProbeContext, definition: ServiceDefinition): Promise<readonly LogFile[]> {
  const names = await context.ports.files.list(rollingFolder);
  const rolling = (names === 'not-permitted' ? [] : (names ?? []))
    .filter((name) => /^openclaw-[\w.-]+\.log$/.test(name))
    .slice(0, maxRollingFiles)
    .map((name) => ({ path: joinPath(rollingFolder, name), kind: 'rolling' as const }));
  const service = pathsOf(definition)
    .filter((path) => mayLook(context, path))
    .map((path) => ({ path, kind: 'service' as const }));
  const found = await Promise.all(
    [...service, ...rolling].map(async (file) => {
      const result = await context.ports.files.stat(file.path);
      return result.kind === 'found' ? [{ ...file, sizeBytes: result.stat.sizeBytes }] : [];
    }),
  );
  return found.flat().sort((a, b) => b.sizeBytes - a.sizeBytes);
}

/** Looking into some folders makes macOS ask the person. */
function mayLook({ environment }: ProbeContext, path: string): boolean {
  return environment.os !== 'darwin' || !isPrivateFolder(environment, path);
}

function pathsOf({ stdoutPath, stderrPath }: ServiceDefinition): readonly string[] {
  const paths = [stdoutPath, stderrPath].filter((path) => path !== null);
  return [...new Set(paths)].filter((path) => path.startsWith('/') && !path.startsWith('/dev/'));
}

/** The file written last; of two that cannot be looked at the first, so that reading it tells why. */
async function newestOf(context: ProbeContext, paths: readonly string[]): Promise<string | null> {
  if (paths.length < 2) return paths[0] ?? null;
  const { files } = context.ports;
  const asked = paths.filter((path) => mayLook(context, path));
  const stats = await Promise.all(asked.map(async (path) => ({ path, time: timeOf(await files.stat(path)) })));
  return stats.sort((a, b) => b.time - a.time)[0]?.path ?? paths[0] ?? null;
}

function timeOf(found: StatResult): number {
  return found.kind === 'found' ? found.stat.modifiedAt : Number.NEGATIVE_INFINITY;
}
