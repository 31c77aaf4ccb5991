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
}
