import { quote } from '../rules/evidence.ts';
import { makeByHand } from './by-hand.ts';

/** Which of the two is meant to live, only the person knows; folders are never merged. */
export const profileSplit = makeByHand('profile-split', ['delete-anything', 'change-config'], ({ args }) => {
  const { what, service } = args;
  if (what === 'profile') {
    const option = service === 'default' ? '' : ` --profile ${quote(service)}`;
    return [`openclaw${option} gateway status`];
  }
  const variable = { 'state-dir': 'OPENCLAW_STATE_DIR', 'config-path': 'OPENCLAW_CONFIG_PATH', home: 'HOME' }[what];
  return [`env ${variable}=${quote(service)} openclaw gateway status`];
});
