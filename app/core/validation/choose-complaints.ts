import type { SettingPath } from '../model/setting.ts';
import type { Complaint, Remark } from './schema-complaint.ts';

/** Of each union the one form that was meant, or that none fits; of every place one complaint. */
export function chooseComplaints(remarks: readonly Remark[]): readonly Complaint[] {
  const all = remarks.flatMap((remark) => (remark.kind === 'complaint' ? [remark.complaint] : chooseForm(remark)));
  const byPlace = new Map(all.toReversed().map((complaint) => [JSON.stringify(complaint.path), complaint]));
  return all.filter((complaint) => byPlace.get(JSON.stringify(complaint.path)) === complaint);
}

function chooseForm({ path, forms }: Extract<Remark, { kind: 'union' }>): readonly Complaint[] {
  const chosen = forms.map(chooseComplaints);
  const shaped = chosen.filter((complaints) => !complaints.some((each) => refuses(each, path)));
  const meant = shaped.filter((complaints) => !complaints.some((each) => each.allowed.length > 0));
  const [only, ...others] = meant.length > 0 ? meant : shaped;
  return only !== undefined && others.length === 0 ? only : [refuseAll(path, chosen.flat())];
}

/** The value itself is none of this form, whatever is in it. */
function refuses({ path, kind }: Complaint, union: SettingPath): boolean {
  return path.length === union.length && (kind === 'wrong-type' || kind === 'wrong-value');
}

function refuseAll(path: SettingPath, complaints: readonly Complaint[]): Complaint {
  const own = complaints.filter((complaint) => refuses(complaint, path));
  const allowed = [...new Set(own.flatMap((complaint) => complaint.allowed))];
  const isType = own.length > 0 && own.every(({ kind }) => kind === 'wrong-type');
  const [first] = own;
  const isOne = first !== undefined && own.every(({ message }) => message === first.message);
  return {
    path,
    kind: isType ? 'wrong-type' : 'wrong-value',
    message: isOne ? first.message : 'it has none of the forms that OpenClaw takes',
    allowed,
  };
}
