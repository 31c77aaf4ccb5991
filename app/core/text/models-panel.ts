import type { FallbackWords, SetupWord } from '../model/models-view.ts';
import type { PresetId } from '../model/preset.ts';
import type { KnownEndpoint } from '../providers/knowledge.ts';
import { defineTexts } from './define.ts';

type Named = { readonly name: string };

type ModelsPanelTexts = {
  readonly titleNow: (args: Named) => string;
  readonly own: string;
  readonly withAlias: (args: { alias: string; ref: string }) => string;
  readonly noProviders: string;
  readonly menu: (args: Named) => string;
  readonly use: string;
  readonly standIn: string;
  readonly test: string;
  /** Behind the result. */
  readonly testedAt: (args: { when: string }) => string;
  readonly models: (args: { count: number }) => string;
  readonly spoken: Readonly<Record<'use' | 'standIn' | 'test', (args: Named) => string>>;
  readonly about: (args: { name: string; plan: string; billing: string }) => string;
  readonly choice: (args: { plan: string; region: string }) => string;
  readonly plans: Readonly<Record<KnownEndpoint['plan'], string>>;
  readonly regions: Readonly<Record<NonNullable<KnownEndpoint['region']>, string>>;
  readonly billings: Readonly<Record<KnownEndpoint['billing'], string>>;
  readonly quota: (args: { calls: number }) => string;
  readonly presets: Readonly<Record<PresetId, string>>;
  readonly open: string;
  readonly isSet: (args: Named) => string;
  readonly noKey: string;
  readonly gone: string;
  readonly keyMissing: (args: Named) => string;
  /** The key of a variable is for known addresses and for this computer. */
  readonly typeForAddress: (args: Named) => string;
  readonly badKey: string;
  readonly fallbacks: FallbackWords;
  readonly setup: Readonly<Record<SetupWord, string>>;
};

