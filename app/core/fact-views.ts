import { deriveConfigPath, deriveLogPath } from './file-places.ts';
import type { GatewayIdentity } from './gateway-identity.ts';
import { describeLastExit } from './last-exit.ts';
import type { Picture } from './model/picture.ts';
import { valueOf } from './model/reading.ts';
import type { Snapshot } from './model/snapshot.ts';
import type { GatewayState } from './model/state.ts';
import type { FactView, Tone, View } from './model/view.ts';
import { formatMoment } from './text/durations.ts';
import type { TimeStyle } from './text/durations.ts';
import { factKeys, factTexts } from './text/facts.ts';
import type { FactKey, ServiceWord } from './text/facts.ts';
import { unknownTexts } from './text/unknowns.ts';

type Value = { readonly value: string; readonly tone: Tone };
type Texts = ReturnType<typeof factTexts>;

/** The facts list: a row only where there is something to say, "cannot tell" where it could not be read. */
export function deriveFactViews(
  picture: Picture,
  gateway: GatewayIdentity | null,
  style: TimeStyle,
): readonly FactView[] {
  const texts = factTexts(style.locale);
  const { snapshot, status } = picture;
  const values: Readonly<Record<FactKey, Value | null>> = {
    port: plain(texts.remark({ value: String(snapshot.port.port), remark: texts.portSources[snapshot.port.source] })),
    pid: gateway && orCannotTell(gateway.pid === null ? null : String(gateway.pid), texts),
    version: deriveVersionValue(snapshot, gateway, texts),
    startedAt: gateway && deriveStartValue(gateway.startedAt, snapshot.at, style, texts),
    service: deriveServiceValue(snapshot, texts),
    ...deriveRunValues(snapshot, status.state),
    profile: snapshot.target.profile === null ? null : plain(snapshot.target.profile),
    configPath: plain(deriveConfigPath(snapshot)),
    logPath: plainOrNothing(deriveLogPath(snapshot)),
  };
  return factKeys.flatMap((key) => {
    const value = values[key];
    return value === null ? [] : [{ key, label: texts.labels[key], ...value }];
  });
}

/** Running and validity are two lines: a gateway can run well on a configuration that will not start again. */
export function deriveConfigLine({ config }: Snapshot, { locale }: TimeStyle): View['configLine'] {
  const texts = factTexts(locale).config;
  if (config.status === 'absent') return { text: texts.missing, tone: 'plain' };
  if (config.status === 'unknown')
    return { text: texts.unreadable(unknownTexts(locale).reasons[config.reason.code]), tone: 'unknown' };
  const { content } = config.value;
  return content.kind === 'broken' ? { text: texts.broken(content), tone: 'bad' } : { text: texts.valid, tone: 'good' };
}

function deriveVersionValue(snapshot: Snapshot, gateway: GatewayIdentity | null, texts: Texts): Value | null {
  const installed = valueOf(snapshot.install)?.version ?? null;
  if (gateway === null) return plainOrNothing(installed);
  const { version } = gateway;
  if (version === null || installed === null || version === installed) return orCannotTell(version, texts);
  return plain(texts.remark({ value: version, remark: texts.installedVersion(installed) }));
}

function deriveStartValue(startedAt: number | null, now: number, style: TimeStyle, texts: Texts): Value {
  return orCannotTell(startedAt === null ? null : formatMoment(startedAt, now, style), texts);
}

function deriveServiceValue(snapshot: Snapshot, texts: Texts): Value {
  const word = deriveServiceWord(snapshot);
  if (word === null) return { value: texts.cannotTell, tone: 'unknown' };
  if (word === 'not-installed') return plain(texts.services[word]);
  const value = texts.remark({ value: snapshot.target.label, remark: texts.services[word] });
  return { value, tone: word === 'running' ? 'good' : 'plain' };
}

function deriveServiceWord({ service, definition }: Snapshot): ServiceWord | null {
  if (service.status === 'known' && service.value.loaded) {
    if (service.value.pid !== null) return 'running';
    return service.value.enabled === false ? 'disabled' : 'not-running';
  }
  if (definition.status === 'absent') {
    const hasNoManager = service.status === 'unknown' && service.reason.code === 'no-service-manager';
    return service.status !== 'unknown' || hasNoManager ? 'not-installed' : null;
  }
  if (definition.status === 'unknown' || service.status === 'unknown') return null;
  return service.status === 'known' && service.value.enabled === false ? 'disabled' : 'not-loaded';
}

/** Interesting only while something is wrong: a healthy gateway may well have exited once. */
function deriveRunValues(snapshot: Snapshot, state: GatewayState): { runs: Value | null; lastExit: Value | null } {
  const service = valueOf(snapshot.service);
  if (service === undefined || state === 'healthy') return { runs: null, lastExit: null };
  return {
    runs: plainOrNothing(service.runs === null ? null : String(service.runs)),
    lastExit: plainOrNothing(describeLastExit(service.lastExit)),
  };
}

function orCannotTell(value: string | null, texts: Texts): Value {
  return value === null ? { value: texts.cannotTell, tone: 'unknown' } : plain(value);
}

function plainOrNothing(value: string | null): Value | null {
  return value === null ? null : plain(value);
}

function plain(value: string): Value {
  return { value, tone: 'plain' };
}
