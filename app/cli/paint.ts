import type { GatewayState } from '../core/model/state.ts';
import type { Tone } from '../core/model/view.ts';

/** SGR colours of every terminal; the words say the same without them. */
const codes: Readonly<Record<Tone | 'faint' | 'strong', string>> = {
  good: '32',
  bad: '31',
  unknown: '33',
  plain: '',
  faint: '2',
  strong: '1',
};

export function paint(text: string, tone: keyof typeof codes, hasColor: boolean): string {
  const code = codes[tone];
  return hasColor && code !== '' ? `\u001B[${code}m${text}\u001B[0m` : text;
}

export const toneOfState: Readonly<Record<GatewayState, Tone>> = {
  healthy: 'good',
  remote: 'plain',
  starting: 'plain',
  stopping: 'plain',
  stopped: 'plain',
  disabled: 'plain',
  'not-installed': 'plain',
  degraded: 'unknown',
  unmanaged: 'unknown',
  unknown: 'unknown',
  unresponsive: 'bad',
  conflict: 'bad',
  'crash-looping': 'bad',
  'port-taken': 'bad',
};
