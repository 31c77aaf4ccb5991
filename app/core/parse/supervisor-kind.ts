import type { Supervisor } from '../model/service.ts';
import { isEntryPoint } from './service-command.ts';

export interface SupervisorSigns {
  /** launchd label or unit name. */
  readonly label: string;
  readonly command: readonly string[];
  /** OpenClaw's own mark in the service's environment. */
  readonly serviceKind: string | null;
}

/** The product through its names: clawdis, clawdbot (2025), moltbot (January 2026), OpenClaw. */
const productName = /openclaw|clawdbot|moltbot|clawdis|bot\.molt/i;
const legacyName = /clawdbot|moltbot|clawdis|bot\.molt/i;

/** Whether a file can be about OpenClaw at all; saves reading every definition of the machine closely. */
export function mentionsOpenClaw(text: string): boolean {
  return productName.test(text);
}

/**
 * What a job of a service manager is to OpenClaw; `null` when nothing. Judged by what it runs, not by its label: a
 * gateway is a gateway under any name. The official app, the node host, tunnels and watchdogs that only call
 * `gateway restart` run none.
 */
export function classifySupervisor(signs: SupervisorSigns): Supervisor['kind'] | null {
  if (!mentionsOpenClaw([signs.label, ...signs.command].join('\n')) && signs.serviceKind === null) return null;
  if (isOfficialAppLabel(signs.label)) return 'official-app';
  const commands = shellCommands(signs.command) ?? [signs.command];
  if (signs.serviceKind === 'node' || commands.some((command) => runs(command, signs.label, 'node')))
    return 'node-host';
  if (signs.serviceKind === 'gateway' || commands.some((command) => runs(command, signs.label, 'gateway')))
    return 'gateway';
  return isInsideApp(signs.command[0] ?? '') ? 'official-app' : 'other';
}

/** A name from before OpenClaw was called so, on the label or on the program itself. */
export function isLegacySupervisor(signs: SupervisorSigns): boolean {
  const program = signs.command.filter((argument) => isEntryPoint(argument) || isProductCommand(argument));
  return [signs.label, ...program].some((name) => legacyName.test(name)) || /^com\.openclaw\./i.test(signs.label);
}

/** The profile that a label stands for; `null` for the default one and for foreign labels. */
export function profileOfLabel(label: string): string | null {
  const [, fromLaunchd, fromSystemd] =
    /^(?:(?:ai\.openclaw|com\.clawdbot|bot\.molt)\.([\w-]+)|(?:openclaw|clawdbot|moltbot)-gateway-([\w-]+)\.service)$/i.exec(
      label,
    ) ?? [];
  const profile = fromLaunchd ?? fromSystemd ?? null;
  return profile !== null && ['gateway', 'node', 'mac'].includes(profile) ? null : profile;
}

function isOfficialAppLabel(label: string): boolean {
  return /^(?:(?:ai\.openclaw|com\.clawdbot|bot\.molt)\.mac|com\.steipete\.clawd(?:bot|is))$/i.test(label);
}

function isInsideApp(program: string): boolean {
  return /\/(?:OpenClaw|Moltbot|Clawdbot|Clawdis)\.app\/Contents\/MacOS\//i.test(program);
}

/** `openclaw` and its old names as a program, with or without `-gateway`. */
function isProductCommand(argument: string): boolean {
  return /(?:^|\/)(?:openclaw|clawdbot|moltbot|clawdis)(?:-gateway)?$/i.test(argument);
}

/**
 * Whether this command line runs the product's `gateway` or `node` in the foreground. `gateway restart` and the like
 * only ask; `ssh … gateway` names a host.
 */
function runs(command: readonly string[], label: string, what: 'gateway' | 'node'): boolean {
  const program = command[0] ?? '';
  if (/(?:^|\/)(?:auto)?ssh$/.test(program)) return false;
  const start = command.findIndex((argument) => isEntryPoint(argument) || isProductCommand(argument));
  const known = start !== -1 && mentionsOpenClaw([label, ...command].join('\n'));
  // A wrapper that the person pinned stands where node and entry point would be; then only OpenClaw's label vouches.
  if (!known && !/^(?:ai\.openclaw\.|openclaw-gateway)/.test(label)) return false;
  const rest = command.slice(Math.max(start, 0) + 1);
  const index = rest.findIndex((argument) => argument === what || argument === `${what}-daemon`);
  const next = rest[index + 1];
  return index !== -1 && (next === undefined || next === 'run' || next.startsWith('-'));
}

/** The commands of `sh -c "…"`, cut into words well enough to recognise one; `null` when it is no such call. */
function shellCommands(command: readonly string[]): readonly (readonly string[])[] | null {
  const index = command.findIndex((argument) => /^-[a-z]*c$/.test(argument));
  const script = command[index + 1];
  if (!/(?:^|\/)(?:ba|z|da|k)?sh$/.test(command[0] ?? '') || index === -1 || script === undefined) return null;
  return script.split(/&&|\|\||[;|\n]/).map((part) => {
    const words = part.replaceAll(/["']/g, '').trim().split(/\s+/);
    const redirect = words.findIndex((word) => /^\d?[<>&]/.test(word));
    const own = redirect === -1 ? words : words.slice(0, redirect);
    return own[0] === 'exec' ? own.slice(1) : own;
  });
}
