import type { Finding } from '../model/finding.ts';
import { valueOf } from '../model/reading.ts';
import type { ConfigEdit } from '../model/repair.ts';
import type { Settings } from '../model/setting.ts';
import { listModelIds } from '../rules/model-allowlist.ts';
import { isGroup, settingAt } from '../settings/read.ts';
import { instruct } from './by-hand.ts';
import { planConfigEdit } from './edit.ts';
import { makeLadder } from './ladder.ts';
import { restartFor } from './own-reload.ts';

const modelPath = ['agents', 'defaults', 'model'] as const;

/** Models of the same free quota take turns; whether another provider, who may cost, stands in is the person's to say. */
export const rateCooldown = makeLadder('rate-cooldown', {
  never: ['spend-unasked', 'touch-keys', 'touch-database', 'kickstart-loop'],
  rungs: [
    {
      name: 'add-fallbacks',
      plan(finding, context) {
        const content = valueOf(context.snapshot.config)?.content;
        if (finding.args.what !== 'unprepared' || content?.kind !== 'parsed') return null;
        const fallbacks = listOthers(finding, content.settings);
        const edit = planFallbacks(content.settings, fallbacks);
        return planConfigEdit(finding, context, {
          rung: 'add-fallbacks',
          edits: [edit],
          restart: restartFor(context.snapshot, modelPath.join('.')),
          questions: [{ code: 'add-fallbacks', models: fallbacks }],
        });
      },
    },
  ],
  otherwise: (finding) => instruct(finding, ['openclaw models status', 'openclaw models list', 'clawtender models']),
});

function listOthers({ args: { provider, model } }: Finding<'rate-cooldown'>, settings: Settings): readonly string[] {
  const ids = listModelIds(settingAt(settings, ['models', 'providers', provider]));
  return ids.filter((id) => id !== model).map((id) => `${provider}/${id}`);
}

/** A model that is written as a text becomes a group with that text as its first. */
function planFallbacks(settings: Settings, fallbacks: readonly string[]): ConfigEdit {
  const model = settingAt(settings, modelPath);
  if (isGroup(model)) return { op: 'set', path: [...modelPath, 'fallbacks'], value: fallbacks };
  return { op: 'set', path: modelPath, value: { primary: typeof model === 'string' ? model : '', fallbacks } };
}
