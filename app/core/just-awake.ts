/** The network and launchd come back late after a wake, and clients reconnect: for so long much comes right by itself. */
export const wakePatienceMs = 180_000;

/** `wokeAt` and `now`: epoch ms. */
export function isJustAwake(wokeAt: number | null, now: number): boolean {
  return wokeAt !== null && now - wokeAt < wakePatienceMs;
}
