import type { RepairQuestion } from '../model/repair.ts';
import { allowsModel, deriveModelPolicy } from '../settings/model-policy.ts';
import { writePath } from '../settings/read.ts';
import { editAlias, editChoice, editNames, findDefaultAgent, type NamesEdit } from './model-edits.ts';
import { type ModelBasis, planModelEdits, readBasis } from './plan-model-edits.ts';
import type { PlanWish, WishOf } from './wish.ts';

/** The default agent uses another model; where a list says which may be used, it comes into it. */
export const useModel: PlanWish<WishOf<'model-use'>> = (wish, context) => {
  const basis = readBasis(wish, context);
  if ('kind' in basis) return basis;
  const { ref } = wish;
  const listed = listIfHidden([ref], basis);
  const edits = [...listed.edits, ...editChoice(basis.settings, { primary: ref })];
  return planModelEdits(wish, context, { edits, questions: listed.questions });
};

/** Who stands in, in this order. */
export const setFallbacks: PlanWish<WishOf<'model-fallbacks'>> = (wish, context) => {
  const basis = readBasis(wish, context);
  if ('kind' in basis) return basis;
  const { refs } = wish;
  const listed = listIfHidden(refs, basis);
  const edits = [...listed.edits, ...editChoice(basis.settings, { fallbacks: refs })];
  return planModelEdits(wish, context, { edits, questions: listed.questions });
};

export const setAlias: PlanWish<WishOf<'model-alias'>> = (wish, context) => {
  const basis = readBasis(wish, context);
  if ('kind' in basis) return basis;
  const named = editAlias(basis.settings, basis.version, wish);
  return planModelEdits(wish, context, { edits: named.edits, questions: askAboutList(named) });
};

/** That a list comes into being, which hides all that it does not name. */
export function askAboutList({ listed }: NamesEdit): readonly RepairQuestion[] {
  return listed === null || listed.length === 0 ? [] : [{ code: 'begin-list', models: listed }];
}

function listIfHidden(refs: readonly string[], { settings, version }: ModelBasis) {
  const policy = deriveModelPolicy(settings, version, findDefaultAgent(settings));
  const hidden = policy === null ? [] : refs.filter((ref) => !allowsModel(policy, ref));
  if (policy === null || hidden.length === 0) return { edits: [], questions: [] };
  const { edits } = editNames(
    settings,
    version,
    hidden.map((ref) => ({ ref, alias: null })),
  );
  const list = writePath(policy.path);
  const questions = hidden.map((model): RepairQuestion => ({ code: 'allow-model', model, list }));
  return { edits, questions };
}
