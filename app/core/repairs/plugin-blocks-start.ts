import { makeByHand } from './by-hand.ts';

/** A channel that is switched off loses messages, and a plugin's update is an installation. */
export const pluginBlocksStart = makeByHand(
  'plugin-blocks-start',
  ['change-config', 'update-or-install', 'delete-anything', 'doctor-fix'],
  ({ args: { plugin, blocks } }) => {
    const id = plugin ?? 'PLUGIN';
    const switchOff = [`openclaw config set plugins.entries.${id}.enabled false`];
    return [
      'openclaw plugins list',
      `openclaw plugins update ${id}`,
      ...(blocks === 'start' ? switchOff : []),
      'openclaw gateway restart',
    ];
  },
);
