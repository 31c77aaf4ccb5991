// `lsof`, on the machine's own: a Mac's COMMAND is the executable (`node`), whatever title the process gave itself.
// lsof.mjs <sandbox root> <arguments…>
import { existsSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { readQuirks } from '../quirks.mjs';
import { runRewritten } from './wrap.mjs';

/** Options that Apple's lsof (a fork of 4.91) has too. */
const understood = /^-(?:nP|Pn|n|P|a|w|t|[pisF].*|\d+)$/;

const [root = '', ...args] = process.argv.slice(2);
const executable = ['/usr/sbin/lsof', '/usr/bin/lsof'].find((file) => existsSync(file));
const stranger = args.find((argument) => argument.startsWith('-') && !understood.test(argument));

if (executable === undefined) {
  process.stderr.write('The simulated lsof needs the real one: please install lsof.\n');
  process.exitCode = 69;
} else if (stranger !== undefined) {
  process.stderr.write(`lsof: illegal option: ${stranger}\n`);
  process.exitCode = 1;
} else {
  await runRewritten(root, 'lsof', executable, args.map(withFileNumbers), (stdout) => {
    const shown = args.some((argument) => argument.startsWith('-F')) ? rewriteFields(stdout) : rewriteTable(stdout);
    // Nothing matched, or nothing that this user may see: lsof cannot tell the two apart.
    return shown === '' ? { stdout: '', exitCode: 1 } : { stdout: shown };
  });
}

/** Apple's lsof prints `f` lines asked or not. @param {string} argument */
function withFileNumbers(argument) {
  return argument.startsWith('-F') && !argument.includes('f') ? `${argument}f` : argument;
}

/** One `p` line opens each process. @param {string} stdout */
function rewriteFields(stdout) {
  return stdout
    .split(/^(?=p)/m)
    .filter((record) => isVisible(Number(/^p(\d+)/.exec(record)?.[1])))
    .map((record) => record.replace(/^c.*$/m, `c${commandOf(Number(record.slice(1).split('\n')[0]), record)}`))
    .join('');
}

/** @param {string} stdout */
function rewriteTable(stdout) {
  const [header, ...rows] = stdout.split('\n');
  if (header === undefined || !header.startsWith('COMMAND')) return stdout;
  const kept = rows
    .filter((row) => row !== '' && isVisible(Number(row.split(/\s+/)[1])))
    .map((row) => row.replace(/^\S+/, (shown) => commandOf(Number(row.split(/\s+/)[1]), shown).padEnd(shown.length)));
  return kept.length === 0 ? '' : `${[header, ...kept].join('\n')}\n`;
}

/** @param {number} pid */
function isVisible(pid) {
  const invisible = readQuirks(root).lsof?.invisible ?? [];
  return invisible !== 'all' && !invisible.includes(pid);
}

/** @param {number} pid @param {string} otherwise */
function commandOf(pid, otherwise) {
  try {
    return path.basename(readlinkSync(`/proc/${pid}/exe`));
  } catch {
    return /^c(.*)$/m.exec(otherwise)?.[1] ?? otherwise;
  }
}
