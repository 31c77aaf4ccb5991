import { recentMarks } from '../log-life.ts';
import { valueOf } from '../model/reading.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { listGatewayCallers, listLoopbackUsers } from '../settings/loopback-users.ts';
import { groupAt } from '../settings/read.ts';
import { readConfigured, settingEvidence } from './configured.ts';
import { markEvidence } from './log-evidence.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

/**
 * A channel asks this gateway at `/v1/chat/completions`, which is off unless the configuration says so: it is answered
 * 404 (2026.3.13 and 2026.9.6). Silent when it calls another gateway.
 */
export const httpEndpointOff: Rule<'http-endpoint-off'> = {
  code: 'http-endpoint-off',
  graceMs: 10_000,
  causes: ['config-syntax'],
  find(snapshot, context) {
    const configured = readConfigured(snapshot, context);
    if (configured === null) return [];
    const { settings } = configured;
    const endpoint = groupAt(settings, ['gateway', 'http', 'endpoints', 'chatCompletions']);
    if (endpoint['enabled'] !== undefined && endpoint['enabled'] !== false) return [];
    const here = new Set(
      listLoopbackUsers(settings)
        .filter(({ port }) => port === null || port === snapshot.port.port)
        .map(({ path: [top, id] }) => (top === 'channels' ? id : null)),
    );
    return listGatewayCallers(settings)
      .filter(({ id }) => here.has(id))
      .map(({ id }) => {
        const marks = recentMarks(snapshot, 'endpoint-off');
        return makeFinding('http-endpoint-off', id, {
          severity: 'degraded',
          certainty: 'certain',
          args: { channel: id, authMode: authModeOf(snapshot) },
          evidence: [
            settingEvidence(snapshot, 'chatCompletions', endpointLine(endpoint['enabled'] === false)),
            settingEvidence(snapshot, `"${id}"`, `channels.${id}`),
            ...markEvidence(snapshot, marks),
          ],
        });
      });
  },
};

function authModeOf(snapshot: Snapshot): string | null {
  const content = valueOf(snapshot.config)?.content;
  return content?.kind === 'parsed' ? content.authMode : null;
}

function endpointLine(isWritten: boolean): string {
  return isWritten ? '"chatCompletions": { "enabled": false }' : 'chatCompletions: not set';
}
