import type { Fingerprint, RepairPlan } from '../model/repair.ts';

/** The same content has the same id, whatever the order of its fields; anything else another one. */
export function derivePlanId(content: Omit<RepairPlan, 'id'>): string {
  return hashText(writeSorted(content));
}

/** Sixteen hexadecimal digits. */
export function hashText(text: string): string {
  return `${hash(text, 0x81_1c_9d_c5)}${hash(text, 0x2f_6e_2b_1d)}`;
}

/** The plan with what its files hold now (`null`: missing): from here on it is about these very contents. */
export function pinFiles(plan: RepairPlan, sha256ByPath: ReadonlyMap<string, string | null>): RepairPlan {
  const pin = (entry: Fingerprint): Fingerprint =>
    entry.kind === 'file' ? { ...entry, sha256: sha256ByPath.get(entry.path) ?? null } : entry;
  const { id: _id, ...content } = { ...plan, basedOn: plan.basedOn.map(pin) };
  return { ...content, id: derivePlanId(content) };
}

function writeSorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeSorted).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${writeSorted(item)}`).join(',')}}`;
}

/** FNV-1a over UTF-16 units: tells plans apart, and is no protection against anybody. */
function hash(text: string, seed: number): string {
  let state = seed;
  for (let index = 0; index < text.length; index += 1) state = Math.imul(state ^ text.charCodeAt(index), 0x01_00_01_93);
  return (state >>> 0).toString(16).padStart(8, '0');
}
