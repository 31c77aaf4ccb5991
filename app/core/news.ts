import { isMaintenanceRunning } from './idle.ts';
import { deriveCondition, isConfirmed } from './incidents.ts';

import type { GatewayNews, GatewayNewsKind, Incident, IncidentKind, NewsMemory, NewsSettings } from './model/news.ts';
import type { Picture } from './model/picture.ts';
import { valueOf } from './model/reading.ts';

/** The network, launchd and channels need so long after a wake, and after a log-in. */
const wakePatienceMs = 180_000;
/** The official commands take the service away and bring it back. */
const changeTakesMs = 60_000;
/** What shows itself so soon after a person's action came out of it: its result tells it. */
const ownDoingMs = 60_000;
const restMs = 900_000;

export interface NewsSituation {
  /** Epoch ms. */
  readonly now: number;
  readonly settings: NewsSettings;
  /** Who stands behind an action that is in flight: a person, or this app by itself. */
  readonly actor: 'person' | 'app';
  /** The person asked for a restart from a notification, and sees no other answer. */
  readonly awaited: boolean;
}

export interface NewsOutcome {
  readonly memory: NewsMemory;
  /** Takes the place of what was told before; `null`: nothing is told. */
  readonly news: GatewayNews | null;
  /** What was told before is no longer true, and that is no news. */
  readonly withdraw: boolean;
}

/** What to tell of one picture: the beginning of an incident and its end, each once. Pure. */
export function deriveNews(before: NewsMemory, picture: Picture, situation: NewsSituation): NewsOutcome {
  const memory = noteActivity(before, picture, situation);
  const condition = deriveCondition(picture);
  if (condition === 'meant') return beAsMeant(memory);
  if (condition === 'moving' || isQuiet(memory, picture, situation.now)) return nothing({ ...memory, suspected: null });
  if (memory.phase !== 'watching') return beginWatching(memory, condition, situation.now);
  return condition === 'well' ? recover(memory, picture, situation) : suffer(memory, { condition, picture, situation });
}

function nothing(memory: NewsMemory, withdraw = false): NewsOutcome {
  return { memory, news: null, withdraw };
}

function noteActivity(memory: NewsMemory, { activity }: Picture, { actor, now }: NewsSituation): NewsMemory {
  return activity !== null && actor === 'person' ? { ...memory, actedAt: now } : memory;
}

function beAsMeant(memory: NewsMemory): NewsOutcome {
  const settled: NewsMemory = { ...memory, incident: null, suspected: null, phase: 'watching' };
  return nothing(settled, memory.incident !== null);
}

/** Sleep, an update, and what the official commands do are no incidents. */
function isQuiet(memory: NewsMemory, { snapshot, wokeAt }: Picture, now: number): boolean {
  if (isRecent(wokeAt, now, wakePatienceMs) || isRecent(memory.beganAt, now, wakePatienceMs)) return true;
  const changedAt = valueOf(snapshot.markers)?.lastLifecycle?.at ?? null;
  return isRecent(changedAt, now, changeTakesMs) || isMaintenanceRunning(snapshot);
}

/**
 * What the first look finds was there before it. To somebody who just installed the app it is no news; after a new
 * start (a log-in, as a rule) it gets the patience of a wake, and what was told before is not told again.
 */
function beginWatching(before: NewsMemory, condition: IncidentKind | 'well', now: number): NewsOutcome {
  const memory: NewsMemory = { ...before, phase: 'watching' };
  if (condition === 'well') return nothing({ ...memory, incident: null }, memory.incident !== null);
  if (memory.incident !== null) return nothing(memory);
  if (before.phase === 'again') return nothing({ ...memory, beganAt: now });
  return nothing({ ...memory, incident: { kind: condition, since: now, state: 'known' } });
}

function recover(memory: NewsMemory, picture: Picture, situation: NewsSituation): NewsOutcome {
  const { incident } = memory;
  const over: NewsMemory = { ...memory, incident: null, suspected: null };
  if (incident === null) return nothing(over);
  const isOwnDoing = isRecent(memory.actedAt, situation.now, 2 * ownDoingMs) && !situation.awaited;
  if (incident.state !== 'told' || isOwnDoing || !mayTell('recovered', memory, situation)) return nothing(over, true);
  return tell('recovered', over, picture, situation.now);
}

interface Suffering {
  readonly condition: IncidentKind;
  readonly picture: Picture;
  readonly situation: NewsSituation;
}

function suffer(before: NewsMemory, suffering: Suffering): NewsOutcome {
  const { picture, situation } = suffering;
  const { incident } = before;
  const isEased = incident !== null && incident.kind !== 'degraded' && suffering.condition === 'degraded';
  const isNew = incident === null || (incident.kind === 'degraded' && suffering.condition !== 'degraded');
  const memory = isNew || isEased ? suspect(before, suffering) : { ...before, suspected: null };
  // It serves again, though not well: what was told is no longer true, and not over either.
  if (isEased) return nothing(memory, memory.incident !== incident && incident.state === 'told');
  const now = memory.incident;
  if (now?.state !== 'new' || !mayTell(now.kind, memory, situation)) return nothing(memory);
  return tell(now.kind, { ...memory, incident: { ...now, state: 'told' } }, picture, situation.now);
}

/** The first sign is remembered; the confirmed one is an incident. */
function suspect(memory: NewsMemory, { condition, picture, situation }: Suffering): NewsMemory {
  const { now } = situation;
  const isSame = memory.suspected !== null && (memory.suspected.kind === 'degraded') === (condition === 'degraded');
  const first = { kind: condition, since: now, sequence: picture.snapshot.sequence };
  const suspected = isSame && memory.suspected !== null ? memory.suspected : first;
  if (!isConfirmed({ condition, picture, now, suspected })) return { ...memory, suspected };
  const state = stateOfNew(memory, condition, suspected.since);
  return { ...memory, suspected: null, incident: { kind: condition, since: suspected.since, state } };
}

function stateOfNew({ incident, actedAt }: NewsMemory, condition: IncidentKind, since: number): Incident['state'] {
  // Eased, it goes on as what it was: its end is told if its beginning was.
  if (incident !== null && condition === 'degraded') return incident.state;
  return isRecent(actedAt, since, ownDoingMs) ? 'known' : 'new';
}

function mayTell(kind: GatewayNewsKind, { toldAt }: NewsMemory, { settings, now }: NewsSituation): boolean {
  if (!settings.kinds[kind] || (settings.snoozedUntil !== null && now < settings.snoozedUntil)) return false;
  return !isRecent(toldAt[kind] ?? null, now, restMs);
}

function tell(kind: GatewayNewsKind, memory: NewsMemory, { status, findings }: Picture, now: number): NewsOutcome {
  const finding = kind === 'recovered' ? null : (findings[0]?.finding ?? null);
  const news = { kind, at: now, status, finding };
  return { memory: { ...memory, toldAt: { ...memory.toldAt, [kind]: now } }, news, withdraw: false };
}

/** A clock that was set back makes nothing recent for ever. */
function isRecent(at: number | null, now: number, withinMs: number): boolean {
  return at !== null && at <= now && now - at < withinMs;
}
