import type { LinuxSession } from '../core/model/markers.ts';
import { sessionPlaces } from '../platform/linux/places.ts';
import type { ProbeContext } from './probe.ts';
import { decodeText } from './unreadable.ts';

const maxBytes = 256 * 1024;

/** Linger mark, bus and WSL by their files: no program is started. `null` elsewhere than on Linux. */
export async function readLinuxSession(context: ProbeContext): Promise<LinuxSession | null> {
  const { environment, ports } = context;
  if (environment.os !== 'linux') return null;
  const places = sessionPlaces(environment);
  const [lingers, bus, kernel] = await Promise.all([
    readLinger(context, places),
    ports.files.stat(places.bus),
    readText(context, places.kernelRelease),
  ]);
  const hasBus = bus.kind === 'found' ? true : bus.kind === 'missing' ? false : null;
  return { lingers, hasBus, isWsl: /microsoft/i.test(kernel ?? '') };
}

/** systemd-logind keeps an empty file for each user that lingers; the folder comes with the first. */
async function readLinger(
  context: ProbeContext,
  { users, lingerFolder, systemdFolder }: ReturnType<typeof sessionPlaces>,
): Promise<boolean | null> {
  const name = nameOfUid((await readText(context, users)) ?? '', context.environment.uid);
  if (name === null) return null;
  const { files } = context.ports;
  const lingering = await files.list(lingerFolder);
  if (lingering === 'not-permitted') return null;
  if (lingering !== null) return lingering.includes(name);
  const systemd = await files.list(systemdFolder);
  return systemd === null || systemd === 'not-permitted' ? null : false;
}

/** `alice:x:1000:…`; people of a directory service are not in this file, and then nothing is known. */
function nameOfUid(passwd: string, uid: number): string | null {
  const line = passwd.split('\n').find((each) => each.split(':')[2] === String(uid));
  return line?.split(':')[0] ?? null;
}

async function readText({ ports }: ProbeContext, path: string): Promise<string | null> {
  const file = await ports.files.read(path, { maxBytes });
  return file.kind === 'read' ? decodeText(file.bytes) : null;
}
