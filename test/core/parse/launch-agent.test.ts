import { describe, expect, test } from 'vitest';
import { parseLaunchAgent } from '../../../app/core/parse/launch-agent.ts';
import { isBinaryPlist, parsePlist } from '../../../app/core/parse/plist.ts';
import { listFixtures, readFixture, readFixtureBytes } from '../../fixtures/read-fixture.ts';

function readAgent(name: string) {
  const bytes = readFixtureBytes(`plist/${name}`);
  const parsed = parsePlist(isBinaryPlist(bytes) ? bytes : readFixture(`plist/${name}`));
  return parsed.kind === 'parsed' ? { format: parsed.format, agent: parseLaunchAgent(parsed.value) } : parsed;
}

const wrapped = {
  script: '/Users/alice/.openclaw/service-env/ai.openclaw.gateway-env-wrapper.sh',
  envFile: '/Users/alice/.openclaw/service-env/ai.openclaw.gateway.env',
};
const installed = {
  label: 'ai.openclaw.gateway',
  runAtLoad: true,
  keepAlive: true,
  throttleSeconds: 10,
  wrapper: wrapped,
  nodePath: '/opt/homebrew/bin/node',
  entryPath: '/opt/homebrew/lib/node_modules/openclaw/dist/index.js',
  portArgument: 18_789,
  stdoutPath: '/Users/alice/Library/Logs/openclaw/gateway.log',
  workingDirectory: '/Users/alice/.openclaw',
};

const expected = {
  'gateway-2026.3.8.plist': {
    format: 'plist-xml',
    agent: {
      wrapper: null,
      nodePath: '/opt/homebrew/bin/node',
      throttleSeconds: 1,
      stderrPath: '/Users/alice/.openclaw/logs/gateway.err.log',
      serviceKind: 'gateway',
      environment: { home: '/Users/alice', gatewayPort: 18_789, serviceVersion: '2026.3.8' },
    },
  },
  'gateway-2026.4-wrapper-first.plist': {
    format: 'plist-xml',
    agent: {
      wrapper: wrapped,
      nodePath: '/opt/homebrew/opt/node/bin/node',
      entryPath: '/opt/homebrew/lib/node_modules/openclaw/dist/entry.js',
    },
  },
  'gateway-2026.9.6-binary.plist': { format: 'plist-binary', agent: installed },
  'gateway-2026.9.6-installed.plist': { format: 'plist-xml', agent: installed },
  'gateway-2026.9.6.plist': {
    format: 'plist-xml',
    agent: { wrapper: wrapped, nodePath: '/opt/homebrew/opt/node/bin/node', workingDirectory: null },
  },
  'gateway-unicode-home-binary.plist': {
    format: 'plist-binary',
    agent: {
      wrapper: { envFile: '/Users/爱丽丝 Li/.openclaw/service-env/ai.openclaw.gateway.env' },
      portArgument: 18_789,
    },
  },
};

test('each fixture is expected', () => {
  expect(listFixtures('plist').filter((name) => name.endsWith('.plist'))).toEqual(Object.keys(expected));
});

test.each(Object.entries(expected))('%s', (name, wanted) => {
  expect(readAgent(name)).toMatchObject(wanted);
});

test('the command begins with node, its flags stay', () => {
  expect(
    parseLaunchAgent({
      ProgramArguments: ['/bin/sh', '/a-env-wrapper.sh', '/a.env', '/n/node', '--x', '/o/dist/index.js', 'gateway'],
    }),
  ).toMatchObject({ command: ['/n/node', '--x', '/o/dist/index.js', 'gateway'], nodePath: '/n/node' });
});

const agent = (changes: object) => parseLaunchAgent({ ProgramArguments: ['/n/node', '/o/dist/index.js'], ...changes });

