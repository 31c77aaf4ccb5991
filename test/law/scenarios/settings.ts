import { ownVariable } from '../../core/provider-machines.ts';
import {
  closedEndpoint,
  closedWithoutToken,
  expiredLogin,
  ghostProvider,
  hiddenProvider,
  keyInShell,
  keyNowhere,
  manySessions,
  minimalProfile,
  proxied,
  proxiedLinux,
  proxyInShell,
  refusedModel,
  removedLogin,
  replacedModel,
  shellZone,
  splitAuth,
  staleModels,
  unknownModel,
  whitelist,
} from '../../core/settings-machines.ts';

/** Machines on which models, tools, or what the service is given, are not as they should be. */
export const settingsScenarios = {
  'env-key-missing': [keyInShell, keyNowhere, ownVariable, proxyInShell],
  'models-json-stale': [staleModels, ghostProvider],
  'agent-auth-split': [splitAuth],
  'model-allowlist': [replacedModel, hiddenProvider, refusedModel, unknownModel],
  'tools-whitelist': [whitelist, minimalProfile],
  'http-endpoint-off': [closedEndpoint, closedWithoutToken],
  'proxy-loopback': [proxied, proxiedLinux],
  'oauth-expired': [removedLogin, expiredLogin],
  'session-bloat': [manySessions],
  'tz-shift': [shellZone],
} as const;
