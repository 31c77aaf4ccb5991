import { app } from 'electron';
import type { RequestHandlers } from '../contract/requests.ts';
import { driftId } from '../core/model/drift.ts';
import { deriveReport } from '../core/report.ts';
import { createDeviceHandlers } from '../web/device-handlers.ts';
import { createHistoryHandlers, previewOrTell } from '../web/history-handlers.ts';
import { createModelHandlers } from '../web/model-handlers.ts';
import { createRepairHandlers } from '../web/repair-handlers.ts';
import { openCurrentDashboard, openCurrentLog } from './commands.ts';
import type { CommandSituation } from './commands.ts';
import { copyText } from './places.ts';

/** What each request of the contract does in this face. A thrown error becomes the reply `failed`. */
export function createRequestHandlers(situation: CommandSituation): RequestHandlers {
  const { engine, views, actions, choices, extras } = situation;
  return {
    look: async () => void (await engine.look()),
    act: async ({ action, confirmed }) => void (await actions.act(action, confirmed)),
    ...createRepairHandlers({
      engine,
      locale: () => views.locale(),
      underway: (change) => actions.track(change),
    }),
    ...createHistoryHandlers({ engine, locale: () => views.locale() }),
    ...createDeviceHandlers({ engine, locale: () => views.locale() }),
    ...createModelHandlers({ engine, locale: () => views.locale() }),
    previewDriftUndo: async ({ driftId: id }) => {
      const news = extras.news().find((each) => each.kind === 'drift' && driftId(each.drift) === id);
      if (news?.kind !== 'drift') throw new Error('no such change is listed');
      return previewOrTell(engine, { kind: 'drift', ranges: news.drift.ranges }, views.locale());
    },
    copyInstructions: async () => {
      const commands = views.current()?.preview?.commands ?? [];
      if (commands.length === 0) throw new Error('no instructions are shown');
      await copyText(`${commands.join('\n')}\n`);
    },
    openDashboard: async () => {
      await openCurrentDashboard(engine);
    },
    openLogs: async () => {
      await openCurrentLog(views);
    },
    copyReport: async () => {
      const picture = engine.current() ?? (await engine.look());
      const report = deriveReport(picture, { appVersion: app.getVersion(), locale: views.locale() });
      await copyText(`${JSON.stringify(report, null, 2)}\n`);
    },
    switchNews: async ({ kind, on }) => {
      await choices.switchNews(kind, on);
    },
    snoozeNews: async ({ choice }) => {
      await choices.snooze(choice);
    },
    switchAutomatic: async ({ on }) => {
      await choices.switchAutomatic(on);
    },
    setLocale: async ({ locale }) => {
      await views.chooseLocale(locale);
    },
  };
}
