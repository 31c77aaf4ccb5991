import type { ServiceDefinition } from '../model/service.ts';
import { redactText } from '../redact.ts';
import { parsePort } from './port-text.ts';

export type ServiceCommand = Pick<
  ServiceDefinition,
  'command' | 'wrapper' | 'nodePath' | 'entryPath' | 'portArgument'
> & {
  /** `--profile P` or `--dev` among the arguments. */
  readonly profileArgument: string | null;
};

/**
 * Takes the env wrapper off a service's arguments and finds node, entry point and port in the rest, by what they look
 * like and not by where they stand: from 2026.9 flags may stand between node and entry point.
 */
export function parseServiceCommand(programArguments: readonly string[]): ServiceCommand {
  const { wrapper, command } = unwrap(programArguments);
  const entryIndex = command.findIndex((argument) => isEntryPoint(argument));
  return {
    wrapper,
    command: redactArguments(command),
    nodePath: findNode(command, entryIndex),
    entryPath: command[entryIndex] ?? null,
    portArgument: parsePort(optionValue(command, '--port') ?? ''),
    profileArgument: optionValue(command, '--profile') ?? (command.includes('--dev') ? 'dev' : null),
  };
}

/** `dist/index.js` and its names through the versions, in packages and source checkouts; the `openclaw` command itself. */
export function isEntryPoint(argument: string): boolean {
  return /(?:^|\/)(?:(?:dist|src)\/(?:index|entry)\.(?:m?js|ts)|scripts\/run-node\.mjs|(?:openclaw|clawdbot|moltbot)(?:\.m?js)?)$/.test(
    argument,
  );
}

interface Unwrapped {
  readonly wrapper: ServiceDefinition['wrapper'];
  readonly command: readonly string[];
}

/** `[/bin/sh, wrapper, env file, node, …]` (from 2026.5) or `[wrapper, env file, node, …]` (2026.4). */
function unwrap(programArguments: readonly string[]): Unwrapped {
  const rest = /^\/(?:bin|usr\/bin)\/(?:ba|z)?sh$/.test(programArguments[0] ?? '')
    ? programArguments.slice(1)
    : programArguments;
  const [script, envFile] = rest;
  if (script?.endsWith('-env-wrapper.sh') !== true || envFile === undefined) {
    return { wrapper: null, command: programArguments };
  }
  return { wrapper: { script, envFile }, command: rest.slice(2) };
}

/** The runtime before the entry point: by its name, else the program itself when something else runs the entry point. */
function findNode(command: readonly string[], entryIndex: number): string | null {
  const before = entryIndex === -1 ? command : command.slice(0, entryIndex);
  const byName = before.find((argument) => /(?:^|\/)(?:node|nodejs|bun)(?:[-.]?\d[\w.]*)?$/.test(argument));
  return byName ?? (entryIndex > 0 ? (before[0] ?? null) : null);
}

function optionValue(command: readonly string[], option: string): string | null {
  const index = command.findIndex((argument) => argument === option || argument.startsWith(`${option}=`));
  const argument = command[index];
  if (argument === undefined) return null;
  return argument === option ? (command[index + 1] ?? null) : argument.slice(option.length + 1);
}

function redactArguments(command: readonly string[]): readonly string[] {
  return command.map((argument, index) =>
    /^--?[\w-]*(?:token|password|passwd|secret|key)$/i.test(command[index - 1] ?? '') ? '***' : redactText(argument),
  );
}
