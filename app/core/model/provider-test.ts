/** What a provider answered when a person had it asked for its list of models; that costs nothing. */
export interface ProviderTest {
  /** As in the configuration; of one that is not there yet: as it would be called. */
  readonly provider: string;
  /** What was asked; `null`: there is no address. */
  readonly url: string | null;
  /** Epoch ms. */
  readonly at: number;
  readonly outcome: ProviderTestOutcome;
  /** Variables of the gateway that lead its requests over a proxy; this test went straight. */
  readonly proxies: readonly string[];
}

export type ProviderTestOutcome =
  | { readonly kind: 'asking' }
  /** `missing`: ids of the configuration that the provider does not have. */
  | { readonly kind: 'ok'; readonly models: readonly string[]; readonly missing: readonly string[] }
  /** The address is right, but there is no list to be had: the key was not tried. */
  | { readonly kind: 'no-list' }
  | { readonly kind: 'failed'; readonly problem: ProviderProblem };

export interface ProviderProblem {
  readonly why: ProviderProblemKind;
  readonly httpStatus: number | null;
  /** The name of a variable that is not set, or a technical word; never a key. */
  readonly detail: string | null;
}

export const providerProblems = [
  /** Before anything was asked. */
  'no-address',
  'key-unset',
  'key-unreadable',
  /** On the way. */
  'dns',
  'tls',
  'proxy',
  'refused',
  'timed-out',
  'closed',
  /** What was answered. */
  'no-key',
  'bad-key',
  'rate-limited',
  'wrong-path',
  'moved',
  'web-page',
  'not-a-list',
  'server-error',
  'other-answer',
] as const;
export type ProviderProblemKind = (typeof providerProblems)[number];

/** What came back, before anybody says what it means. */
export type ModelListAnswer =
  | {
      readonly kind: 'answered';
      readonly httpStatus: number;
      readonly contentType: string | null;
      /** At most 1 MiB. */
      readonly body: string;
    }
  /** `code`: as the system calls it. */
  | {
      readonly kind: 'failed';
      readonly why: 'dns' | 'tls' | 'refused' | 'timed-out' | 'closed' | 'other';
      readonly code: string | null;
    };
