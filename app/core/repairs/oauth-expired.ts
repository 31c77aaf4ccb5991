import { valueOf } from '../model/reading.ts';
import { quote } from '../rules/evidence.ts';
import { isVersionBetween } from '../versions.ts';
import { makeByHand } from './by-hand.ts';

/** A login is the person's; nothing of the old one can be turned into a key. */
export const oauthExpired = makeByHand(
  'oauth-expired',
  ['touch-keys', 'update-or-install'],
  ({ args }, { snapshot }) =>
    args.what === 'removed'
      ? [
          // A package of its own in 2026.9.6; since when, is not known.
          ...(isVersionBetween(valueOf(snapshot.install)?.version, '2026.9.1', null)
            ? ['openclaw plugins install @openclaw/qwen-provider']
            : []),
          'openclaw onboard --auth-choice qwen-api-key',
          'openclaw onboard --auth-choice qwen-api-key-cn',
          'openclaw models set qwen/qwen3.5-plus',
        ]
      : [`openclaw models auth login --provider ${quote(args.provider)}`, 'openclaw models status'],
);
