// `ps`, on the machine's own: a Mac's prints dates in the caller's language unless LC_ALL says C.
// ps.mjs <sandbox root> <arguments…>
import { runRewritten } from './wrap.mjs';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const weekdays = { Mon: '一', Tue: '二', Wed: '三', Thu: '四', Fri: '五', Sat: '六', Sun: '日' };
const cDate =
  /(?<weekday>Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?<month>[A-Z][a-z]{2}) (?<day>[ \d]\d) (?<time>[\d:]{8}) (?<year>\d{4})/g;

const [root = '', ...args] = process.argv.slice(2);
const speaksC = ['C', 'POSIX'].includes(process.env.LC_ALL ?? '');

if (args.some((argument) => argument.startsWith('--'))) {
  process.stderr.write('ps: illegal option -- -\n');
  process.exitCode = 1;
} else {
  await runRewritten(root, 'ps', '/bin/ps', args, (stdout) => ({
    stdout: speaksC ? stdout : stdout.replace(cDate, inChinese),
  }));
}

/** `Tue Sep 15 23:54:57 2026` as zh_CN.UTF-8 prints it. @param {string[]} match @returns {string} */
function inChinese(...match) {
  const groups = /** @type {Record<string, string>} */ (/** @type {unknown} */ (match.at(-1)));
  const weekday = weekdays[/** @type {keyof typeof weekdays} */ (groups.weekday)];
  const month = String(months.indexOf(groups.month ?? '') + 1).padStart(2);
  return `${weekday} ${month}月/${(groups.day ?? '').trim()} ${groups.time} ${groups.year}`;
}
