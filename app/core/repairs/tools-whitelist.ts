import type { SettingPath } from '../model/setting.ts';
import { valueOf } from '../model/reading.ts';
import { quote } from '../rules/evidence.ts';
import { listConfiguredAgents } from '../settings/configured-agents.ts';
import { writePath } from '../settings/read.ts';
import { instruct } from './by-hand.ts';
import { planConfigEdit } from './edit.ts';
import { makeLadder } from './ladder.ts';
import type { RepairContext } from './repair.ts';

/** What agents may do is never widened by itself: the list goes only when a person says so. */
export const toolsWhitelist = makeLadder('tools-whitelist', {
  never: ['widen-without-asking', 'delete-anything'],
  rungs: [
    {
      name: 'remove-allow',
      plan(finding, context) {
        const { what, lets, profile } = finding.args;
        const path = what === 'profile' ? null : findPath(finding.args.path, context);
        if (path === null) return null;
        return planConfigEdit(finding, context, {
          rung: 'remove-allow',
          edits: [{ op: 'remove', path }],
          restart: 'if-running',
          questions: [{ code: 'widen-tools', path: finding.args.path, lets, profile }],
        });
      },
    },
  ],
  otherwise: ({ args, ...finding }) =>
    instruct({ args, ...finding }, [
      'openclaw config get tools',
      args.what === 'profile' ? `openclaw config set ${args.path} coding` : `openclaw config unset ${quote(args.path)}`,
      'openclaw gateway restart',
    ]),
});

function findPath(written: string, { snapshot }: RepairContext): SettingPath | null {
  const content = valueOf(snapshot.config)?.content;
  if (content?.kind !== 'parsed') return null;
  const own = listConfiguredAgents(content.settings).flatMap(({ path }) => (path === null ? [] : [path]));
  const found = [[], ...own].find((path) => writePath(allowIn(path)) === written);
  return found === undefined ? null : allowIn(found);
}

function allowIn(path: SettingPath): SettingPath {
  return [...path, 'tools', 'allow'];
}
