import { makeByHand } from './by-hand.ts';

/** Settings of the whole system, and of Windows: a person's to make. */
export const systemdWsl = makeByHand('systemd-wsl', ['sudo', 'update-or-install'], ({ args }, { snapshot }) => {
  if (args.why === 'no-linger') return ['loginctl enable-linger', 'loginctl show-user -p Linger'];
  if (args.isWsl) return [`printf '[boot]\\nsystemd=true\\n' | sudo tee -a /etc/wsl.conf`, 'wsl.exe --shutdown'];
  return [
    `export XDG_RUNTIME_DIR=/run/user/${snapshot.environment.uid}`,
    'systemctl --user status',
    'loginctl enable-linger',
  ];
});
