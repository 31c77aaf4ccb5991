import type { AgentBinding } from '../model/model-wish.ts';
import type { ConfigEdit } from '../model/repair.ts';
import type { PlainValue, Setting, Settings } from '../model/setting.ts';
import { quote } from '../rules/evidence.ts';
import { listConfiguredAgents } from '../settings/configured-agents.ts';
import { settingAt, textAt } from '../settings/read.ts';
import { planModelEdits, readBasis } from './plan-model-edits.ts';
import { type PlanWish, subjectOf, type WishOf } from './wish.ts';

/** Places of a channel go to agents of their own. An agent that is not there yet is OpenClaw's to make, with its folders. */
export const bindAgents: PlanWish<WishOf<'agent-bind'>> = (wish, context) => {
  const basis = readBasis(wish, context);
  if ('kind' in basis) return basis;
  const { settings } = basis;
  const known = new Set(listConfiguredAgents(settings).map(({ id }) => id));
  const missing = [...new Set(wish.bindings.map(({ agentId }) => agentId.toLowerCase()))].filter(
    (id) => !known.has(id),
  );
  if (missing.length > 0) {
    const { code, id: findingId } = subjectOf(wish);
    return { kind: 'instructions', code, findingId, commands: missing.map((id) => `openclaw agents add ${quote(id)}`) };
  }
  return planModelEdits(wish, context, { edits: editBindings(settings, wish.bindings) });
};

function editBindings(settings: Settings, wished: readonly AgentBinding[]): readonly ConfigEdit[] {
  const list = settingAt(settings, ['bindings']);
  const now = Array.isArray(list) ? (list as readonly Setting[]) : null;
  const changed = wished.flatMap((binding): readonly ConfigEdit[] => {
    const index = now?.findIndex((entry) => isFor(entry, binding)) ?? -1;
    if (index < 0 || textAt(now?.[index], ['agentId']) === binding.agentId) return [];
    return [{ op: 'set', path: ['bindings', index, 'agentId'], value: binding.agentId }];
  });
  const added = wished.filter((binding) => !(now ?? []).some((entry) => isFor(entry, binding))).map(makeBinding);
  if (now === null) return added.length === 0 ? [] : [{ op: 'set', path: ['bindings'], value: added }];
  return [
    ...changed,
    ...added.map((value, index): ConfigEdit => ({ op: 'set', path: ['bindings', now.length + index], value })),
  ];
}

function isFor(entry: Setting, { channel, peerId }: AgentBinding): boolean {
  const match = settingAt(entry, ['match']);
  return textAt(match, ['channel']) === channel && textAt(match, ['peer', 'id']) === peerId;
}

/** OpenClaw 2026.3.13 and 2026.9.6. */
function makeBinding({ agentId, channel, peerId }: AgentBinding): PlainValue {
  return { agentId, match: { channel, peer: { kind: 'channel', id: peerId } } };
}
