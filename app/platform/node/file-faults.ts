/** What a failed call on a file means, for a person. The code stays visible for whoever looks it up. */
const meanings: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the disk is read-only',
  EACCES: 'it is not permitted',
  EPERM: 'it is not permitted',
  ENOENT: 'it is not there',
  ENOTDIR: 'its folder is not there',
  EISDIR: 'it is a folder',
  EEXIST: 'something is there already',
  ENOTEMPTY: 'the folder is not empty',
  EIO: 'the disk could not be read or written',
};

export function codeOf(error: unknown): string | null {
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' ? code : null;
}

export function isMissing(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** "/a/b: the disk is full (ENOSPC)". */
export function describeFault(path: string, error: unknown): string {
  const code = codeOf(error);
  const meaning = code === null ? undefined : meanings[code];
  if (meaning === undefined) return `${path}: ${error instanceof Error ? error.message : String(error)}`;
  return `${path}: ${meaning} (${code})`;
}
