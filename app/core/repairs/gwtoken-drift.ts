import type { Finding } from '../model/finding.ts';
import type { RepairOffer, RepairStep } from '../model/repair.ts';
import { credentialVariables } from '../tokens.ts';
import { quote } from '../rules/evidence.ts';
import { instruct } from './by-hand.ts';
import { planConfigEdit } from './edit.ts';
import { makeLadder } from './ladder.ts';
import { makePlan } from './plan-parts.ts';
import { planReinstall, programOfService } from './reinstall.ts';
import type { RepairContext } from './repair.ts';
import { planSafeRestart } from './safe-restart.ts';

type Drift = Finding<'gwtoken-drift'>;

/** The stale copy goes, each where it stands; the one that the gateway asks for is never touched, and none is made. */
export const gwtokenDrift = makeLadder('gwtoken-drift', {
  never: ['new-token', 'weaken-access', 'delete-anything', 'clear-devices', 'doctor-fix'],
  rungs: [
    {
      name: 'remove-line',
      plan(finding, context) {
        const { place, path, secret } = finding.args;
        const isFile = place === 'state-dotenv' || place === 'moved-dotenv' || place === 'gateway-env';
        if (!isFile || path === null) return null;
        const names = [credentialVariables[secret]];
        return planQuietly(finding, context, 'remove-line', [
          { kind: 'keep-copy', paths: [path] },
          { kind: 'remove-env-line', path, names },
        ]);
      },
    },
    {
      name: 'unset-variable',
      plan(finding, context) {
        if (finding.args.place !== 'login-session') return null;
        const name = credentialVariables[finding.args.secret];
        return planQuietly(finding, context, 'unset-variable', [{ kind: 'unset-login-variable', name }]);
      },
    },
    {
      name: 'remove-remote',
      plan(finding, context) {
        if (finding.args.place !== 'remote') return null;
        const edits = [{ op: 'remove', path: ['gateway', 'remote', finding.args.secret] }] as const;
        return planConfigEdit(finding, context, { rung: 'remove-remote', edits, restart: 'never' });
      },
    },
    {
      name: 'restart',
      plan: (finding, context) =>
        finding.args.place === 'running' ? planSafeRestart(finding, context, 'restart') : null,
    },
    {
      name: 'reinstall',
      plan(finding, context) {
        const { place } = finding.args;
        if (place !== 'service' && place !== 'service-file') return null;
        const program = programOfService(context.snapshot);
        return program === null ? null : planReinstall(finding, context, { rung: 'reinstall', program });
      },
    },
  ],
  otherwise: (finding) => instruct(finding, commandsFor(finding)),
});

function planQuietly(finding: Drift, context: RepairContext, rung: string, steps: readonly RepairStep[]): RepairOffer {
  return makePlan(finding, context, { rung, steps, interrupts: false, questions: [], goal: null });
}

function commandsFor({ args }: Drift): readonly string[] {
  const { place, path, secret } = args;
  const name = credentialVariables[secret];
  const install = ['openclaw gateway install --force', 'openclaw gateway restart'];
  const byPlace: Readonly<Record<Drift['args']['place'], readonly string[]>> = {
    service: install,
    'service-file': install,
    'state-dotenv': [`grep -n ${name} ${quote(path ?? '.env')}`],
    'moved-dotenv': [`grep -n ${name} ${quote(path ?? '.env')}`],
    'gateway-env': [`grep -n ${name} ${quote(path ?? 'gateway.env')}`],
    'login-session': [`launchctl unsetenv ${name}`],
    shell: [`grep -n ${name} ~/.zshrc ~/.zprofile ~/.zshenv ~/.bash_profile ~/.bashrc ~/.profile`, `unset ${name}`],
    remote: [`openclaw config unset gateway.remote.${secret}`],
    unshared: ['openclaw configure --section gateway', 'openclaw gateway install --force'],
    running: ['openclaw gateway restart'],
  };
  return byPlace[place];
}
