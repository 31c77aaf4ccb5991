import { presetIds } from '../model/preset.ts';
import { defineTexts } from './define.ts';

const presetNames = presetIds.join(' · ');

/** The command that lists what another one wants to be told. */
function listOf(command: string): string {
  if (command === 'provider') return 'providers';
  return command === 'devices' || command === 'models' ? command : 'history';
}

/** What the command line alone says. Names of commands and options are the same in every language. */
export const cliTexts = defineTexts({
  en: {
    wrong: {
      'no-command':
        'Say what to do: status, watch, start, stop, restart, repair, runs, undo, history, diff, restore, devices, models, providers, provider or panel.',
      'unknown-command': ({ word }: { word: string }) => `There is no command “${word}”.`,
      'unknown-option': ({ word }: { word: string }) => `There is no option “${word}”.`,
      'unexpected-word': ({ word }: { word: string }) => `“${word}” is one word too many.`,
      'word-missing': ({ word, command }: { word: string; command: string }) =>
        `“${command}” needs a ${word}. “clawtender ${listOf(command)}” lists them.`,
      'option-elsewhere': ({ word, command }: { word: string; command: string }) =>
        `The option “${word}” does not go with “${command}”.`,
      'value-missing': ({ word }: { word: string }) => `The option “${word}” needs a value.`,
      'value-unexpected': ({ word }: { word: string }) => `The option “${word}” takes no value.`,
      'bad-language': ({ word }: { word: string }) => `“${word}” is not one of en, zh-Hans and zh-Hant.`,
      'bad-port': ({ word }: { word: string }) => `“${word}” is not a port: 1 to 65535.`,
      'bad-profile': ({ word }: { word: string }) =>
        `“${word}” is not a profile name: letters, digits, - and _, at most 64.`,
      'provider-what': () => '“provider” is followed by “add PRESET” or “test PROVIDER”.',
      'models-what': ({ word }: { word: string }) =>
        `“${word}” does not go with “models”. It is followed by “use MODEL”, or by “fallbacks” with list, set or clear.`,
      'preset-missing': () => `Say what to set up: ${presetNames}.`,
      'unknown-preset': ({ word }: { word: string }) => `“${word}” cannot be set up. These can: ${presetNames}.`,
    },
    seeHelp: 'Run “clawtender help” for the whole list.',
    ownFault: ({ message }: { message: string }) => `Clawtender itself failed: ${message}`,
    findings: 'Findings',
    noFindings: 'No findings.',
    cannotTell: 'Cannot tell',
    likely: 'likely',
    repairWith: ({ code }: { code: string }) => `To see what can be done, run: clawtender repair ${code}`,
    alsoCausedBy: 'Also caused by this:',
    label: ({ label, value }: { label: string; value: string }) => `${label}: ${value}`,
    yesNo: '[y/N]',
    yesWords: 'y yes',
    notConfirmed: 'Nothing was changed.',
    needsYes: ({ command }: { command: string }) => `Nothing was changed. To agree, run: clawtender ${command} --yes`,
    doNow: 'Do this now?',
    planOnly: 'Nothing was changed: this is only the plan.',
    answerNeeded: 'Nothing was changed. A process is ended by force only after an answer in a terminal; --yes is none.',
    nothingToRepair: 'Nothing was found that needs a repair.',
    notFoundNow: ({ word }: { word: string }) => `“${word}” is not found here now, so there is nothing to repair.`,
    unknownFinding: ({ word }: { word: string }) =>
      `“${word}” is neither the id nor the code of a finding. “clawtender status --json” lists what was found.`,
    nothingToUndo: 'There is no repair that could be undone.',
    unknownRun: ({ word }: { word: string }) => `There is no repair “${word}”. “clawtender runs” lists them.`,
    noRuns: 'No repair was made yet.',
    undoWith: ({ id }: { id: string }) => `To undo it, run: clawtender undo ${id}`,
    panelAt: ({ url }: { url: string }) => `The panel is at ${url}`,
    panelEnds: 'The address opens it once, within ten minutes. Ctrl-C ends it.',
    panelPortTaken: ({ port }: { port: number }) => `Port ${port} is in use. Choose another one with --port.`,
    panelNotBuilt: 'The panel is not built. Run “npm run build” first.',
  },
  'zh-Hans': {
    wrong: {
      'no-command':
        '请说明要做什么：status、watch、start、stop、restart、repair、runs、undo、history、diff、restore、devices、models、providers、provider 或 panel。',
      'unknown-command': ({ word }) => `没有“${word}”这个命令。`,
      'unknown-option': ({ word }) => `没有“${word}”这个选项。`,
      'unexpected-word': ({ word }) => `多了“${word}”。`,
      'word-missing': ({ word, command }) => `“${command}”需要 ${word}。“clawtender ${listOf(command)}”会列出它们。`,
      'option-elsewhere': ({ word, command }) => `选项“${word}”不能与“${command}”一起使用。`,
      'value-missing': ({ word }) => `选项“${word}”需要一个值。`,
      'value-unexpected': ({ word }) => `选项“${word}”不带值。`,
      'bad-language': ({ word }) => `“${word}”不是 en、zh-Hans 或 zh-Hant。`,
      'bad-port': ({ word }) => `“${word}”不是端口：应为 1 到 65535。`,
      'bad-profile': ({ word }) => `“${word}”不是 profile 名称：只能用字母、数字、- 和 _，最多 64 个字符。`,
      'provider-what': () => '“provider”之后应为“add PRESET”或“test PROVIDER”。',
      'models-what': ({ word }) =>
        `“${word}”不能与“models”一起使用。之后应为“use MODEL”，或“fallbacks”加 list、set 或 clear。`,
      'preset-missing': () => `请说明要设置什么：${presetNames}。`,
      'unknown-preset': ({ word }) => `无法设置“${word}”。可以设置：${presetNames}。`,
    },
    seeHelp: '运行“clawtender help”查看全部用法。',
    ownFault: ({ message }) => `Clawtender 自身出错：${message}`,
    findings: '发现的问题',
    noFindings: '没有发现问题。',
    cannotTell: '无法判断',
    likely: '可能',
    repairWith: ({ code }) => `要看可以怎么办，请运行：clawtender repair ${code}`,
    alsoCausedBy: '由此引起：',
    label: ({ label, value }) => `${label}：${value}`,
    yesNo: '[y/N]',
    yesWords: 'y yes 是 好',
    notConfirmed: '没有做任何更改。',
    needsYes: ({ command }) => `没有做任何更改。如果同意，请运行：clawtender ${command} --yes`,
    doNow: '现在执行吗？',
    planOnly: '没有做任何更改：这只是方案。',
    answerNeeded: '没有做任何更改。只有在终端中作答后才会强制结束进程，--yes 不算作答。',
    nothingToRepair: '没有发现需要修复的问题。',
    notFoundNow: ({ word }) => `现在没有发现“${word}”，因此无需修复。`,
    unknownFinding: ({ word }) =>
      `“${word}”既不是问题的 id，也不是它的代码。“clawtender status --json”会列出发现的问题。`,
    nothingToUndo: '没有可以撤销的修复。',
    unknownRun: ({ word }) => `没有修复“${word}”。“clawtender runs”会列出所有修复。`,
    noRuns: '还没有做过修复。',
    undoWith: ({ id }) => `要撤销它，请运行：clawtender undo ${id}`,
    panelAt: ({ url }) => `面板地址：${url}`,
    panelEnds: '该地址在十分钟内可打开一次。按 Ctrl-C 结束。',
    panelPortTaken: ({ port }) => `端口 ${port} 已被占用。请用 --port 另选一个。`,
    panelNotBuilt: '面板还没有构建。请先运行“npm run build”。',
  },
  'zh-Hant': {
    wrong: {
      'no-command':
        '請說明要做什麼：status、watch、start、stop、restart、repair、runs、undo、history、diff、restore、devices、models、providers、provider 或 panel。',
      'unknown-command': ({ word }) => `沒有「${word}」這個指令。`,
      'unknown-option': ({ word }) => `沒有「${word}」這個選項。`,
      'unexpected-word': ({ word }) => `多了「${word}」。`,
      'word-missing': ({ word, command }) =>
        `「${command}」需要 ${word}。「clawtender ${listOf(command)}」會列出它們。`,
      'option-elsewhere': ({ word, command }) => `選項「${word}」不能與「${command}」一起使用。`,
      'value-missing': ({ word }) => `選項「${word}」需要一個值。`,
      'value-unexpected': ({ word }) => `選項「${word}」不帶值。`,
      'bad-language': ({ word }) => `「${word}」不是 en、zh-Hans 或 zh-Hant。`,
      'bad-port': ({ word }) => `「${word}」不是連接埠：應為 1 到 65535。`,
      'bad-profile': ({ word }) => `「${word}」不是 profile 名稱：只能用字母、數字、- 和 _，最多 64 個字元。`,
      'provider-what': () => '「provider」之後應為「add PRESET」或「test PROVIDER」。',
      'models-what': ({ word }) =>
        `「${word}」不能與「models」一起使用。之後應為「use MODEL」，或「fallbacks」加 list、set 或 clear。`,
      'preset-missing': () => `請說明要設定什麼：${presetNames}。`,
      'unknown-preset': ({ word }) => `無法設定「${word}」。可以設定：${presetNames}。`,
    },
    seeHelp: '執行「clawtender help」查看全部用法。',
    ownFault: ({ message }) => `Clawtender 自身出錯：${message}`,
    findings: '發現的問題',
    noFindings: '沒有發現問題。',
    cannotTell: '無法判斷',
    likely: '可能',
    repairWith: ({ code }) => `要看可以怎麼辦，請執行：clawtender repair ${code}`,
    alsoCausedBy: '由此引起：',
    label: ({ label, value }) => `${label}：${value}`,
    yesNo: '[y/N]',
    yesWords: 'y yes 是 好',
    notConfirmed: '沒有做任何變更。',
    needsYes: ({ command }) => `沒有做任何變更。如果同意，請執行：clawtender ${command} --yes`,
    doNow: '現在執行嗎？',
    planOnly: '沒有做任何變更：這只是方案。',
    answerNeeded: '沒有做任何變更。只有在終端機中作答後才會強制結束行程，--yes 不算作答。',
    nothingToRepair: '沒有發現需要修復的問題。',
    notFoundNow: ({ word }) => `現在沒有發現「${word}」，因此不需要修復。`,
    unknownFinding: ({ word }) =>
      `「${word}」既不是問題的 id，也不是它的代碼。「clawtender status --json」會列出發現的問題。`,
    nothingToUndo: '沒有可以復原的修復。',
    unknownRun: ({ word }) => `沒有修復「${word}」。「clawtender runs」會列出所有修復。`,
    noRuns: '還沒有做過修復。',
    undoWith: ({ id }) => `要復原它，請執行：clawtender undo ${id}`,
    panelAt: ({ url }) => `面板位址：${url}`,
    panelEnds: '該位址在十分鐘內可開啟一次。按 Ctrl-C 結束。',
    panelPortTaken: ({ port }) => `連接埠 ${port} 已被使用。請用 --port 另選一個。`,
    panelNotBuilt: '面板尚未建置。請先執行「npm run build」。',
  },
});
