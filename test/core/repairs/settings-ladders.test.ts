import { describe, expect, test } from 'vitest';
import type { FindingCode } from '../../../app/core/model/finding.ts';
import { known, valueOf } from '../../../app/core/model/reading.ts';
import type { RepairOffer } from '../../../app/core/model/repair.ts';
import type { Machine } from '../make-machine.ts';
import { configured, makePlace } from '../configured-machines.ts';
import {
  closedEndpoint,
  closedWithoutToken,
  dingTalk,
  expiredLogin,
  ghostProvider,
  hiddenProvider,
  keyInShell,
  keyNowhere,
  manySessions,
  minimalProfile,
  proxied,
  proxiedLinux,
  proxyInShell,
  refusedModel,
  removedLogin,
  replacedModel,
  shellZone,
  splitAuth,
  staleModels,
  unknownModel,
  whitelist,
} from '../settings-machines.ts';
import { climb, outline } from './offers.ts';

/** What the ladder says on a machine, rung after rung. */
function ladder(code: FindingCode, machine: Machine): readonly unknown[] {
  return (climb(code, machine)[0]?.offers ?? []).map(summary);
}

function summary(offer: RepairOffer): unknown {
  if (offer.kind === 'instructions') return offer.commands;
  if (offer.kind === 'refusal') return `${offer.reason} ${Object.values(offer.args).join(' ')}`.trim();
  const edits = offer.steps.flatMap((step) => (step.kind === 'edit-config' ? step.edits : []));
  const asked = offer.questions.map(({ code }) => `? ${code}`);
  return [`${offer.rung} ${offer.reach}`, ...outline(offer.steps), ...edits, ...asked];
}

const env = '/Users/alice/.openclaw/.env';
const restarting = ['restart-loaded-service', 'until gateway-serves'];
const edit = ['keep-copy', 'edit-config', 'config-validate'];

describe('what the service is given', () => {
  test('a key is written by the person, out of the shell or without showing it', () => {
    expect(ladder('env-key-missing', keyInShell)).toEqual([
      [
        `touch ${env} && chmod 600 ${env}`,
        `printf '\\nARK_API_KEY=%s\\n' "$ARK_API_KEY" >> ${env}`,
        'openclaw gateway restart',
      ],
    ]);
    expect(ladder('env-key-missing', keyNowhere)[0]).toContain(
      `read -rs value && printf '\\nARK_API_KEY=%s\\n' "$value" >> ${env}; unset value`,
    );
  });

  test('so is a proxy, with exceptions unless there are some already', () => {
    const written = [
      `touch ${env} && chmod 600 ${env}`,
      `printf '\\nHTTPS_PROXY=%s\\n' "$HTTPS_PROXY" >> ${env}`,
      `printf '\\nNO_PROXY=127.0.0.1,localhost,::1\\nno_proxy=127.0.0.1,localhost,::1\\n' >> ${env}`,
      'openclaw gateway restart',
    ];
    expect(ladder('env-key-missing', proxyInShell)).toEqual([written]);
    const places = valueOf(proxyInShell.snapshot.credentials)?.places ?? [];
    const exempt = makePlace('state-dotenv', { names: ['no_proxy'], proxies: [{ name: 'no_proxy', value: '::1' }] });
    const snapshot = { ...proxyInShell.snapshot, credentials: known({ places: [...places, exempt] }, 0) };
    expect(ladder('env-key-missing', { name: 'exempt', snapshot })).toEqual([
      written.filter((line) => !line.includes('NO_PROXY')),
    ]);
  });

  test('an exception from the proxy, on a Mac in .env', () => {
    const list = '127.0.0.1,localhost,::1';
    const line = `touch ${env} && chmod 600 ${env} && printf '\\nNO_PROXY=${list}\\nno_proxy=${list}\\n' >> ${env}`;
    expect(ladder('proxy-loopback', proxied)).toEqual([[line, 'openclaw gateway restart']]);
  });

  test('an exception that falls short is mended where it stands, and what is no list is left out', () => {
    const short = { name: 'NO_PROXY', value: '10.0.0.0/8,$(id),.example.com' };
    const clash = { name: 'HTTP_PROXY', value: 'http://127.0.0.1:7890' };
    const places = (['login-session', 'service', 'state-dotenv'] as const).map((kind) =>
      makePlace(kind, { proxies: [clash, short] }),
    );
    const commands = ladder('proxy-loopback', { name: 'short', snapshot: configured(dingTalk(), { places }) })[0];
    expect(commands).toEqual([
      "launchctl setenv NO_PROXY '10.0.0.0/8,.example.com,127.0.0.1,localhost,::1'",
      "launchctl setenv no_proxy '10.0.0.0/8,.example.com,127.0.0.1,localhost,::1'",
      'openclaw gateway install --force',
      `open -e ${env}`,
      expect.stringContaining('NO_PROXY=10.0.0.0/8,.example.com,127.0.0.1,localhost,::1\\n'),
      'openclaw gateway restart',
    ]);
  });

  test('an exception from the proxy, on Linux beside the unit', () => {
    const folder = '/home/alice/.config/systemd/user/openclaw-gateway.service.d';
    const list = '10.0.0.0/8,127.0.0.0/8,127.0.0.1,localhost,::1';
    expect(ladder('proxy-loopback', proxiedLinux)).toEqual([
      [
        `mkdir -p ${folder}`,
        `printf '[Service]\\nEnvironment="NO_PROXY=${list}" "no_proxy=${list}"\\n' > ${folder}/50-no-proxy.conf`,
        'systemctl --user daemon-reload',
        'openclaw gateway restart',
      ],
    ]);
  });

  test('a time zone', () => {
    expect(ladder('tz-shift', shellZone)).toEqual([
      [`touch ${env} && chmod 600 ${env} && printf '\\nTZ=%s\\n' "$TZ" >> ${env}`, 'openclaw gateway restart'],
    ]);
  });
});

