import { known } from '../../../app/core/model/reading.ts';
import type { RepairOffer, RepairPlan, RepairStep, Run } from '../../../app/core/model/repair.ts';
import type { Snapshot } from '../../../app/core/model/snapshot.ts';
import type { RepairResult } from '../../../app/engine/engine.ts';
import type { Processes } from '../../../app/ports/processes.ts';
import { type EngineBench, type EngineScript, makeEngineBench } from '../../fakes/engine-bench.ts';
import { makeFakeMachine } from '../../fakes/fake-machine.ts';
import type { ScriptedCall } from '../../fakes/scripted-programs.ts';
import {
  macTarget,
  makeListener,
  makeProcess,
  makeReach,
  makeService,
  notLoaded,
  readAt,
  refusedReach,
} from '../../fakes/snapshots.ts';
import { runOut } from '../../fakes/step-context.ts';
import { makePlan } from './make-plan.ts';

const { serviceTarget, domain, definitionPath } = macTarget;
export const findingId = 'agent-not-loaded:ai.openclaw.gateway';
export const load: RepairStep = { kind: 'load-service', domain, definitionPath, serviceTarget };
export const bootstrap = `launchctl bootstrap ${domain} ${definitionPath}`;

type Readings = Partial<Pick<Snapshot, 'service' | 'listeners' | 'processes' | 'reach'>>;

/** The service is installed and not loaded; nothing runs. */
export const stopped: Readings = {
  service: known(makeService(notLoaded), readAt),
  listeners: known([], readAt),
  processes: known([], readAt),
  reach: known(refusedReach, readAt),
};

/** The same service loaded, with a gateway that serves. */
export const serving: Readings = {
  service: known(makeService({ pid: 5000 }), readAt),
  listeners: known([makeListener({ pid: 5000 })], readAt),
  processes: known([makeProcess({ pid: 5000, startedAt: readAt })], readAt),
  reach: known(makeReach(), readAt),
};

export interface RepairScript {
  readonly calls?: readonly ScriptedCall[];
  readonly steps?: readonly RepairStep[];
  readonly plan?: Partial<RepairPlan>;
  readonly files?: Readonly<Record<string, string>>;
  readonly versions?: Readonly<Record<string, string>>;
  readonly typed?: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, string>>;
  readonly schemas?: EngineScript['schemas'];
  readonly processes?: Partial<Processes>;
  readonly readings?: Readings;
  readonly stat?: EngineScript['stat'];
  readonly programs?: EngineScript['programs'];
  readonly environment?: EngineScript['environment'];
}

export interface RepairBench extends EngineBench {
  readonly planId: string;
  /** What is offered from the next look on; `null`: the plan of the script. */
  offer(next: ((planned: RepairPlan) => RepairOffer) | null): void;
  /** The previewed plan, to its end. */
  repair(options?: { readonly confirmed?: boolean }): Promise<RepairResult>;
  undo(runId: string): Promise<RepairResult>;
}

/** A plan about a service that is not loaded, previewed on an engine in a test's hands. */
export async function makeRepairBench(script: RepairScript = {}): Promise<RepairBench> {
  const { steps = [load], plan = {} } = script;
  let offered: ((planned: RepairPlan) => RepairOffer) | null = null;
  const bench = makeEngineBench({
    calls: script.calls ?? [],
    files: script.files ?? {},
    versions: script.versions ?? {},
    typed: script.typed ?? {},
    variables: script.variables ?? {},
    ...(script.schemas === undefined ? {} : { schemas: script.schemas }),
    processes: script.processes ?? {},
    ...(script.stat === undefined ? {} : { stat: script.stat }),
    ...(script.programs === undefined ? {} : { programs: script.programs }),
    ...(script.environment === undefined ? {} : { environment: script.environment }),
    machine: makeFakeMachine({ ...stopped, ...script.readings }),
    planRepair: ({ id, code }) => {
      const planned = makePlan({ findingId: id, code, steps, ...plan });
      return offered === null ? planned : offered(planned);
    },
  });
  await bench.engine.look();
  const preview = await bench.engine.preview(findingId);
  if (preview?.offer.kind !== 'repair') throw new Error('no plan is offered');
  const planId = preview.offer.id;
  const { engine, clock } = bench;
  return {
    ...bench,
    planId,
    offer: (next) => void (offered = next),
    repair: ({ confirmed = true } = {}) => runOut(clock, engine.repair(planId, { confirmed })),
    undo: (runId) => runOut(clock, engine.undo(runId, { confirmed: true, dryRun: false })),
  };
}

/** The run of a result that ended. */
export function runOf(result: RepairResult): Run {
  if (result.kind !== 'ended') throw new Error(`not ended, but ${JSON.stringify(result)}`);
  return result.run;
}
