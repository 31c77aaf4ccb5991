/** What is asked before models and their providers are set up or put right. */
export type ModelQuestion =
  /** Requests go to another address, where they may cost something else. */
  | { readonly code: 'change-address'; readonly provider: string; readonly from: string; readonly to: string }
  /** Another model answers. */
  | { readonly code: 'change-model'; readonly from: string; readonly to: string }
  /** Other models answer when the first one does not. */
  | { readonly code: 'add-fallbacks'; readonly models: readonly string[] }
  /** Of a provider that is set up: its entry has another address now. */
  | { readonly code: 'replace-address'; readonly provider: string; readonly from: string; readonly to: string }
  /** The names of models become the list of all that may be chosen; `models`: the others that come into it. */
  | { readonly code: 'begin-list'; readonly models: readonly string[] }
  /** Another place has the variable, too, and goes before `.env`. */
  | { readonly code: 'stronger-variable'; readonly name: string; readonly place: string }
  /** OpenClaw takes the key from `name`, which is set, and only without it from the configuration. */
  | { readonly code: 'stronger-name'; readonly name: string; readonly own: string; readonly provider: string }
  /** An agent has a key of its own, which goes before that of the configuration. */
  | { readonly code: 'stronger-profile'; readonly provider: string; readonly profiles: readonly string[] };
