/** What exit code 78 can mean. */
export const exit78Meanings = [
  'config-invalid',
  'older-binary',
  'newer-database',
  'token-missing',
  'already-running',
  'cannot-execute',
] as const;
export type Exit78Meaning = (typeof exit78Meanings)[number];
