import type { ModelWish } from './model/model-wish.ts';
import type { Locale, PreviewView } from './model/view.ts';
import { plainName } from './plain-name.ts';
import { presets } from './providers/presets.ts';
import { modelWishTexts } from './text/model-wishes.ts';

/** A preview's words for what a person chose about models. */
export function writeModelWish(
  wish: ModelWish,
  locale: Locale,
): Pick<PreviewView, 'title' | 'whatIsWrong' | 'executeLabel'> {
  const texts = modelWishTexts(locale);
  const listNames = (names: readonly string[]): string => names.map(plainName).join(texts.and);
  switch (wish.code) {
    case 'provider-add': {
      const { preset, models, baseUrl, key, isDefault } = wish;
      const name = presets[preset].knowledge.name;
      const about = texts.adds({ name, address: baseUrl, count: models.length });
      const said = [
        about,
        ...(key === null
          ? []
          : [key.from === null ? texts.keyThere({ name: key.name }) : texts.keyWritten({ name: key.name })]),
        ...(isDefault && models[0] ? [texts.becomesDefault({ model: plainName(models[0].id) })] : []),
      ];
      return {
        title: texts.titles['provider-add']({ name }),
        whatIsWrong: said.join(texts.between),
        executeLabel: texts.execute,
      };
    }
    case 'model-use':
      return words(texts.titles['model-use']({ name: plainName(wish.ref) }), texts.uses);
    case 'model-fallbacks':
      return words(
        texts.titles['model-fallbacks']({ name: '' }),
        wish.refs.length === 0 ? texts.noFallbacks : texts.fallsBack({ models: listNames(wish.refs) }),
      );
    case 'model-alias':
      return words(
        texts.titles['model-alias']({ name: plainName(wish.ref) }),
        wish.alias === null ? texts.noAlias : texts.isCalled({ alias: plainName(wish.alias) }),
      );
    case 'agent-bind': {
      const pairs = wish.bindings.map(({ agentId, channel, peerId }) => `${channel} ${peerId} → ${agentId}`);
      return words(texts.titles['agent-bind']({ name: '' }), texts.binds({ pairs: listNames(pairs) }));
    }
    default:
      return wish satisfies never;
  }

  function words(title: string, whatIsWrong: string) {
    return { title, whatIsWrong, executeLabel: texts.execute };
  }
}
