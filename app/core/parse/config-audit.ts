/** One write of the configuration that OpenClaw has on record. */
export interface ConfigAuditRecord {
  /** SHA-256 in hex of the file afterwards. */
  readonly sha256: string;
  /** `outside`: OpenClaw found a content that it had not written (2026.9). */
  readonly by: 'openclaw' | 'outside';
  /** `config set`, `doctor --fix`, `gateway run`: without any value; `null`: not told. */
  readonly command: string | null;
}

/**
 * Records of `logs/config-audit.jsonl` (before 2026.8.1) or of `diagnostic_events` with the scope `config-audit` (since),
 * one JSON object each. What was rejected, failed, or is no record, is left out. A record's argv may hold secrets: only
 * the words of the command leave this place.
 */
export function parseConfigAudit(lines: readonly string[]): readonly ConfigAuditRecord[] {
  return lines.flatMap((line) => {
    const record = parseRecord(line);
    const found = record === null ? null : readRecord(record);
    return found === null ? [] : [found];
  });
}

type JsonRecord = Readonly<Record<string, unknown>>;

function parseRecord(line: string): JsonRecord | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonRecord) : null;
  } catch {
    return null;
  }
}

function readRecord(record: JsonRecord): ConfigAuditRecord | null {
  const command = commandOf(record['argv']);
  switch (record['event']) {
    case 'config.write': {
      const isDone = record['result'] === 'rename' || record['result'] === 'copy-fallback';
      return isDone ? recordOf(record['nextHash'], 'openclaw', command) : null;
    }
    case 'config.external':
      return recordOf(record['nextHash'], 'outside', null);
    // 2026.3.24 and later: a content that looked damaged was replaced by OpenClaw's own copy.
    case 'config.observe':
      return record['restoredFromBackup'] === true ? recordOf(record['backupHash'], 'openclaw', command) : null;
    default:
      return null;
  }
}

function recordOf(hash: unknown, by: ConfigAuditRecord['by'], command: string | null): ConfigAuditRecord | null {
  return typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash) ? { sha256: hash, by, command } : null;
}

/** Options of OpenClaw itself, before the command, that take a value (2026.3.13 to 2026.9.6). */
const optionsWithValue: ReadonlySet<string> = new Set(['--profile', '--log-level', '--container']);
/** Second words that say what is done. Any other may be a name or a value, and stays out. */
const verbs: ReadonlySet<string> = new Set([
  'add',
  'apply',
  'approve',
  'audit',
  'auth',
  'bind',
  'configure',
  'delete',
  'disable',
  'edit',
  'enable',
  'fallbacks',
  'aliases',
  'image-fallbacks',
  'import',
  'install',
  'link',
  'login',
  'logout',
  'migrate',
  'pair',
  'patch',
  'policy',
  'remove',
  'reload',
  'rename',
  'reset',
  'restart',
  'run',
  'scan',
  'set',
  'set-identity',
  'set-image',
  'setup',
  'start',
  'stop',
  'status',
  'sync',
  'unbind',
  'uninstall',
  'unset',
  'update',
  'validate',
]);
/** Without their values: what makes a reading command one that writes. */
const tellingOptions: ReadonlySet<string> = new Set(['--fix', '--repair']);

/** `[node, openclaw.mjs, 'config', 'set', …]`: at most two words and one option. */
function commandOf(argv: unknown): string | null {
  if (!Array.isArray(argv)) return null;
  const words = withoutGlobalOptions(argv.slice(2).map(String));
  const [first = '', second = ''] = words;
  if (!/^[a-z][a-z-]{1,20}$/.test(first)) return null;
  const option = words.slice(1).find((word) => tellingOptions.has(word));
  return [first, ...(verbs.has(second) ? [second] : []), ...(option === undefined ? [] : [option])].join(' ');
}

function withoutGlobalOptions(words: readonly string[]): readonly string[] {
  let index = 0;
  while (index < words.length && words[index]?.startsWith('-') === true) {
    index += optionsWithValue.has(words[index] ?? '') ? 2 : 1;
  }
  return words.slice(index);
}
