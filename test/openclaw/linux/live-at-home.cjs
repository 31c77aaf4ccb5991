// Makes the real OpenClaw take the sandbox's home for its account's: loaded with --require, for worker threads too.
const Module = require('node:module');
const os = require('node:os');
const process = require('node:process');

/** @param {{ nodePath: string, home: string }} facts `nodePath`: what this Node shall call itself */
exports.liveAtHome = ({ nodePath, home }) => {
  const { userInfo } = os;
  Object.assign(os, { userInfo: () => ({ ...userInfo(), homedir: home }) });
  // The service definition and every child process take their Node from here.
  Object.defineProperty(process, 'execPath', { value: nodePath, writable: true, configurable: true });
  process.argv[0] = nodePath;
  const ownFlag = process.execArgv.findIndex((argument) => argument.endsWith('live-in-sandbox.cjs'));
  if (ownFlag > 0) process.execArgv.splice(ownFlag - 1, 2);
  Module.syncBuiltinESMExports();
};