describe('settings of other forms', () => {
  test('KeepAlive as conditions still restarts', () => {
    expect(agent({ KeepAlive: { SuccessfulExit: false } })?.keepAlive).toBe(true);
    expect(agent({ KeepAlive: false })?.keepAlive).toBe(false);
    expect(agent({})).toMatchObject({ keepAlive: false, runAtLoad: false, label: null, throttleSeconds: null });
  });

  test('a wrong type makes that setting unknown, not the whole job', () => {
    expect(agent({ KeepAlive: 'yes', Label: 5, ThrottleInterval: '10', EnvironmentVariables: ['x'] })).toMatchObject({
      keepAlive: null,
      label: null,
      throttleSeconds: null,
      environment: { names: [] },
    });
  });

  test('Program without arguments', () => {
    expect(parseLaunchAgent({ Label: 'x', Program: '/opt/homebrew/bin/openclaw' })).toMatchObject({
      entryPath: '/opt/homebrew/bin/openclaw',
      nodePath: null,
    });
  });

  test('secrets stay behind: names are kept, values and token arguments are not', () => {
    const kept = agent({
      ProgramArguments: ['/n/node', '/o/dist/index.js', 'gateway', '--token', 'hunter2hunter2', '--port', '5'],
      EnvironmentVariables: { OPENCLAW_GATEWAY_TOKEN: 'very-secret', OPENAI_API_KEY: 'sk-abc', OPENCLAW_PROFILE: 'w' },
    });
    expect(kept?.environment.names).toEqual(['OPENAI_API_KEY', 'OPENCLAW_GATEWAY_TOKEN', 'OPENCLAW_PROFILE']);
    expect(kept?.portArgument).toBe(5);
    expect(JSON.stringify(kept)).not.toMatch(/hunter2|very-secret|sk-abc/);
  });
});

describe('not a job', () => {
  test.each([
    [[]],
    ['text'],
    [{}],
    [{ Label: 'x' }],
    [{ ProgramArguments: [] }],
    [{ ProgramArguments: ['/n', 5] }],
    [null],
  ])('%j', (value) => {
    expect(parseLaunchAgent(value as never)).toBeNull();
  });
});

describe('broken files', () => {
  test.each([
    ['empty', ''],
    ['half-written', '<?xml version="1.0"?><plist><dict><key>Label</key><string>sk-secret'],
    ['crossed tags', '<plist><dict><key>A</key><string>sk-secret</dict></plist>'],
    ['foreign', '<html><body>sk-secret</body></html>'],
    ['JSON', '{"Label":"sk-secret"}'],
    ['OpenStep', '{ Label = "sk-secret"; }'],
    ['an unknown entity', '<plist><string>&sk-secret;</string></plist>'],
    ['text', 'sk-secret'],
  ])('%s: broken, and the message quotes nothing', (_what, text) => {
    const parsed = parsePlist(text);
    expect(parsed.kind).toBe('broken');
    expect(JSON.stringify(parsed)).not.toContain('sk-secret');
  });

  test('binary: cut off, or nothing but the mark', () => {
    const bytes = readFixtureBytes('plist/gateway-2026.9.6-binary.plist');
    expect(parsePlist(bytes.slice(0, 200)).kind).toBe('broken');
    expect(parsePlist(bytes.slice(0, 8)).kind).toBe('broken');
    expect(parsePlist(new Uint8Array(0)).kind).toBe('broken');
  });

  test('the XML parser’s complaints do not reach the screen', () => {
    const lines: unknown[] = [];
    const { error } = console;
    console.error = (line: unknown) => void lines.push(line);
    parsePlist('<plist><string>&sk-secret;</string></plist>');
    console.error = error;
    expect(lines).toEqual([]);
  });

  test('BOM, CRLF, comments, CDATA and entities are fine', () => {
    const text =
      '\uFEFF<?xml version="1.0"?>\r\n<!-- c -->\r\n<plist><dict><key>ProgramArguments</key><array>\r\n<string>/a &amp; b/<![CDATA[<n>]]>/node</string></array></dict></plist>\r\n';
    const parsed = parsePlist(text);
    expect(parsed.kind === 'parsed' && parseLaunchAgent(parsed.value)?.nodePath).toBe('/a & b/<n>/node');
  });
});
