import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createToolPath } from '../../../app/platform/node/tools.ts';
import type { ToolName } from '../../../app/ports/programs.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

const tools: readonly ToolName[] = ['launchctl', 'lsof', 'ps', 'systemctl', 'open', 'xdg-open', 'sqlite3'];

it('knows where a Mac has its tools', () => {
  const toolPath = createToolPath({ realOs: 'darwin', standInFolder: null });
  expect(['launchctl', 'lsof', 'ps', 'open'].map((tool) => toolPath(tool as ToolName))).toEqual([
    '/bin/launchctl',
    '/usr/sbin/lsof',
    '/bin/ps',
    '/usr/bin/open',
  ]);
});

it.each(['darwin', 'linux'] as const)('names every tool absolutely on %s, whether it is there or not', (realOs) => {
  for (const tool of tools) expect(createToolPath({ realOs, standInFolder: null })(tool)).toMatch(/^\/.+\/[a-z\d-]+$/);
});

describe('with a folder of stand-ins', () => {
  it('takes those it has, and the rest from where they usually are', async () => {
    const folder = await makeTemporaryFolder();
    await writeFile(join(folder, 'launchctl'), '');
    const toolPath = createToolPath({ realOs: 'linux', standInFolder: folder });
    expect(toolPath('launchctl')).toBe(join(folder, 'launchctl'));
    expect(toolPath('ps')).toMatch(/^(?:\/usr)?\/bin\/ps$/);
  });
});
