import type { ProviderState } from '../model/models-reading.ts';
import type { ProviderProblem, ProviderProblemKind, ProviderTest } from '../model/provider-test.ts';
import type { Locale } from '../model/view.ts';
import { plainName } from '../plain-name.ts';
import { defineTexts } from './define.ts';

interface Facts {
  readonly status: number | null;
  readonly detail: string;
}

type ProviderTestTexts = {
  readonly problems: Readonly<Record<ProviderProblemKind, (facts: Facts) => string>>;
  readonly states: Readonly<Record<ProviderState, string>>;
  readonly asking: string;
  readonly ok: (args: { count: number }) => string;
  readonly missing: (args: { models: string }) => string;
  readonly noList: string;
  readonly proxies: (args: { names: string }) => string;
  readonly free: string;
  readonly and: string;
  readonly between: string;
};

/** What a provider's answer to the question for its models means, and what to do. */
export const providerTestTexts = defineTexts<ProviderTestTexts>({
  en: {
    problems: {
      'no-address': () => 'The configuration has no address for it that could be asked.',
      'key-unset': ({ detail }) =>
        `Its key is missing: ${detail} is set neither in OpenClaw’s .env nor here. Set it up again with a key.`,
      'key-unreadable': () => 'Its key cannot be read here, so it was not asked.',
      dns: () => 'The name of the server was not found. Check the address, and whether this computer is online.',
      tls: ({ detail }) =>
        `No safe connection came about${detail === '' ? '' : ` (${detail})`}. Something in between may be reading along, or the address wants http instead of https.`,
      proxy: () => 'A proxy on the way wants a login of its own (407).',
      refused: () => 'Nobody answers at this address. Is the server running, and is the port the right one?',
      'timed-out': () => 'No answer came within 15 seconds. A proxy may be needed to reach it, or the server is busy.',
      closed: ({ detail }) => `The connection was cut off${detail === '' ? '' : ` (${detail})`}. Try again.`,
      'no-key': ({ status }) => `It wants a key, and none was given (${status}). Set it up again with a key.`,
      'bad-key': ({ status }) =>
        `The key was refused (${status}). Check that it is whole, and that it is for this plan and region.`,
      'rate-limited': () => 'The quota is used up, or too much was asked at once (429). Wait, or use another model.',
      'wrong-path': ({ status }) =>
        `There are no models at this address (${status}). It mostly ends in /v1 or /v3; compare it letter by letter.`,
      moved: ({ status }) =>
        `The server sends on to another address (${status}). Ask its operator which one is right; the key was not sent there.`,
      'web-page': () =>
        'A web page came instead of a list: the address is that of a website, or a login page of the network is in between.',
      'not-a-list': () => 'What came is no list of models. The server may speak another language than OpenAI’s.',
      'server-error': ({ status }) => `The server has trouble of its own (${status}). Try again later.`,
      'other-answer': ({ status }) =>
        `An answer came that nobody here understands${status === null ? '' : ` (${status})`}.`,
    },
    states: {
      ok: 'answers',
      asking: 'being asked…',
      'key-missing': 'key missing',
      wrong: 'set up wrongly',
      failed: 'does not answer well',
      'no-list': 'address right, key not tried',
      'not-tested': 'not tested',
    },
    asking: 'Asking for its models…',
    ok: ({ count }) => `It answers, and has ${count === 1 ? 'one model' : `${count} models`}.`,
    missing: ({ models }) => `It does not have these models of the configuration: ${models}.`,
    noList: 'The address is the right one, but it tells no list of models, so the key could not be tried.',
    proxies: ({ names }) => `The gateway itself takes the way over a proxy (${names}); this test went straight.`,
    free: 'Only the list of models was asked for, which costs nothing.',
    and: ', ',
    between: ' ',
  },
  'zh-Hans': {
    problems: {
      'no-address': () => '配置中没有可以询问的地址。',
      'key-unset': ({ detail }) => `缺少密钥：OpenClaw 的 .env 和这里都没有设置 ${detail}。请带上密钥重新设置。`,
      'key-unreadable': () => '这里无法读取它的密钥，因此没有询问。',
      dns: () => '找不到服务器的名称。请检查地址，以及这台电脑是否联网。',
      tls: ({ detail }) =>
        `无法建立安全连接${detail === '' ? '' : `（${detail}）`}。中间可能有设备在读取内容，或者地址应使用 http 而不是 https。`,
      proxy: () => '途中的代理要求登录（407）。',
      refused: () => '这个地址没有回应。服务器在运行吗，端口正确吗？',
      'timed-out': () => '15 秒内没有回答。可能需要代理才能访问，或者服务器繁忙。',
      closed: ({ detail }) => `连接被中断${detail === '' ? '' : `（${detail}）`}。请重试。`,
      'no-key': ({ status }) => `它需要密钥，但没有给出（${status}）。请带上密钥重新设置。`,
      'bad-key': ({ status }) => `密钥被拒绝（${status}）。请检查密钥是否完整，是否属于这个方案和地区。`,
      'rate-limited': () => '额度已用完，或一次请求过多（429）。请等待，或使用其他模型。',
      'wrong-path': ({ status }) => `这个地址没有模型（${status}）。地址通常以 /v1 或 /v3 结尾，请逐字核对。`,
      moved: ({ status }) => `服务器转向另一个地址（${status}）。请向运营方确认正确的地址；密钥没有发往那里。`,
      'web-page': () => '得到的是网页而不是列表：地址属于某个网站，或者中间有网络的登录页面。',
      'not-a-list': () => '得到的不是模型列表。服务器使用的可能不是 OpenAI 的接口。',
      'server-error': ({ status }) => `服务器自身出错（${status}）。请稍后重试。`,
      'other-answer': ({ status }) => `得到了无法理解的回答${status === null ? '' : `（${status}）`}。`,
    },
    states: {
      ok: '有回答',
      asking: '正在询问…',
      'key-missing': '缺少密钥',
      wrong: '设置有误',
      failed: '回答不正常',
      'no-list': '地址正确，未试密钥',
      'not-tested': '未测试',
    },
    asking: '正在询问模型列表…',
    ok: ({ count }) => `它有回答，共 ${count} 个模型。`,
    missing: ({ models }) => `它没有配置中的这些模型：${models}。`,
    noList: '地址正确，但它不提供模型列表，因此无法试用密钥。',
    proxies: ({ names }) => `网关本身经过代理（${names}），这次测试是直接连接的。`,
    free: '只询问了模型列表，不产生费用。',
    and: '、',
    between: '',
  },
  'zh-Hant': {
    problems: {
      'no-address': () => '設定中沒有可以詢問的位址。',
      'key-unset': ({ detail }) => `缺少金鑰：OpenClaw 的 .env 和這裡都沒有設定 ${detail}。請帶上金鑰重新設定。`,
      'key-unreadable': () => '這裡無法讀取它的金鑰，因此沒有詢問。',
      dns: () => '找不到伺服器的名稱。請檢查位址，以及這台電腦是否連上網路。',
      tls: ({ detail }) =>
        `無法建立安全連線${detail === '' ? '' : `（${detail}）`}。中間可能有設備在讀取內容，或者位址應使用 http 而不是 https。`,
      proxy: () => '途中的代理要求登入（407）。',
      refused: () => '這個位址沒有回應。伺服器在執行嗎，連接埠正確嗎？',
      'timed-out': () => '15 秒內沒有回答。可能需要代理才能連上，或者伺服器忙碌。',
      closed: ({ detail }) => `連線被中斷${detail === '' ? '' : `（${detail}）`}。請重試。`,
      'no-key': ({ status }) => `它需要金鑰，但沒有給出（${status}）。請帶上金鑰重新設定。`,
      'bad-key': ({ status }) => `金鑰被拒絕（${status}）。請檢查金鑰是否完整，是否屬於這個方案和地區。`,
      'rate-limited': () => '額度已用完，或一次請求過多（429）。請等待，或使用其他模型。',
      'wrong-path': ({ status }) => `這個位址沒有模型（${status}）。位址通常以 /v1 或 /v3 結尾，請逐字核對。`,
      moved: ({ status }) => `伺服器轉向另一個位址（${status}）。請向營運方確認正確的位址；金鑰沒有送往那裡。`,
      'web-page': () => '得到的是網頁而不是清單：位址屬於某個網站，或者中間有網路的登入頁面。',
      'not-a-list': () => '得到的不是模型清單。伺服器使用的可能不是 OpenAI 的介面。',
      'server-error': ({ status }) => `伺服器自身出錯（${status}）。請稍後重試。`,
      'other-answer': ({ status }) => `得到了無法理解的回答${status === null ? '' : `（${status}）`}。`,
    },
    states: {
      ok: '有回答',
      asking: '正在詢問…',
      'key-missing': '缺少金鑰',
      wrong: '設定有誤',
      failed: '回答不正常',
      'no-list': '位址正確，未試金鑰',
      'not-tested': '未測試',
    },
    asking: '正在詢問模型清單…',
    ok: ({ count }) => `它有回答，共 ${count} 個模型。`,
    missing: ({ models }) => `它沒有設定中的這些模型：${models}。`,
    noList: '位址正確，但它不提供模型清單，因此無法試用金鑰。',
    proxies: ({ names }) => `閘道本身經過代理（${names}），這次測試是直接連線的。`,
    free: '只詢問了模型清單，不產生費用。',
    and: '、',
    between: '',
  },
});

export function writeProviderProblem({ why, httpStatus, detail }: ProviderProblem, locale: Locale): string {
  return providerTestTexts(locale).problems[why]({
    status: httpStatus,
    detail: detail === null ? '' : plainName(detail),
  });
}

const mostNames = 12;

/** A test's result in sentences. */
export function writeProviderTest({ outcome, proxies }: ProviderTest, locale: Locale): string {
  const texts = providerTestTexts(locale);
  const listOf = (names: readonly string[]): string =>
    [...names.slice(0, mostNames).map(plainName), ...(names.length > mostNames ? ['…'] : [])].join(texts.and);
  if (outcome.kind === 'asking') return texts.asking;
  if (outcome.kind === 'no-list') return `${texts.noList}${texts.between}${texts.free}`;
  const way = proxies.length === 0 ? [] : [texts.proxies({ names: listOf(proxies) })];
  if (outcome.kind === 'failed') return [writeProviderProblem(outcome.problem, locale), ...way].join(texts.between);
  const missing = outcome.missing.length === 0 ? [] : [texts.missing({ models: listOf(outcome.missing) })];
  return [texts.ok({ count: outcome.models.length }), ...missing, texts.free].join(texts.between);
}
