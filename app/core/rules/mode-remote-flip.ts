import { nameWriter } from '../history/writer-name.ts';
import type { ConfigFile } from '../model/config-file.ts';
import type { Version } from '../model/history.ts';
import type { FindingArgsByCode } from '../model/finding.ts';
import { valueOf } from '../model/reading.ts';
import { SecretMark } from '../model/setting.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { settingAt, textAt } from '../settings/read.ts';
import { quote } from './evidence.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

/**
 * The configuration says that the gateway is on another computer, though this one had it: a service stands here and a
 * gateway ran on `local` before; or what should be the other computer's token is the output of some command. Whoever
 * set it so by OpenClaw's own commands meant it.
 */
export const modeRemoteFlip: Rule<'mode-remote-flip'> = {
  code: 'mode-remote-flip',
  graceMs: 10_000,
  causes: [],
  find(snapshot) {
    const config = valueOf(snapshot.config);
    if (config?.content.kind !== 'parsed' || config.content.mode !== 'remote') return [];
    if (snapshot.definition.status !== 'known') return [];
    const flip = findFlip(snapshot, config);
    const why = hasOddToken(config) ? 'odd-token' : 'was-local';
    if (why === 'was-local' && flip === null) return [];
    const args: FindingArgsByCode['mode-remote-flip'] = {
      path: config.path,
      why,
      writer: nameWriter(flip?.by),
      at: flip?.at ?? null,
    };
    return [
      makeFinding('mode-remote-flip', config.path, {
        severity: 'degraded',
        certainty: 'likely',
        args,
        evidence: [
          { command: `grep -n mode ${quote(config.path)}`, line: 'gateway.mode: remote' },
          ...(flip === null ? [] : [{ command: `ls -l ${quote(config.path)}`, line: 'gateway.mode: local → remote' }]),
          ...(why === 'odd-token'
            ? [{ command: `grep -n token ${quote(config.path)}`, line: 'gateway.remote.token: no token' }]
            : []),
        ],
      }),
    ];
  },
};

function hasOddToken({ content }: ConfigFile): boolean {
  const token = content.kind === 'parsed' ? settingAt(content.settings, ['gateway', 'remote', 'token']) : undefined;
  return token instanceof SecretMark && (token.shape === 'odd' || token.shape === 'not-a-value');
}

/** The write that turned it, when a gateway ran here on `local` before. */
function findFlip(snapshot: Snapshot, { path }: ConfigFile): Version | null {
  const history = valueOf(snapshot.history);
  if (textAt(history?.lastRan?.settings ?? undefined, ['gateway', 'mode']) !== 'local') return null;
  const flip = history?.versions.find(
    ({ file, changed }) =>
      file === path && changed.some((each) => each.path === 'gateway.mode' && each.after === '"remote"'),
  );
  return flip === undefined || isMeant(flip) ? null : flip;
}

function isMeant({ by }: Version): boolean {
  if (by.kind === 'clawtender' || by.kind === 'first-seen') return true;
  return by.kind === 'openclaw' && /^(?:config|configure|onboard|setup)\b/.test(by.command ?? '');
}
