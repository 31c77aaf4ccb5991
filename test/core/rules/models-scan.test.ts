import { configured } from '../configured-machines.ts';
import { hours } from '../make-moment.ts';
import { saying, scanned } from '../provider-machines.ts';
import { checkRule } from './check-rule.ts';

const line = 'Error: Missing OpenRouter API key. Set OPENROUTER_API_KEY to run models scan.';

checkRule('models-scan', {
  silent: [{ name: 'two days ago', snapshot: configured({}, saying('models-scan', line, 48 * hours)) }],
  loud: [
    {
      ...scanned,
      subject: 'openrouter',
      severity: 'notice',
      certainty: 'certain',
      args: { count: 1 },
      evidence: [line],
    },
  ],
});
