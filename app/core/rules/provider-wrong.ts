import type { Finding } from '../model/finding.ts';
import { findPaths, findPlanAddresses } from '../provider-faults/address.ts';
import { findApis } from '../provider-faults/api.ts';
import { findUnbound } from '../provider-faults/bindings.ts';
import { deriveFaultCase } from '../provider-faults/case.ts';
import type { Fault } from '../provider-faults/case.ts';
import { findConnectors } from '../provider-faults/connector.ts';
import { findKeys } from '../provider-faults/keys.ts';
import { findModelIds, findTold } from '../provider-faults/models.ts';
import { findNames } from '../provider-faults/names.ts';
import { readConfigured } from './configured.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

/**
 * A provider that is known, at an address, with a model or a key, that do not belong together; a connector that does
 * not fit the gateway; an agent that nothing reaches. Silent about addresses that nobody knows: a proxy of one's own may
 * have the same paths and other models. What costs money is never put right without a question.
 */
export const providerWrong: Rule<'provider-wrong'> = {
  code: 'provider-wrong',
  graceMs: 10_000,
  causes: ['config-syntax', 'models-json-stale'],
  find(snapshot, context) {
    const configured = readConfigured(snapshot, context);
    if (configured === null) return [];
    const each = deriveFaultCase(snapshot, configured.settings, configured.version);
    const own = [findPlanAddresses, findPaths, findApis, findModelIds, findNames].flatMap((find) => find(each));
    const explained = new Set(own.map(({ args }) => args.provider.trim().toLowerCase()));
    const rest = [...findTold(each, explained), ...findKeys(each), ...findConnectors(each), ...findUnbound(each)];
    return [...own, ...rest].map(report);
  },
};

function report({ args, about, severity, certainty, evidence }: Fault): Finding<'provider-wrong'> {
  const subject = [args.why, args.provider, ...(about === undefined ? [] : [about])].join('/');
  return makeFinding('provider-wrong', subject, { severity, certainty, args, evidence });
}
