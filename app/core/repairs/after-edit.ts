import { isServing } from '../rules/circumstances.ts';
import type { RestartWish } from './edit.ts';
import type { RepairContext } from './repair.ts';

/**
 * What follows a mended configuration: a gateway that serves reads it by itself; one that is down because of it is
 * brought up, where there is a service to do so and somebody wants it now.
 */
export function wishAfterMending(context: RepairContext): RestartWish {
  const { idle, installed, job } = context.facts;
  const canStart = installed === 'service' && job !== 'no-manager' && idle === 'none';
  return canStart && !isServing(context) ? 'bring-up' : 'never';
}
