import { valueOf } from '../model/reading.ts';
import type { ServiceDefinition } from '../model/service.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { defaultPort } from '../model/target.ts';
import { isHandsOff } from './circumstances.ts';
import { definitionEvidence, quote } from './evidence.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

/**
 * The service is pinned to one port, the configuration names another: a restart does not rewrite the definition.
 * A port in the environment is meant; a named profile without a port has one of its own.
 */
export const portConfigMismatch: Rule<'port-config-mismatch'> = {
  code: 'port-config-mismatch',
  graceMs: 0,
  causes: ['profile-split'],
  find(snapshot, context) {
    const definition = valueOf(snapshot.definition);
    const servicePort = definition === undefined ? null : pinnedPort(definition);
    const configPort = configuredPort(snapshot);
    if (definition === undefined || servicePort === null || configPort === null || servicePort === configPort)
      return [];
    if (isHandsOff(snapshot, context) || isMeant(snapshot, servicePort)) return [];
    return [
      makeFinding('port-config-mismatch', String(servicePort), {
        severity: 'degraded',
        certainty: 'certain',
        args: { servicePort, configPort },
        evidence: [
          definitionEvidence(definition, pinLine(definition, servicePort)),
          { command: `grep -n port ${quote(snapshot.target.configPath)}`, line: configLine(snapshot, configPort) },
        ],
      }),
    ];
  },
};

function pinnedPort(definition: ServiceDefinition): number | null {
  return definition.portArgument ?? definition.environment.gatewayPort;
}

function configuredPort(snapshot: Snapshot): number | null {
  const content = valueOf(snapshot.config)?.content;
  if (content?.kind !== 'parsed') return null;
  return content.port ?? (snapshot.target.profile === null ? defaultPort : null);
}

function isMeant(snapshot: Snapshot, servicePort: number): boolean {
  return (snapshot.environment.variables.OPENCLAW_GATEWAY_PORT ?? '').trim().endsWith(String(servicePort));
}

function pinLine(definition: ServiceDefinition, port: number): string {
  return definition.portArgument === null ? `OPENCLAW_GATEWAY_PORT = ${port}` : `--port ${port}`;
}

function configLine(snapshot: Snapshot, port: number): string {
  const content = valueOf(snapshot.config)?.content;
  return content?.kind === 'parsed' && content.port === null ? `no gateway.port: ${port}` : `port: ${port}`;
}
