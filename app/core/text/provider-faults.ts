import type { ProviderFault } from '../model/provider-request.ts';
import type { Locale } from '../model/view.ts';
import { plainName } from '../plain-name.ts';
import { presetIds } from '../model/preset.ts';
import { defineTexts } from './define.ts';
import { writeProviderProblem } from './provider-tests.ts';

/** Facts of a fault as its sentence has them: names plain, lists written out. */
interface Told {
  readonly word: string;
  readonly other: string;
  readonly list: string;
}

type FaultTexts = Readonly<
  Record<Exclude<ProviderFault['kind'], 'not-told' | 'choose-models'>, (told: Told) => string>
> & {
  readonly chooseModels: (told: Told) => string;
  readonly noModels: string;
  readonly notTold: (told: Told) => string;
  readonly and: string;
};

/** Why a provider cannot be set up or asked yet, and what to do. */
const faultTexts = defineTexts<FaultTexts>({
  en: {
    'choose-plan': ({ word, list }) => `${word} has several plans. Choose one: ${list}.`,
    'choose-region': ({ word, list }) => `${word} has an address for each region. Choose one: ${list}.`,
    'address-needed': () => 'Give the address of the server, as http://127.0.0.1:8317/v1.',
    'bad-address': ({ word }) =>
      `“${word}” is not an address of models. It looks like http://127.0.0.1:8317/v1, without a key in it.`,
    'address-given': ({ word }) => `${word} has its own address. For a server of your own, choose “local”.`,
    'bad-key-name': ({ word }) =>
      `“${word}” cannot be the name of a key. It has capital letters, digits and _, and KEY, TOKEN or SECRET in it, as ARK_API_KEY.`,
    'key-missing': ({ word }) =>
      `The key is missing: ${word} is not set. Set it in this terminal, or name the variable that has the key.`,
    'mistaken-model': ({ word, other }) => `“${word}” is the name of this model elsewhere. Here it is called ${other}.`,
    'bad-model': ({ word }) => `“${word}” is not the id of a model.`,
    'not-offered': ({ word, list }) => `The server has no model “${word}”. It has: ${list}.`,
    'unknown-provider': ({ word, list }) =>
      list === ''
        ? `No provider “${word}” is set up; there is none yet.`
        : `No provider “${word}” is set up. There are: ${list}.`,
    'unknown-version': () => 'It is not known which OpenClaw is installed, so nothing is set up by guess. Check again.',
    'unreadable-config': () =>
      'The configuration of OpenClaw cannot be read, so nothing is known of its providers. Put that right first.',
    chooseModels: ({ list }) => `The server has these models. Choose which ones to use: ${list}.`,
    noModels: 'The server answered, but has no model that could be used.',
    notTold: ({ word, other }) => `The server at ${word} did not tell its models. ${other}`,
    and: ', ',
  },
  'zh-Hans': {
    'choose-plan': ({ word, list }) => `${word} 有多种方案，请选择一种：${list}。`,
    'choose-region': ({ word, list }) => `${word} 的地址因地区而不同，请选择一个地区：${list}。`,
    'address-needed': () => '请给出服务器的地址，例如 http://127.0.0.1:8317/v1。',
    'bad-address': ({ word }) => `“${word}”不是模型服务的地址。应像 http://127.0.0.1:8317/v1 这样，其中不含密钥。`,
    'address-given': ({ word }) => `${word} 有自己的地址。如果是您自己的服务器，请选择“local”。`,
    'bad-key-name': ({ word }) =>
      `“${word}”不能作为密钥的名称。名称由大写字母、数字和 _ 组成，并含有 KEY、TOKEN 或 SECRET，例如 ARK_API_KEY。`,
    'key-missing': ({ word }) => `缺少密钥：没有设置 ${word}。请在这个终端中设置它，或指定含有密钥的变量。`,
    'mistaken-model': ({ word, other }) => `“${word}”是这个模型在别处的名称，在这里它叫 ${other}。`,
    'bad-model': ({ word }) => `“${word}”不是模型的 id。`,
    'not-offered': ({ word, list }) => `服务器没有模型“${word}”，它有：${list}。`,
    'unknown-provider': ({ word, list }) =>
      list === '' ? `没有设置提供商“${word}”，目前一个也没有。` : `没有设置提供商“${word}”，已有：${list}。`,
    'unknown-version': () => '无法确定安装的是哪个 OpenClaw，因此不会凭猜测设置。请重新检查。',
    'unreadable-config': () => '无法读取 OpenClaw 的配置，因此不知道有哪些提供商。请先解决这个问题。',
    chooseModels: ({ list }) => `服务器有这些模型，请选择要使用的：${list}。`,
    noModels: '服务器有回应，但没有可用的模型。',
    notTold: ({ word, other }) => `${word} 的服务器没有给出模型列表。${other}`,
    and: '、',
  },
  'zh-Hant': {
    'choose-plan': ({ word, list }) => `${word} 有多種方案，請選擇一種：${list}。`,
    'choose-region': ({ word, list }) => `${word} 的位址因地區而不同，請選擇一個地區：${list}。`,
    'address-needed': () => '請給出伺服器的位址，例如 http://127.0.0.1:8317/v1。',
    'bad-address': ({ word }) => `「${word}」不是模型服務的位址。應像 http://127.0.0.1:8317/v1 這樣，其中不含金鑰。`,
    'address-given': ({ word }) => `${word} 有自己的位址。如果是您自己的伺服器，請選擇「local」。`,
    'bad-key-name': ({ word }) =>
      `「${word}」不能作為金鑰的名稱。名稱由大寫字母、數字和 _ 組成，並含有 KEY、TOKEN 或 SECRET，例如 ARK_API_KEY。`,
    'key-missing': ({ word }) => `缺少金鑰：沒有設定 ${word}。請在這個終端機中設定它，或指定含有金鑰的變數。`,
    'mistaken-model': ({ word, other }) => `「${word}」是這個模型在別處的名稱，在這裡它叫 ${other}。`,
    'bad-model': ({ word }) => `「${word}」不是模型的 id。`,
    'not-offered': ({ word, list }) => `伺服器沒有模型「${word}」，它有：${list}。`,
    'unknown-provider': ({ word, list }) =>
      list === '' ? `沒有設定供應商「${word}」，目前一個也沒有。` : `沒有設定供應商「${word}」，已有：${list}。`,
    'unknown-version': () => '無法確定安裝的是哪個 OpenClaw，因此不會憑猜測設定。請重新檢查。',
    'unreadable-config': () => '無法讀取 OpenClaw 的設定，因此不知道有哪些供應商。請先解決這個問題。',
    chooseModels: ({ list }) => `伺服器有這些模型，請選擇要使用的：${list}。`,
    noModels: '伺服器有回應，但沒有可用的模型。',
    notTold: ({ word, other }) => `${word} 的伺服器沒有給出模型清單。${other}`,
    and: '、',
  },
});

