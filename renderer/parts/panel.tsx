import { useEffect, useState } from 'preact/hooks';
import type { PanelApi } from '../../app/contract/panel-api.ts';
import type { ActionView, RunView, View } from '../../app/core/model/view.ts';
import type { Requests } from '../hooks/use-requests.ts';
import { useRequests } from '../hooks/use-requests.ts';
import { useConnected, useView } from '../hooks/use-view.ts';
import { ActionArea } from './action-area.tsx';
import { Devices } from './devices.tsx';
import { CannotTell, Checks, Facts, Findings } from './fact-sections.tsx';
import { History } from './history.tsx';
import { Models } from './models.tsx';
import { NewsList } from './news-list.tsx';
import { PanelFooter } from './panel-footer.tsx';
import { ProviderDialog } from './provider-dialog.tsx';
import { ActionQuestion, UndoQuestion } from './questions.tsx';
import { RepairSheet } from './repair-sheet.tsx';
import { ResultNote } from './result-note.tsx';
import { EarlierRuns, NewestRun } from './runs.tsx';
import { Settings } from './settings.tsx';
import { StatusHeader } from './status-header.tsx';

/** Everything that is shown comes out of the newest view; before the first there are no words to show. */
export function Panel({ api }: { readonly api: PanelApi }) {
  const view = useView(api);
  return view === null ? (
    <main aria-busy="true">
      <span class="spinner" />
    </main>
  ) : (
    <Shown api={api} view={view} />
  );
}

function Shown({ api, view }: { readonly api: PanelApi; readonly view: View }) {
  const requests = useRequests(api);
  const connected = useConnected(api);
  useEffect(() => {
    document.documentElement.lang = view.locale;
    document.title = `${view.headline} – ${view.labels.appName}`;
  }, [view]);

  const [asked, setAsked] = useState<ActionView | null>(null);
  const [wished, setWished] = useState<RunView | null>(null);
  const [reviewed, setReviewed] = useState(0);
  const [adding, setAdding] = useState(false);
  const press = (action: ActionView) => {
    if (action.question !== null) setAsked(action);
    else void requests.send('act', { action: action.action, confirmed: false });
  };
  const sheet = connected && view.activity === null ? view.preview : null;
  const setup = view.activity === null ? (view.models?.setup ?? null) : null;
  // What was chosen is being done, or the machine is another one by now.
  useEffect(() => {
    if (adding && setup === null) setAdding(false);
  }, [adding, setup === null]);
  const answering = { view, requests, connected };
  const runs = { view, disabled: !connected || view.activity !== null, onUndo: setWished };
  return (
    <main data-state={view.state}>
      <StatusHeader view={view} requests={requests} />
      <Warnings view={view} connected={connected} requests={sheet === null && !adding ? requests : null} />
      <ActionArea view={view} requests={requests} disabled={!connected} onPress={press} />
      <ResultNote result={view.activity === null ? view.lastResult : null} labels={view.labels} />
      <NewestRun {...runs} />
      <NewsList
        view={view}
        requests={requests}
        disabled={runs.disabled}
        onReview={() => setReviewed((count) => count + 1)}
      />
      <Checks view={view} />
      <Findings view={view} requests={requests} disabled={!connected} />
      <Facts view={view} />
      <CannotTell view={view} />
      {view.models !== null && (
        <Models models={view.models} requests={requests} disabled={runs.disabled} onAdd={() => setAdding(true)} />
      )}
      <History
        history={view.history}
        asked={view.history.asked + reviewed}
        requests={requests}
        disabled={runs.disabled}
      />
      {view.devices !== null && <Devices devices={view.devices} requests={requests} disabled={runs.disabled} />}
      <EarlierRuns {...runs} />
      {view.settings !== null && <Settings settings={view.settings} requests={requests} />}
      <PanelFooter view={view} requests={requests} />
      <ActionQuestion {...answering} asked={asked} onOver={() => setAsked(null)} />
      <UndoQuestion {...answering} asked={wished} onOver={() => setWished(null)} />
      {adding && setup !== null && (
        <ProviderDialog
          setup={setup}
          labels={view.labels}
          requests={requests}
          covered={sheet !== null}
          onOver={() => setAdding(false)}
        />
      )}
      {sheet !== null && <RepairSheet preview={sheet} labels={view.labels} requests={requests} />}
    </main>
  );
}

interface WarningsProps {
  readonly view: View;
  readonly connected: boolean;
  /** `null`: an open sheet says it. */
  readonly requests: Requests | null;
}

function Warnings({ view, connected, requests }: WarningsProps) {
  const { failed = false, notice = null } = requests ?? {};
  return (
    <div role="alert">
      {!connected && <p class="warning">{view.labels.connectionLost}</p>}
      {connected && failed && <p class="warning">{view.labels.requestFailed}</p>}
      {connected && notice !== null && <p class="warning">{notice}</p>}
    </div>
  );
}
