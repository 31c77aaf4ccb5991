import { describe, expect, test } from 'vitest';
import { absent, known, unknown } from '../../app/core/model/reading.ts';
import type { ConfigFile } from '../../app/core/model/config-file.ts';
import type { ServiceDefinition } from '../../app/core/model/service.ts';
import type { Environment } from '../../app/core/model/target.ts';
import { checkProfileName, deriveTarget, ProfileNameError, resolvePort } from '../../app/core/target.ts';

const mac: Environment = { os: 'darwin', uid: 501, home: '/Users/alice', variables: {} };
const linux: Environment = { os: 'linux', uid: 1000, home: '/home/alice', variables: {} };
const withVariables = (variables: Environment['variables'], base = mac): Environment => ({ ...base, variables });

const definition = (portArgument: number | null, gatewayPort: number | null) =>
  known({ portArgument, environment: { gatewayPort } } as ServiceDefinition, 0);
const config = (port: number | null) => known({ content: { kind: 'parsed', port } } as ConfigFile, 0);
const brokenAt = (portHint: number | null) =>
  known({ content: { kind: 'broken', line: 1, portHint } } as ConfigFile, 0);
const broken = brokenAt(null);

describe('profile names', () => {
  test.each(['', '  ', 'default', 'Default', ' DEFAULT '])('%j is the default profile', (name) => {
    expect(checkProfileName(name)).toEqual({ kind: 'default' });
  });
  test.each(['work', 'Work', 'a', '0', 'team_2-b', 'x'.repeat(64)])('%j is a profile', (name) => {
    expect(checkProfileName(name)).toEqual({ kind: 'named', profile: name });
  });
  test.each(['-x', '_x', 'a b', '../etc', 'a/b', 'a.b', '工作', 'x'.repeat(65), 'a\nb'])('%j is none', (name) => {
    expect(checkProfileName(name)).toEqual({ kind: 'invalid' });
  });
});

describe('deriveTarget', () => {
  test('the default profile on macOS', () => {
    expect(deriveTarget(mac, null)).toEqual({
      profile: null,
      label: 'ai.openclaw.gateway',
      domain: 'gui/501',
      serviceTarget: 'gui/501/ai.openclaw.gateway',
      stateDir: '/Users/alice/.openclaw',
      configPath: '/Users/alice/.openclaw/openclaw.json',
      definitionPath: '/Users/alice/Library/LaunchAgents/ai.openclaw.gateway.plist',
    });
  });

  test('a named profile on Linux', () => {
    expect(deriveTarget(linux, 'work')).toEqual({
      profile: 'work',
      label: 'openclaw-gateway-work.service',
      domain: 'user',
      serviceTarget: 'openclaw-gateway-work.service',
      stateDir: '/home/alice/.openclaw-work',
      configPath: '/home/alice/.openclaw-work/openclaw.json',
      definitionPath: '/home/alice/.config/systemd/user/openclaw-gateway-work.service',
    });
  });

  test('a named label has no "gateway" in it', () => {
    expect(deriveTarget(mac, 'work').label).toBe('ai.openclaw.work');
  });

  test('the profile comes from the environment when nobody asked', () => {
    const environment = withVariables({ OPENCLAW_PROFILE: 'work' });
    expect(deriveTarget(environment, null).profile).toBe('work');
    expect(deriveTarget(environment, 'home').profile).toBe('home');
    expect(deriveTarget(environment, 'default').profile).toBeNull();
  });

  test('an impossible name is refused when asked for, ignored when inherited', () => {
    expect(() => deriveTarget(mac, '../x')).toThrow(ProfileNameError);
    expect(deriveTarget(withVariables({ OPENCLAW_PROFILE: '../x' }), null).profile).toBeNull();
  });

  test('overrides of the environment', () => {
    const target = deriveTarget(
      withVariables({
        OPENCLAW_STATE_DIR: '~/data/claw/',
        OPENCLAW_CONFIG_PATH: '/srv/claw.json5',
        OPENCLAW_LAUNCHD_LABEL: 'com.example.claw',
      }),
      null,
    );
    expect(target.stateDir).toBe('/Users/alice/data/claw');
    expect(target.configPath).toBe('/srv/claw.json5');
    expect(target.serviceTarget).toBe('gui/501/com.example.claw');
    expect(target.definitionPath).toBe('/Users/alice/Library/LaunchAgents/com.example.claw.plist');
  });

  test('OPENCLAW_HOME moves the state, not the service definition', () => {
    const target = deriveTarget(withVariables({ OPENCLAW_HOME: '/srv/claw home' }), null);
    expect(target.configPath).toBe('/srv/claw home/.openclaw/openclaw.json');
    expect(target.definitionPath).toBe('/Users/alice/Library/LaunchAgents/ai.openclaw.gateway.plist');
  });

  test('a unit name may come without its suffix', () => {
    const environment = withVariables({ OPENCLAW_SYSTEMD_UNIT: 'claw' }, linux);
    expect(deriveTarget(environment, null).serviceTarget).toBe('claw.service');
  });

  test.each(['../../evil', 'a b', '-rf', 'x/y', '$(id)'])('label %j never reaches a path or an argument', (label) => {
    expect(deriveTarget(withVariables({ OPENCLAW_LAUNCHD_LABEL: label }), null).label).toBe('ai.openclaw.gateway');
  });

  test('what only repeats the inherited profile does not follow to another one', () => {
    const environment = withVariables({
      OPENCLAW_PROFILE: 'work',
      OPENCLAW_STATE_DIR: '/Users/alice/.openclaw-work',
      OPENCLAW_CONFIG_PATH: '/Users/alice/.openclaw-work/openclaw.json',
      OPENCLAW_LAUNCHD_LABEL: 'ai.openclaw.work',
    });
    expect(deriveTarget(environment, 'home')).toEqual(deriveTarget(mac, 'home'));
    expect(deriveTarget(environment, 'work').stateDir).toBe('/Users/alice/.openclaw-work');
  });

  test('homes with spaces and Chinese characters', () => {
    const target = deriveTarget({ ...mac, home: '/Users/爱丽丝 Li' }, null);
    expect(target.configPath).toBe('/Users/爱丽丝 Li/.openclaw/openclaw.json');
  });
});

