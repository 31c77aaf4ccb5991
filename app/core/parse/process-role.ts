import type { ProcessRole } from '../model/process.ts';

/** The names under which the product was known. */
const product = '(?:openclaw|clawdbot|moltbot|clawdis)';
/** Files by which `node` runs it (OpenClaw's own list, 2026.3.13 to 2026.9.6), and the command itself. */
const entry = new RegExp(
  `(?:^|[\\s/])(?:dist/(?:index|entry)\\.m?js|scripts/run-node\\.mjs|src/(?:index|entry)\\.ts|${product}(?:\\.mjs)?)(?=\\s|$)`,
  'g',
);
const runtimes = /^(?:node|nodejs|bun|deno|tsx|Electron)(?:[\d.]*)$/;
/** Words that may follow `gateway` when it is the server itself; any other is a call of the command line. */
const serving = /^(?:run|-.*|)$/;

const hostApps =
  /\/(?:ClawX|Nexu|QClaw|LobsterAI|AutoClaw|EasyClaw|WorkBuddy|OpenClaw|Clawdbot|Moltbot|Clawdis)\.app\/Contents\/(?:MacOS|Frameworks)\//i;
/** Their names on Linux, where an application is no bundle. */
const hostAppNames = /^(?:clawx|nexu|qclaw|lobsterai|autoclaw|easyclaw)(?:-desktop)?$/i;

/** What a process suggests by its command line, not redacted, and by its executable's name. It proves nothing. */
export function deriveProcessRole(commandLine: string, name: string): ProcessRole {
  const line = commandLine.trim();
  return titleRole(line) ?? installerRole(line) ?? openClawRole(line, name) ?? otherRole(line, name);
}

/** OpenClaw overwrites its arguments with a title: `openclaw` or `openclaw-<first subcommand>`. */
function titleRole(line: string): ProcessRole | null {
  const title = new RegExp(`^${product}(?:-([a-z]+))?$`).exec(line);
  if (title === null) return null;
  const [, command] = title;
  if (command === undefined) return 'openclaw-launcher';
  return command === 'gateway' ? 'gateway-title' : roleOfCommand(command);
}

function openClawRole(line: string, name: string): ProcessRole | null {
  for (const match of line.matchAll(entry)) {
    if (!startsIt(line.slice(0, match.index), match[0], name)) continue;
    const words = line
      .slice(match.index + match[0].length)
      .trim()
      .split(/\s+/);
    const at = words.findIndex((word, index) => /^[a-z]/.test(word) && !isOptionValue(words, index));
    const command = words[at];
    if (command === undefined) return isBareEntry(match[0]) ? null : 'openclaw-launcher';
    if (command !== 'gateway' && command !== 'daemon') {
      if (!isBareEntry(match[0])) return roleOfCommand(command);
      continue;
    }
    return command === 'gateway' && serving.test(words[at + 1] ?? '') ? 'gateway' : 'openclaw-cli';
  }
  return null;
}

/** `dist/index.js` may be anybody's: only `gateway` behind it makes it OpenClaw's. */
function isBareEntry(text: string): boolean {
  return !new RegExp(product).test(text);
}

/** Whether what stands before the entry starts it: nothing, its own path, or a runtime with flags; not `vim` or `sh -c`. */
function startsIt(before: string, found: string, name: string): boolean {
  const start = before + (/^\s/.test(found) ? ' ' : '');
  const words = start.split(/\s+/);
  const [program = ''] = words;
  if (words.length === 1 || hostApps.test(before)) return true;
  const runsScripts = runtimes.test(name) || runtimes.test(program.slice(program.lastIndexOf('/') + 1));
  return runsScripts && !otherScript.test(start);
}

/** A script of somebody else, which may well have `openclaw` among its arguments; preloaded modules are none. */
const otherScript = /(?<!(?:--require|-r|--import|--loader|--experimental-loader)[\s=]\S*)\.[cm]?[jt]s\s/;

/** The word after an option of the root command (`--profile work gateway`). */
function isOptionValue(words: readonly string[], index: number): boolean {
  return /^--(?:profile|log-level|container)$/.test(words[index - 1] ?? '');
}

function roleOfCommand(command: string): ProcessRole {
  return /^(?:update|doctor|upgrade|uninstall|reset|migrate)$/.test(command) ? 'maintenance' : 'openclaw-cli';
}

const installing = String.raw`(?:install|i|ci|add|update|upgrade|up|uninstall|remove|rm|rebuild|reinstall|link)\b`;
const packageTools = new RegExp(
  `(?:^|[\\s/])(?:npm|npm-cli\\.js|pnpm|pnpm\\.c?js|yarn|yarn\\.js|bun)\\s(?:.*\\s)?(?:global\\s+)?${installing}(.*)$`,
);
const brew = new RegExp(`(?:^|[\\s/])brew(?:\\.rb|\\.sh)?\\s+${installing}(.*)$`);

/** An installer that may be changing the gateway's package or its node: a start now would run half of it. */
function installerRole(line: string): ProcessRole | null {
  if (packageTools.test(line)) {
    const aboutIt = new RegExp(product).test(line) || /\s(?:-g|--global|--location=global|global)(?=\s|$)/.test(line);
    return aboutIt ? 'maintenance' : null;
  }
  const formulas = brew.exec(line)?.[1];
  if (formulas === undefined) return null;
  const named = formulas.split(/\s+/).filter((word) => word !== '' && !word.startsWith('-'));
  const touched = named.length === 0 || named.some((word) => new RegExp(`^(?:.*/)?(?:node|${product})`).test(word));
  return touched ? 'maintenance' : null;
}

function otherRole(line: string, name: string): ProcessRole {
  if (hostApps.test(line) || hostAppNames.test(name)) return 'host-app';
  const [program = ''] = line.split(/\s/);
  return /^(?:ssh|autossh)$/.test(program.slice(program.lastIndexOf('/') + 1)) ? 'ssh' : 'other';
}
