import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPrograms } from '../../../app/platform/node/run-program.ts';
import type { OpenClawRequest, ProgramRequest, ToolName } from '../../../app/ports/programs.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

const variables = {
  HOME: '/Users/alice',
  USER: 'alice',
  XDG_RUNTIME_DIR: '/run/user/501',
  DISPLAY: ':0',
  PATH: '/somewhere/else',
  LANG: 'zh_CN.UTF-8',
  OPENCLAW_GATEWAY_TOKEN: 'abc',
};

/** Programs whose every tool is this shell script. */
async function makePrograms(script: string) {
  const path = join(await makeTemporaryFolder(), 'tool');
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return createPrograms({ toolPath: () => path, variables });
}

const request = (given: Partial<ProgramRequest> = {}): ProgramRequest => ({
  tool: 'lsof',
  args: [],
  timeoutMs: 10_000,
  ...given,
});

describe('every way a run can end', () => {
  it('exited with 0', async () => {
    const programs = await makePrograms('echo out; echo err >&2');
    expect(await programs.run(request())).toMatchObject({
      kind: 'exited',
      exitCode: 0,
      stdout: 'out\n',
      stderr: 'err\n',
    });
  });

  it('exited with another code, and what it printed', async () => {
    const programs = await makePrograms('echo out; exit 113');
    expect(await programs.run(request())).toMatchObject({ kind: 'exited', exitCode: 113, stdout: 'out\n' });
  });

  it('signalled by somebody else', async () => {
    const programs = await makePrograms('kill -TERM $$');
    expect(await programs.run(request())).toMatchObject({ kind: 'signalled', signal: 'SIGTERM' });
  });

  it('timed out, though it does not listen to SIGTERM', async () => {
    const programs = await makePrograms("trap '' TERM; exec sleep 60");
    const result = await programs.run(request({ timeoutMs: 200 }));
    expect(result).toMatchObject({ kind: 'timed-out' });
  });

  it('timed out, when its child still holds the output', async () => {
    const programs = await makePrograms('sleep 5 & echo started; wait');
    expect(await programs.run(request({ timeoutMs: 300 }))).toMatchObject({ kind: 'timed-out' });
  });

  it('aborted, which is the deadline of the caller', async () => {
    const programs = await makePrograms('exec sleep 60');
    const abort = new AbortController();
    const result = programs.run(request(), abort.signal);
    abort.abort();
    expect(await result).toMatchObject({ kind: 'timed-out' });
    expect(await programs.run(request(), abort.signal)).toMatchObject({ kind: 'timed-out' });
  });

  it('flooded', async () => {
    const programs = await makePrograms('exec yes');
    expect(await programs.run(request({ maxOutputBytes: 10_000 }))).toMatchObject({ kind: 'flooded' });
  });

  it('missing', async () => {
    const programs = createPrograms({ toolPath: () => '/nowhere/lsof', variables });
    expect(await programs.run(request())).toEqual({ kind: 'missing', path: '/nowhere/lsof' });
  });

  it('failed, because it is no program', async () => {
    const path = join(await makeTemporaryFolder(), 'tool');
    await writeFile(path, 'echo', { mode: 0o644 });
    const programs = createPrograms({ toolPath: () => path, variables });
    expect(await programs.run(request())).toMatchObject({ kind: 'failed' });
  });

  it('failed, because no program can be given such an argument', async () => {
    const programs = await makePrograms('true');
    expect(await programs.run(request({ args: ['a\0b'] }))).toMatchObject({ kind: 'failed' });
  });
});

it('holds 4 MiB of output, as much as a whole domain of launchctl needs', async () => {
  const programs = await makePrograms('head -c 4000000 /dev/zero');
  const result = await programs.run(request());
  expect(result.kind === 'exited' && result.stdout.length).toBe(4_000_000);
  const more = await makePrograms('head -c 5000000 /dev/zero');
  expect(await more.run(request())).toMatchObject({ kind: 'flooded' });
});

it('gives the arguments as they are: there is no shell', async () => {
  const programs = await makePrograms('printf "<%s>" "$@"');
  const result = await programs.run(request({ args: ['a b', '$HOME', '; echo x', '`id`', '*', ''] }));
  expect(result).toMatchObject({ stdout: '<a b><$HOME><; echo x><`id`><*><>' });
});

it('closes the input, so that nothing waits for it', async () => {
  const programs = await makePrograms('cat; echo end');
  expect(await programs.run(request())).toMatchObject({ stdout: 'end\n' });
});

async function environmentOf(tool: ToolName): Promise<Readonly<Record<string, string>>> {
  const programs = await makePrograms('exec /usr/bin/env');
  const result = await programs.run(request({ tool }));
  if (result.kind !== 'exited') throw new Error(result.kind);
  const pairs = result.stdout
    .trim()
    .split('\n')
    .map((line) => line.split(/=(.*)/s) as [string, string]);
  const shellOwn = new Set(['PWD', 'SHLVL', '_', 'OLDPWD', '__CF_USER_TEXT_ENCODING']);
  return Object.fromEntries(pairs.filter(([name]) => !shellOwn.has(name)).map(([name, value]) => [name, value]));
}

