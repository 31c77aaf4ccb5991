import { describe, expect, test } from 'vitest';
import type { Change } from '../../../app/core/model/history.ts';
import type { VersionSource } from '../../../app/core/model/repair.ts';
import { deriveRestoreEdits, overlaps } from '../../../app/core/wishes/restore-edits.ts';
import { bindOpened, portMoved, stamped, tokenGone } from '../../fakes/versions.ts';

const from: VersionSource = { kind: 'version', id: 'v1' };
const copy = (...path: (string | number)[]) => ({ op: 'copy', path, from });
const remove = (...path: (string | number)[]) => ({ op: 'remove', path });
const changes = [portMoved, bindOpened, tokenGone, stamped];

describe('what brings settings back', () => {
  test('all that a person means: former values are copied, what is new goes', () => {
    expect(deriveRestoreEdits(changes, null, from)).toEqual([
      copy('gateway', 'port'),
      remove('gateway', 'bind'),
      copy('gateway', 'auth', 'token'),
    ]);
  });

  test('nothing, where nothing is different', () => {
    expect(deriveRestoreEdits([], null, from)).toEqual([]);
    expect(deriveRestoreEdits([stamped], null, from)).toEqual([]);
  });

  test('one setting', () => {
    expect(deriveRestoreEdits(changes, ['gateway.bind'], from)).toEqual([remove('gateway', 'bind')]);
  });

  test('all under a name', () => {
    expect(deriveRestoreEdits(changes, ['gateway'], from)).toHaveLength(3);
  });

  test('one in a group that is gone, or new, as a whole', () => {
    const gone: Change = { path: 'gateway.auth', kind: 'removed', before: '{}', after: null };
    expect(deriveRestoreEdits([gone], ['gateway.auth.token'], from)).toEqual([copy('gateway', 'auth', 'token')]);
    const added: Change = { ...gone, kind: 'added' };
    expect(deriveRestoreEdits([added], ['gateway.auth.token'], from)).toEqual([remove('gateway', 'auth', 'token')]);
  });

  test('what is named and not different is nothing', () => {
    expect(deriveRestoreEdits(changes, ['gateway.prot'], from)).toEqual([]);
    expect(deriveRestoreEdits(changes, ['gateway.po', '', '...'], from)).toEqual([]);
  });

  test('a list goes back as a whole: its positions mean something else then and now', () => {
    const inList: Change[] = [
      { path: 'agents.list[1].model', kind: 'changed', before: '"a"', after: '"b"' },
      { path: 'agents.list[2]', kind: 'added', before: null, after: '{}' },
    ];
    expect(deriveRestoreEdits(inList, null, from)).toEqual([copy('agents', 'list')]);
  });

  test('where one of the two is no configuration, only the whole file can', () => {
    expect(deriveRestoreEdits([{ path: '', kind: 'changed', before: null, after: null }], null, from)).toBeNull();
  });
});

test.each([
  ['gateway.port', 'gateway.port', true],
  ['gateway', 'gateway.port', true],
  ['gateway.port', 'gateway', true],
  ['gateway.port', 'gateway.bind', false],
  ['gateway.por', 'gateway.port', false],
])('%s and %s', (one, other, same) => {
  expect(overlaps(one, other)).toBe(same);
});
