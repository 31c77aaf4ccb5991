import { servingAnswers } from './answer.ts';
import type { Facts } from './facts.ts';
import type { GatewayState, StateReason } from './model/state.ts';

/** One sentence's worth of truth: the state, why, and when it is so. */
export interface Row {
  readonly state: GatewayState;
  readonly reason: StateReason;
  readonly when: (facts: Facts) => boolean;
}

const serves = ({ answer }: Facts) => servingAnswers.includes(answer);
const isQuiet = ({ answer }: Facts) => answer === 'silent' || answer === 'refused';
/** Nothing has the port, and nothing accepts connections on it. */
const nothingServes = ({ owner, answer }: Facts) => owner === 'none' && answer === 'refused';
const isGatewayOwned = ({ owner }: Facts) => owner === 'service' || owner === 'gateway';
const isForeignOwned = ({ owner }: Facts) => owner === 'foreign' || owner === 'ssh';
/** Nobody listens; a living gateway may hold the lock and be about to. */
const nobodyListens = ({ owner, answer }: Facts) => (owner === 'none' || owner === 'claimed') && answer === 'refused';
/** Nobody listens, but a process is there that should. */
const shouldListen = (facts: Facts) =>
  nobodyListens(facts) && (facts.job === 'running' || (facts.owner === 'claimed' && isAtRest(facts)));
/** The service manager has no job that it would start by itself. */
const isUnattended = ({ job }: Facts) => job === 'not-loaded' || job === 'no-manager' || job === 'inactive';
const isAtRest = (facts: Facts) => isUnattended(facts) || facts.job === 'stopped';
const hasNoService = ({ installed, job }: Facts) =>
  (installed === 'command' || installed === 'nothing') && (job === 'not-loaded' || job === 'no-manager');
const serviceServes = (facts: Facts) => facts.job === 'running' && facts.owner === 'service' && serves(facts);

/** Somebody accepts connections on the port. */
const isSomebody = (owner: Facts['owner']) => owner !== 'none' && owner !== 'claimed' && owner !== 'service-elsewhere';

/**
 * The truth table: the first row that fits speaks. Decisions worth knowing:
 * - An action in flight wins, then two gateways at once; remote mode wins over everything else, because then the
 *   gateway of this computer is not the one that counts, and an ssh tunnel on the port is right.
 * - Healthy needs a running job whose process has the port and says that it is ready. A missing override reading or an
 *   unreadable configuration does not spoil that: a gateway can run well on a configuration that will not start again.
 * - A live gateway that does not tell its readiness is degraded, not unknown: it can be used, and nobody can call it well.
 * - A gateway beside a service that nobody will start (not loaded; systemd: inactive) is unmanaged; beside a loaded
 *   one that runs or will be started it is a conflict.
 * - A process younger than five minutes is starting; one of unknown age is neither slow nor dead.
 */
