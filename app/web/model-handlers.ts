import type { RequestHandlers, Told } from '../contract/requests.ts';
import { isKeyName } from '../core/make-provider-wish.ts';
import type { ProviderFault, ProviderRequest } from '../core/model/provider-request.ts';
import type { Locale } from '../core/model/view.ts';
import { findFallbacks } from '../core/models-panel.ts';
import { findModel, readModels } from '../core/models-view.ts';
import { isLoopbackHost, parseAddress } from '../core/providers/address.ts';
import { makeProviderRequest, type SetupAnswer, writeNewProviderTest } from '../core/provider-setup.ts';
import { modelsPanelTexts } from '../core/text/models-panel.ts';
import { writeProviderFault } from '../core/text/provider-faults.ts';
import type { Engine } from '../engine/engine.ts';

export type ModelHandlers = Pick<
  RequestHandlers,
  'previewModel' | 'previewFallbacks' | 'testProvider' | 'holdKey' | 'testNewProvider' | 'previewProvider'
>;

export interface ModelSituation {
  readonly engine: Engine;
  readonly locale: () => Locale;
}

/** Models, their providers and the keys of new ones, the same in the menu bar app and the browser face. */
export function createModelHandlers({ engine, locale }: ModelSituation): ModelHandlers {
  return {
    previewModel: ({ ref }) => previewModel(engine, ref, locale()),
    previewFallbacks: async ({ refs }) => {
      const reading = readNow(engine);
      const known = reading && findFallbacks(refs, reading);
      // The newest view shows what is there now.
      if (known === null) return modelsPanelTexts(locale()).gone;
      await engine.previewWish({ code: 'model-fallbacks', refs: known });
      return undefined;
    },
    testProvider: async ({ name }) => {
      const isListed = readNow(engine)?.providers.some((each) => each.name === name) ?? false;
      if (!isListed) return modelsPanelTexts(locale()).gone;
      const answer = await engine.testProvider(name);
      return 'kind' in answer ? writeFault(answer, locale()) : undefined;
    },
    holdKey: async ({ key }) => {
      const typed = key.trim();
      // A header takes nothing else, and no key has anything else in it.
      return /^[\x21-\x7e]+$/.test(typed) ? { ticket: engine.holdKey(typed) } : modelsPanelTexts(locale()).badKey;
    },
    testNewProvider: (said) => testNew(engine, said, locale()),
    previewProvider: (said) =>
      checked(said, locale(), async (request) => {
        const answer = await engine.previewProvider(request);
        return 'offer' in answer ? undefined : writeFault(answer, locale());
      }),
  };
}

/** What a model would change is shown by the next view; a reference that is not known here is none. */
export async function previewModel(engine: Engine, ref: string, locale: Locale): Promise<string | undefined> {
  const reading = readNow(engine);
  const known = reading?.models.some((each) => each.ref === ref) === true ? findModel(ref, reading) : null;
  if (known === null) return modelsPanelTexts(locale).gone;
  await engine.previewWish({ code: 'model-use', ref: known });
  return undefined;
}

function readNow(engine: Engine): ReturnType<typeof readModels> {
  const picture = engine.current();
  return picture && readModels(picture);
}

async function testNew(engine: Engine, said: SetupAnswer, locale: Locale): Promise<Told> {
  return checked(said, locale, async (request) => {
    const answer = await engine.testProvider(request);
    return 'kind' in answer ? writeFault(answer, locale) : { test: writeNewProviderTest(answer, locale) };
  });
}

/**
 * A variable that is no key's goes nowhere: the value of any other is not for a provider. Nor does a key go where only
 * the page says: a page that was tampered with could name any variable and any address.
 */
async function checked(
  said: SetupAnswer,
  locale: Locale,
  perform: (request: ProviderRequest) => Promise<Told>,
): Promise<Told> {
  const { key } = said;
  if (key?.kind === 'variable' && !isKeyName(key.name)) {
    return writeFault({ kind: 'bad-key-name', name: key.name }, locale);
  }
  if (key?.kind === 'variable' && said.address !== null && !isHere(said.address))
    return modelsPanelTexts(locale).typeForAddress({ name: key.name });
  return perform(makeProviderRequest(said));
}

function isHere(written: string): boolean {
  const address = parseAddress(written);
  return address !== null && isLoopbackHost(address.host);
}

function writeFault(fault: ProviderFault, locale: Locale): string {
  if (fault.kind === 'key-missing') return modelsPanelTexts(locale).keyMissing({ name: fault.name });
  return writeProviderFault(fault, locale);
}
