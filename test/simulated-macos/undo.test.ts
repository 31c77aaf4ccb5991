import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { configOf, installGateway, label } from '../main/stand-in-gateway.ts';
import { createSimulatedMac, type SimulatedMac } from './create.mjs';
import { createEngineOnMac, type EngineOnMac, findFreePort } from './engine-on-mac.ts';
import { eventually, printedValue } from './small-jobs.ts';

let mac: SimulatedMac;
let on: EngineOnMac;
let target: string;

beforeEach(async () => {
  mac = await createSimulatedMac();
  on = createEngineOnMac(mac);
  target = `${mac.domain}/${label}`;
});
afterEach(async () => {
  await on.engine.stop();
  await mac.close();
});

const answers = (port: number) =>
  fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(1_000) }).then(
    ({ status }) => status === 200,
    () => false,
  );

/** All that an installation changes, as launchd and the disk tell it. */
async function readStanding(definition: string) {
  const printed = await mac.launchctl('print', target);
  const disabled = await mac.launchctl('print-disabled', mac.domain);
  return {
    definition: readFileSync(definition, 'utf8'),
    config: readFileSync(configOf(mac.home), 'utf8'),
    loaded: printed.exitCode === 0,
    arguments: /arguments = \{[^}]*\}/.exec(printed.stdout)?.[0],
    state: printedValue(printed.stdout, 'state'),
    isDisabled: disabled.stdout.includes(`"${label}" => disabled`),
  };
}

/** The plan for this code, and how its run ended. */
async function repair(code: string) {
  const { findings } = await on.engine.look();
  const found = findings.find(({ finding }) => finding.code === code);
  const preview = await on.engine.preview(found?.finding.id ?? null);
  if (preview?.offer.kind !== 'repair') throw new Error(`No plan: ${JSON.stringify({ findings, preview })}`);
  const result = await on.engine.repair(preview.offer.id, { confirmed: true });
  if (result.kind !== 'ended') throw new Error(`Not ended: ${JSON.stringify(result)}`);
  return result.run;
}

test.each([
  ['enabled', ['enable'], false],
  ['disabled, and loaded all the same', ['disable'], true],
] as const)('a service that was %s is so again when its installation is undone', async (_what, [verb], isDisabled) => {
  const [portBefore, portAfter] = [await findFreePort(), await findFreePort()];
  const definition = installGateway(mac, portBefore);
  await mac.launchctl('bootstrap', mac.domain, definition);
  await mac.launchctl(verb, target);
  await eventually(
    () => answers(portBefore),
    (answering) => answering,
  );
  writeFileSync(configOf(mac.home), JSON.stringify({ gateway: { port: portAfter, mode: 'local' } }));
  const before = await readStanding(definition);
  expect(before).toMatchObject({ loaded: true, state: 'running', isDisabled });

  const run = await repair('port-config-mismatch');
  expect(run).toMatchObject({ verdict: 'fixed', plan: { rung: 'reinstall' } });
  expect([await answers(portBefore), await answers(portAfter)]).toEqual([false, true]);
  expect(await readStanding(definition)).toMatchObject({ loaded: true, isDisabled: false });

  const undone = await on.engine.undo(run.id, { confirmed: true, dryRun: false });
  expect(undone).toMatchObject({ kind: 'ended', run: { verdict: 'fixed' } });
  await eventually(
    () => answers(portBefore),
    (answering) => answering,
  );
  expect(await answers(portAfter)).toBe(false);
  expect(await readStanding(definition)).toEqual(before);
  expect(on.errors).toEqual([]);
});