describe('models', () => {
  test('one file goes aside before the restart', () => {
    expect(ladder('models-json-stale', staleModels)).toEqual([
      ['move-models interrupts', 'config-validate', 'keep-copy', 'move-aside', ...restarting],
      ['openclaw models status', 'openclaw models list'],
    ]);
    expect(ladder('models-json-stale', ghostProvider)).toEqual([['openclaw models status', 'openclaw models list']]);
  });

  test('credentials are given or copied by the person, and never replaced', () => {
    const agents = '/Users/alice/.openclaw/agents';
    expect(ladder('agent-auth-split', splitAuth)).toEqual([
      [
        'openclaw agents add main',
        `cp -np ${agents}/coding/agent/auth-profiles.json ${agents}/main/agent/auth-profiles.json`,
        'openclaw gateway restart',
      ],
    ]);
  });

  test('the list gets what it lacks', () => {
    const byHand = ['openclaw models list', 'openclaw models status'];
    const policy = ['agents', 'defaults', 'modelPolicy', 'allow'];
    const names = ['agents', 'defaults', 'models'];
    expect(ladder('model-allowlist', replacedModel)).toEqual([
      [
        'allow-model safe',
        ...edit,
        { op: 'set', path: policy, value: ['modelscope/*', 'openai/gpt-5.4', 'ark/ark-code-latest'] },
        '? allow-model',
      ],
      byHand,
    ]);
    expect(ladder('model-allowlist', hiddenProvider)[0]).toEqual([
      'allow-model interrupts',
      ...edit,
      ...restarting,
      { op: 'set', path: [...names, 'custom-127-0-0-1-8317/gpt-5.3-codex'], value: {} },
      { op: 'set', path: [...names, 'custom-127-0-0-1-8317/m2'], value: {} },
      '? allow-model',
    ]);
    expect(ladder('model-allowlist', refusedModel)[0]).toContainEqual({
      op: 'set',
      path: [...names, 'ark/glm-4.7'],
      value: {},
    });
    expect(ladder('model-allowlist', unknownModel)).toEqual([byHand]);
  });

  test('a login is the person’s', () => {
    expect(ladder('oauth-expired', removedLogin)).toEqual([
      [
        'openclaw plugins install @openclaw/qwen-provider',
        'openclaw onboard --auth-choice qwen-api-key',
        'openclaw onboard --auth-choice qwen-api-key-cn',
        'openclaw models set qwen/qwen3.5-plus',
      ],
    ]);
    expect(ladder('oauth-expired', expiredLogin)).toEqual([
      ['openclaw models auth login --provider anthropic', 'openclaw models status'],
    ]);
  });

  test('conversations are only counted', () => {
    expect(ladder('session-bloat', manySessions)).toEqual([
      [
        'du -sh /Users/alice/.openclaw/agents/main/sessions',
        'openclaw sessions cleanup --agent main --dry-run',
        'openclaw doctor',
      ],
    ]);
  });
});

describe('what may be done', () => {
  test('a list of tools goes only with a yes', () => {
    expect(ladder('tools-whitelist', whitelist)).toEqual([
      ['remove-allow interrupts', ...edit, ...restarting, { op: 'remove', path: ['tools', 'allow'] }, '? widen-tools'],
      ['openclaw config get tools', 'openclaw config unset tools.allow', 'openclaw gateway restart'],
    ]);
    expect(ladder('tools-whitelist', minimalProfile)).toEqual([
      ['openclaw config get tools', 'openclaw config set tools.profile coding', 'openclaw gateway restart'],
    ]);
    const agent = configured({ agents: { list: [{ id: 'a', tools: { profile: 'full', allow: ['exec'] } }] } });
    expect(ladder('tools-whitelist', { name: 'an agent', snapshot: agent })[0]).toContainEqual({
      op: 'remove',
      path: ['agents', 'list', 0, 'tools', 'allow'],
    });
  });

  test('the endpoint opens behind a token only, and a gateway that reloads by itself is left to it', () => {
    const open = { op: 'set', path: ['gateway', 'http', 'endpoints', 'chatCompletions', 'enabled'], value: true };
    const set = 'openclaw config set gateway.http.endpoints.chatCompletions.enabled true';
    expect(ladder('http-endpoint-off', closedEndpoint)).toEqual([
      ['open-endpoint safe', ...edit, open, '? open-endpoint'],
      [set, 'openclaw gateway restart'],
    ]);
    expect(ladder('http-endpoint-off', closedWithoutToken)).toEqual([
      ['openclaw config set gateway.auth.mode token', set, 'openclaw gateway restart'],
    ]);
    const deaf = configured(dingTalk({ gateway: { mode: 'local', reload: { mode: 'off' } } }));
    expect(ladder('http-endpoint-off', { name: 'reload off', snapshot: deaf })[0]).toContain('restart-loaded-service');
  });
});