/** The panel's page of models, and its dialog for a new provider. */
export const modelsPanelTexts = defineTexts<ModelsPanelTexts>({
  en: {
    titleNow: ({ name }) => `Models (${name})`,
    own: 'OpenClaw’s own choice',
    withAlias: ({ alias, ref }) => `${alias} – ${ref}`,
    noProviders: 'No provider is set up yet.',
    menu: ({ name }) => `Model: ${name}`,
    use: 'Use…',
    standIn: 'As Fallback',
    test: 'Test',
    testedAt: ({ when }) => ` (tested at ${when})`,
    models: ({ count }) => (count === 1 ? 'one model' : `${count} models`),
    spoken: {
      use: ({ name }) => `Use ${name}…`,
      standIn: ({ name }) => `As fallback: ${name}`,
      test: ({ name }) => `Test ${name}`,
    },
    about: ({ name, plan, billing }) => `${name}, ${plan}: ${billing}`,
    choice: ({ plan, region }) => `${plan}, ${region}`,
    plans: {
      coding: 'Coding Plan',
      standard: 'Standard',
      token: 'Token Plan',
      free: 'free access',
      local: 'own server',
    },
    regions: { china: 'China', global: 'Global' },
    billings: {
      subscription: 'part of a subscription',
      'per-request': 'each request is billed',
      'free-quota': 'free up to a daily quota',
      nothing: 'costs nothing',
    },
    quota: ({ calls }) => `${calls} requests a day`,
    presets: {
      'ark-coding-plan': 'Volcengine Ark – Coding Plan',
      qwen: 'Qwen (Alibaba Model Studio)',
      modelscope: 'ModelScope',
      local: 'Own server that speaks like OpenAI’s',
    },
    open: 'Add Provider…',
    isSet: ({ name }) => `Use the key that is set already (${name})`,
    noKey: 'No key, or the one that is set already',
    gone: 'It is no longer in the list.',
    keyMissing: ({ name }) =>
      `The key is missing: ${name} is set neither in Clawtender’s own environment nor in OpenClaw’s .env. Type the key instead.`,
    typeForAddress: ({ name }) =>
      `The key in ${name} is not sent to an address of your own beyond this computer. Type the key that belongs there, or use “clawtender provider add”.`,
    badKey: 'That cannot be a key: it has spaces in it, or letters that no key has. Copy it once more, all of it.',
    fallbacks: {
      none: 'No model stands in when the default one gives no answer.',
      explain: 'When the default model gives no answer, these answer in its place, in this order.',
      up: 'Up',
      down: 'Down',
      remove: 'Remove',
      moved: '{name}: {place} of {count}',
      removed: '{name} is taken out',
      draft: 'This order is not set yet.',
      preview: 'Set This Order…',
      discard: 'Discard',
    },
    setup: {
      title: 'Add a provider',
      preset: 'Provider',
      choice: 'Plan and region',
      address: 'Address of the server',
      addressExample: 'as http://127.0.0.1:8317/v1',
      key: 'Key',
      typed: 'Type or paste it',
      typedLabel: 'Key of the provider',
      typedNote: 'It goes into OpenClaw’s .env; the configuration has only its name.',
      held: 'Taken; held in memory for ten minutes.',
      variable: 'Out of an environment variable',
      variableLabel: 'Name of the variable',
      variableNote: 'Of Clawtender’s own environment, or of OpenClaw’s .env; as ARK_API_KEY.',
      none: 'No key',
      keyFirst: 'The key is missing.',
      test: 'Test',
      free: 'The test only asks for the list of models, which costs nothing.',
      testing: 'Asking for its models…',
      models: 'Models',
      askFirst: 'Only the server knows its models: test it first.',
      pickOne: 'Pick at least one model.',
      default: 'Default model',
      keepDefault: 'Leave it as it is',
      preview: 'Show What Would Be Done…',
    },
  },
  'zh-Hans': {
    titleNow: ({ name }) => `模型（${name}）`,
    own: '由 OpenClaw 选择',
    withAlias: ({ alias, ref }) => `${alias} – ${ref}`,
    noProviders: '还没有设置提供商。',
    menu: ({ name }) => `模型：${name}`,
    use: '使用…',
    standIn: '作为备用',
    test: '测试',
    testedAt: ({ when }) => `（测试时间 ${when}）`,
    models: ({ count }) => `${count} 个模型`,
    spoken: {
      use: ({ name }) => `使用 ${name}…`,
      standIn: ({ name }) => `作为备用：${name}`,
      test: ({ name }) => `测试 ${name}`,
    },
    about: ({ name, plan, billing }) => `${name}，${plan}：${billing}`,
    choice: ({ plan, region }) => `${plan}，${region}`,
    plans: {
      coding: 'Coding Plan',
      standard: '按量付费',
      token: 'Token Plan',
      free: '免费额度',
      local: '自己的服务器',
    },
    regions: { china: '中国', global: '国际' },
    billings: {
      subscription: '包含在订阅中',
      'per-request': '每次请求都计费',
      'free-quota': '每天有免费额度',
      nothing: '不产生费用',
    },
    quota: ({ calls }) => `每天 ${calls} 次请求`,
    presets: {
      'ark-coding-plan': '火山方舟 Coding Plan',
      qwen: '千问（阿里云百炼）',
      modelscope: '魔搭 ModelScope',
      local: '自己的服务器（兼容 OpenAI 接口）',
    },
    open: '添加提供商…',
    isSet: ({ name }) => `使用已经设置的密钥（${name}）`,
    noKey: '不用密钥，或使用已经设置的密钥',
    gone: '它已不在列表中。',
    keyMissing: ({ name }) => `缺少密钥：Clawtender 自己的环境和 OpenClaw 的 .env 都没有设置 ${name}。请直接输入密钥。`,
    typeForAddress: ({ name }) =>
      `${name} 中的密钥不会发送到本机以外由您填写的地址。请输入属于该地址的密钥，或使用“clawtender provider add”。`,
    badKey: '这不可能是密钥：其中有空格，或有密钥不会有的字符。请完整地重新拷贝。',
    fallbacks: {
      none: '默认模型不回答时，没有其他模型代替。',
      explain: '默认模型不回答时，由这些模型依次代替。',
      up: '上移',
      down: '下移',
      remove: '移除',
      moved: '{name}：第 {place} 个，共 {count} 个',
      removed: '已移除 {name}',
      draft: '这个顺序还没有生效。',
      preview: '设置这个顺序…',
      discard: '放弃',
    },
    setup: {
      title: '添加提供商',
      preset: '提供商',
      choice: '方案和地区',
      address: '服务器地址',
      addressExample: '例如 http://127.0.0.1:8317/v1',
      key: '密钥',
      typed: '输入或粘贴',
      typedLabel: '提供商的密钥',
      typedNote: '密钥写入 OpenClaw 的 .env，配置中只有它的名称。',
      held: '已收到，在内存中保留十分钟。',
      variable: '来自环境变量',
      variableLabel: '变量名称',
      variableNote: '来自 Clawtender 自己的环境或 OpenClaw 的 .env，例如 ARK_API_KEY。',
      none: '不用密钥',
      keyFirst: '缺少密钥。',
      test: '测试',
      free: '测试只询问模型列表，不产生费用。',
      testing: '正在询问模型列表…',
      models: '模型',
      askFirst: '只有服务器知道有哪些模型，请先测试。',
      pickOne: '请至少选择一个模型。',
      default: '默认模型',
      keepDefault: '保持不变',
      preview: '查看将要做什么…',
    },
  },
  'zh-Hant': {
    titleNow: ({ name }) => `模型（${name}）`,
    own: '由 OpenClaw 選擇',
    withAlias: ({ alias, ref }) => `${alias} – ${ref}`,
    noProviders: '還沒有設定供應商。',
    menu: ({ name }) => `模型：${name}`,
    use: '使用…',
    standIn: '作為備用',
    test: '測試',
    testedAt: ({ when }) => `（測試時間 ${when}）`,
    models: ({ count }) => `${count} 個模型`,
    spoken: {
      use: ({ name }) => `使用 ${name}…`,
      standIn: ({ name }) => `作為備用：${name}`,
      test: ({ name }) => `測試 ${name}`,
    },
    about: ({ name, plan, billing }) => `${name}，${plan}：${billing}`,
    choice: ({ plan, region }) => `${plan}，${region}`,
    plans: {
      coding: 'Coding Plan',
      standard: '按量付費',
      token: 'Token Plan',
      free: '免費額度',
      local: '自己的伺服器',
    },
    regions: { china: '中國', global: '國際' },
    billings: {
      subscription: '包含在訂閱中',
      'per-request': '每次請求都計費',
      'free-quota': '每天有免費額度',
      nothing: '不產生費用',
    },
    quota: ({ calls }) => `每天 ${calls} 次請求`,
    presets: {
      'ark-coding-plan': '火山方舟 Coding Plan',
      qwen: '千問（阿里雲百煉）',
      modelscope: '魔搭 ModelScope',
      local: '自己的伺服器（相容 OpenAI 介面）',
    },
    open: '加入供應商…',
    isSet: ({ name }) => `使用已經設定的金鑰（${name}）`,
    noKey: '不用金鑰，或使用已經設定的金鑰',
    gone: '它已不在清單中。',
    keyMissing: ({ name }) => `缺少金鑰：Clawtender 自己的環境和 OpenClaw 的 .env 都沒有設定 ${name}。請直接輸入金鑰。`,
    typeForAddress: ({ name }) =>
      `${name} 中的金鑰不會傳送到本機以外由您填寫的位址。請輸入屬於該位址的金鑰，或使用「clawtender provider add」。`,
    badKey: '這不可能是金鑰：其中有空格，或有金鑰不會有的字元。請完整地重新拷貝。',
    fallbacks: {
      none: '預設模型不回答時，沒有其他模型代替。',
      explain: '預設模型不回答時，由這些模型依次代替。',
      up: '上移',
      down: '下移',
      remove: '移除',
      moved: '{name}：第 {place} 個，共 {count} 個',
      removed: '已移除 {name}',
      draft: '這個順序還沒有生效。',
      preview: '設定這個順序…',
      discard: '放棄',
    },
    setup: {
      title: '加入供應商',
      preset: '供應商',
      choice: '方案和地區',
      address: '伺服器位址',
      addressExample: '例如 http://127.0.0.1:8317/v1',
      key: '金鑰',
      typed: '輸入或貼上',
      typedLabel: '供應商的金鑰',
      typedNote: '金鑰寫入 OpenClaw 的 .env，設定中只有它的名稱。',
      held: '已收到，在記憶體中保留十分鐘。',
      variable: '來自環境變數',
      variableLabel: '變數名稱',
      variableNote: '來自 Clawtender 自己的環境或 OpenClaw 的 .env，例如 ARK_API_KEY。',
      none: '不用金鑰',
      keyFirst: '缺少金鑰。',
      test: '測試',
      free: '測試只詢問模型清單，不產生費用。',
      testing: '正在詢問模型清單…',
      models: '模型',
      askFirst: '只有伺服器知道有哪些模型，請先測試。',
      pickOne: '請至少選擇一個模型。',
      default: '預設模型',
      keepDefault: '保持不變',
      preview: '查看將要做什麼…',
    },
  },
});
