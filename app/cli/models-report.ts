import type { ListedModel, ModelsReading, ProviderReading } from '../core/model/models-reading.ts';
import type { ProviderTest } from '../core/model/provider-test.ts';

/** What `models --json` and `providers --json` print. Field names are an interface: only add. No key is in it. */
export interface ModelsReport {
  readonly schema: 1;
  /** `null`: OpenClaw's own choice. */
  readonly primary: string | null;
  readonly fallbacks: readonly string[];
  readonly models: readonly ListedModel[];
  /** The setting that says which models may be chosen; `null`: all may. */
  readonly list: string | null;
}

export interface ProvidersReport {
  readonly schema: 1;
  readonly providers: readonly (Omit<ProviderReading, 'test'> & { readonly test: ProviderTestReport | null })[];
}

export interface ProviderTestReport extends Omit<ProviderTest, 'at'> {
  /** ISO 8601 in UTC. */
  readonly at: string;
}

export function deriveModelsReport({ primary, fallbacks, models, list }: ModelsReading): ModelsReport {
  return { schema: 1, primary: primary?.ref ?? null, fallbacks: fallbacks.map(({ ref }) => ref), models, list };
}

export function deriveProvidersReport({ providers }: ModelsReading): ProvidersReport {
  return {
    schema: 1,
    providers: providers.map((each) => ({ ...each, test: each.test === null ? null : reportTest(each.test) })),
  };
}

export function reportTest(test: ProviderTest): ProviderTestReport {
  return { ...test, at: new Date(test.at).toISOString() };
}
