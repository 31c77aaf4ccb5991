/** Folders that carry the version of the Node inside: Homebrew, nvm, n, fnm, volta, asdf, mise. */
const versionedFolder =
  /\/(?:Cellar\/node(?:@\d+)?|versions\/node|node-versions|image\/node|installs\/node(?:js)?)\/v?(\d+\.\d+\.\d+)(?:_\d+)?\//;

/** The version that the place of a Node tells, after symlinks; `null` when it tells none. */
export function nodeVersionOfPath(realPath: string): string | null {
  return versionedFolder.exec(realPath)?.[1] ?? null;
}

/** `node_version.h`, which Node's own packages put into `include/node` beside `bin` (Node 0.6 to 26). */
export function parseNodeHeader(text: string): string | null {
  const parts = ['MAJOR', 'MINOR', 'PATCH'].map(
    (part) => new RegExp(`^#define NODE_${part}_VERSION (\\d+)$`, 'm').exec(text)?.[1],
  );
  return parts.includes(undefined) ? null : parts.join('.');
}
