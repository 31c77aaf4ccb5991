/** How long each kind of waiting may take, in milliseconds. */

/** launchd kills after ExitTimeOut (20 s in OpenClaw's definition) and forgets the job a moment later. */
export const serviceGoneMs = 30_000;
export const portFreeMs = 20_000;
/** TERM, then patience: the gateway drains its work. */
export const processGoneMs = 30_000;
/** A gateway listens after 2–16 s and is ready after up to 19 s on an idle machine (2026.9.6); slow ones need minutes. */
export const servesMs = 90_000;
/** One forced restart in this time without a question; the gateway itself warns at three. */
export const forcedRestartRestMs = 600_000;
