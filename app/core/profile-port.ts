/** `--profile dev` stands for this port as if it were set in the environment: it wins over the config (2026.9.6). */
export function presetPort(profile: string | null): number | null {
  return profile === 'dev' ? 19_001 : null;
}

/**
 * The port that belongs to a profile by itself, without any setting; `null` when it has none.
 * From 2026.8.1 a named profile has its own port; before that, and when the version is not known, it has none.
 */
export function profilePort(profile: string | null, version: string | null): number | null {
  if (profile === null || !isAtLeast(version, [2026, 8, 1])) return null;
  return 20_000 + (fnv1a32(profile) % 40_000);
}

/** Compares calendar versions such as `2026.8.1` or `2026.8.1-beta.2`. An unknown version is not at least anything. */
function isAtLeast(version: string | null, least: readonly [number, number, number]): boolean {
  const parts = /^v?(\d+)\.(\d+)\.(\d+)/.exec(version ?? '');
  if (parts === null) return false;
  for (const [index, wanted] of least.entries()) {
    const part = Number(parts[index + 1]);
    if (part !== wanted) return part > wanted;
  }
  return true;
}

/** Profile names are ASCII, so that character codes are bytes. */
function fnv1a32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash;
}
