import type { Writer } from '../model/history.ts';

/** Who wrote a version, in a name that is the same in every language; `null`: an editor or another program. */
export function nameWriter(writer: Writer | undefined): string | null {
  if (writer?.kind === 'clawtender') return 'Clawtender';
  if (writer?.kind === 'manager') return writer.name;
  if (writer?.kind !== 'openclaw') return null;
  return writer.command === null ? 'OpenClaw' : `openclaw ${writer.command}`;
}