/** A server may have hundreds. */
const mostNames = 30;

export function writeProviderFault(fault: ProviderFault, locale: Locale): string {
  const texts = faultTexts(locale);
  const listOf = (names: readonly string[]): string =>
    [...names.slice(0, mostNames).map(plainName), ...(names.length > mostNames ? ['…'] : [])].join(texts.and);
  const told = (word: string, other = '', names: readonly string[] = []): Told => ({
    word: plainName(word),
    other,
    list: listOf(names),
  });
  switch (fault.kind) {
    case 'choose-plan':
    case 'choose-region':
      return texts[fault.kind](told(fault.preset, '', fault.options));
    case 'address-given':
      return texts[fault.kind](told(fault.preset));
    case 'bad-address':
      return texts[fault.kind](told(fault.address));
    case 'bad-key-name':
    case 'key-missing':
      return texts[fault.kind](told(fault.name));
    case 'mistaken-model':
      return texts[fault.kind](told(fault.written, plainName(fault.meant)));
    case 'bad-model':
      return texts[fault.kind](told(fault.model));
    case 'not-offered':
      return texts[fault.kind](told(fault.model, '', fault.models));
    case 'unknown-provider':
      return texts[fault.kind](told(fault.name, '', fault.names));
    case 'choose-models':
      return fault.models.length === 0 ? texts.noModels : texts.chooseModels(told('', '', fault.models));
    case 'not-told':
      return texts.notTold(told(fault.address, writeProviderProblem(fault.problem, locale)));
    case 'address-needed':
    case 'unknown-version':
    case 'unreadable-config':
      return texts[fault.kind](told(''));
    default:
      return fault satisfies never;
  }
}

/** The presets as a person may name them. */
export function listPresets(locale: Locale): string {
  return presetIds.join(faultTexts(locale).and);
}