export const truthTable: readonly Row[] = [
  { state: 'starting', reason: 'action-starting', when: ({ activity }) => activity === 'start' },
  { state: 'stopping', reason: 'action-stopping', when: ({ activity }) => activity === 'stop' },
  { state: 'starting', reason: 'action-restarting', when: ({ activity }) => activity === 'restart' },

  { state: 'conflict', reason: 'two-gateways-on-port', when: ({ owner }) => owner === 'two' },
  { state: 'stopping', reason: 'job-stopping', when: ({ job }) => job === 'stopping' },
  {
    state: 'conflict',
    reason: 'service-retries-behind-stray',
    when: ({ owner, job }) => owner === 'gateway' && job === 'looping',
  },
  {
    state: 'conflict',
    reason: 'service-and-stray',
    when: ({ owner, job }) => owner === 'gateway' && (job === 'running' || job === 'starting'),
  },
  {
    state: 'conflict',
    reason: 'stray-blocks-service',
    when: ({ owner, job }) =>
      owner === 'gateway' && (job === 'waiting' || job === 'cannot-spawn' || job === 'held' || job === 'stopped'),
  },

  { state: 'remote', reason: 'remote-mode', when: ({ mode }) => mode === 'remote' },

  {
    state: 'not-installed',
    reason: 'not-installed-no-cli',
    when: (facts) =>
      facts.installed === 'nothing' && hasNoService(facts) && (nothingServes(facts) || isForeignOwned(facts)),
  },
  {
    state: 'not-installed',
    reason: 'not-installed-never-registered',
    when: (facts) => hasNoService(facts) && (nothingServes(facts) || isForeignOwned(facts)),
  },
  {
    state: 'stopped',
    reason: 'maintenance-running',
    when: (facts) => facts.idle === 'maintenance' && isAtRest(facts) && nothingServes(facts),
  },
  {
    state: 'stopped',
    reason: 'stopped-on-purpose',
    when: (facts) =>
      facts.idle === 'on-purpose' &&
      facts.enabled !== 'no' &&
      isAtRest(facts) &&
      (nothingServes(facts) || isForeignOwned(facts)),
  },
  { state: 'port-taken', reason: 'ssh-tunnel-on-port', when: ({ owner }) => owner === 'ssh' },
  { state: 'port-taken', reason: 'foreign-program-on-port', when: ({ owner }) => owner === 'foreign' },

  { state: 'crash-looping', reason: 'spawn-fails', when: ({ job }) => job === 'cannot-spawn' },
  { state: 'crash-looping', reason: 'exits-again-and-again', when: ({ job }) => job === 'looping' },

  { state: 'starting', reason: 'job-starting', when: ({ job }) => job === 'starting' },
  {
    state: 'stopping',
    reason: 'draining',
    when: ({ answer, owner, job }) =>
      answer === 'draining' && (isSomebody(owner) || owner === 'claimed' || job === 'running'),
  },
  {
    state: 'starting',
    reason: 'startup-not-finished',
    when: ({ answer, owner }) => answer === 'starting' && isSomebody(owner),
  },

  {
    state: 'degraded',
    reason: 'safe-mode',
    when: (facts) => serviceServes(facts) && facts.answer === 'safe-mode',
  },
  {
    state: 'degraded',
    reason: 'live-not-ready',
    when: (facts) => serviceServes(facts) && facts.answer === 'not-ready',
  },
  {
    state: 'degraded',
    reason: 'live-readiness-unknown',
    when: (facts) => serviceServes(facts) && facts.answer === 'live',
  },
  {
    state: 'degraded',
    reason: 'live-definition-gone',
    when: (facts) => serviceServes(facts) && (facts.installed === 'command' || facts.installed === 'nothing'),
  },
  {
    state: 'degraded',
    reason: 'live-service-disabled',
    when: (facts) => serviceServes(facts) && facts.enabled === 'no',
  },
  { state: 'healthy', reason: 'ready', when: (facts) => serviceServes(facts) && facts.answer === 'ready' },
  {
    state: 'unmanaged',
    reason: 'live-service-not-loaded',
    when: (facts) =>
      facts.owner === 'gateway' &&
      serves(facts) &&
      facts.installed === 'service' &&
      (facts.job === 'not-loaded' || facts.job === 'inactive'),
  },
  {
    state: 'unmanaged',
    reason: 'live-without-service',
    when: (facts) => facts.owner === 'gateway' && serves(facts) && isUnattended(facts),
  },
  {
    state: 'unknown',
    reason: 'live-owner-unknown',
    when: (facts) => serves(facts) && isSomebody(facts.owner),
  },
  {
    state: 'degraded',
    reason: 'live-service-on-other-port',
    when: ({ owner, job, answer }) => owner === 'service-elsewhere' && job === 'running' && answer === 'refused',
  },

  {
    state: 'starting',
    reason: 'not-answering-young',
    when: (facts) =>
      isGatewayOwned(facts) && (isQuiet(facts) || facts.answer === 'wrong') && facts.warmUp === 'may-be-starting',
  },
  {
    state: 'unresponsive',
    reason: 'port-answers-wrong',
    when: (facts) => isGatewayOwned(facts) && facts.answer === 'wrong',
  },
  {
    state: 'starting',
    reason: 'job-not-listening-yet',
    when: (facts) => shouldListen(facts) && facts.warmUp === 'may-be-starting',
  },
  {
    state: 'unresponsive',
    reason: 'not-answering',
    when: (facts) => facts.warmUp === 'over' && ((isGatewayOwned(facts) && isQuiet(facts)) || shouldListen(facts)),
  },

  {
    state: 'starting',
    reason: 'respawn-scheduled',
    when: (facts) => facts.job === 'waiting' && nobodyListens(facts),
  },
  { state: 'stopped', reason: 'held-back', when: (facts) => facts.job === 'held' && nobodyListens(facts) },
  {
    state: 'disabled',
    reason: 'service-disabled',
    when: (facts) => facts.enabled === 'no' && isAtRest(facts) && nothingServes(facts),
  },
  {
    state: 'stopped',
    reason: 'loaded-not-running',
    when: (facts) => (facts.job === 'stopped' || facts.job === 'inactive') && nothingServes(facts),
  },
  {
    state: 'stopped',
    reason: 'not-loaded',
    when: (facts) => (facts.job === 'not-loaded' || facts.job === 'no-manager') && nothingServes(facts),
  },

  {
    state: 'unknown',
    reason: 'cannot-read-service',
    when: (facts) => facts.job === 'unknown' && nobodyListens(facts),
  },
  {
    state: 'unknown',
    reason: 'cannot-read-port',
    when: ({ owner, answer }) => answer === 'unknown' || owner === 'unknown' || owner === 'unattributed',
  },
  { state: 'unknown', reason: 'cannot-tell', when: () => true },
];

/** The row that speaks for these facts; the last one always does. */
export function chooseRow(facts: Facts): Row {
  return truthTable.find((row) => row.when(facts)) ?? lastRow;
}

const lastRow: Row = { state: 'unknown', reason: 'cannot-tell', when: () => true };
