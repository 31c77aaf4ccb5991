import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../app/cli/parse-arguments.ts';

const plain = { profile: null, json: false, locale: null };

describe('understood', () => {
  test.each([
    { line: 'status', command: { kind: 'status', ...plain } },
    { line: 'status --json --profile work', command: { kind: 'status', ...plain, json: true, profile: 'work' } },
    { line: '--json status', command: { kind: 'status', ...plain, json: true } },
    { line: 'watch --json', command: { kind: 'watch', ...plain, json: true } },
    { line: 'start', command: { kind: 'act', action: 'start', yes: false, ...plain } },
    { line: 'stop --yes', command: { kind: 'act', action: 'stop', yes: true, ...plain } },
    { line: 'restart -y --json', command: { kind: 'act', action: 'restart', yes: true, ...plain, json: true } },
    {
      line: 'restart --profile=work',
      command: { kind: 'act', action: 'restart', yes: false, ...plain, profile: 'work' },
    },
    { line: 'repair', command: { kind: 'repair', subject: null, dryRun: false, yes: false, ...plain } },
    {
      line: 'repair port-stray:18789 --dry-run --json',
      command: { kind: 'repair', subject: 'port-stray:18789', dryRun: true, yes: false, ...plain, json: true },
    },
    {
      line: 'undo run-7 -y --profile work',
      command: { kind: 'undo', subject: 'run-7', dryRun: false, yes: true, ...plain, profile: 'work' },
    },
    { line: 'runs --json', command: { kind: 'runs', ...plain, json: true } },
    { line: 'history', command: { kind: 'history', file: null, ...plain } },
    { line: 'history config --json', command: { kind: 'history', file: 'config', ...plain, json: true } },
    { line: 'history export', command: { kind: 'export', ...plain } },
    { line: 'diff v1 bak.1', command: { kind: 'diff', before: 'v1', after: 'bak.1', ...plain } },
    { line: 'diff v1', command: { kind: 'diff', before: 'v1', after: 'now', ...plain } },
    {
      line: 'restore v1',
      command: { kind: 'restore', version: 'v1', keys: null, dryRun: false, yes: false, ...plain },
    },
    {
      line: 'restore v1 --keys gateway.port gateway.bind --yes',
      command: {
        kind: 'restore',
        version: 'v1',
        keys: ['gateway.port', 'gateway.bind'],
        dryRun: false,
        yes: true,
        ...plain,
      },
    },
    {
      line: 'restore --keys=gateway.port --keys=tools v1',
      command: { kind: 'restore', version: 'v1', keys: ['gateway.port', 'tools'], dryRun: false, yes: false, ...plain },
    },
    { line: 'panel', command: { kind: 'panel', profile: null, port: null, opens: true, locale: null } },
    {
      line: 'panel --port 8080 --no-open --lang zh-Hans',
      command: { kind: 'panel', profile: null, port: 8080, opens: false, locale: 'zh-Hans' },
    },
    { line: 'models', command: { kind: 'models', ...plain } },
    { line: 'providers --json', command: { kind: 'providers', ...plain, json: true } },
    { line: 'models fallbacks', command: { kind: 'fallbacks', ...plain } },
    { line: 'models fallbacks list', command: { kind: 'fallbacks', ...plain } },
    {
      line: 'models fallbacks set a/m kimi --yes',
      command: { kind: 'set-fallbacks', words: ['a/m', 'kimi'], dryRun: false, yes: true, ...plain },
    },
    {
      line: 'models fallbacks clear',
      command: { kind: 'set-fallbacks', words: [], dryRun: false, yes: false, ...plain },
    },
    { line: 'models use kimi', command: { kind: 'model-use', word: 'kimi', dryRun: false, yes: false, ...plain } },
    { line: 'provider test ark', command: { kind: 'provider-test', name: 'ark', ...plain } },
    {
      line: 'provider add qwen --plan coding --region china --key-env Q_KEY --models a,b --default --dry-run',
      command: {
        kind: 'provider-add',
        request: {
          preset: 'qwen',
          plan: 'coding',
          region: 'china',
          address: null,
          key: { kind: 'variable', name: 'Q_KEY' },
          models: ['a', 'b'],
          isDefault: true,
        },
        dryRun: true,
        yes: false,
        ...plain,
      },
    },
    { line: 'help', command: { kind: 'help', locale: null } },
    { line: '--help', command: { kind: 'help', locale: null } },
    { line: 'restart --help', command: { kind: 'help', locale: null } },
    { line: '-v', command: { kind: 'version', locale: null } },
    { line: 'version --lang zh-Hant', command: { kind: 'version', locale: 'zh-Hant' } },
  ])('$line', ({ line, command }) => {
    expect(parseArguments(line.split(' '))).toEqual(command);
  });
});

