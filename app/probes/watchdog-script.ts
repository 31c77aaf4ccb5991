import { findGatewayAction } from '../core/parse/watchdog.ts';
import type { Watchdog } from '../core/model/service.ts';
import { isPrivateFolder } from '../platform/macos/places.ts';
import type { ProbeContext } from './probe.ts';
import { decodeText } from './unreadable.ts';

const maxScriptBytes = 64 * 1024;
const maxScripts = 3;

/** What a job does to the gateway: by its own command, else by the scripts that it names. */
export async function readWatchdog(
  context: ProbeContext,
  command: readonly string[],
  everySeconds: number | null,
): Promise<Watchdog | null> {
  const own = findGatewayAction(command.join(' ').replaceAll('\n', ' ; '));
  if (own !== null) return { line: own, scriptPath: null, everySeconds };
  const paths = command.filter((word) => word.startsWith('/') && mayRead(context, word)).slice(0, maxScripts);
  for (const path of paths) {
    const line = findGatewayAction((await readScript(context, path)) ?? '');
    if (line !== null) return { line, scriptPath: path, everySeconds };
  }
  return null;
}

function mayRead({ environment }: ProbeContext, path: string): boolean {
  return environment.os !== 'darwin' || !isPrivateFolder(environment, path);
}

/** `null` for a program: only text can be read. */
async function readScript({ ports }: ProbeContext, path: string): Promise<string | null> {
  const file = await ports.files.read(path, { maxBytes: maxScriptBytes });
  return file.kind === 'read' && !file.bytes.includes(0) ? decodeText(file.bytes) : null;
}
