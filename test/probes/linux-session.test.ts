import { expect, test } from 'vitest';
import { readLinuxSession } from '../../app/probes/linux-session.ts';
import type { FakeFile } from './fake-disk.ts';
import { linux, mac, makeContext } from './make-context.ts';

const people = { '/etc/passwd': 'root:x:0:0::/root:/bin/sh\nalice:x:1000:1000::/home/alice:/bin/bash\n' };
const read = (files: Readonly<Record<string, FakeFile>>, environment = linux) =>
  readLinuxSession(makeContext({ files, environment }));

test('a Mac has none', async () => {
  expect(await read(people, mac)).toBeNull();
});

test.each([
  ['the person is in no file', { '/var/lib/systemd/linger/bob': '' }],
  ['there is no systemd', people],
  ['the folder may not be read', { ...people, '/var/lib/systemd/linger': { kind: 'not-permitted' } }],
] as const)('whether services linger is not known: %s', async (_why, files) => {
  expect(await read(files)).toEqual({ lingers: null, hasBus: false, isWsl: false });
});

test('they do not, where nobody’s do or only another’s', async () => {
  expect(await read({ ...people, '/var/lib/systemd/timers/x': '' })).toMatchObject({ lingers: false });
  expect(await read({ ...people, '/var/lib/systemd/linger/bob': '' })).toMatchObject({ lingers: false });
});

test('they do, with a bus, under Windows', async () => {
  const files = {
    ...people,
    '/var/lib/systemd/linger/alice': '',
    '/run/user/1000/bus': { kind: 'not-a-file' },
    '/proc/sys/kernel/osrelease': '5.15.153.1-microsoft-standard-WSL2\n',
  } as const;
  expect(await read(files)).toEqual({ lingers: true, hasBus: true, isWsl: true });
});
