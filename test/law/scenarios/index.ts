import type { FindingCode } from '../../../app/core/model/finding.ts';
import type { Machine } from '../../core/make-machine.ts';
import { accessScenarios } from './access.ts';
import { configurationScenarios } from './configuration.ts';
import { gatewayScenarios } from './gateway.ts';
import { installScenarios } from './install.ts';
import { obstacleScenarios } from './obstacles.ts';
import { ownerScenarios } from './owner.ts';
import { packageScenarios } from './package.ts';
import { providerScenarios } from './providers.ts';
import { serviceScenarios } from './service.ts';
import { settingsScenarios } from './settings.ts';

/** For every code machines on which its rule speaks; the first one is shown in docs/findings.md. */
export const scenarios: { readonly [Code in FindingCode]: readonly Machine[] } = {
  ...serviceScenarios,
  ...ownerScenarios,
  ...installScenarios,
  ...packageScenarios,
  ...obstacleScenarios,
  ...gatewayScenarios,
  ...settingsScenarios,
  ...providerScenarios,
  ...configurationScenarios,
  ...accessScenarios,
};
