import { absent } from '../../../app/core/model/reading.ts';
import { configured, makePlace } from '../configured-machines.ts';
import { at } from '../make-moment.ts';
import { shellZone } from '../settings-machines.ts';
import { checkRule } from './check-rule.ts';

const shell = makePlace('shell', { names: ['TZ'] });

checkRule('tz-shift', {
  silent: [
    { name: 'nobody sets a time zone', snapshot: configured({}, { places: [makePlace('shell')] }) },
    { name: 'an app without a shell', snapshot: configured({}, { places: [makePlace('service')] }) },
    {
      name: 'the service has one, too',
      snapshot: configured({}, { places: [shell, makePlace('state-dotenv', { names: ['TZ'] })] }),
    },
    {
      name: 'the agents have their own',
      snapshot: configured({ agents: { defaults: { userTimezone: 'Asia/Shanghai' } } }, { places: [shell] }),
    },
    {
      name: 'a place that cannot be read',
      snapshot: configured({}, { places: [shell, makePlace('service-file', { names: null })] }),
    },
    { name: 'no service', snapshot: configured({}, { places: [shell], definition: absent(at) }) },
  ],
  loud: [
    {
      ...shellZone,
      subject: 'TZ',
      severity: 'notice',
      certainty: 'likely',
      args: { label: 'ai.openclaw.gateway' },
      evidence: ['set'],
    },
  ],
});
