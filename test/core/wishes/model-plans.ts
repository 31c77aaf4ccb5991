import { readFileSync } from 'node:fs';
import path from 'node:path';
import { editText } from '../../../app/core/config-edit/edit-text.ts';
import { deriveFacts } from '../../../app/core/facts.ts';
import { makeProviderWish } from '../../../app/core/make-provider-wish.ts';
import { emptyMemory } from '../../../app/core/model/memory.ts';
import type { ModelWish, ProviderAddWish } from '../../../app/core/model/model-wish.ts';
import type { ProviderRequest } from '../../../app/core/model/provider-request.ts';
import type { RepairOffer, RepairPlan } from '../../../app/core/model/repair.ts';
import type { Settings } from '../../../app/core/model/setting.ts';
import type { Snapshot } from '../../../app/core/model/snapshot.ts';
import type { ConfigObject } from '../../../app/core/parse/config.ts';
import { derivePortOwner } from '../../../app/core/port-owner.ts';
import { validateConfig } from '../../../app/core/validation/validate-config.ts';
import { planWish } from '../../../app/core/wishes/index.ts';
import { configured, type Setup } from '../configured-machines.ts';
import { makeStatus } from '../make-picture.ts';

export const versions = ['2026.3.13', '2026.9.6'] as const;
export type Version = (typeof versions)[number];

export const asked: ProviderRequest = {
  preset: 'ark-coding-plan',
  plan: null,
  region: null,
  address: null,
  key: { kind: 'typed', ticket: 't-1', name: null },
  models: null,
  isDefault: true,
};

export function wishFor(
  request: Partial<ProviderRequest>,
  version: string,
  offered: readonly string[] | null = null,
): ProviderAddWish {
  const facts = { version, isThere: () => false, isHere: () => false, offered };
  const wish = makeProviderWish({ ...asked, ...request }, facts);
  if ('kind' in wish) throw new Error(JSON.stringify(wish));
  return wish;
}

export function planOn(wish: ModelWish, snapshot: Snapshot): RepairOffer {
  const memory = emptyMemory;
  const facts = deriveFacts(snapshot, memory);
  const owner = derivePortOwner(snapshot);
  const context = { snapshot, status: makeStatus(), memory, facts, owner, tried: [], askedToEnd: [], devices: null };
  return planWish(wish, context);
}

export interface Planned {
  readonly plan: RepairPlan;
  /** What the configuration says afterwards. */
  readonly after: Settings;
  readonly questions: readonly string[];
  /** Settings that change, in the order of the plan. */
  readonly steps: readonly string[];
}

/** The plan, carried out on the text of the configuration, which then is what this version of OpenClaw takes. */
export function planned(wish: ModelWish, version: Version, settings: Settings, setup: Setup = {}): Planned {
  const offer = planOn(wish, configured(settings, { version, ...setup }));
  if (offer.kind !== 'repair') throw new Error(JSON.stringify(offer));
  let text = JSON.stringify({ gateway: { mode: 'local', auth: { mode: 'token' } }, ...settings }, null, 2);
  for (const step of offer.steps) {
    if (step.kind !== 'edit-config') continue;
    const edits = step.edits.map((edit) => {
      if (edit.op === 'copy') throw new Error('nothing is copied here');
      return edit;
    });
    const edited = editText(text, edits);
    if (edited.kind !== 'edited') throw new Error(JSON.stringify(edited));
    text = edited.text;
  }
  const after = JSON.parse(text) as ConfigObject;
  const complaints = validateConfig(after, schemaOf(version), version);
  if (complaints.length > 0) throw new Error(JSON.stringify(complaints));
  return {
    plan: offer,
    after: after as Settings,
    questions: offer.questions.map(({ code }) => code),
    steps: offer.steps.map(({ kind }) => kind),
  };
}

function schemaOf(version: Version): Parameters<typeof validateConfig>[1] {
  const file = path.join(import.meta.dirname, `../../../app/platform/node/openclaw-schemas/${version}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as Parameters<typeof validateConfig>[1];
}
