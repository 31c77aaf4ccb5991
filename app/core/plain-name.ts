import { redactText } from './redact.ts';
import { shorten } from './text/shorten.ts';

/** A name that somebody else gave, as it may be shown: no control characters, nothing invisible, no secret, not long. */
export function plainName(name: string): string {
  return shorten(redactText(name.replaceAll(/[\p{Cc}\p{Cf}\p{Co}]/gu, ' ')), 60);
}
