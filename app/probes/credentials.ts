import type { Credentials, EnvironmentPlace, PlaceKind } from '../core/model/credentials.ts';
import { known, valueOf } from '../core/model/reading.ts';
import type { Snapshot } from '../core/model/snapshot.ts';
import { readDotenvVariables } from '../core/parse/dotenv.ts';
import { joinPath } from '../core/service-names.ts';
import type { MarkSecret } from '../core/settings/mask.ts';
import { describeVariables, nothingKnown } from '../core/parse/variables.ts';
import { readMovedStateDir } from './moved-config.ts';
import { readLoginSession } from './login-session.ts';
import type { Probe, ProbeContext } from './probe.ts';
import { readServiceVariables } from './service-variables.ts';
import { decodeText } from './unreadable.ts';

/** OpenClaw itself reads no more of one (2026.9.6: 1 MiB); a person's is a page long. */
const maxBytes = 256 * 1024;

/**
 * The places besides the configuration where a gateway token, a password or what a setting refers to can stand.
 * Never `absent`: a place that does not exist is left out. Values become marks as they are read. The login session
 * costs programs, so it is asked at a full look only.
 */
export const credentialsProbe: Probe<
  Credentials,
  { readonly definition: Snapshot['definition']; readonly isQuick: boolean }
> = {
  name: 'credentials',
  deadlineMs: 6_000,
  async read(context, { definition, isQuick }) {
    const mark: MarkSecret = (secret) => context.ports.secrets.mark(secret);
    const [ofService, dotenvs, session] = await Promise.all([
      readServiceVariables(context, definition, mark),
      readDotenvs(context, definition, mark),
      isQuick ? null : readLoginSession(context, mark),
    ]);
    const places = [...ofService, ...dotenvs, session, describeShell(context, mark)];
    return known({ places: places.filter((place) => place !== null) }, context.ports.clock.now());
  },
};

async function readDotenvs(
  context: ProbeContext,
  definition: Snapshot['definition'],
  mark: MarkSecret,
): Promise<readonly (EnvironmentPlace | null)[]> {
  const files = dotenvFiles(context, definition);
  const moved = await readMovedStateDir(context, definition);
  const path = moved === null ? null : joinPath(moved, '.env');
  const isOther = path !== null && files.every((file) => file.path !== path);
  const all = isOther ? [...files, { kind: 'moved-dotenv' as const, path }] : files;
  return Promise.all(all.map((file) => readDotenv(context, file, mark)));
}

interface DotenvFile {
  readonly kind: PlaceKind;
  readonly path: string;
}

/**
 * `.env` in the state folder that the service's definition or its file names, and in the one of a command line here;
 * both are nearly always the same. Where that `.env` names another state folder, the one there is read behind them.
 */
function dotenvFiles({ target, environment }: ProbeContext, definition: Snapshot['definition']): readonly DotenvFile[] {
  const ofService = valueOf(definition)?.environment.stateDir ?? target.stateDir;
  const folders = [...new Set([ofService, target.stateDir])];
  const files = folders.map((folder) => ({ kind: 'state-dotenv' as const, path: joinPath(folder, '.env') }));
  // A gateway with a state folder of its own, a profile's for instance, does not read the common one (2026.9.6).
  if (!folders.includes(joinPath(environment.home, '.openclaw'))) return files;
  return [...files, { kind: 'gateway-env', path: joinPath(environment.home, '.config/openclaw/gateway.env') }];
}

async function readDotenv(
  { ports }: ProbeContext,
  { kind, path }: DotenvFile,
  mark: MarkSecret,
): Promise<EnvironmentPlace | null> {
  const file = await ports.files.read(path, { maxBytes });
  if (file.kind === 'missing') return null;
  if (file.kind !== 'read') return { kind, path, ...nothingKnown, fileMode: null };
  return { kind, path, ...readDotenvVariables(decodeText(file.bytes), mark), fileMode: file.stat.mode };
}

/** Of a shell's many variables only those that concern OpenClaw, its models and the way to them. */
const concerning =
  /^(?:OPENCLAW_|CLAWDBOT_)|_(?:API_?KEY|KEY|TOKEN|SECRET|PASSWORD|BASE_URL)$|^(?:https?|all|no)_proxy$|^TZ$/i;

function describeShell({ ports }: ProbeContext, mark: MarkSecret): EnvironmentPlace | null {
  const variables = ports.shell.variables();
  if (variables === null) return null;
  const told = describeVariables(
    variables.filter(([name]) => concerning.test(name)),
    mark,
  );
  return { kind: 'shell', path: null, ...told, fileMode: null };
}
