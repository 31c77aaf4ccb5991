/** The tools that OpenClaw 2026.3.13 has under each name; 2026.9.6 has these and some more. */
export const toolGroups = {
  fs: ['read', 'write', 'edit', 'apply_patch'],
  runtime: ['exec', 'process'],
  web: ['web_search', 'web_fetch'],
  memory: ['memory_search', 'memory_get'],
  sessions: ['sessions_list', 'sessions_history', 'sessions_send', 'sessions_spawn', 'subagents', 'session_status'],
  messaging: ['message'],
} as const;
export type ToolGroup = keyof typeof toolGroups;
export const toolGroupNames = Object.keys(toolGroups) as readonly ToolGroup[];

/** Tools by profile, of those above; `full` and no profile at all have everything. */
const profiles: Readonly<Record<string, readonly string[]>> = {
  minimal: ['session_status'],
  coding: [...toolGroups.fs, ...toolGroups.runtime, ...toolGroups.web, ...toolGroups.memory, ...toolGroups.sessions],
  messaging: ['message', 'sessions_list', 'sessions_history', 'sessions_send', 'session_status'],
};

/** The tools of a profile; `null`: all, or it is not known. */
export function toolsOfProfile(profile: string | null): readonly string[] | null {
  return profile === null ? null : (profiles[profile] ?? null);
}

/** Whether an entry of a list (`exec`, `group:web`, `web_*`) means this tool. */
export function meansTool(entry: string, tool: string): boolean {
  const name = entry.trim().toLowerCase();
  if (name === tool || (name === 'bash' && tool === 'exec') || name.replace('-', '_') === tool) return true;
  if (name.startsWith('group:')) return toolsOfGroup(name.slice('group:'.length)).includes(tool);
  if (!name.includes('*')) return false;
  const [head = '', ...rest] = name.split('*');
  return tool.startsWith(head) && (rest.at(-1) === '' || tool.endsWith(rest.at(-1) ?? ''));
}

/** Whether an entry is one of those above, so that nothing of a plugin can be meant. */
export function isKnownEntry(entry: string): boolean {
  return toolGroupNames.some((group) => toolGroups[group].some((tool) => meansTool(entry, tool)));
}

function toolsOfGroup(group: string): readonly string[] {
  if (group === 'openclaw') {
    return [...toolGroups.web, ...toolGroups.memory, ...toolGroups.sessions, ...toolGroups.messaging];
  }
  return toolGroupNames.some((name) => name === group) ? toolGroups[group as ToolGroup] : [];
}
