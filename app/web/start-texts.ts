import { chooseLocale } from '../core/text/define.ts';
import { webTexts } from '../core/text/web.ts';

/** Sentences of `npm start`, which is a script before any face runs and takes them from the built bundle. */
export function writeStartTexts(preferredLanguages: readonly string[]) {
  const { startWithoutDisplay, startWithoutElectron, startElectronFailed } = webTexts(chooseLocale(preferredLanguages));
  return { startWithoutDisplay, startWithoutElectron, startElectronFailed };
}
