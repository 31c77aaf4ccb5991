// Makes the real OpenClaw believe that it runs on a Mac: loaded with --require, so that worker threads get it too.
const Module = require('node:module');
const os = require('node:os');
const process = require('node:process');
const { mapTools } = require('./map-tools.cjs');

/** Packages that choose a native binary by `process.platform` while they load; the binaries here are Linux's. */
const nativePackages = /\/node_modules\/(?:@snazzah\/davey|sharp|@img|@lydell\/node-pty|sqlite-vec|@napi-rs)\//;

/**
 * @typedef {object} DarwinFacts
 * @property {string} nodePath what this Node shall call itself: the wrapper in the sandbox
 * @property {string} home the account's home, whatever HOME says
 * @property {string} toolsDir stand-ins for the Mac's tools
 */

/** @param {DarwinFacts} facts */
exports.forceDarwin = (facts) => {
  let loadingNative = 0;
  Object.defineProperty(process, 'platform', { get: () => (loadingNative > 0 ? 'linux' : 'darwin') });
  wrapCompile((filename, compile) => {
    if (!nativePackages.test(filename)) return compile();
    loadingNative += 1;
    try {
      return compile();
    } finally {
      loadingNative -= 1;
    }
  });
  pretendToBe(facts);
  mapTools(facts.toolsDir);
  Module.syncBuiltinESMExports();
};

/** Stands between Node and every CommonJS file it compiles. */
/** @param {(filename: string, compile: () => unknown) => unknown} around */
function wrapCompile(around) {
  const methodName = '_compile';
  /** @typedef {(this: unknown, content: string, filename: string, ...rest: unknown[]) => unknown} Compile */
  const prototype = /** @type {Record<string, Compile>} */ (/** @type {unknown} */ (Module.prototype));
  const original = prototype[methodName];
  if (original === undefined) throw new Error('This Node compiles CommonJS in another way.');
  /** @type {Compile} */
  prototype[methodName] = function compileFile(content, filename, ...rest) {
    return around(filename, () => original.call(this, content, filename, ...rest));
  };
}

/** @param {DarwinFacts} facts */
function pretendToBe({ nodePath, home }) {
  const { userInfo } = os;
  Object.assign(os, {
    platform: () => 'darwin',
    type: () => 'Darwin',
    release: () => '26.0.0',
    version: () => 'Darwin Kernel Version 26.0.0',
    machine: () => 'arm64',
    userInfo: () => ({ ...userInfo(), homedir: home, shell: '/bin/zsh' }),
  });
  // The service definition and every child process take their Node from here.
  Object.defineProperty(process, 'execPath', { value: nodePath, writable: true, configurable: true });
  process.argv[0] = nodePath;
  const ownFlag = process.execArgv.findIndex((argument) => argument.endsWith('believe-in-darwin.cjs'));
  if (ownFlag > 0) process.execArgv.splice(ownFlag - 1, 2);
}
