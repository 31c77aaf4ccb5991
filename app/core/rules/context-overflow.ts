import type { Finding } from '../model/finding.ts';
import { deriveFaultCase } from '../provider-faults/case.ts';
import type { FaultCase } from '../provider-faults/case.ts';
import { listProviderSaid } from '../provider-said.ts';
import type { ProviderSaid } from '../provider-said.ts';
import { readConfigured, settingEvidence } from './configured.ts';
import { markEvidence } from './log-evidence.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

/** A conversation goes on, or is begun anew: then what was said before is over. */
const lately = 6 * 3_600_000;

/** A conversation has become longer than its model can take. */
export const contextOverflow: Rule<'context-overflow'> = {
  code: 'context-overflow',
  graceMs: 0,
  causes: ['config-syntax'],
  find(snapshot, context) {
    const configured = readConfigured(snapshot, context);
    if (configured === null) return [];
    const each = deriveFaultCase(snapshot, configured.settings, configured.version);
    const said = listProviderSaid(snapshot, 'context-overflow').filter(
      ({ mark }) => mark.at !== null && snapshot.at - mark.at <= lately,
    );
    const refs = [...new Set(said.map(refOf))];
    return refs.map((ref) =>
      report(
        each,
        ref,
        said.filter((one) => refOf(one) === ref),
      ),
    );
  },
};

function refOf({ provider, model }: ProviderSaid): string {
  return model === null ? provider : `${provider}/${model}`;
}

function report(
  { snapshot, entries }: FaultCase,
  ref: string,
  said: readonly ProviderSaid[],
): Finding<'context-overflow'> {
  const last = said.findLast(({ words }) => /exceed/.test(words)) ?? said.at(-1);
  const entry = entries.find(({ name }) => name === last?.provider);
  const model = entry?.models.find(({ id }) => id === last?.model);
  const window = model?.settings['contextWindow'];
  const configured = typeof window === 'number' ? window : null;
  const known = entry?.known?.provider.models.find(({ id }) => id === last?.model)?.contextWindow ?? null;
  return makeFinding('context-overflow', ref, {
    severity: 'notice',
    certainty: 'certain',
    args: { model: last?.model ?? null, words: last?.words ?? '', window: configured, known },
    evidence: [
      ...markEvidence(
        snapshot,
        said.map(({ mark }) => mark),
      ),
      ...(configured === null ? [] : [settingEvidence(snapshot, 'contextWindow', `"contextWindow": ${configured}`)]),
    ],
  });
}
