import { strict } from './strict.ts';

export type InvokeListener = (event: never, ...args: unknown[]) => unknown;

const listeners = new Map<string, InvokeListener>();

export const ipcMain = strict('ipcMain', {
  handle(channel: string, listener: InvokeListener) {
    if (listeners.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    listeners.set(channel, listener);
  },
});

/** A call of `ipcRenderer.invoke` as it arrives in main; errors reach the page as text, as electron sends them. */
export async function invoke(
  channel: string,
  event: object,
  args: readonly unknown[],
): Promise<{ value: unknown } | { error: string }> {
  const listener = listeners.get(channel);
  const prefix = `Error invoking remote method '${channel}': `;
  if (listener === undefined) return { error: `${prefix}Error: No handler registered for '${channel}'` };
  try {
    return { value: structuredClone(await listener(event as never, ...args)) };
  } catch (error) {
    return { error: `${prefix}${String(error)}` };
  }
}