describe('wrong use', () => {
  test.each([
    { line: '', problem: 'no-command', word: '' },
    { line: 'frob', problem: 'unknown-command', word: 'frob' },
    { line: 'constructor', problem: 'unknown-command', word: 'constructor' },
    { line: 'Status', problem: 'unknown-command', word: 'Status' },
    { line: 'status now', problem: 'unexpected-word', word: 'now' },
    { line: 'repair one two', problem: 'unexpected-word', word: 'two' },
    { line: 'runs run-7', problem: 'unexpected-word', word: 'run-7' },
    { line: 'history a b', problem: 'unexpected-word', word: 'b' },
    { line: 'history --yes', problem: 'option-elsewhere', word: '--yes' },
    { line: 'diff', problem: 'word-missing', word: 'VERSION' },
    { line: 'diff a b c', problem: 'unexpected-word', word: 'c' },
    { line: 'provider', problem: 'provider-what', word: '' },
    { line: 'provider remove ark', problem: 'provider-what', word: 'remove' },
    { line: 'provider add', problem: 'preset-missing', word: '' },
    { line: 'provider add openai', problem: 'unknown-preset', word: 'openai' },
    { line: 'provider add constructor', problem: 'unknown-preset', word: 'constructor' },
    { line: 'provider add qwen coding', problem: 'unexpected-word', word: 'coding' },
    { line: 'provider add qwen --key-env', problem: 'value-missing', word: '--key-env' },
    { line: 'provider test', problem: 'word-missing', word: 'PROVIDER' },
    { line: 'provider test a b', problem: 'unexpected-word', word: 'b' },
    { line: 'providers ark', problem: 'unexpected-word', word: 'ark' },
    { line: 'providers --yes', problem: 'option-elsewhere', word: '--yes' },
    { line: 'models drop', problem: 'models-what', word: 'drop' },
    { line: 'models use', problem: 'word-missing', word: 'MODEL' },
    { line: 'models fallbacks set', problem: 'word-missing', word: 'MODEL' },
    { line: 'models fallbacks list a/m', problem: 'unexpected-word', word: 'a/m' },
    { line: 'models use a/m --key-env K', problem: 'option-elsewhere', word: '--key-env' },
    { line: 'restore', problem: 'word-missing', word: 'VERSION' },
    { line: 'restore --yes', problem: 'word-missing', word: 'VERSION' },
    { line: 'restore v1 gateway.port', problem: 'unexpected-word', word: 'gateway.port' },
    { line: 'restore v1 --keys', problem: 'value-missing', word: '--keys' },
    { line: 'repair --keys gateway.port', problem: 'option-elsewhere', word: '--keys' },
    { line: 'runs --yes', problem: 'option-elsewhere', word: '--yes' },
    { line: 'restart --dry-run', problem: 'option-elsewhere', word: '--dry-run' },
    { line: 'repair --dry-run=no', problem: 'value-unexpected', word: '--dry-run' },
    { line: 'status --frob', problem: 'unknown-option', word: '--frob' },
    { line: 'status -x', problem: 'unknown-option', word: '-x' },
    { line: 'status --toString', problem: 'unknown-option', word: '--toString' },
    { line: 'status --yes', problem: 'option-elsewhere', word: '--yes' },
    { line: 'panel --json', problem: 'option-elsewhere', word: '--json' },
    { line: 'status --port 8080', problem: 'option-elsewhere', word: '--port' },
    { line: 'status --profile', problem: 'value-missing', word: '--profile' },
    { line: 'status --profile --json', problem: 'value-missing', word: '--profile' },
    { line: 'status --profile=', problem: 'value-missing', word: '--profile' },
    { line: 'status --json=yes', problem: 'value-unexpected', word: '--json' },
    { line: 'status --lang fr', problem: 'bad-language', word: 'fr' },
    { line: 'panel --port 0', problem: 'bad-port', word: '0' },
    { line: 'panel --port 65536', problem: 'bad-port', word: '65536' },
    { line: 'panel --port 80a', problem: 'bad-port', word: '80a' },
    { line: 'status --profile ../etc', problem: 'bad-profile', word: '../etc' },
  ])('$line', ({ line, problem, word }) => {
    expect(parseArguments(line === '' ? [] : line.split(' '))).toMatchObject({ kind: 'wrong', problem, word });
  });
});
