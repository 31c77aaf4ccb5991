import type { Finding } from '../model/finding.ts';
import { valueOf } from '../model/reading.ts';
import type { ConfigEdit } from '../model/repair.ts';
import type { Settings } from '../model/setting.ts';
import { listModelIds } from '../rules/model-allowlist.ts';
import { listConfiguredAgents } from '../settings/configured-agents.ts';
import { deriveModelPolicy } from '../settings/model-policy.ts';
import type { ModelPolicy } from '../settings/model-policy.ts';
import { settingAt, writePath } from '../settings/read.ts';
import { isVersionBetween } from '../versions.ts';
import { instruct } from './by-hand.ts';
import { planConfigEdit } from './edit.ts';
import { makeLadder } from './ladder.ts';
import type { RepairContext } from './repair.ts';

/** The list gets the entry that it lacks; which models may be used is the person's to say. */
export const modelAllowlist = makeLadder('model-allowlist', {
  never: ['delete-anything', 'widen-without-asking', 'touch-database'],
  rungs: [
    {
      name: 'allow-model',
      plan(finding, context) {
        const { model, list } = finding.args;
        const edits = planEdits(finding, context);
        if (edits.length === 0 || list === null) return null;
        return planConfigEdit(finding, context, {
          rung: 'allow-model',
          edits,
          // Sessions ask for the list when they choose a model; 2026.3 keeps what it read at its start.
          restart: isVersionBetween(versionOf(context), '2026.8.1', null) ? 'never' : 'if-running',
          questions: [{ code: 'allow-model', model, list }],
        });
      },
    },
  ],
  otherwise: (finding) => instruct(finding, ['openclaw models list', 'openclaw models status']),
});

function planEdits(finding: Finding<'model-allowlist'>, context: RepairContext): readonly ConfigEdit[] {
  const content = valueOf(context.snapshot.config)?.content;
  if (content?.kind !== 'parsed') return [];
  const policy = findPolicy(finding, content.settings, versionOf(context));
  if (policy === null) return [];
  const refs = listWanted(finding, content.settings);
  if (policy.form === 'list') return [{ op: 'set', path: policy.path, value: [...policy.refs, ...refs] }];
  return refs.map((ref) => ({ op: 'set', path: [...policy.path, ref], value: {} }));
}

/** All models of a provider that is hidden as a whole, else the one. */
function listWanted({ args, subject }: Finding<'model-allowlist'>, settings: Settings): readonly string[] {
  if (args.what !== 'hidden') return [args.model];
  const provider = settingAt(settings, ['models', 'providers', subject]);
  return listModelIds(provider).map((id) => `${subject}/${id}`);
}

function findPolicy(
  { args }: Finding<'model-allowlist'>,
  settings: Settings,
  version: string | null,
): ModelPolicy | null {
  if (version === null || args.list === null) return null;
  const policies = [null, ...listConfiguredAgents(settings)].map((agent) =>
    deriveModelPolicy(settings, version, agent),
  );
  return policies.find((policy) => policy !== null && writePath(policy.path) === args.list) ?? null;
}

function versionOf({ snapshot }: RepairContext): string | null {
  return valueOf(snapshot.install)?.version ?? null;
}
