import { readdirSync, readFileSync } from 'node:fs';

/**
 * Ends what still runs with this sandbox's home as its own: a gateway that restarted itself out of its process group, a
 * command line that waits. Only where /proc tells a process's environment; elsewhere process groups must do.
 *
 * @param {string} home
 * @returns {Promise<void>} resolves when they are gone
 */
export async function endProcessesOfHome(home) {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const pids = processesOfHome(home);
    if (pids.length === 0) return;
    for (const pid of pids) killQuietly(pid);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** @param {string} home @returns {number[]} */
function processesOfHome(home) {
  return processIds().filter(
    (pid) => pid !== process.pid && pid !== process.ppid && environmentOf(pid).includes(`HOME=${home}`),
  );
}

/** @returns {number[]} */
function processIds() {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

/** @param {number} pid @returns {readonly string[]} */
function environmentOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

/** @param {number} pid */
function killQuietly(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself meanwhile.
  }
}
