import { expect, test } from 'vitest';
import { deriveDashboardUrl } from '../../app/core/dashboard-url.ts';
import { known } from '../../app/core/model/reading.ts';
import { makeConfig, makePicture, makeReach, makeSnapshot, nothing, readAt } from '../fakes/snapshots.ts';

function urlFor(basePath: string | null, scheme: 'http' | 'https' = 'http'): string {
  const content = makeConfig().content;
  if (content.kind !== 'parsed') throw new Error('the made configuration must be a good one');
  const config = makeConfig({ content: { ...content, controlUiBasePath: basePath } });
  return deriveDashboardUrl(
    makePicture({
      snapshot: makeSnapshot({ config: known(config, readAt), reach: known(makeReach({ scheme }), readAt) }),
    }),
  );
}

test('is the expected port on loopback, also when nothing else could be read', () => {
  const snapshot = makeSnapshot({ port: { port: 19001, source: 'config' }, reach: nothing, config: nothing });
  expect(deriveDashboardUrl(makePicture({ snapshot }))).toBe('http://127.0.0.1:19001/');
});

test.each([
  [null, 'http://127.0.0.1:18789/'],
  ['/', 'http://127.0.0.1:18789/'],
  ['/openclaw', 'http://127.0.0.1:18789/openclaw/'],
  ['ui/main/', 'http://127.0.0.1:18789/ui/main/'],
  ['//evil.example/x', 'http://127.0.0.1:18789/x/'],
  ['/../..?token=1#a', 'http://127.0.0.1:18789/'],
  ['/a b/%2e%2e/ok', 'http://127.0.0.1:18789/ok/'],
])('the base path %j gives %s', (basePath, url) => {
  expect(urlFor(basePath)).toBe(url);
});

test('is https where the gateway answers by TLS', () => {
  expect(urlFor(null, 'https')).toBe('https://127.0.0.1:18789/');
});