describe('the environment of a tool', () => {
  const common = {
    PATH: '/usr/bin:/bin:/usr/sbin:/sbin',
    LC_ALL: 'C',
    LANG: 'C',
    HOME: '/Users/alice',
    USER: 'alice',
    XDG_RUNTIME_DIR: '/run/user/501',
  };

  it('holds no token, no language and no PATH of ours', async () => {
    expect(await environmentOf('launchctl')).toEqual(common);
  });

  it('of ps has a time zone without summer time', async () => {
    expect(await environmentOf('ps')).toEqual({ ...common, TZ: 'UTC' });
  });

  it('of xdg-open knows the desktop', async () => {
    expect(await environmentOf('xdg-open')).toEqual({ ...common, DISPLAY: ':0' });
  });
});

describe('the official command', () => {
  const polluted = {
    ...variables,
    LOGNAME: 'alice',
    TMPDIR: '/var/folders/a/T/',
    XPC_SERVICE_NAME: 'ai.openclaw.gateway',
    LAUNCH_JOB_LABEL: 'ai.openclaw.gateway',
    LAUNCH_JOB_NAME: 'ai.openclaw.gateway',
    OPENCLAW_LAUNCHD_LABEL: 'other',
    OPENCLAW_SERVICE_MARKER: 'openclaw',
    OPENCLAW_PROFILE: 'work',
    INVOCATION_ID: '1',
    NODE_OPTIONS: '--require /tmp/x.cjs',
    CLAWDBOT_TOKEN: 'abc',
  };

  /** A Node that prints its arguments and environment. */
  async function runOpenClaw(script: string, change: Partial<OpenClawRequest> = {}) {
    const folder = await makeTemporaryFolder();
    const nodePath = join(folder, 'node');
    await writeFile(nodePath, `#!/bin/sh\n${script}\n`);
    await chmod(nodePath, 0o755);
    const programs = createPrograms({ toolPath: () => '/nowhere', variables: polluted });
    const command = { command: 'gateway-install-force', nodePath, entryPath: '/opt/openclaw/dist/index.js' } as const;
    const result = await programs.runOpenClaw({ ...command, profile: null, timeoutMs: 10_000, ...change });
    return { folder, result, output: result.kind === 'exited' ? result.stdout.trim() : result.kind };
  }

  it('is given words from a closed list', async () => {
    expect((await runOpenClaw('echo "$@"')).output).toBe('/opt/openclaw/dist/index.js gateway install --force');
    const validate = { command: 'config-validate', profile: 'work' } as const;
    expect((await runOpenClaw('echo "$@"', validate)).output).toBe(
      '/opt/openclaw/dist/index.js --profile work config validate',
    );
  });

  it('finds nothing in its environment that makes it believe to be the service, and no token', async () => {
    const { folder, output } = await runOpenClaw('exec /usr/bin/env');
    const found = output.split('\n').filter((line) => !/^(PWD|SHLVL|_|OLDPWD|__CF_USER_TEXT_ENCODING)=/.test(line));
    expect(found.sort()).toEqual([
      'HOME=/Users/alice',
      'LANG=en_US.UTF-8',
      'LOGNAME=alice',
      'NO_COLOR=1',
      `PATH=${folder}:/usr/bin:/bin:/usr/sbin:/sbin`,
      'TMPDIR=/var/folders/a/T/',
      'USER=alice',
      'XDG_RUNTIME_DIR=/run/user/501',
    ]);
  });

  it('has nothing to read and a deadline', async () => {
    expect((await runOpenClaw('cat; echo end')).output).toBe('end');
    expect((await runOpenClaw('exec sleep 60', { timeoutMs: 200 })).output).toBe('timed-out');
  });

  it('is never looked up by name', async () => {
    expect((await runOpenClaw('true', { nodePath: 'node' })).result).toMatchObject({ kind: 'failed' });
    expect((await runOpenClaw('true', { entryPath: 'index.js' })).result).toMatchObject({ kind: 'failed' });
    expect((await runOpenClaw('true', { nodePath: '/nowhere/node' })).output).toBe('missing');
  });
});

it('describes a run as a line that a person can type', async () => {
  const programs = await makePrograms('true');
  expect(programs.describe({ tool: 'lsof', args: ['-nP', '-iTCP:18789', '-sTCP:LISTEN'] })).toBe(
    'lsof -nP -iTCP:18789 -sTCP:LISTEN',
  );
  expect(programs.describe({ tool: 'launchctl', args: ['bootstrap', 'gui/501', "/Users/al ice's/a.plist"] })).toBe(
    String.raw`launchctl bootstrap gui/501 '/Users/al ice'\''s/a.plist'`,
  );
});
