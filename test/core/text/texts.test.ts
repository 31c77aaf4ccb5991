import { describe, expect, test } from 'vitest';
import { locales } from '../../../app/core/model/view.ts';
import { renderAll } from './render-all.ts';
import type { Rendered } from './render-all.ts';
import { foreignWords } from './sample-args.ts';
import { simplifiedOnly, traditionalOnly } from './scripts.ts';

const rendered = { en: renderAll('en'), 'zh-Hans': renderAll('zh-Hans'), 'zh-Hant': renderAll('zh-Hant') };

/** Names that stay as they are in every language; the longest first, so that none leaves a rest. */
const namesThatStay = [
  'OPENCLAW_CONFIG_READONLY',
  'openclaw models scan',
  'openai-responses',
  'OpenRouter',
  '/v1/chat/completions',
  'fetch failed',
  'localhost',
  'local',
  'NO_PROXY',
  'HTTP',
  'Qwen',
  'main',
  '.env',
  'TZ',
  'cn',
  'openclaw gateway install --force',
  'clawtender diff VERSION now',
  'clawtender devices',
  'clawtender history',
  'clawtender status',
  'gateway.bind',
  'gateway.env',
  '.env',
  'openclaw gateway install',
  'openclaw gateway diagnostics export',
  'openclaw doctor',
  'docs.openclaw.ai',
  'loginctl enable-linger',
  '/etc/wsl.conf',
  'systemd',
  'Windows',
  'Linux',
  'Telegram',
  'Bonjour',
  'macOS',
  'GB',
  'MB',
  'Clawtender',
  'doctor',
  'sudo',
  'Nix',
  'OpenClaw',
  'openclaw',
  'profile',
  'Profile',
  'Ctrl-C',
  'shell',
  'Node',
  'ssh',
  'SSH',
  '{count}',
];

/** Words of the mainland that a reader in Taiwan stumbles over. */
const mainlandWords = [
  '默認',
  '缺省',
  '進程',
  '端口',
  '程序',
  '文件',
  '命令',
  '加載',
  '運行',
  '信息',
  '用戶',
  '網關',
  '配置',
  '崩潰',
  '重啟',
  '界面',
];

describe.each(locales)('%s', (locale) => {
  const all = rendered[locale];

  test('has no empty, broken or loud text', () => {
    expect(all.filter(({ text }) => text === '' || text !== text.trim())).toEqual([]);
    expect(all.filter(({ text }) => /[!！]|undefined|\bnull\b|NaN|\[object| {2}|\.\.|。。/.test(text))).toEqual([]);
  });

  test('ends sentences with a full stop, questions with a question mark, and words with nothing', () => {
    const [stop, question] = locale === 'en' ? ['.', '?'] : ['。', '？'];
    expect(all.filter((each) => each.form === 'sentence' && endOf(each) !== stop)).toEqual([]);
    expect(all.filter((each) => each.form === 'question' && endOf(each) !== question)).toEqual([]);
    expect(all.filter((each) => each.form === 'words' && '.。?？:：,，'.includes(endOf(each)))).toEqual([]);
  });
});

describe.each(['zh-Hans', 'zh-Hant'] as const)('%s beside English', (locale) => {
  const all = rendered[locale];

  test('has the same texts in the same order', () => {
    expect(all.map(({ key }) => key)).toEqual(rendered.en.map(({ key }) => key));
  });

  test('mentions the same facts in every text', () => {
    expect(all.map(withFacts)).toEqual(rendered.en.map(withFacts));
  });

  test('leaves no English behind', () => {
    expect(all.filter(({ text }) => /[A-Za-z]{2,}/.test(withoutForeignWords(text)))).toEqual([]);
  });

  test('is set like Chinese: a space before Latin, none between characters, full-width marks', () => {
    const slips = [
      /\p{Script=Han}[A-Za-z0-9/]|[A-Za-z0-9]\p{Script=Han}/u,
      /\p{Script=Han} \p{Script=Han}|\p{Script=Han}[,.:;?()]/u,
      / [，。；：？（）、「」“”]|[，。；：？（）、「」“”] /u,
    ];
    expect(all.filter(({ text }) => slips.some((slip) => slip.test(text)))).toEqual([]);
  });
});

test('traditional texts hold no simplified characters, mainland words or marks', () => {
  const texts = rendered['zh-Hant'];
  expect(texts.filter(({ text }) => Array.from(text).some((character) => simplifiedOnly.has(character)))).toEqual([]);
  expect(texts.filter(({ text }) => mainlandWords.some((word) => text.includes(word)))).toEqual([]);
  expect(texts.filter(({ text }) => /[“”]/.test(text))).toEqual([]);
});

test('simplified texts hold no traditional characters or marks', () => {
  const texts = rendered['zh-Hans'];
  expect(texts.filter(({ text }) => Array.from(text).some((character) => traditionalOnly.has(character)))).toEqual([]);
  expect(texts.filter(({ text }) => /[「」]/.test(text))).toEqual([]);
});

function endOf({ text }: Rendered): string {
  return text.at(-1) ?? '';
}

function withFacts({ key, text }: Rendered) {
  return { key, facts: mentionedFacts(text) };
}

/** Which sample facts stand in a text, the longest first: a number inside a path goes with the path. */
function mentionedFacts(text: string): readonly string[] {
  let rest = text;
  return foreignWords.filter((word) => {
    const isThere = wholeWord(word).test(rest);
    rest = rest.replaceAll(wholeWord(word), ' ');
    return isThere;
  });
}

function withoutForeignWords(text: string): string {
  return [...foreignWords, ...namesThatStay].reduce((rest, word) => rest.replaceAll(wholeWord(word), ' '), text);
}

function wholeWord(word: string): RegExp {
  const literal = word.replaceAll(/[.{}]/g, String.raw`\$&`);
  return new RegExp(`(?<![A-Za-z0-9])${literal}(?![A-Za-z0-9])`, 'g');
}
