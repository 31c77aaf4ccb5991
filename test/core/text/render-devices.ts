import type { Locale } from '../../../app/core/model/view.ts';
import { deviceTexts } from '../../../app/core/text/devices.ts';
import type { Rendered } from './render-all.ts';

/** Every text about devices, rendered with sample facts. */
export function renderDevices(locale: Locale): readonly Rendered[] {
  const texts = deviceTexts(locale);
  const { explains, execute, titles, spoken } = texts;
  const named = { name: 'bench-a' };
  const asked = { about: 'bench-a', role: 'bench-b', scopes: 'telegram' };
  const words = [
    texts.title,
    texts.titleWaiting({ count: 3 }),
    texts.requests,
    texts.devices,
    texts.none,
    texts.own,
    texts.heals,
    texts.stale,
    texts.revoked,
    texts.neverUsed,
    texts.ask,
    texts.askedAt({ when: '77' }),
    texts.lastUse({ when: '77' }),
    ...Object.values(execute),
  ];
  const sentences = [
    texts.closed,
    texts.noDevices,
    texts.gone,
    texts.unknownRequest({ word: 'bench-a' }),
    texts.unknownDevice({ word: 'bench-a' }),
    explains['device-approve'](asked),
    explains['device-reject'](asked),
    explains['device-remove'](asked),
    explains.own,
  ];
  const free = [
    texts.asking,
    texts.failed({ reason: 'lsof gave no answer' }),
    texts.wants({ role: 'bench-a', scopes: 'bench-b' }),
    texts.roles({ roles: 'bench-a' }),
    texts.approve,
    texts.reject,
    texts.remove,
    spoken.approve(named),
    spoken.reject(named),
    spoken.remove(named),
  ];
  return [
    ...words.map((text, index) => ({ key: `devices words ${index}`, form: 'words' as const, text })),
    ...sentences.map((text, index) => ({ key: `devices sentence ${index}`, form: 'sentence' as const, text })),
    ...free.map((text, index) => ({ key: `devices ${index}`, form: 'free' as const, text })),
    ...Object.values(titles).map((title, index) => ({
      key: `devices title ${index}`,
      form: 'question' as const,
      text: title(named),
    })),
  ];
}
