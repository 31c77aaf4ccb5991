import { Validator } from '@cfworker/json-schema';
import type { Schema } from '@cfworker/json-schema';
import type { ConfigObject } from '../parse/config.ts';
import { chooseComplaints } from './choose-complaints.ts';
import type { SchemaNode } from './prepare-schema.ts';
import { type Complaint, readRemarks } from './schema-complaint.ts';
import { isStillRead } from './still-read.ts';

/**
 * What OpenClaw of this version would not take, by its own schema. It checks more than the schema says (channels
 * without their plugin, agents that do not exist), so no complaint does not mean that it takes everything.
 * `config`: `$include` followed, variables not filled in. `schema`: prepared.
 */
export function validateConfig(config: ConfigObject, schema: SchemaNode, version: string): readonly Complaint[] {
  const validator = new Validator(schema as Schema, '7', false);
  const { valid, errors } = validator.validate(config);
  if (valid) return [];
  const complaints = chooseComplaints(readRemarks(errors, config));
  return complaints.filter((complaint) => !isStillRead(complaint.path, version) && !isOpen(complaint, config));
}

/** A variable may be filled with anything that is a text. */
function isOpen({ path, kind }: Complaint, config: ConfigObject): boolean {
  if (kind !== 'wrong-value') return false;
  const value = path.reduce<unknown>(
    (at, step) => (at as Record<string | number, unknown> | undefined)?.[step],
    config,
  );
  return typeof value === 'string' && /\$\{[A-Z_][A-Z0-9_]*\}/.test(value);
}
