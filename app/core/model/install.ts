/** The installed OpenClaw package. */
export interface Install {
  /** The `openclaw` command found, if any: absolute path. */
  readonly cliPath: string | null;
  /** Root of the package that the service runs, else the one the command resolves to. */
  readonly packageRoot: string | null;
  /** From package.json in `packageRoot`, never from the service definition (it shows the version at install time). */
  readonly version: string | null;
  /** `dist/index.js` and the like, absolute. */
  readonly entryPath: string | null;
  /** The node that runs the service, else the one beside the command. */
  readonly nodePath: string | null;
  /** Root of the package the command resolves to, when it differs from `packageRoot`. */
  readonly cliPackageRoot: string | null;
  readonly cliVersion: string | null;
  /** `engines.node` of the package in `packageRoot`: the Node versions that it runs on, a semver range. */
  readonly nodeRange: string | null;
  /** Of `nodePath`, by its place or the files beside it, without starting it; `null`: they do not tell. */
  readonly nodeVersion: string | null;
  /** The Node beside the command, when it is another one than `nodePath`. */
  readonly otherNode: { readonly path: string; readonly version: string | null } | null;
  /** When package.json in `packageRoot` was written, epoch ms: each installation writes all files anew. */
  readonly packageWrittenAt: number | null;
  /** `null`: the package is whole, nothing was left beside it, or it could not be looked at. */
  readonly damage: PackageDamage | null;
}

/** What an installation that did not come to its end leaves behind. */
export interface PackageDamage {
  readonly root: string;
  /** From package.json, when that is there. */
  readonly version: string | null;
  /** Files without which nothing starts, absolute. */
  readonly missing: readonly string[];
  /** npm's staging folders beside the package (`.openclaw-XXXX`), absolute. */
  readonly leftovers: readonly string[];
  /** The newest change among all of it, epoch ms; `null` when nothing tells. */
  readonly changedAt: number | null;
}
