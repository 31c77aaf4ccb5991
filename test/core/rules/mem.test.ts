import type { UsageSample } from '../../../app/core/model/memory.ts';
import { known } from '../../../app/core/model/reading.ts';
import { makeMemory, makeStrayMac } from '../make-machine.ts';
import { at, gatewayPid, hours, label, minutes, strayPid } from '../make-moment.ts';
import { cannotRead, makeLog, makeMark, makeProcess, makeStrayProcess } from '../make-running.ts';
import { makeDefinition } from '../make-service.ts';
import { makeSnapshot } from '../make-snapshot.ts';
import { heavy, megabyte } from '../told-machines.ts';
import { checkRule } from './check-rule.ts';

const titled = (memoryBytes: number | null) =>
  known([makeProcess({ commandLine: 'openclaw-gateway', role: 'gateway-title', memoryBytes })], at);
const unlimited = known(makeDefinition({ command: ['/usr/bin/node', '/opt/openclaw/dist/index.js', 'gateway'] }), at);
const limit = 8192 * 1024 * 1024;

/** One sample each ten minutes over seven hours, growing by this factor an hour to what is used now. */
function grown(byHour: number, last: number): readonly UsageSample[] {
  return Array.from({ length: 43 }, (_, index) => {
    const agoMs = (42 - index) * 10 * minutes;
    const memoryBytes = Math.round(last / byHour ** (agoMs / hours));
    return { at: at - agoMs, pid: gatewayPid, cpuPercent: 1, memoryBytes };
  });
}

const pressed = (ago: number) =>
  known(
    makeLog({
      marks: [makeMark('memory-pressure', at - ago, '[diag] memory pressure: level=critical reason=rss_threshold')],
    }),
    at,
  );

checkRule('mem', {
  silent: [
    {
      name: 'the usual gigabyte',
      snapshot: makeSnapshot({ definition: unlimited, processes: titled(1_200 * megabyte) }),
    },
    {
      name: 'seven gigabytes, which its flags allow',
      snapshot: makeSnapshot({ processes: known([makeProcess({ memoryBytes: 7_000 * megabyte })], at) }),
    },
    {
      name: 'seven gigabytes, which the flags of its service allow to a process that shows only its title',
      snapshot: makeSnapshot({ processes: titled(7_000 * megabyte) }),
    },
    { name: 'of unknown size', snapshot: makeSnapshot({ processes: titled(null) }) },
    { name: 'of unknown processes', snapshot: makeSnapshot({ processes: cannotRead(), definition: unlimited }) },
    {
      name: 'it grew for three hours',
      snapshot: makeSnapshot({ processes: known([makeProcess({ memoryBytes: 3_000 * megabyte })], at) }),
      memory: makeMemory({ usage: grown(1.6, 3_000 * megabyte).slice(-18) }),
    },
    {
      name: 'it grows slowly',
      snapshot: makeSnapshot({ processes: known([makeProcess({ memoryBytes: 3_000 * megabyte })], at) }),
      memory: makeMemory({ usage: grown(1.2, 3_000 * megabyte) }),
    },
    {
      name: 'it grows quickly and is still small',
      snapshot: makeSnapshot({ processes: known([makeProcess({ memoryBytes: 900 * megabyte })], at) }),
      memory: makeMemory({ usage: grown(1.6, 900 * megabyte) }),
    },
    { name: 'its pressure was hours ago', snapshot: makeSnapshot({ log: pressed(3 * hours) }) },
  ],
  loud: [
    {
      ...heavy,
      subject: label,
      severity: 'degraded',
      certainty: 'certain',
      args: { pid: gatewayPid, memoryBytes: 11_000 * megabyte, why: 'large', heapLimitBytes: limit },
      evidence: [`${gatewayPid} ${Math.round((11_000 * megabyte) / 1024)}`],
    },
    {
      name: 'two and a half gigabytes, and no limit was set',
      snapshot: makeStrayMac(undefined, {
        processes: known([makeStrayProcess({ memoryBytes: 2_500 * megabyte })], at),
      }),
      subject: label,
      severity: 'notice',
      certainty: 'certain',
      args: { pid: strayPid, memoryBytes: 2_500 * megabyte, why: 'large', heapLimitBytes: null },
      evidence: [],
    },
    {
      name: 'it has grown by more than half each hour',
      snapshot: makeSnapshot({ processes: known([makeProcess({ memoryBytes: 6_000 * megabyte })], at) }),
      memory: makeMemory({ usage: grown(1.6, 6_000 * megabyte) }),
      subject: label,
      severity: 'degraded',
      certainty: 'likely',
      args: { pid: gatewayPid, memoryBytes: 6_000 * megabyte, why: 'grows', heapLimitBytes: limit },
      evidence: [],
    },
    {
      name: 'it says itself that memory runs short',
      snapshot: makeSnapshot({ log: pressed(5 * minutes) }),
      subject: label,
      severity: 'degraded',
      certainty: 'likely',
      args: { pid: gatewayPid, memoryBytes: 700 * megabyte, why: 'pressure', heapLimitBytes: limit },
      evidence: ['[diag] memory pressure: level=critical reason=rss_threshold'],
    },
  ],
});
