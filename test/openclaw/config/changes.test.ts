import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { valueOf } from '../../../app/core/model/reading.ts';
import type { Finding } from '../../../app/core/model/finding.ts';
import type { Picture } from '../../../app/core/model/picture.ts';
import { askGateway } from '../gateways.ts';
import {
  codesInTheLongRun,
  type ConfigMac,
  createConfigMac,
  foundInTheLongRun,
  lookUntil,
  marksIn,
  newestVersion,
  pathsOf,
} from './config-mac.ts';

const provider = `
  // The proxy at home.
  models: {
    providers: {
      ark: {
        baseUrl: 'http://127.0.0.1:9/v1', // nobody listens there
        apiKey: "sk-0-neutral-0",
        api: "openai-completions",
        models: [
          { id: "glm", name: "GLM" }, /* the usual one */
          { id: "other", name: "Other" },
        ],
      },
    },
  },`;

const inForceOf = ({ snapshot }: Picture) => valueOf(snapshot.history)?.inForce?.version.sha256;
const runsOn = (picture: Picture) => inForceOf(picture) === valueOf(picture.snapshot.config)?.sha256;
const isTakenOver = (picture: Picture) => marksIn(picture).includes('reload-applied') && runsOn(picture);
const isShrunk = ({ code, args }: Finding) => code === 'config-clobber' && 'what' in args && args.what === 'shrunk';

describe.each([
  { version: '2026.9.6', port: 28811 },
  { version: '2026.3.13', port: 28821 },
] as const)('a gateway of OpenClaw $version', ({ version, port }) => {
  let mac: ConfigMac;
  beforeAll(async () => {
    mac = await createConfigMac(version, port);
    mac.editConfig((text) => text.replace('{', `{${provider}`));
    await mac.startService();
  });
  afterAll(() => mac.close());

  test('the first look keeps the version that runs', async () => {
    const picture = await lookUntil(mac, 'it is well', (each) => each.status.state === 'healthy' && runsOn(each));
    expect(foundInTheLongRun(picture)).toEqual([]);
    expect(valueOf(picture.snapshot.validation)).toMatchObject({ issues: [] });
  });

  test('an edit by hand is another program’s, and in force when it was taken over', async () => {
    mac.editConfig((text) => text.replace('{', '{ agents: { defaults: { model: "ark/glm" } },'));
    const edited = await newestVersion(mac);
    expect(edited).toMatchObject({ by: { kind: 'other' } });
    expect(pathsOf(edited)).toEqual(['agents']);
    const picture = await lookUntil(mac, 'it is taken over', isTakenOver);
    expect(foundInTheLongRun(picture)).toEqual([]);
  });

  test.each([
    ['config set', ['config', 'set', 'agents.defaults.timeoutSeconds', '300'], 'agents.defaults.timeoutSeconds'],
    ['models set', ['models', 'set', 'ark/other'], 'agents.defaults.model'],
  ])('%s is OpenClaw’s', async (command, args, path) => {
    const { exitCode, stderr } = await mac.openclaw(...args);
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
    const written = await newestVersion(mac);
    expect(written).toMatchObject({ by: { kind: 'openclaw', command } });
    expect(pathsOf(written)).toContain(path);
    expect(foundInTheLongRun(await mac.engine.look())).toEqual([]);
  });

  test('what is not taken over waits for a restart', async () => {
    await mac.openclaw('config', 'set', 'gateway.reload.mode', '"off"', '--strict-json');
    mac.editConfig((text) => text.replace('"timeoutSeconds": 300', '"timeoutSeconds": 301'));
    mac.editConfig((text) =>
      text.replace(
        '"bind": "loopback"',
        '"bind": "loopback", "http": { "endpoints": { "chatCompletions": { "enabled": true } } }',
      ),
    );
    const picture = await lookUntil(mac, 'it waits', (each) => codesInTheLongRun(each).includes('restart-pending'));
    expect(runsOn(picture)).toBe(false);
    await lookUntil(mac, 'the gateway says so too', (each) => marksIn(each).includes('reload-skipped'));
  });

  test('an edit while it is stopped is in force with the next start', async () => {
    await mac.stopService();
    mac.editConfig((text) => text.replace(/("reload": \{\s*"mode": )"off"/, '$1"hybrid"'));
    const edited = await newestVersion(mac);
    expect(edited).toMatchObject({ by: { kind: 'other' }, ranAt: null });
    expect(pathsOf(edited)).toEqual(['gateway.reload.mode']);
    if (version === '2026.9.6') await letDoctorWrite(mac);
    await mac.startService();
    const picture = await lookUntil(mac, 'it runs on it', (each) => each.status.state === 'healthy' && runsOn(each));
    expect(mac.readConfig()).toContain('"timeoutSeconds": 301');
    // What doctor put aside when it went back to the last good one is the one thing to tell.
    const told = version === '2026.9.6' ? [{ code: 'config-clobber', args: { what: 'rolled-back' } }] : [];
    expect(foundInTheLongRun(picture)).toMatchObject(told);
  });

  test('a clobbered one comes back with its comments, and OpenClaw leaves it so', async () => {
    const commented = mac.readConfig().replace('{', '{ // keep me\n').replace('"glm"', '/* and me */ "glm"');
    mac.editConfig(() => commented);
    const whole = await newestVersion(mac);
    const { gateway, discovery } = JSON.parse(commented.replaceAll(/\/\/ keep me|\/\* and me \*\//g, '')) as object &
      Record<string, unknown>;
    mac.editConfig(() => JSON.stringify({ gateway, discovery }));
    await lookUntil(mac, 'the loss is found', (each) => foundInTheLongRun(each).some(isShrunk));

    const preview = await mac.engine.previewRestore({ kind: 'version', reference: whole.id, keys: null });
    if (!('offer' in preview) || preview.offer.kind !== 'repair') throw new Error(JSON.stringify(preview));
    const result = await mac.engine.repair(preview.offer.id, { confirmed: true });
    expect(result).toMatchObject({ kind: 'ended', run: { verdict: 'fixed' } });
    expect(mac.readConfig()).toBe(commented);
    expect(await newestVersion(mac)).toMatchObject({ by: { kind: 'clawtender' } });

    expect((await mac.openclaw('config', 'validate', '--json')).json).toMatchObject({ valid: true });
    await mac.openclaw('models', 'status', '--json');
    expect(mac.readConfig()).toBe(commented);
    expect(await askGateway(port, '/healthz')).toBe(200);
  });
});

/** 2026.9.6 mends what it does not know, and more besides. */
async function letDoctorWrite(mac: ConfigMac): Promise<void> {
  mac.editConfig((text) => text.replace('"gateway": {', '"gateway": { "bogus": true,'));
  expect(await newestVersion(mac)).toMatchObject({ by: { kind: 'other' } });
  await mac.openclaw('doctor', '--fix', '--non-interactive');
  const mended = await newestVersion(mac);
  expect(mended).toMatchObject({ by: { kind: 'openclaw', command: 'doctor --fix' } });
  expect(pathsOf(mended)).toContain('gateway.bogus');
}
