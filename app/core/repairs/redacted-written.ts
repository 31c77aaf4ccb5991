import { listFormerVersions, sourceOf } from './former-version.ts';
import { wishAfterMending } from './after-edit.ts';
import { instruct } from './by-hand.ts';
import { planConfigEdit } from './edit.ts';
import { makeLadder } from './ladder.ts';
import type { RepairContext } from './repair.ts';
import { valueOf } from '../model/reading.ts';
import type { VersionWithSettings } from '../model/history.ts';
import type { ConfigEdit } from '../model/repair.ts';
import { SecretMark, type Setting, type SettingPath, type Settings } from '../model/setting.ts';
import { quote } from '../rules/evidence.ts';
import { findPlaceholders } from '../settings/placeholders.ts';
import { isGroup, settingAt } from '../settings/read.ts';

/** Each key comes back from the newest version that still has it; nothing else is touched, and nobody sees a key. */
export const redactedWritten = makeLadder('redacted-written', {
  never: ['show-secret', 'overwrite-unkept', 'doctor-fix'],
  rungs: [
    {
      name: 'copy-keys',
      plan(finding, context) {
        const edits = listCopies(context);
        if (edits.length === 0) return null;
        return planConfigEdit(finding, context, { rung: 'copy-keys', edits, restart: wishAfterMending(context) });
      },
    },
  ],
  otherwise: (finding) =>
    instruct(finding, [`grep -n '__OPENCLAW_REDACTED__' ${quote(finding.args.path)}`, 'openclaw configure']),
});

function listCopies({ snapshot }: RepairContext): readonly ConfigEdit[] {
  const config = valueOf(snapshot.config);
  const [main] = config?.content.kind === 'parsed' ? config.content.files : [];
  if (main === undefined) return [];
  const newestFirst = listFormerVersions(snapshot, main.path).toSorted(
    (one, other) => other.version.at - one.version.at,
  );
  return findPlaceholders([main]).flatMap(({ setting }): readonly ConfigEdit[] => {
    const source = newestFirst.find((each) => hasKey(each, setting, main.settings));
    return source === undefined ? [] : [{ op: 'copy', path: setting, from: sourceOf(source) }];
  });
}

/** The version has a value there, and of a list the same entry at that position. */
function hasKey({ settings }: VersionWithSettings, path: SettingPath, now: Setting): boolean {
  const value = settingAt(settings ?? undefined, path);
  const isKey = value instanceof SecretMark ? value.shape === 'ordinary' : typeof value === 'string' && value !== '';
  return (
    isKey &&
    path.every((step, index) => typeof step !== 'number' || isSameEntry(path.slice(0, index + 1), settings, now))
  );
}

function isSameEntry(path: SettingPath, before: Settings | null, now: Setting): boolean {
  const [one, other] = [settingAt(before ?? undefined, path), settingAt(now, path)];
  if (!isGroup(one) || !isGroup(other)) return false;
  const name = ['id', 'name', 'accountId'].find((each) => typeof one[each] === 'string');
  return name !== undefined && one[name] === other[name];
}
