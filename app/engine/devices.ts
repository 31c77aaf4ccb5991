import { deriveOtherPlace } from '../core/command-place.ts';
import { deriveStateDir } from '../core/file-places.ts';
import type { DeviceList } from '../core/model/devices.ts';
import { known, type Reading, unknown, valueOf } from '../core/model/reading.ts';
import type { Snapshot } from '../core/model/snapshot.ts';
import { writeOpenClawArgv } from '../core/openclaw-argv.ts';
import { parseDevicesList } from '../core/parse/devices-list.ts';
import { redactText } from '../core/redact.ts';
import { programOfService, programToRegister } from '../core/repairs/reinstall.ts';
import { joinPath } from '../core/service-names.ts';
import type { Ports } from '../ports/index.ts';
import type { OpenClawRequest } from '../ports/programs.ts';
import { complaintOf } from './steps/run-command.ts';

/** Two seconds on an idle machine (2026.9.6), and it compiles its plugins first when it was just installed. */
const timeoutMs = 60_000;

/** The id alone: the keys beside it and the tokens in other tables are not read (2026.8.1 to 2026.9.6). */
const selectOwnId = "SELECT device_id FROM device_identities WHERE identity_key = 'primary'";

type OnDemandPorts = Pick<Ports, 'programs' | 'clock' | 'secrets' | 'databases'>;

/**
 * Asks the running gateway for its paired devices and the requests for pairing, through the service's own program:
 * `openclaw devices list --json`. Seconds, so only when a person wants to see it. Unknown, with what the command
 * complained of, when there is no answer; never throws.
 */
export async function readDevicesOnDemand(ports: OnDemandPorts, snapshot: Snapshot): Promise<Reading<DeviceList>> {
  const { clock, programs, secrets } = ports;
  const place = deriveOtherPlace(snapshot);
  if (place !== null) return unknown('not-asked', `a command line would not ask this gateway: ${place}`, clock.now());
  const program = programOfService(snapshot) ?? programToRegister(snapshot);
  if (program === null) return unknown('tool-missing', 'openclaw', clock.now());
  const { nodePath, entryPath } = program;
  const { profile } = snapshot.target;
  const request: OpenClawRequest = { command: 'devices-list', nodePath, entryPath, profile, timeoutMs };
  const result = await programs.runOpenClaw(request);
  const readAt = clock.now();
  const complain = (message: string) => redactText(`${writeOpenClawArgv(request).join(' ')}: ${message}`);
  if (result.kind === 'timed-out') return unknown('timed-out', complain(complaintOf(result)), readAt);
  if (result.kind === 'missing') return unknown('tool-missing', result.path, readAt);
  if (result.kind !== 'exited') return unknown('tool-failed', complain(complaintOf(result)), readAt);
  const answer = parseDevicesList(result.stdout, (secret) => secrets.mark(secret));
  if (answer.kind === 'list') return known({ ...answer.list, ownDeviceId: await readOwnId(ports, snapshot) }, readAt);
  if (answer.kind === 'refused') return unknown('tool-failed', complain(answer.message), readAt);
  const code = result.exitCode === 0 ? 'not-understood' : 'tool-failed';
  return unknown(code, complain(complaintOf(result)), readAt);
}

/** Before the first start of a version with a database, and before 2026.8.1, a file has it: `identity/device.json`. */
async function readOwnId({ databases }: OnDemandPorts, snapshot: Snapshot): Promise<string | null> {
  const devices = valueOf(snapshot.devices);
  const inFile = devices?.identity?.deviceId ?? null;
  if (devices?.store === 'files') return inFile;
  const found = await databases.readColumn(joinPath(deriveStateDir(snapshot), 'state/openclaw.sqlite'), selectOwnId);
  const [id] = found.kind === 'read' ? found.values : [];
  return id !== undefined && /^[0-9a-f]{64}$/.test(id) ? id : inFile;
}
