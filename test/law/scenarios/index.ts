import type { FindingCode } from '../../../app/core/model/finding.ts';
import type { Machine } from '../../core/make-machine.ts';
import { installScenarios } from './install.ts';
import { ownerScenarios } from './owner.ts';
import { serviceScenarios } from './service.ts';

/** For every code machines on which its rule speaks; the first one is shown in docs/findings.md. */
export const scenarios: { readonly [Code in FindingCode]: readonly Machine[] } = {
  ...serviceScenarios,
  ...ownerScenarios,
  ...installScenarios,
};
