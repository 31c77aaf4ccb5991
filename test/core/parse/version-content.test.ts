import { describe, expect, test } from 'vitest';
import { deriveChanges } from '../../../app/core/history/derive-changes.ts';
import { maskVersionText } from '../../../app/core/history/mask-text.ts';
import type { WatchedKind } from '../../../app/core/model/history.ts';
import { parseVersionContent } from '../../../app/core/parse/version-content.ts';
import { readFixture, readFixtureBytes } from '../../fixtures/read-fixture.ts';
import { fakeSecrets } from '../../fakes/fake-secrets.ts';

const mark = (secret: string) => fakeSecrets.mark(secret);
const content = (text: string) => ({ bytes: new TextEncoder().encode(text), text });
const parse = (kind: WatchedKind, text: string) => parseVersionContent(kind, content(text), mark);
const mask = (kind: WatchedKind, text: string) => maskVersionText(kind, content(text), mark);
const changes = (kind: WatchedKind, before: string, after: string) =>
  deriveChanges(parse(kind, before), parse(kind, after)).map(({ path, kind: how }) => `${how} ${path}`);

const unit = (port: number, key: string) => `[Unit]
Description=OpenClaw Gateway

[Service]
ExecStart=/usr/bin/node /x/dist/index.js gateway --port ${port} --token ${key}
Environment=HOME=/home/alice "API_KEY=${key}"
Restart=always
`;

const device = (letter: string, role: string) => ({ [letter.repeat(64)]: { role, token: 'secret' } });

describe('changes by key', () => {
  test('a plist', () => {
    const text = readFixture('plist/gateway-2026.9.6.plist');
    expect(changes('definition', text, text.replace('18789', '18790'))).toEqual(['changed ProgramArguments[7]']);
    expect(parse('definition', text)).toMatchObject({ Label: expect.any(String), KeepAlive: true });
  });

  test('an old plist, whose variables hold keys', () => {
    const text = readFixture('plist/gateway-2026.3.8.plist');
    const value = /<key>OPENCLAW_GATEWAY_PORT<\/key>\s*<string>([^<]+)/.exec(text)?.[1] ?? '';
    const changed = text.replace(`<string>${value}</string>`, '<string>changed-value</string>');
    const found = deriveChanges(parse('definition', text), parse('definition', changed));
    expect(
      found.every(({ path }) => path.startsWith('EnvironmentVariables.') || path.startsWith('ProgramArguments')),
    ).toBe(true);
    expect(JSON.stringify(found)).not.toContain('"changed-value"');
  });

  test('a binary plist', () => {
    const bytes = readFixtureBytes('plist/gateway-2026.9.6-binary.plist');
    expect(parseVersionContent('definition', { bytes, text: '' }, mark)).toMatchObject({ RunAtLoad: true });
  });

  test('a unit', () => {
    expect(changes('definition', unit(1, 'secret-1'), unit(2, 'secret-1'))).toEqual(['changed Service.ExecStart']);
    expect(changes('definition', unit(1, 'secret-1'), unit(1, 'secret-2'))).toEqual([
      'changed Service.ExecStart',
      'changed Service.Environment.API_KEY',
    ]);
    expect(JSON.stringify(parse('definition', unit(1, 'secret-1')))).not.toContain('secret-1');
  });

  test('variables, by name', () => {
    const before = "export A_KEY='one'\nexport B='two'\n";
    expect(changes('service-environment', before, "export B='three'\nexport C='x'\n")).toEqual([
      'removed A_KEY',
      'changed B',
      'added C',
    ]);
    expect(changes('environment-file', 'A=1\n# note\n', '# other note\nA=1\n')).toEqual([]);
  });

  test('devices, told apart by the beginnings of their ids', () => {
    const before = JSON.stringify({ ...device('a', 'operator'), ...device('b', 'node') });
    const after = JSON.stringify({ ...device('a', 'operator'), ...device('b', 'operator') });
    expect(changes('devices', before, after)).toEqual(['changed bbbbbbbbbbbb.role']);
  });
});

describe('not understood', () => {
  test.each<[WatchedKind, string]>([
    ['config', '{'],
    ['models', '[]'],
    ['definition', '<plist><dict>'],
    ['definition', 'nothing that is a unit'],
  ])('%s %j', (kind, text) => {
    expect(parse(kind, text)).toBeNull();
  });
});

describe('as a text', () => {
  test('a configuration keeps its comments and layout', () => {
    const text = `{\n  // the door: token "abc"\n  gateway: { auth: { token: 'my-secret' }, port: 1 }, // here\n}\n`;
    const shown = mask('config', text);
    expect(shown).toMatch(/^\{\n {2}\/\/ the door: token/);
    expect(shown).toMatch(/gateway: \{ auth: \{ token: "••• [0-9a-f]{4}" \}, port: 1 \}, \/\/ here\n\}\n$/);
    expect(shown).not.toContain('my-secret');
  });

  test('broken text keeps its names', () => {
    const shown = mask('config', '{\n  "token": "my-secret,\n  port: 18789,\n');
    expect(shown).toContain('"token":');
    expect(shown).toContain('18789');
    expect(shown).not.toContain('my-secret');
  });

  test('variables keep their names, a service its keys', () => {
    expect(mask('environment-file', 'A_KEY=my-secret\n')).toMatch(/^A_KEY=••• [0-9a-f]{4}\n$/);
    expect(mask('definition', unit(18789, 'my-secret'))).toContain('18789');
    expect(mask('definition', unit(18789, 'my-secret'))).not.toContain('my-secret');
    const old = mask('definition', readFixture('plist/gateway-2026.3.8.plist'));
    expect(JSON.parse(old)).toMatchObject({ EnvironmentVariables: { HOME: expect.stringMatching(/^••• /) } });
  });
});
