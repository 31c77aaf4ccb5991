import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Locale, View } from '../core/model/view.ts';
import { deriveReport } from '../core/report.ts';
import type { Engine } from '../engine/engine.ts';
import type { Clock } from '../ports/clock.ts';
import { refusal, sendAnswer } from './answer.ts';
import { readAssets } from './assets.ts';
import type { EventStreams } from './events.ts';
import { createEventStreams } from './events.ts';
import type { Opener } from './opener.ts';
import { createPanelHandlers } from './panel-handlers.ts';
import type { LocaleChoice } from './panel-views.ts';
import { derivePanelView } from './panel-views.ts';
import { answerRequest } from './requests.ts';
import type { Served } from './routes.ts';
import { route } from './routes.ts';
import { createSessions } from './session.ts';

export interface PanelOptions {
  /** Watching already; the panel neither starts nor stops it. */
  readonly engine: Engine;
  readonly clock: Clock;
  readonly locale: LocaleChoice;
  /** `chooseOpener`: `null` where nothing can be opened for the person. */
  readonly opener: Opener | null;
  readonly appVersion: string;
  /** The built renderer: `out/renderer`. */
  readonly assetsFolder: string;
  /** A free one when not given. */
  readonly port?: number;
  /** One technical line per refused or failed request; never holds a secret. */
  readonly log: (line: string) => void;
}

export interface ServedPanel {
  /** Opens the panel once, within ten minutes; the secret is in its fragment. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves the panel on 127.0.0.1. Rejects when the port is taken (`EADDRINUSE`) or the renderer is not built
 * (`ENOENT`).
 */
export async function servePanel(options: PanelOptions): Promise<ServedPanel> {
  const { engine, clock, log } = options;
  const assets = await readAssets(options.assetsFolder);
  const sessions = createSessions(clock);
  const views = createViewSource(options);
  const streams = createEventStreams(clock, views.current);
  const handlers = createPanelHandlers({
    engine,
    opener: options.opener,
    locale: views.locale,
    chooseLocale: views.choose,
    push: streams.push,
  });
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 10_000 });
  const port = await listen(server, options.port ?? 0);
  const served: Served = {
    port,
    sessions,
    assets,
    locale: views.locale,
    view: views.current,
    report: views.report,
    perform: (value) => answerRequest(value, handlers, log),
  };
  server.on('request', (request, response) => void answer(request, response, { served, streams, log }));
  const unsubscribe = engine.onPicture(streams.push);
  return {
    url: `http://127.0.0.1:${port}/#token=${sessions.token}`,
    async close() {
      unsubscribe();
      streams.close();
      await closeServer(server);
    },
  };
}

interface Answering {
  readonly served: Served;
  readonly streams: EventStreams;
  readonly log: (line: string) => void;
}

async function answer(request: IncomingMessage, response: ServerResponse, { served, streams, log }: Answering) {
  try {
    const answered = await route(request, served);
    if (answered === 'events') {
      if (!streams.open(response)) sendAnswer(response, refusal(503));
      return;
    }
    if (answered.httpStatus >= 400) log(`${request.method} ${pathOf(request)} → ${answered.httpStatus}`);
    sendAnswer(response, answered);
  } catch (error) {
    log(`${request.method} ${pathOf(request)} failed: ${error instanceof Error ? error.message : 'unknown error'}`);
    response.destroy();
  }
}

/** Without the query, short, and printable: it came from whoever found the port. */
function pathOf(request: IncomingMessage): string {
  return (
    (request.url ?? '')
      .split('?')[0]
      ?.slice(0, 80)
      .replaceAll(/[^\x21-\x7e]/g, '?') ?? ''
  );
}

function createViewSource({ engine, locale, opener, appVersion }: PanelOptions) {
  let choice = locale;
  const effective = (): Locale => choice.chosen ?? choice.system;
  return {
    locale: effective,
    choose: (chosen: Locale | null) => (choice = { ...choice, chosen }),
    current: (): View | null => {
      const picture = engine.current();
      return picture === null ? null : derivePanelView(picture, choice, opener !== null);
    },
    report: () => {
      const picture = engine.current();
      return picture === null ? null : deriveReport(picture, { appVersion, locale: effective() });
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port }, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
