import { deriveServiceVariables } from '../service-variables.ts';
import { valueOf } from '../model/reading.ts';
import { textAt } from '../settings/read.ts';
import { readConfigured } from './configured.ts';
import { definitionEvidence } from './evidence.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

/**
 * The shell has a time zone of its own (TZ) and the service has none. A service without TZ uses the system's zone and is
 * right nearly everywhere, so that alone is no fault, and whether an agent has the date wrong nobody can see from
 * outside: only this one difference is told. It needs a look from a shell; an app from the Finder sees none.
 */
export const tzShift: Rule<'tz-shift'> = {
  code: 'tz-shift',
  graceMs: 10_000,
  causes: [],
  find(snapshot, context) {
    const configured = readConfigured(snapshot, context);
    const definition = valueOf(snapshot.definition);
    if (configured === null || definition === undefined) return [];
    // With a zone of its own, an agent does not ask for the system's.
    if (textAt(configured.settings, ['agents', 'defaults', 'userTimezone']) !== null) return [];
    const variables = deriveServiceVariables(snapshot, configured.settings);
    if (variables === null || !variables.isComplete || variables.names.has('TZ')) return [];
    if (variables.shellNames?.has('TZ') !== true) return [];
    return [
      makeFinding('tz-shift', 'TZ', {
        severity: 'notice',
        certainty: 'likely',
        args: { label: snapshot.target.label },
        evidence: [
          { command: '[ -n "$TZ" ] && echo set', line: 'set' },
          definitionEvidence(definition, definition.environment.names.join(' ')),
        ],
      }),
    ];
  },
};
