import type { Os } from '../../core/model/target.ts';
import { disableUnit, enableUnit, restartUnit, startUnit, stopUnit } from '../../platform/linux/systemctl.ts';
import {
  bootoutService,
  bootstrapService,
  disableService,
  enableService,
  kickstartService,
  restartService,
} from '../../platform/macos/launchctl.ts';
import type { ProgramRequest } from '../../ports/programs.ts';
import type { ServiceStepKind, StepOf } from './step.ts';

export type ServiceRequests = {
  readonly [Kind in ServiceStepKind]: (step: StepOf<Kind>) => ProgramRequest;
};

/** The call that each step makes of its service manager: what is shown before is what is run. */
export const serviceRequests: Readonly<Record<Os, ServiceRequests>> = {
  darwin: {
    'enable-service': ({ serviceTarget }) => enableService(serviceTarget),
    'disable-service': ({ serviceTarget }) => disableService(serviceTarget),
    'load-service': ({ domain, definitionPath }) => bootstrapService(domain, definitionPath),
    'start-loaded-service': ({ serviceTarget }) => kickstartService(serviceTarget),
    'restart-loaded-service': ({ serviceTarget }) => restartService(serviceTarget),
    'unload-service': ({ serviceTarget }) => bootoutService(serviceTarget),
  },
  linux: {
    'enable-service': ({ serviceTarget }) => enableUnit(serviceTarget),
    'disable-service': ({ serviceTarget }) => disableUnit(serviceTarget),
    'load-service': ({ serviceTarget }) => startUnit(serviceTarget),
    'start-loaded-service': ({ serviceTarget }) => startUnit(serviceTarget),
    'restart-loaded-service': ({ serviceTarget }) => restartUnit(serviceTarget),
    'unload-service': ({ serviceTarget }) => stopUnit(serviceTarget),
  },
};
