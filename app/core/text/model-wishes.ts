import type { ModelWish } from '../model/model-wish.ts';
import { defineTexts } from './define.ts';

type ModelWishTexts = {
  readonly titles: Readonly<Record<ModelWish['code'], (args: { name: string }) => string>>;
  readonly adds: (args: { name: string; address: string; count: number }) => string;
  readonly keyWritten: (args: { name: string }) => string;
  readonly keyThere: (args: { name: string }) => string;
  readonly becomesDefault: (args: { model: string }) => string;
  readonly uses: string;
  readonly fallsBack: (args: { models: string }) => string;
  readonly noFallbacks: string;
  readonly isCalled: (args: { alias: string }) => string;
  readonly noAlias: string;
  readonly binds: (args: { pairs: string }) => string;
  readonly agentsFirst: string;
  readonly execute: string;
  /** Between names, and between sentences. */
  readonly and: string;
  readonly between: string;
};

/** What a person reads before something about models is changed that they chose. */
export const modelWishTexts = defineTexts<ModelWishTexts>({
  en: {
    titles: {
      'provider-add': ({ name }) => `Set up ${name}`,
      'model-use': ({ name }) => `Use ${name}`,
      'model-fallbacks': () => 'Set the fallback models',
      'model-alias': ({ name }) => `Set the alias of ${name}`,
      'agent-bind': () => 'Bind agents to channels',
    },
    adds: ({ name, address, count }) =>
      `${name} is added at ${address}, with ${count === 1 ? 'one model' : `${count} models`}. Everything else in the configuration stays as it is.`,
    keyWritten: ({ name }) => `The key goes into OpenClaw’s .env as ${name}; the configuration has only its name.`,
    keyThere: ({ name }) => `The key is that of ${name}, which is set already.`,
    becomesDefault: ({ model }) => `${model} becomes the default model.`,
    uses: 'It becomes the default model. Conversations that chose a model of their own keep it.',
    fallsBack: ({ models }) =>
      `When the default model gives no answer, these answer in its place, in this order: ${models}.`,
    noFallbacks: 'When the default model gives no answer, no other one takes its place any more.',
    isCalled: ({ alias }) => `“${alias}” then stands for this model, and for no other.`,
    noAlias: 'The model then has no alias any more.',
    binds: ({ pairs }) => `What is written there goes to these agents: ${pairs}.`,
    agentsFirst:
      'These agents are not there yet. OpenClaw makes them, with folders and keys of their own; do this in a terminal, then bind them.',
    execute: 'Set Up',
    and: ', ',
    between: ' ',
  },
  'zh-Hans': {
    titles: {
      'provider-add': ({ name }) => `设置 ${name}`,
      'model-use': ({ name }) => `使用 ${name}`,
      'model-fallbacks': () => '设置备用模型',
      'model-alias': ({ name }) => `设置 ${name} 的别名`,
      'agent-bind': () => '为频道指定智能体',
    },
    adds: ({ name, address, count }) =>
      `添加 ${name}，地址为 ${address}，共 ${count} 个模型。配置中的其他内容保持不变。`,
    keyWritten: ({ name }) => `密钥以 ${name} 写入 OpenClaw 的 .env，配置中只有它的名称。`,
    keyThere: ({ name }) => `使用已经设置的 ${name} 中的密钥。`,
    becomesDefault: ({ model }) => `${model} 成为默认模型。`,
    uses: '它成为默认模型。自行选择了模型的对话保持不变。',
    fallsBack: ({ models }) => `默认模型不回答时，由这些模型依次代替：${models}。`,
    noFallbacks: '默认模型不回答时，不再由其他模型代替。',
    isCalled: ({ alias }) => `之后“${alias}”代表这个模型，不再代表其他模型。`,
    noAlias: '之后这个模型不再有别名。',
    binds: ({ pairs }) => `那里的消息交给这些智能体：${pairs}。`,
    agentsFirst: '这些智能体还不存在。请在终端中由 OpenClaw 创建它们（各有自己的文件夹和密钥），然后再指定。',
    execute: '设置',
    and: '、',
    between: '',
  },
  'zh-Hant': {
    titles: {
      'provider-add': ({ name }) => `設定 ${name}`,
      'model-use': ({ name }) => `使用 ${name}`,
      'model-fallbacks': () => '設定備用模型',
      'model-alias': ({ name }) => `設定 ${name} 的別名`,
      'agent-bind': () => '為頻道指定代理程式',
    },
    adds: ({ name, address, count }) =>
      `加入 ${name}，位址為 ${address}，共 ${count} 個模型。設定中的其他內容保持不變。`,
    keyWritten: ({ name }) => `金鑰以 ${name} 寫入 OpenClaw 的 .env，設定中只有它的名稱。`,
    keyThere: ({ name }) => `使用已經設定的 ${name} 中的金鑰。`,
    becomesDefault: ({ model }) => `${model} 成為預設模型。`,
    uses: '它成為預設模型。自行選擇了模型的對話保持不變。',
    fallsBack: ({ models }) => `預設模型不回答時，由這些模型依次代替：${models}。`,
    noFallbacks: '預設模型不回答時，不再由其他模型代替。',
    isCalled: ({ alias }) => `之後「${alias}」代表這個模型，不再代表其他模型。`,
    noAlias: '之後這個模型不再有別名。',
    binds: ({ pairs }) => `那裡的訊息交給這些代理程式：${pairs}。`,
    agentsFirst: '這些代理程式還不存在。請在終端機中由 OpenClaw 建立它們（各有自己的檔案夾和金鑰），然後再指定。',
    execute: '設定',
    and: '、',
    between: '',
  },
});
