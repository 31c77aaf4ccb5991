import { known } from '../../../app/core/model/reading.ts';
import { makeIdleMac, makeLoopingService, makeMemory, makeYoungMac } from '../make-machine.ts';
import { at, configPath, label, minutes, nodePath, seconds } from '../make-moment.ts';
import { cannotRead, makeConfig, makeProcess } from '../make-running.ts';
import { makeSnapshot } from '../make-snapshot.ts';
import { doctored, wellService } from '../told-machines.ts';
import { checkRule } from './check-rule.ts';

const doctor = { at: at - 5 * minutes, commandLine: 'openclaw-doctor' };
const memory = makeMemory({ well: wellService, doctor });
const looping = makeIdleMac(makeLoopingService());
const unchanged = makeMemory({ well: { ...wellService, nodePath }, doctor });
const edited = (ago: number) =>
  makeIdleMac(makeLoopingService(), { config: known(makeConfig({ modifiedAt: at - ago }), at) });

checkRule('doctor-damage', {
  silent: [
    { name: 'no doctor was seen', snapshot: looping, memory: makeMemory({ well: wellService }) },
    { name: 'it was never seen well', snapshot: looping, memory: makeMemory({ doctor }) },
    { name: 'nothing is another than it was', snapshot: looping, memory: unchanged },
    { name: 'it serves', snapshot: makeSnapshot(), memory },
    { name: 'it starts', snapshot: makeYoungMac(20 * seconds), memory },
    {
      name: 'doctor is still at work',
      snapshot: makeIdleMac(makeLoopingService(), {
        processes: known([makeProcess({ pid: 900, role: 'maintenance', commandLine: 'openclaw-doctor' })], at),
      }),
      memory,
    },
    {
      name: 'a person has edited the configuration, long after doctor',
      snapshot: edited(minutes),
      memory: unchanged,
    },
    {
      name: 'the service cannot be read',
      snapshot: makeIdleMac(makeLoopingService(), { definition: cannotRead() }),
      memory,
    },
    { name: 'the configuration cannot be read', snapshot: { ...looping, config: cannotRead() }, memory },
  ],
  loud: [
    {
      ...doctored,
      subject: label,
      severity: 'blocking',
      certainty: 'likely',
      args: { what: 'node', before: wellService.nodePath, now: nodePath, doctorAt: doctor.at },
      evidence: ['openclaw-doctor', nodePath],
    },
    {
      name: 'another port',
      snapshot: looping,
      memory: makeMemory({ well: { ...wellService, nodePath, port: 18_790 }, doctor }),
      subject: label,
      severity: 'blocking',
      certainty: 'likely',
      args: { what: 'port', before: '18790', now: '18789', doctorAt: doctor.at },
      evidence: [],
    },
    {
      name: 'the configuration was written while doctor ran',
      snapshot: edited(5 * minutes + 20 * seconds),
      memory: unchanged,
      subject: label,
      severity: 'blocking',
      certainty: 'likely',
      args: { what: 'configuration', before: null, now: null, doctorAt: doctor.at },
      evidence: [configPath],
    },
  ],
});
