/** "1.4 GB", "520 MB": decimal, as the Finder counts; the same in every language of ours. */
export function formatBytes(bytes: number): string {
  const megabytes = bytes / 1_000_000;
  if (megabytes < 999.5) return `${Math.round(megabytes)} MB`;
  const gigabytes = megabytes / 1000;
  return `${gigabytes < 9.95 ? gigabytes.toFixed(1) : Math.round(gigabytes)} GB`;
}
