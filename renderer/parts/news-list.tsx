import type { View } from '../../app/core/model/view.ts';
import { Section } from './fact-sections.tsx';

/** What the system has refused to show as notifications. */
export function NewsList({ view }: { readonly view: View }) {
  if (view.news.length === 0 || view.settings === null) return null;
  return (
    <Section title={view.settings.newsLabel}>
      <ul class="cards">
        {view.news.map(({ at, title, text, when }) => (
          <li key={at} class="card">
            <h3>{title}</h3>
            <p>{text}</p>
            <p class="when">{when}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
