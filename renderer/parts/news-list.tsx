import type { NewsView, View } from '../../app/core/model/view.ts';
import type { Requests } from '../hooks/use-requests.ts';
import { Section } from './fact-sections.tsx';

interface NewsListProps {
  readonly view: View;
  readonly requests: Requests;
  readonly disabled: boolean;
  readonly onReview: () => void;
}

/** What the system has refused to show as notifications, with the answers that those would have had. */
export function NewsList({ view, ...answering }: NewsListProps) {
  if (view.news.length === 0 || view.settings === null) return null;
  return (
    <Section title={view.settings.newsLabel}>
      <ul class="cards">
        {view.news.map((news) => (
          <li key={`${news.kind} ${news.at}`} class="card">
            <h3>{news.title}</h3>
            <p>{news.text}</p>
            <p class="when">{news.when}</p>
            <DriftAnswers drift={news.drift} {...answering} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function DriftAnswers({
  drift,
  requests,
  disabled,
  onReview,
}: Omit<NewsListProps, 'view'> & { readonly drift: NewsView['drift'] }) {
  if (drift === null) return null;
  return (
    <div class="row">
      <button type="button" onClick={onReview}>
        {drift.review}
      </button>
      <button
        type="button"
        aria-disabled={disabled}
        aria-haspopup="dialog"
        onClick={() => !disabled && void requests.send('previewDriftUndo', { driftId: drift.id })}
      >
        {drift.undo}
      </button>
    </div>
  );
}
