import { absent, known } from '../../../app/core/model/reading.ts';
import { makeRemoteConfig } from '../make-machine.ts';
import { at } from '../make-moment.ts';
import { cannotRead, makeBrokenConfig, makeConfig, makeConfigContent } from '../make-running.ts';
import { makeDefinition, makeServiceEnvironment } from '../make-service.ts';
import { makeEnvironment, makeSnapshot, makeTarget } from '../make-snapshot.ts';
import { checkRule } from './check-rule.ts';

const configured = (port: number | null) => known(makeConfig({ content: makeConfigContent({ port }) }), at);
const pinned = (port: number | null) =>
  known(makeDefinition({ portArgument: port, environment: makeServiceEnvironment({ gatewayPort: null }) }), at);
const loud = { subject: '18789', severity: 'degraded', certainty: 'certain' } as const;

checkRule('port-config-mismatch', {
  silent: [
    { name: 'both say the same', snapshot: makeSnapshot({ config: configured(18_789) }) },
    {
      name: 'the service is not pinned',
      snapshot: makeSnapshot({ definition: pinned(null), config: configured(18_795) }),
    },
    { name: 'no configuration', snapshot: makeSnapshot({ definition: pinned(19_000), config: absent(at) }) },
    {
      name: 'a broken one says nothing',
      snapshot: makeSnapshot({ definition: pinned(19_000), config: known(makeBrokenConfig(), at) }),
    },
    {
      name: 'an unreadable one says nothing',
      snapshot: makeSnapshot({ definition: pinned(19_000), config: cannotRead() }),
    },
    { name: 'remote mode', snapshot: makeSnapshot({ definition: pinned(19_000), config: makeRemoteConfig() }) },
    {
      name: 'the environment says the service’s port: meant',
      snapshot: makeSnapshot({
        config: configured(18_795),
        environment: makeEnvironment({ variables: { OPENCLAW_GATEWAY_PORT: '127.0.0.1:18789' } }),
      }),
    },
    {
      name: 'a named profile has a port of its own',
      snapshot: makeSnapshot({
        definition: pinned(28_931),
        target: makeTarget({ profile: 'work' }),
        config: configured(null),
      }),
    },
  ],
  loud: [
    {
      name: 'gateway.port was edited',
      snapshot: makeSnapshot({ config: configured(18_795) }),
      ...loud,
      args: { servicePort: 18_789, configPort: 18_795 },
      evidence: ['--port 18789', 'port: 18795'],
    },
    {
      name: 'pinned by the environment of the service',
      snapshot: makeSnapshot({
        definition: known(makeDefinition({ portArgument: null }), at),
        config: configured(18_795),
      }),
      ...loud,
      args: { servicePort: 18_789, configPort: 18_795 },
      evidence: ['OPENCLAW_GATEWAY_PORT = 18789'],
    },
    {
      name: 'the configuration went back to the default',
      snapshot: makeSnapshot({ definition: pinned(19_000) }),
      ...loud,
      subject: '19000',
      args: { servicePort: 19_000, configPort: 18_789 },
      evidence: ['--port 19000', 'no gateway.port: 18789'],
    },
  ],
});
