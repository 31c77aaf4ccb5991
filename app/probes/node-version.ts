import { nodeVersionOfPath, parseNodeHeader } from '../core/parse/node-version.ts';
import { joinPath } from '../core/service-names.ts';
import { isPrivateFolder } from '../platform/macos/places.ts';
import { parentFolder } from './package-search.ts';
import type { ProbeContext } from './probe.ts';
import { decodeText } from './unreadable.ts';

const maxHeaderBytes = 64 * 1024;

/** A Node's version without starting it, by its place or its header files; `null`: they do not tell, or it is no Node. */
export async function readNodeVersion(context: ProbeContext, path: string | null): Promise<string | null> {
  const { environment, ports } = context;
  if (path === null || !/\/node(?:js)?$/.test(path)) return null;
  if (environment.os === 'darwin' && isPrivateFolder(environment, path)) return null;
  const found = await ports.files.stat(path);
  if (found.kind !== 'found' || found.stat.kind !== 'file') return null;
  const { realPath } = found.stat;
  return nodeVersionOfPath(realPath) ?? readHeader(context, parentFolder(parentFolder(realPath)));
}

async function readHeader({ ports }: ProbeContext, prefix: string): Promise<string | null> {
  const path = joinPath(prefix, 'include/node/node_version.h');
  const header = await ports.files.read(path, { maxBytes: maxHeaderBytes });
  return header.kind === 'read' ? parseNodeHeader(decodeText(header.bytes)) : null;
}
