// Loaded with --require into a gateway under test: what it sends to the internet goes to the model server on loopback
// instead, so that the addresses stand in its configuration as they do for everybody. Nothing leaves the machine.
const dns = require('node:dns');
const Module = require('node:module');
const net = require('node:net');
const process = require('node:process');
const tls = require('node:tls');

/** @typedef {(...args: unknown[]) => unknown} AnyFunction */

const port = Number(process.env.MODEL_SERVER_PORT);
/** A public address: OpenClaw refuses names that stand for anything else. It is never called. */
const publicAddress = { address: '47.100.0.1', family: 4 };

/** @param {unknown} host */
const isHere = (host) => typeof host !== 'string' || /^(?:|localhost|127(?:\.\d+){3}|::1|::|0\.0\.0\.0)$/.test(host);

/** @param {unknown} value @param {string} key @returns {unknown} */
const read = (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined);

/** The function as it was. @param {object} of @param {string} name @returns {AnyFunction} */
function keep(of, name) {
  /** @type {unknown} */
  const kept = Reflect.get(of, name);
  return /** @type {AnyFunction} */ (kept);
}

const connectSocket = keep(net.Socket.prototype, 'connect');
Object.assign(net.Socket.prototype, {
  /** @this {net.Socket} @param {unknown[]} args */
  connect(...args) {
    const [first, second] = Array.isArray(args[0]) ? args[0] : args;
    const host = typeof first === 'object' ? read(first, 'host') : second;
    if (isHere(host)) return Reflect.apply(connectSocket, this, args);
    process.nextTick(() => this.destroy(new Error(`The test stays on loopback: ${String(host)}`)));
    return this;
  },
});

Object.assign(tls, {
  /** Plain where TLS was meant: the request itself tells which host it is for. @param {unknown[]} args */
  connect(...args) {
    const servername = args.map((each) => read(each, 'servername')).find((each) => each !== undefined);
    const then = args.find((each) => typeof each === 'function');
    const socket = net.connect({ host: '127.0.0.1', port });
    const facts = { encrypted: true, authorized: true, alpnProtocol: false, servername };
    const answers = { getSession: () => null, isSessionReused: () => false, getPeerCertificate: () => ({}) };
    Object.assign(socket, facts, answers);
    if (then) socket.once('secureConnect', () => Reflect.apply(then, socket, []));
    socket.once('connect', () => socket.emit('secureConnect'));
    return socket;
  },
});

const lookUp = keep(dns, 'lookup');
Object.assign(dns, {
  /** @param {unknown} name @param {unknown[]} rest */
  lookup(name, ...rest) {
    const done = /** @type {AnyFunction} */ (rest.at(-1));
    const { address, family } = publicAddress;
    const found = read(rest[0], 'all') === true ? [[publicAddress]] : [address, family];
    if (isHere(name)) lookUp(name, ...rest);
    else process.nextTick(() => done(null, ...found));
  },
});

const lookUpLater = keep(dns.promises, 'lookup');
Object.assign(dns.promises, {
  /** @param {unknown} name @param {unknown} options */
  lookup: async (name, options) => {
    if (isHere(name)) return lookUpLater(name, options);
    return read(options, 'all') === true ? [publicAddress] : publicAddress;
  },
});
Module.syncBuiltinESMExports();
