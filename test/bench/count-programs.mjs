// Preloaded (`node --import`) into a measured process: counts every program it starts, and says so when it ends.
import { ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';

const started = [];
const { spawn } = ChildProcess.prototype;
ChildProcess.prototype.spawn = function count(options) {
  started.push({ at: Date.now(), file: options.file, args: options.args });
  return spawn.call(this, options);
};
process.on('exit', () => writeFileSync(process.env.COUNT_PROGRAMS_FILE, JSON.stringify(started)));
