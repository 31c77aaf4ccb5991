import { isServing } from '../rules/circumstances.ts';
import type { RestartWish } from './edit.ts';
import type { RepairContext } from './repair.ts';

/**
 * What follows a mended configuration: a gateway that serves reads it by itself; one that is down because of it is
 * brought up, unless nobody wants it now.
 */
export function wishAfterMending(context: RepairContext): RestartWish {
  return isServing(context) || context.facts.idle !== 'none' ? 'never' : 'bring-up';
}
