import { known } from '../../../app/core/model/reading.ts';
import type { ServiceEnvironment } from '../../../app/core/model/service.ts';
import { makePlace } from '../make-access.ts';
import { at } from '../make-moment.ts';
import { makeDefinition, makeServiceEnvironment } from '../make-service.ts';
import { makeEnvironment, makeSnapshot, makeTarget } from '../make-snapshot.ts';
import { checkRule } from './check-rule.ts';

const serviceWith = (change: Partial<ServiceEnvironment>) =>
  known(makeDefinition({ environment: makeServiceEnvironment({ stateDir: null, ...change }) }), at);
const workTarget = makeTarget({
  profile: 'work',
  label: 'ai.openclaw.work',
  stateDir: '/Users/alice/.openclaw-work',
  configPath: '/Users/alice/.openclaw-work/openclaw.json',
});
const moved = (name: string) => known({ places: [makePlace('state-dotenv', { names: [name] })] }, at);
const loud = { severity: 'degraded', certainty: 'certain' } as const;

checkRule('profile-split', {
  silent: [
    {
      name: 'the service names what is the default anyway',
      snapshot: makeSnapshot({ definition: serviceWith({ stateDir: '/Users/alice/.openclaw/' }) }),
    },
    { name: 'the service says nothing', snapshot: makeSnapshot({ definition: serviceWith({ home: null }) }) },
    {
      name: 'the profile called default is none',
      snapshot: makeSnapshot({ definition: serviceWith({ profile: 'default' }) }),
    },
    {
      name: 'a tilde',
      snapshot: makeSnapshot({ definition: serviceWith({ configPath: '~/.openclaw/openclaw.json' }) }),
    },
    {
      name: 'a profile that the person asked for',
      snapshot: makeSnapshot({ target: workTarget, definition: serviceWith({ profile: 'work' }) }),
    },
    {
      name: 'the same profile, by its folder only',
      snapshot: makeSnapshot({
        target: workTarget,
        definition: serviceWith({ stateDir: '/Users/alice/.openclaw-work' }),
      }),
    },
    {
      name: 'the file .env in the state folder says it for the command line, as the service does for itself',
      snapshot: makeSnapshot({
        definition: serviceWith({ configPath: '/Users/alice/claw.json' }),
        credentials: moved('OPENCLAW_CONFIG_PATH'),
      }),
    },
    {
      name: 'the file .env names another state folder',
      snapshot: makeSnapshot({
        definition: serviceWith({ stateDir: '/Users/alice/claw' }),
        credentials: moved('OPENCLAW_STATE_DIR'),
      }),
    },
    {
      name: 'OPENCLAW_HOME in the service, whose value is not kept',
      snapshot: makeSnapshot({ definition: serviceWith({ names: ['OPENCLAW_HOME'], stateDir: '/elsewhere' }) }),
    },
    {
      name: '/var is a link into /private',
      snapshot: makeSnapshot({
        definition: serviceWith({ stateDir: '/private/var/claw' }),
        target: makeTarget({ stateDir: '/var/claw', configPath: '/var/claw/openclaw.json' }),
      }),
    },
  ],
  loud: [
    {
      name: 'the shell carries OPENCLAW_STATE_DIR',
      snapshot: makeSnapshot({
        definition: serviceWith({}),
        environment: makeEnvironment({ variables: { OPENCLAW_STATE_DIR: '/Volumes/Claw' } }),
        target: makeTarget({ stateDir: '/Volumes/Claw', configPath: '/Volumes/Claw/openclaw.json' }),
      }),
      ...loud,
      subject: 'state-dir',
      args: { what: 'state-dir', service: '/Users/alice/.openclaw', shell: '/Volumes/Claw' },
      evidence: ['/Users/alice/.openclaw', '/Volumes/Claw'],
    },
    {
      name: 'the service has a configuration of its own',
      snapshot: makeSnapshot({ definition: serviceWith({ configPath: '/etc/claw.json' }) }),
      ...loud,
      subject: 'config-path',
      args: { what: 'config-path', service: '/etc/claw.json', shell: '/Users/alice/.openclaw/openclaw.json' },
      evidence: ['/etc/claw.json'],
    },
    {
      name: 'the service was installed for another profile',
      snapshot: makeSnapshot({ definition: serviceWith({ profile: 'work' }) }),
      ...loud,
      subject: 'profile',
      args: { what: 'profile', service: 'work', shell: 'default' },
      evidence: ['work', 'default'],
    },
    {
      name: 'the service was installed with another HOME',
      snapshot: makeSnapshot({ definition: serviceWith({ home: '/var/root' }) }),
      ...loud,
      subject: 'home',
      args: { what: 'home', service: '/var/root', shell: '/Users/alice' },
      evidence: ['/var/root'],
    },
  ],
});
