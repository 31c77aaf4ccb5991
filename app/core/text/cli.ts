import { defineTexts } from './define.ts';

/** The command that lists what another one wants to be told. */
function listOf(command: string): string {
  return command === 'devices' ? 'devices' : 'history';
}

/** What the command line alone says. Names of commands and options are the same in every language. */
export const cliTexts = defineTexts({
  en: {
    usage: `Clawtender watches the OpenClaw gateway on this computer.

Usage: clawtender <command> [options]

Commands
  status     Read everything once and say how the gateway is
  watch      Print a line for each change, until Ctrl-C
  start      Start the gateway through its service
  stop       Stop the gateway
  restart    Restart the gateway through its service
  repair     Repair the first thing that was found: shows the plan and asks
             (repair FINDING repairs that one, by its id or code)
  runs       List the repairs that were made
  undo       Undo the newest repair (undo RUN: that one), after asking
  history    List the kept versions of the watched files
             (history FILE: a path or a kind: config, models, service …;
             history export prints them all, without secrets)
  diff       Show by setting what is different: diff A B, each a version
             or “now”; diff A compares with now
  restore    Bring a version back, or with --keys only some of its settings:
             shows the plan and asks
  devices    List the paired devices and those that wait to be
             (devices approve REQUEST, devices reject REQUEST,
             devices remove DEVICE: shows the plan and asks)
  panel      Show the panel in a browser, until Ctrl-C
  help       Show this text
  version    Show the version

Options
  --json           Print JSON (all but panel, help and version)
  --yes            Answer the question of an action or repair with yes
  --dry-run        Only show what would be done (repair, undo, restore,
                   devices)
  --keys PATH …    Only these settings (restore), as gateway.port
  --profile NAME   Another OpenClaw profile than the default one
  --lang LANGUAGE  en, zh-Hans or zh-Hant
  --port NUMBER    The panel's port; a free one without it
  --no-open        Do not open a browser for the panel

Exit codes of status: 0 healthy, 1 something needs attention,
2 wrong use or a fault of Clawtender, 3 cannot tell.
Exit codes of repair, undo and restore: 0 done and verified, 1 not,
2 as above.
`,
    wrong: {
      'no-command':
        'Say what to do: status, watch, start, stop, restart, repair, runs, undo, history, diff, restore, devices or panel.',
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
    usage: `Clawtender 查看这台电脑上的 OpenClaw 网关。

用法：clawtender <命令> [选项]

命令
  status     检查一次，说明网关的状况
  watch      每有变化就输出一行，按 Ctrl-C 结束
  start      通过服务启动网关
  stop       停止网关
  restart    通过服务重启网关
  repair     修复发现的第一个问题：先显示方案并询问
             （repair FINDING 按 id 或代码修复指定的问题）
  runs       列出做过的修复
  undo       撤销最近一次修复（undo RUN 撤销指定的一次），先询问
  history    列出保留的文件版本
             （history FILE：路径，或 config、models、service 等种类；
             history export 输出全部版本，不含密钥）
  diff       按设置显示差别：diff A B，可以是版本或 now；
             diff A 与现在比较
  restore    恢复一个版本，或用 --keys 只恢复其中几个设置：
             先显示方案并询问
  devices    列出已配对的设备和等待配对的请求
             （devices approve REQUEST、devices reject REQUEST、
             devices remove DEVICE：先显示方案再询问）
  panel      在浏览器中显示面板，按 Ctrl-C 结束
  help       显示本说明
  version    显示版本

选项
  --json           输出 JSON（panel、help、version 除外）
  --yes            对操作或修复前的询问回答“是”
  --dry-run        只显示将要做什么（repair、undo、restore、devices）
  --keys PATH …    只恢复这些设置（restore），例如 gateway.port
  --profile NAME   使用另一个 OpenClaw profile
  --lang LANGUAGE  en、zh-Hans 或 zh-Hant
  --port NUMBER    面板的端口；不指定则自动选择
  --no-open        不为面板打开浏览器

status 的退出码：0 正常，1 有需要处理的情况，
2 用法错误或 Clawtender 自身出错，3 无法判断。
repair、undo 和 restore 的退出码：0 已完成并经过验证，1 未完成，2 同上。
`,
    wrong: {
      'no-command':
        '请说明要做什么：status、watch、start、stop、restart、repair、runs、undo、history、diff、restore、devices 或 panel。',
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
    usage: `Clawtender 查看這台電腦上的 OpenClaw 閘道。

用法：clawtender <指令> [選項]

指令
  status     檢查一次，說明閘道的狀況
  watch      每有變化就輸出一行，按 Ctrl-C 結束
  start      透過服務啟動閘道
  stop       停止閘道
  restart    透過服務重新啟動閘道
  repair     修復發現的第一個問題：先顯示方案並詢問
             （repair FINDING 依 id 或代碼修復指定的問題）
  runs       列出做過的修復
  undo       復原最近一次修復（undo RUN 復原指定的一次），先詢問
  history    列出保留的檔案版本
             （history FILE：路徑，或 config、models、service 等種類；
             history export 輸出全部版本，不含金鑰）
  diff       依設定顯示差別：diff A B，可以是版本或 now；
             diff A 與現在比較
  restore    恢復一個版本，或用 --keys 只恢復其中幾個設定：
             先顯示方案並詢問
  devices    列出已配對的裝置和等待配對的請求
             （devices approve REQUEST、devices reject REQUEST、
             devices remove DEVICE：先顯示方案再詢問）
  panel      在瀏覽器中顯示面板，按 Ctrl-C 結束
  help       顯示本說明
  version    顯示版本

選項
  --json           輸出 JSON（panel、help、version 除外）
  --yes            對操作或修復前的詢問回答「是」
  --dry-run        只顯示將要做什麼（repair、undo、restore、devices）
  --keys PATH …    只恢復這些設定（restore），例如 gateway.port
  --profile NAME   使用另一個 OpenClaw profile
  --lang LANGUAGE  en、zh-Hans 或 zh-Hant
  --port NUMBER    面板的連接埠；不指定則自動選擇
  --no-open        不為面板開啟瀏覽器

status 的結束代碼：0 正常，1 有需要處理的情況，
2 用法錯誤或 Clawtender 自身出錯，3 無法判斷。
repair、undo 和 restore 的結束代碼：0 已完成並經過驗證，1 未完成，2 同上。
`,
    wrong: {
      'no-command':
        '請說明要做什麼：status、watch、start、stop、restart、repair、runs、undo、history、diff、restore、devices 或 panel。',
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