describe('resolvePort', () => {
  const nothing = absent(0);
  const port = (changes: Partial<Parameters<typeof resolvePort>[0]>) =>
    resolvePort({
      definition: nothing,
      config: nothing,
      environment: mac,
      target: deriveTarget(mac, null),
      version: '2026.9.6',
      before: null,
      lockPort: null,
      ...changes,
    });
  const set = withVariables({ OPENCLAW_GATEWAY_PORT: '18795' });

  test('a configuration that can be read is not overruled by what was before, or by a lock', () => {
    const readable = { before: { port: 18796, source: 'config' }, lockPort: 18797 } as const;
    expect(port({ ...readable, config: config(18795) })).toEqual({ port: 18795, source: 'config' });
    expect(port({ ...readable, config: config(null) })).toEqual({ port: 18789, source: 'default' });
  });

  test('a broken one: what it said before, then the lock, then what can be made out', () => {
    const before = { port: 18796, source: 'config' } as const;
    const hinting = { config: brokenAt(18798) };
    expect(port({ ...hinting, before, lockPort: 18797 })).toEqual({ port: 18796, source: 'remembered' });
    expect(port({ ...hinting, lockPort: 18797 })).toEqual({ port: 18797, source: 'lock' });
    expect(port(hinting)).toEqual({ port: 18798, source: 'broken-config' });
    expect(port({ config: broken })).toEqual({ port: 18789, source: 'default' });
  });

  test('it is remembered over several looks, also when the file is gone', () => {
    const before = { port: 18796, source: 'remembered' } as const;
    expect(port({ config: nothing, before })).toEqual({ port: 18796, source: 'remembered' });
  });

  test('a default of before is no memory of a setting', () => {
    const before = { port: 18789, source: 'default' } as const;
    expect(port({ config: brokenAt(18798), before })).toEqual({ port: 18798, source: 'broken-config' });
  });

  test('nothing says anything', () => {
    expect(port({})).toEqual({ port: 18789, source: 'default' });
    expect(port({ definition: unknown('timed-out', '', 0), config: broken })).toEqual({
      port: 18789,
      source: 'default',
    });
  });

  test('the order of the settings', () => {
    const all = { definition: definition(18791, 18792), config: config(18796), environment: set };
    expect(port(all)).toEqual({ port: 18791, source: 'service-arguments' });
    expect(port({ ...all, definition: definition(null, 18792) })).toEqual({
      port: 18792,
      source: 'service-environment',
    });
    expect(port({ ...all, definition: definition(null, null) })).toEqual({ port: 18795, source: 'environment' });
    expect(port({ config: config(18796) })).toEqual({ port: 18796, source: 'config' });
  });

  test.each([
    ['127.0.0.1:18900', 18900],
    ['[::1]:18901', 18901],
    [' 18902 ', 18902],
  ])('OPENCLAW_GATEWAY_PORT=%j', (text, expected) => {
    expect(port({ environment: withVariables({ OPENCLAW_GATEWAY_PORT: text }) }).port).toBe(expected);
  });

  test.each(['', '0', '70000', 'x', '::1', '1.5', '-1'])('OPENCLAW_GATEWAY_PORT=%j says nothing', (text) => {
    const environment = withVariables({ OPENCLAW_GATEWAY_PORT: text });
    expect(port({ environment })).toEqual({ port: 18789, source: 'default' });
  });

  test.each([
    ['work', 41984],
    ['alice-2', 48452],
    ['Work', 28704],
  ])('profile %s has the port that OpenClaw 2026.9.6 gives it', (profile, expected) => {
    expect(port({ target: deriveTarget(mac, profile) })).toEqual({ port: expected, source: 'profile-default' });
  });

  test('before 2026.8.1, and with an unknown version, a profile has no port of its own', () => {
    const target = deriveTarget(mac, 'work');
    for (const version of ['2026.3.13', '2026.8.0', null, 'next']) {
      expect(port({ target, version })).toEqual({ port: 18789, source: 'default' });
    }
    for (const version of ['2026.8.1', '2026.8.1-beta.2', '2026.10.0', '2027.1.1']) {
      expect(port({ target, version }).source).toBe('profile-default');
    }
  });

  test('the profile "dev" stands for its port as if it were set in the environment', () => {
    const target = deriveTarget(mac, 'dev');
    expect(port({ target, config: config(18796) })).toEqual({ port: 19001, source: 'profile-default' });
    expect(port({ target, environment: set }).port).toBe(18795);
  });
});
