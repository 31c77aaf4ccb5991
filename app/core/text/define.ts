import type { Locale } from '../model/view.ts';

/**
 * One area of texts in all languages. The English entries give the shape; a key that is missing or has other
 * arguments in another language does not compile.
 */
export function defineTexts<Texts extends TextShape>(
  all: { readonly en: Texts } & Readonly<Record<Locale, NoInfer<Texts>>>,
) {
  return (locale: Locale): Texts => all[locale];
}

/** A text is a sentence, or a function of facts to a sentence; groups may nest. */
// oxlint-disable-next-line typescript/no-explicit-any -- the arguments are fixed by each English entry
export type TextShape = { readonly [key: string]: string | ((args: any) => string) | TextShape };

/** Picks the language from the system's preferred list (BCP 47 or POSIX names), English when none fits. */
export function chooseLocale(preferred: readonly string[]): Locale {
  for (const name of preferred) {
    const tag = name.replace(/\..*$/, '').replaceAll('_', '-').toLowerCase();
    if (tag === 'zh' || tag.startsWith('zh-')) return /-(hant|tw|hk|mo)\b/.test(tag) ? 'zh-Hant' : 'zh-Hans';
    if (tag === 'en' || tag.startsWith('en-')) return 'en';
  }
  return 'en';
}
