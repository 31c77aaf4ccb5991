import { agentsOf, configured } from '../configured-machines.ts';
import { manySessions } from '../settings-machines.ts';
import { checkRule } from './check-rule.ts';

const keeping = (files: number, leftovers: number, sizeBytes: number) =>
  configured({}, { agents: agentsOf({ id: 'main', sessions: { files, leftovers, sizeBytes } }) });

checkRule('session-bloat', {
  silent: [
    { name: 'a folder that was not measured', snapshot: configured({}, { agents: agentsOf({ id: 'main' }) }) },
    { name: 'many sessions, and hardly any left-overs', snapshot: keeping(1_900, 299, 900_000_000) },
  ],
  loud: [
    {
      ...manySessions,
      subject: 'main',
      severity: 'notice',
      certainty: 'certain',
      args: { agent: 'main', files: 940, leftovers: 612, sizeBytes: 410_000_000 },
      evidence: ['612', '400391 /Users/alice/.openclaw/agents/main/sessions'],
    },
    {
      name: 'few, but gigabytes',
      snapshot: keeping(40, 0, 2_000_000_000),
      subject: 'main',
      severity: 'notice',
      certainty: 'certain',
      args: { agent: 'main', files: 40, leftovers: 0, sizeBytes: 2_000_000_000 },
      evidence: [],
    },
  ],
});
