// Loaded with --require into a gateway under test: what it sends to the internet goes to the model server on loopback
// instead, so that the addresses stand in its configuration as they do for everybody. Nothing leaves the machine.
const dns = require('node:dns');
const Module = require('node:module');
const net = require('node:net');
const process = require('node:process');
const tls = require('node:tls');

const port = Number(process.env.MODEL_SERVER_PORT);
/** A public address: OpenClaw refuses names that stand for anything else. It is never called. */
const publicAddress = '47.100.0.1';

/** @param {string | undefined | null} host */
const isLoopback = (host) => !host || /^(?:localhost|127(?:\.\d+){3}|::1|::|0\.0\.0\.0)$/.test(host);

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function connectHere(...args) {
  const [first] = Array.isArray(args[0]) ? args[0] : args;
  const host = typeof first === 'object' && first !== null ? first.host : args[1];
  if (typeof first === 'object' && first?.path) return connect.apply(this, args);
  if (typeof host === 'string' && !isLoopback(host)) {
    process.nextTick(() => this.destroy(new Error(`stay on loopback: ${host}`)));
    return this;
  }
  return connect.apply(this, args);
};

/** Plain where TLS was meant: the request itself tells which host it is for. */
tls.connect = (...args) => {
  const options = typeof args[0] === 'object' ? args[0] : { port: args[0], ...(typeof args[1] === 'object' ? args[1] : {}) };
  const then = args.findLast((each) => typeof each === 'function');
  const socket = net.connect({ host: '127.0.0.1', port });
  Object.assign(socket, { encrypted: true, authorized: true, alpnProtocol: false, servername: options.servername });
  Object.assign(socket, { getSession: () => undefined, isSessionReused: () => false, getPeerCertificate: () => ({}) });
  if (then) socket.once('secureConnect', then);
  socket.once('connect', () => socket.emit('secureConnect'));
  return socket;
};

const { lookup } = dns;
dns.lookup = (name, options, then) => {
  const done = typeof options === 'function' ? options : then;
  if (isLoopback(name)) return lookup(name, options, then);
  const isAll = typeof options === 'object' && options?.all === true;
  process.nextTick(() => (isAll ? done(null, [{ address: publicAddress, family: 4 }]) : done(null, publicAddress, 4)));
};
const lookupLater = dns.promises.lookup;
dns.promises.lookup = (name, options) => {
  if (isLoopback(name)) return lookupLater(name, options);
  const found = { address: publicAddress, family: 4 };
  return Promise.resolve(options?.all === true ? [found] : found);
};
Module.syncBuiltinESMExports();
