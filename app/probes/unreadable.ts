import type { Absent, Unknown } from '../core/model/reading.ts';
import { absent, unknown } from '../core/model/reading.ts';
import type { ProgramResult } from '../ports/programs.ts';
import type { FileRead } from '../ports/files.ts';

/** What a file that could not be read makes of its fact. A missing one is an answer, the others are not. */
export function unreadableFile(
  read: Exclude<FileRead, { readonly kind: 'read' }>,
  path: string,
  readAt: number,
): Absent | Unknown {
  if (read.kind === 'missing') return absent(readAt);
  if (read.kind === 'too-large') return unknown('too-large', `${path}: ${read.sizeBytes} bytes`, readAt);
  if (read.kind === 'failed') return unknown('tool-failed', `${path}: ${read.message}`, readAt);
  return unknown(read.kind, path, readAt);
}

/** What a program that did not come to its own end makes of its fact. `command` is the line for a person. */
export function unfinishedProgram(
  result: Exclude<ProgramResult, { readonly kind: 'exited' }>,
  command: string,
  readAt: number,
): Unknown {
  if (result.kind === 'missing') return unknown('tool-missing', result.path, readAt);
  if (result.kind === 'flooded') return unknown('too-large', `${command}: endless output`, readAt);
  if (result.kind === 'timed-out') {
    return unknown('timed-out', `${command}: no answer within ${result.durationMs} ms`, readAt);
  }
  const why = result.kind === 'signalled' ? `ended by ${result.signal}` : result.message;
  return unknown('tool-failed', `${command}: ${why}`, readAt);
}

/** Text of a file: UTF-8, or UTF-16 when it begins with that mark. Bytes that are no text become U+FFFD. */
export function decodeText(bytes: Uint8Array): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}
