import { quote } from '../rules/evidence.ts';
import { makeByHand } from './by-hand.ts';

/** A login is the person's; nothing of the old one can be turned into a key. */
export const oauthExpired = makeByHand('oauth-expired', ['touch-keys', 'update-or-install'], ({ args }) =>
  args.what === 'removed'
    ? [
        'openclaw onboard --auth-choice qwen-api-key',
        'openclaw onboard --auth-choice qwen-api-key-cn',
        'openclaw models set qwen/qwen3.5-plus',
      ]
    : [`openclaw models auth login --provider ${quote(args.provider)}`, 'openclaw models status'],
);
