import type { Drift } from '../../app/core/model/drift.ts';
import type { Change, Version } from '../../app/core/model/history.ts';
import type { ListedVersion, VersionDiff } from '../../app/core/model/listed-version.ts';
import type { Picture } from '../../app/core/model/picture.ts';
import type { RepairPreview } from '../../app/core/model/preview.ts';
import { known } from '../../app/core/model/reading.ts';
import type { Restore } from '../../app/core/model/wish.ts';
import { planWish } from '../../app/core/wishes/index.ts';
import { deriveFacts } from '../../app/core/facts.ts';
import { emptyMemory } from '../../app/core/model/memory.ts';
import { derivePortOwner } from '../../app/core/port-owner.ts';
import { makeSnapshot, readAt } from '../fakes/snapshots.ts';
import { configPath, makeHistoryFacts, makeListed, makeVersion } from '../fakes/versions.ts';

const minuteMs = 60_000;
const change = (path: string, before: string | null, after: string | null): Change => ({
  path,
  kind: before === null ? 'added' : after === null ? 'removed' : 'changed',
  before,
  after,
});

const portMoved = change('gateway.port', '18789', '18790');
const tokenChanged = change('gateway.auth.token', '"••• 1f76"', '"••• 88a2"');

/** An evening of one configuration. */
const versions: readonly Version[] = [
  makeVersion({ id: 'k3f9-1', at: readAt - minuteMs, changed: [portMoved, tokenChanged] }),
  makeVersion({
    id: 'k3f8-1',
    at: readAt - 42 * minuteMs,
    by: { kind: 'openclaw', command: 'models set' },
    changed: [change('agents.defaults.model.primary', '"ark/doubao-seed"', '"qwen/qwen3-max"')],
    ranAt: readAt - 2 * minuteMs,
  }),
  makeVersion({
    id: 'k3f7-1',
    at: readAt - 180 * minuteMs,
    by: { kind: 'clawtender', runId: 'k3f7' },
    changed: [change('gateway.bind', '"lan"', '"loopback"')],
    ranAt: readAt - 43 * minuteMs,
  }),
  makeVersion({ id: 'k3e1-1', at: readAt - 2_900 * minuteMs, by: { kind: 'first-seen' }, changed: [] }),
];
const backups = [
  { name: 'bak', path: `${configPath}.bak`, modifiedAt: readAt - 42 * minuteMs - 1, sizeBytes: 1812 },
  { name: 'last-good', path: `${configPath}.last-good`, modifiedAt: readAt - 170 * minuteMs, sizeBytes: 1790 },
];

export const historySnapshot = makeSnapshot({ history: known(makeHistoryFacts(versions, { backups }), readAt) });

const former: ListedVersion = makeListed({ id: 'k3f8-1', at: readAt - 42 * minuteMs });
const outcome: VersionDiff = {
  before: former,
  after: null,
  file: configPath,
  changes: [portMoved, tokenChanged],
  beforeText: '',
  afterText: '',
};

/** "Compare with Now" was pressed. */
export const compared: Picture['compared'] = { reference: 'k3f8-1', outcome };

/** What the notification tells of. */
export const drift: Drift = {
  at: readAt - minuteMs,
  by: { kind: 'other' },
  changes: [{ ...portMoved, file: configPath }],
  ranges: [{ fromId: 'k3f8-1', toId: 'k3f9-1' }],
};

/** "Restore Ticked…" was pressed. */
export function previewRestore(picture: Picture): RepairPreview {
  const source = { kind: 'version', id: 'k3f8-1' } as const;
  const restore: Restore = {
    file: configPath,
    kind: 'config',
    versionId: 'k3f8-1',
    source,
    at: former.at,
    edits: [{ op: 'copy', path: ['gateway', 'port'], from: source }],
  };
  const wish = { code: 'restore-keys', restores: [restore], overtaken: [] } as const;
  const { snapshot, status } = picture;
  const facts = deriveFacts(snapshot, emptyMemory);
  const owner = derivePortOwner(snapshot);
  const context = { snapshot, status, facts, owner, memory: emptyMemory, tried: [], askedToEnd: [], devices: null };
  const offer = planWish(wish, context);
  if (offer.kind !== 'repair') throw new Error('the restore has no plan');
  const exact = offer.steps.map((step): RepairPreview['exact'][number] =>
    step.kind === 'edit-config'
      ? { kind: 'diff', diff: '  gateway: {\n-   port: 18790,\n+   port: 18789,' }
      : { kind: 'nothing' },
  );
  return { offer, exact, wish };
}
