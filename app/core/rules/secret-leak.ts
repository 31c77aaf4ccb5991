import { deriveConfigPath } from '../file-places.ts';
import type { Finding } from '../model/finding.ts';
import { valueOf } from '../model/reading.ts';
import { SecretMark, type Setting, type SettingPath } from '../model/setting.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { isGroup, writePath } from '../settings/read.ts';
import { settingsOf } from '../tokens.ts';
import { isHandsOff } from './circumstances.ts';
import { settingEvidence } from './configured.ts';
import { definitionEvidence, quote } from './evidence.ts';
import type { Rule } from './rule.ts';
import { makeFinding } from './rule.ts';

type Leak = Finding<'secret-leak'>;

/** Secrets where others can read them: in a list of processes, in a file that is open to all users, in a log. */
export const secretLeak: Rule<'secret-leak'> = {
  code: 'secret-leak',
  graceMs: 0,
  causes: [],
  find(snapshot, context) {
    if (isHandsOff(snapshot, context)) return [];
    return [...findArgument(snapshot), ...findOpenFiles(snapshot), ...findLogged(snapshot), ...findMisplaced(snapshot)];
  },
};

/** Every user of a computer sees the arguments of every process. */
function findArgument(snapshot: Snapshot): readonly Leak[] {
  const definition = valueOf(snapshot.definition);
  const word = definition?.command.find((each) => /^--(?:token|password)(?:=|$)/.test(each));
  if (definition === undefined || word === undefined) return [];
  const option = word.split('=', 1)[0] ?? word;
  return [
    makeFinding('secret-leak', 'argument', {
      severity: 'notice',
      certainty: 'certain',
      args: { what: 'argument', path: definition.path, mode: null },
      evidence: [definitionEvidence(definition, `${option} ***`)],
    }),
  ];
}

/** OpenClaw itself writes 0600 (all versions); a file without secrets may be read by anybody. */
function findOpenFiles(snapshot: Snapshot): readonly Leak[] {
  const config = valueOf(snapshot.config);
  const settings = settingsOf(snapshot);
  const places = valueOf(snapshot.credentials)?.places ?? [];
  const files = [
    ...(config !== undefined && settings !== null && holdsSecret(settings)
      ? [{ path: deriveConfigPath(snapshot), mode: config.fileMode }]
      : []),
    ...places.flatMap(({ kind, path, fileMode, names }) =>
      // A service's definition is read by the service manager; its mode is a matter of its own.
      kind !== 'service' && path !== null && fileMode !== null && names?.some(isSecretName)
        ? [{ path, mode: fileMode }]
        : [],
    ),
  ];
  return files.filter(({ mode }) => (mode & 0o077) !== 0).map(({ path, mode }) => makeOpenFile(path, mode));
}

function makeOpenFile(path: string, fileMode: number): Leak {
  const mode = (fileMode & 0o777).toString(8).padStart(3, '0');
  return makeFinding('secret-leak', path, {
    severity: 'notice',
    certainty: 'certain',
    args: { what: 'file-mode', path, mode },
    evidence: [{ command: `ls -l ${quote(path)}`, line: `${mode} ${path}` }],
  });
}

function isSecretName(name: string): boolean {
  return /KEY|TOKEN|SECRET|PASSWORD/i.test(name);
}

function holdsSecret(value: Setting): boolean {
  if (value instanceof SecretMark) return value.shape === 'ordinary';
  if (Array.isArray(value)) return (value as readonly Setting[]).some(holdsSecret);
  return isGroup(value) && Object.values(value).some(holdsSecret);
}

/** A link with a token in it opens the gateway for everybody who is sent the log. */
function findLogged(snapshot: Snapshot): readonly Leak[] {
  const log = valueOf(snapshot.log);
  const line = log?.lines.findLast(({ text }) => /https?:\/\/\S*[#?&]token=\*{3}/.test(text));
  if (log === undefined || line === undefined) return [];
  return [
    makeFinding('secret-leak', 'log', {
      severity: 'notice',
      certainty: 'certain',
      args: { what: 'log', path: log.path, mode: null },
      evidence: [{ command: `tail ${quote(log.path)}`, line: line.text }],
    }),
  ];
}

/** What reads like a key, as an id, a name or an address: such settings are shown and logged like any other. */
function findMisplaced(snapshot: Snapshot): readonly Leak[] {
  const settings = settingsOf(snapshot) ?? {};
  const places = ['models', 'agents'].flatMap((top) => listMisplaced(settings[top] ?? null, [top]));
  return places.slice(0, 3).map((path) => {
    const place = writePath(path);
    return makeFinding('secret-leak', place, {
      severity: 'notice',
      certainty: 'likely',
      args: { what: 'place', path: place, mode: null },
      evidence: [settingEvidence(snapshot, String(path.at(-1)), `${place}: •••`)],
    });
  });
}

function listMisplaced(value: Setting, path: SettingPath): readonly SettingPath[] {
  if (value instanceof SecretMark) return [path];
  if (typeof value === 'string') return /••• [\da-f]{4}/.test(value) ? [path] : [];
  if (Array.isArray(value)) {
    return (value as readonly Setting[]).flatMap((entry, index) => listMisplaced(entry, [...path, index]));
  }
  if (!isGroup(value)) return [];
  return Object.entries(value).flatMap(([name, entry]) =>
    isSecretPlace(name) ? [] : listMisplaced(entry, [...path, name]),
  );
}

/** Under these names keys are kept, and others are masked to be on the safe side. */
function isSecretPlace(name: string): boolean {
  return /key|token|secret|pass|credential|authorization|cookie|signature|headers|^env$|^params$/i.test(name);
}
