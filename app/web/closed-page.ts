import type { Locale } from '../core/model/view.ts';
import { webTexts } from '../core/text/web.ts';

/** What a browser without a session sees. Plain markup: the policy allows no inline style, and it needs none. */
export function closedPage(locale: Locale): string {
  const texts = webTexts(locale);
  return `<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Clawtender</title>
<h1>${texts.closedTitle}</h1>
<p>${texts.closedSentence}</p>
<pre>clawtender panel</pre>
</html>
`;
}
