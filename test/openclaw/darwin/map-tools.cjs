const childProcess = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

/**
 * Sends every call of a Mac's tool to its stand-in, by whatever path OpenClaw names it.
 *
 * @param {string} toolsDir
 */
exports.mapTools = (toolsDir) => {
  const standIns = new Set(fs.readdirSync(toolsDir));
  /** @param {unknown} command */
  const mapped = (command) => {
    if (typeof command !== 'string' || command.startsWith(toolsDir)) return command;
    const name = path.basename(command);
    return (name === command || isToolPath(command)) && standIns.has(name) ? path.join(toolsDir, name) : command;
  };
  const functions = /** @type {Record<string, (command: unknown, ...rest: unknown[]) => unknown>} */ (
    /** @type {unknown} */ (childProcess)
  );
  for (const name of ['spawn', 'spawnSync', 'execFile', 'execFileSync']) {
    const original = functions[name];
    if (original === undefined) throw new Error(`child_process has no ${name}`);
    const replacement = (/** @type {unknown} */ command, /** @type {unknown[]} */ ...rest) =>
      original(mapped(command), ...rest);
    // promisify(execFile) answers { stdout, stderr } only because of the original's own symbol.
    functions[name] = Object.assign(replacement, promisifiedBy(original, replacement));
  }
  mapLookUps(mapped);
};

/** OpenClaw asks whether a tool is there before it calls it. @param {(file: unknown) => unknown} mapped */
function mapLookUps(mapped) {
  for (const owner of [fs, fs.promises]) {
    const functions = /** @type {Record<string, (file: unknown, ...rest: unknown[]) => unknown>} */ (
      /** @type {unknown} */ (owner)
    );
    for (const name of ['access', 'accessSync', 'existsSync']) {
      const original = functions[name];
      if (original === undefined) continue;
      functions[name] = (file, ...rest) => original(isToolPath(file) ? mapped(file) : file, ...rest);
    }
  }
}

/** @param {unknown} file */
function isToolPath(file) {
  return typeof file === 'string' && /^(?:\/usr)?\/s?bin\/[a-z_]+$/.test(file);
}

/**
 * @param {(command: unknown, ...rest: unknown[]) => unknown} original
 * @param {(command: unknown, ...rest: unknown[]) => unknown} replacement
 */
function promisifiedBy(original, replacement) {
  const { promisify } = require('node:util');
  if (!(promisify.custom in original)) return {};
  const promised = (/** @type {unknown} */ command, /** @type {unknown[]} */ ...rest) =>
    new Promise((resolve, reject) => {
      const onEnd = (
        /** @type {Error | null} */ error,
        /** @type {unknown} */ stdout,
        /** @type {unknown} */ stderr,
      ) => (error === null ? resolve({ stdout, stderr }) : reject(Object.assign(error, { stdout, stderr })));
      replacement(command, ...rest, onEnd);
    });
  return { [promisify.custom]: promised };
}
