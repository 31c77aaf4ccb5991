import { known } from '../../../app/core/model/reading.ts';
import { at, gatewayStartedAt, hours, minutes } from '../make-moment.ts';
import { makeLog, makeMark } from '../make-running.ts';
import { makeSnapshot } from '../make-snapshot.ts';
import { fullDisk, largeLog, logOf, logPath, megabyte } from '../told-machines.ts';
import { checkRule } from './check-rule.ts';

const full = (ago: number) => makeMark('no-space', at - ago, 'Error: ENOSPC: no space left on device, write');
const file = (sizeBytes: number, kind: 'service' | 'rolling' = 'service') => ({ path: logPath, sizeBytes, kind });
const capped = 'log file size cap reached; suppressing writes file=/tmp/openclaw/openclaw-2026-09-20.log';
const nothingLarge = { path: null, sizeBytes: null } as const;

checkRule('log-disk', {
  silent: [
    { name: 'a log of 400 MB', snapshot: makeSnapshot({ log: logOf([], { files: [file(400 * megabyte)] }) }) },
    {
      name: 'a rolling log of 900 MB, which OpenClaw deletes itself',
      snapshot: makeSnapshot({ log: logOf([], { files: [file(900 * megabyte, 'rolling')] }) }),
    },
    { name: 'free space that nobody tells', snapshot: makeSnapshot({ log: logOf([], { freeBytes: null }) }) },
    {
      name: 'the disk was full, and has room again',
      snapshot: makeSnapshot({ log: logOf([full(5 * minutes)], { freeBytes: 80_000 * megabyte }) }),
    },
    {
      name: 'an earlier process had no space',
      snapshot: makeSnapshot({
        log: known(makeLog({ marks: [makeMark('no-space', gatewayStartedAt - hours)], freeBytes: null }), at),
      }),
    },
    {
      name: 'an earlier process reached its cap',
      snapshot: makeSnapshot({ log: logOf([makeMark('log-capped', gatewayStartedAt - hours, capped)]) }),
    },
  ],
  loud: [
    {
      ...fullDisk,
      subject: 'disk',
      severity: 'blocking',
      certainty: 'certain',
      args: { what: 'disk-full', ...nothingLarge, freeBytes: 12 * megabyte },
      evidence: ['Error: ENOSPC: no space left on device, write', '11718 available'],
    },
    {
      name: 'no space left while it runs, of which the disk tells nothing',
      snapshot: makeSnapshot({ log: logOf([full(5 * minutes)], { freeBytes: null }) }),
      subject: 'disk',
      severity: 'degraded',
      certainty: 'likely',
      args: { what: 'disk-full', ...nothingLarge, freeBytes: null },
      evidence: ['Error: ENOSPC: no space left on device, write'],
    },
    {
      name: 'little is left, and a log has most of it',
      snapshot: makeSnapshot({ log: logOf([], { freeBytes: 1_500 * megabyte, files: [file(9_000 * megabyte)] }) }),
      subject: 'disk',
      severity: 'notice',
      certainty: 'certain',
      args: { what: 'disk-low', path: logPath, sizeBytes: 9_000 * megabyte, freeBytes: 1_500 * megabyte },
      evidence: ['1464843 available', `9000000000 ${logPath}`],
    },
    {
      ...largeLog,
      subject: logPath,
      severity: 'notice',
      certainty: 'certain',
      args: { what: 'log-large', path: logPath, sizeBytes: 600 * megabyte, freeBytes: 120_000 * megabyte },
      evidence: [`600000000 ${logPath}`],
    },
    {
      name: 'a log of 19 GB',
      snapshot: makeSnapshot({ log: logOf([], { files: [file(19_000 * megabyte)] }) }),
      subject: logPath,
      severity: 'degraded',
      certainty: 'certain',
      args: { what: 'log-large', path: logPath, sizeBytes: 19_000 * megabyte, freeBytes: 120_000 * megabyte },
      evidence: [],
    },
    {
      name: 'OpenClaw’s own log has stopped for today',
      snapshot: makeSnapshot({ log: logOf([makeMark('log-capped', at - hours, capped)]) }),
      subject: 'disk',
      severity: 'notice',
      certainty: 'certain',
      args: { what: 'log-capped', ...nothingLarge, freeBytes: 120_000 * megabyte },
      evidence: [capped],
    },
  ],
});
