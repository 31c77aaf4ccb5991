import type { Locale, View } from '../../app/core/model/view.ts';
import type { Requests } from '../hooks/use-requests.ts';
import { CopyButton } from './copy-button.tsx';

/** Each language by its own name, the same in all of them. */
const languageNames: Readonly<Record<Locale, string>> = {
  en: 'English',
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
};

interface FooterProps {
  readonly view: View;
  readonly requests: Requests;
}

export function PanelFooter({ view, requests }: FooterProps) {
  const { labels } = view;
  return (
    <footer>
      <LanguageChoice view={view} requests={requests} />
      <CopyButton label={labels.copyReport} doneLabel={labels.copied} copy={() => requests.send('copyReport', {})} />
    </footer>
  );
}

function LanguageChoice({ view, requests }: FooterProps) {
  const { labels, localeChoice } = view;
  const choose = (value: string) =>
    void requests.send('setLocale', { locale: value === '' ? null : (value as Locale) });
  return (
    <select
      aria-label={labels.language}
      value={localeChoice ?? ''}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      <option value="">{labels.systemLanguage}</option>
      {Object.entries(languageNames).map(([locale, name]) => (
        <option key={locale} value={locale} lang={locale}>
          {name}
        </option>
      ))}
    </select>
  );
}
