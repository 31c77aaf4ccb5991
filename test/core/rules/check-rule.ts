import { describe, expect, test } from 'vitest';
import { deriveFacts } from '../../../app/core/facts.ts';
import type { Certainty, Finding, FindingArgsByCode, FindingCode, Severity } from '../../../app/core/model/finding.ts';
import { known, valueOf } from '../../../app/core/model/reading.ts';
import type { Memory } from '../../../app/core/model/memory.ts';
import type { Snapshot } from '../../../app/core/model/snapshot.ts';
import { derivePortOwner } from '../../../app/core/port-owner.ts';
import { rules } from '../../../app/core/rules/index.ts';
import { makeMemory, makeRemoteConfig, quietMachines } from '../make-machine.ts';
import { makeMarkers } from '../make-running.ts';
import type { Machine } from '../make-machine.ts';

/** A machine that must raise the finding, and exactly how. */
export interface LoudMachine<Code extends FindingCode> extends Machine {
  readonly subject: string;
  readonly severity: Severity;
  readonly certainty: Certainty;
  readonly args: FindingArgsByCode[Code];
  /** Lines that must be among the evidence: what a command printed. */
  readonly evidence: readonly string[];
}

/** One rule's table: silence first, then what must be said. */
export function checkRule<Code extends FindingCode>(
  code: Code,
  table: {
    readonly silent: readonly Machine[];
    readonly loud: readonly LoudMachine<Code>[];
    /** Also where another machine's gateway counts, or another product keeps this one. */
    readonly evenHandsOff?: true;
  },
): void {
  describe(`the rule ${code}`, () => {
    test.each([...quietMachines, ...table.silent])('is silent: $name', ({ snapshot, memory = makeMemory() }) => {
      expect(findWith(code, snapshot, memory)).toEqual([]);
    });

    test.each(table.loud.map((machine) => ({ ...machine })))('knows "hands off": $name', ({ snapshot, memory }) => {
      const counts = handsOff(snapshot).map((machine) => findWith(code, machine, memory ?? makeMemory()).length);
      expect(counts).toEqual(counts.map(() => (table.evenHandsOff ? 1 : 0)));
    });

    test.each(table.loud.map((machine) => ({ ...machine })))('speaks: $name', (machine) => {
      const { snapshot, memory = makeMemory(), subject, severity, certainty, args, evidence } = machine;
      const found = findWith(code, snapshot, memory);
      expect(found).toMatchObject([{ id: `${code}:${subject}`, code, subject, severity, certainty, args }]);
      expect(found.flatMap((finding) => finding.evidence.map(({ line }) => line))).toEqual(
        expect.arrayContaining([...evidence]),
      );
      expect(found.every((finding) => finding.evidence.length > 0)).toBe(true);
    });
  });
}

/** The same machine under an external supervisor and, where its configuration can be read, in remote mode. */
function handsOff(snapshot: Snapshot): readonly Snapshot[] {
  const markers = valueOf(snapshot.markers) ?? makeMarkers();
  const supervised = { ...snapshot, markers: known({ ...markers, externalSupervisor: true }, snapshot.at) };
  return valueOf(snapshot.config)?.content.kind === 'broken'
    ? [supervised]
    : [supervised, { ...snapshot, config: makeRemoteConfig() }];
}

/** What one rule finds, before patience and folding. */
export function findWith(code: FindingCode, snapshot: Snapshot, memory: Memory): readonly Finding[] {
  const context = { facts: deriveFacts(snapshot, memory), owner: derivePortOwner(snapshot), memory };
  return rules[code].find(snapshot, context);
}
