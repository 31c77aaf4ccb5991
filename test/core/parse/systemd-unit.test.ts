import { describe, expect, test } from 'vitest';
import { splitSystemdWords } from '../../../app/core/parse/systemd-words.ts';
import { parseSystemdUnit } from '../../../app/core/parse/systemd-unit.ts';
import { readFixture } from '../../fixtures/read-fixture.ts';

const home = '/home/alice';
const parse = (...texts: readonly string[]) => parseSystemdUnit(texts, home);
const parseFile = (name: string) => parse(readFixture(`systemd/${name}`));
const service = (...lines: readonly string[]) => `[Service]\n${lines.join('\n')}\n`;

describe('units that OpenClaw wrote', () => {
  test('2026.9.6', () => {
    expect(parseFile('openclaw-gateway-2026.9.6.service')).toMatchObject({
      runAtLoad: true,
      keepAlive: true,
      throttleSeconds: 5,
      workingDirectory: '/home/alice/.openclaw',
      environmentFiles: ['/home/alice/.openclaw/gateway.systemd.env'],
      nodePath: '/usr/bin/node',
      entryPath: '/home/alice/.npm-global/lib/node_modules/openclaw/dist/index.js',
      portArgument: 18_789,
      serviceKind: 'gateway',
      environment: { home: '/home/alice', gatewayPort: 18_789 },
    });
  });

  test('2026.3.13: no value but OpenClaw’s own is kept', () => {
    const unit = parseFile('openclaw-gateway-2026.3.13.service');
    expect(unit?.environment).toMatchObject({ serviceVersion: '2026.3.13', stateDir: null });
    expect(unit?.environment.names).toContain('EXAMPLE_API_KEY');
    expect(JSON.stringify(unit)).not.toContain('sk-example');
  });

  test('paths with blanks, percent signs and Chinese characters', () => {
    expect(parseFile('openclaw-gateway-unicode.service')).toMatchObject({
      nodePath: '/home/爱丽丝 Li/node 24/bin/node',
      entryPath: '/home/爱丽丝 Li/lib/node_modules/openclaw/dist/index.js',
      portArgument: 18_790,
      environment: { stateDir: '/home/爱丽丝 Li/claw 100%' },
    });
  });
});

describe('drop-ins', () => {
  const base = service('ExecStart=/usr/bin/node /o/openclaw/dist/index.js gateway --port 1', 'Environment=HOME=/a');

  test('an empty assignment clears, a new one counts', () => {
    const dropIn = service('ExecStart=', 'ExecStart=/opt/node /o/openclaw/dist/index.js gateway --port 2');
    expect(parse(base, dropIn)).toMatchObject({ nodePath: '/opt/node', portArgument: 2 });
    expect(parse(base, service('ExecStart='))).toBeNull();
  });

  test('environment grows, the later value wins, an empty line clears', () => {
    const more = service('Environment=OPENCLAW_GATEWAY_PORT=5 "HOME=/b c"', "Environment='OPENCLAW_PROFILE=work'");
    expect(parse(base, more)?.environment).toMatchObject({ home: '/b c', gatewayPort: 5, profile: 'work' });
    expect(parse(base, service('Environment='))?.environment.names).toEqual([]);
  });
});

describe('the form of a unit', () => {
  test('continued lines, comments, prefixes and specifiers', () => {
    const text = [
      '# comment',
      '[Service]',
      'ExecStart=-%h/bin/node \\',
      '; a comment in between',
      '  /o/openclaw/dist/index.js gateway --port 7',
      'StandardOutput=append:%h/gw.log',
      'StandardError=journal',
      'Restart=no',
    ].join('\r\n');
    expect(parse(text)).toMatchObject({
      nodePath: '/home/alice/bin/node',
      portArgument: 7,
      stdoutPath: '/home/alice/gw.log',
      stderrPath: null,
      keepAlive: false,
      runAtLoad: false,
    });
  });

  test('keys of other sections are other keys', () => {
    expect(parse('[Unit]\nExecStart=/bin/true\n')).toBeNull();
  });

  test.each(['', '\u0000\u0001', '{"ExecStart":"x"}', '[Service]\nExecStart="/never closed'])(
    '%j runs nothing',
    (text) => {
      expect(parse(text)).toBeNull();
    },
  );
});

test.each([
  ['a  b\tc', ['a', 'b', 'c']],
  ['"a b" c', ['a b', 'c']],
  [`'a "b"' "c\\"d"`, ['a "b"', 'c"d']],
  ['a\\ b \\x41 x\\\\y', ['a b', 'A', 'x\\y']],
  ['--name="a b"', ['--name="a', 'b"']],
  ['', []],
  ['"open', null],
  ['"a"b', null],
])('words of %j', (text, words) => {
  expect(splitSystemdWords(text)).toEqual(words);
});
