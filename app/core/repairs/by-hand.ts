import type { Finding, FindingCode } from '../model/finding.ts';
import { instruct } from './ladder.ts';
import type { NeverCode, Repair, RepairContext } from './repair.ts';

/** What a person must do: the commands, to be copied. Why, is written in the texts. */
export function makeByHand<Code extends FindingCode>(
  code: Code,
  never: readonly NeverCode[],
  commands: (finding: Finding<Code>, context: RepairContext) => readonly string[],
): Repair<Code> {
  return {
    code,
    rungs: [],
    never,
    plan: (finding, context) => instruct(finding, commands(finding, context)),
  };
}
