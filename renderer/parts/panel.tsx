import { useEffect, useState } from 'preact/hooks';
import type { PanelApi } from '../../app/contract/panel-api.ts';
import type { ActionView, View } from '../../app/core/model/view.ts';
import { useRequests } from '../hooks/use-requests.ts';
import { useConnected, useView } from '../hooks/use-view.ts';
import { ActionArea } from './action-area.tsx';
import { CannotTell, Checks, Facts, Findings } from './fact-sections.tsx';
import { PanelFooter } from './panel-footer.tsx';
import { QuestionDialog } from './question-dialog.tsx';
import { ResultNote } from './result-note.tsx';
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
  const [asked, setAsked] = useState<ActionView | null>(null);
  useEffect(() => {
    document.documentElement.lang = view.locale;
    document.title = `${view.headline} – ${view.labels.appName}`;
  }, [view]);

  const act = ({ action }: ActionView, confirmed: boolean) => void requests.send('act', { action, confirmed });
  const question = connected ? stillAsked(asked, view) : null;
  useEffect(() => {
    if (question === null) setAsked(null);
  }, [question === null]);
  return (
    <main data-state={view.state}>
      <StatusHeader view={view} requests={requests} />
      <Warnings view={view} connected={connected} failed={requests.failed} />
      <ActionArea
        view={view}
        requests={requests}
        disabled={!connected}
        onPress={(action) => (action.question === null ? act(action, false) : setAsked(action))}
      />
      <ResultNote result={view.activity === null ? view.lastResult : null} labels={view.labels} />
      <Checks view={view} />
      <Findings view={view} />
      <Facts view={view} />
      <CannotTell view={view} />
      <PanelFooter view={view} requests={requests} />
      {question !== null && (
        <QuestionDialog
          question={question.text}
          labels={view.labels}
          onCancel={() => setAsked(null)}
          onConfirm={() => {
            setAsked(null);
            act(question.action, true);
          }}
        />
      )}
    </main>
  );
}

/** A question that the machine has outrun must not be answered any more: it closes. */
function stillAsked(asked: ActionView | null, view: View): { action: ActionView; text: string } | null {
  const offered = view.actions.find(({ action, question }) => action === asked?.action && question === asked.question);
  return offered && offered.question !== null ? { action: offered, text: offered.question } : null;
}

interface WarningsProps {
  readonly view: View;
  readonly connected: boolean;
  readonly failed: boolean;
}

function Warnings({ view, connected, failed }: WarningsProps) {
  return (
    <div role="alert">
      {!connected && <p class="warning">{view.labels.connectionLost}</p>}
      {connected && failed && <p class="warning">{view.labels.requestFailed}</p>}
    </div>
  );
}
