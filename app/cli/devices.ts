import { findDeviceWish } from '../core/known-devices.ts';
import type { DeviceCommand } from '../core/model/repair.ts';
import { deriveDevicesView } from '../core/devices-view.ts';
import { quoteWord } from '../core/preview-view.ts';
import { deviceTexts } from '../core/text/devices.ts';
import { writeUnknown } from '../core/text/unknowns.ts';
import type { Engine } from '../engine/engine.ts';
import { carryOut, type ChangingCommand } from './carry-out.ts';
import type { CommandContext, ExitCode } from './cli-world.ts';
import { deriveDevicesReport } from './devices-report.ts';
import { printJson } from './print-result.ts';
import { writeDevices } from './write-devices.ts';

interface DevicesCommand {
  readonly profile: string | null;
  readonly json: boolean;
}

/** The paired devices and the requests that wait. */
export async function runDevices({ profile, json }: DevicesCommand, context: CommandContext): Promise<ExitCode> {
  const { world, locale } = context;
  const engine = await world.openEngine(profile);
  const picture = await lookAtDevices(engine);
  const report = deriveDevicesReport(picture);
  if (json) printJson(report, world);
  else {
    const view = deriveDevicesView(picture, { locale });
    if (view !== null) world.terminal.out(writeDevices(view, world.terminal.hasColor));
  }
  return report.unknown === null ? 0 : 3;
}

async function lookAtDevices(engine: Engine) {
  const picture = await engine.look();
  const devices = await engine.askDevices();
  return { ...(engine.current() ?? picture), devices };
}

export interface DecisionCommand extends ChangingCommand {
  readonly decision: DeviceCommand;
  /** As it was typed: of a request or a device, or the beginning of it. */
  readonly id: string;
}

/** Decides about one request or one device: a plan like that of any repair. */
export async function runDecision(command: DecisionCommand, context: CommandContext): Promise<ExitCode> {
  const { decision, id } = command;
  const engine = await context.world.openEngine(command.profile);
  const picture = await lookAtDevices(engine);
  const wish = findDeviceWish(picture, decision, id);
  if (wish === null) return complain(picture.devices, command, context);
  return carryOut(
    {
      engine,
      preview: await engine.previewWish(wish),
      finding: null,
      now: picture.snapshot.at,
      perform: (planId) => engine.repair(planId, { confirmed: true }),
      command: `devices ${decision} ${quoteWord(id)}`,
    },
    command,
    context,
  );
}

function complain(
  devices: Awaited<ReturnType<Engine['askDevices']>>,
  { decision, id }: DecisionCommand,
  { world, locale }: CommandContext,
): ExitCode {
  const texts = deviceTexts(locale);
  if (devices.status === 'unknown') {
    world.terminal.err(`${texts.failed({ reason: writeUnknown(devices.reason, locale) })}\n`);
    return 3;
  }
  const unknown = decision === 'remove' ? texts.unknownDevice : texts.unknownRequest;
  world.terminal.err(`${unknown({ word: id })}\n`);
  return 2;
}
