import { defineTexts } from './define.ts';

/** How the command line is used. Names of commands and options are the same in every language. */
export const usageTexts = defineTexts<{ readonly usage: string }>({
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
  models     List the models: the default, who stands in, the aliases
             (models use MODEL: a reference or an alias; models fallbacks
             set MODEL …, models fallbacks clear: shows the plan and asks)
  providers  List the providers of models and how each is
  provider   provider add PRESET sets one up: ark-coding-plan, qwen,
             modelscope or local (shows the plan and asks);
             provider test PROVIDER asks it for its models, for nothing
  panel      Show the panel in a browser, until Ctrl-C
  help       Show this text
  version    Show the version

Options
  --json           Print JSON (all but panel, help and version)
  --yes            Answer the question of an action or repair with yes
  --dry-run        Only show what would be done (repair, undo, restore,
                   devices, provider add, models)
  --keys PATH …    Only these settings (restore), as gateway.port
  --plan PLAN      Of a provider: coding or standard
  --region REGION  Of a provider: china or global
  --url ADDRESS    Of a server of your own, as http://127.0.0.1:8317/v1
  --key-env NAME   The environment variable that has the provider’s key;
                   it is written into OpenClaw’s .env under the same name
  --models A,B     Only these models of the provider
  --default        Its first model becomes the default
  --profile NAME   Another OpenClaw profile than the default one
  --lang LANGUAGE  en, zh-Hans or zh-Hant
  --port NUMBER    The panel's port; a free one without it
  --no-open        Do not open a browser for the panel

Exit codes of status: 0 healthy, 1 something needs attention,
2 wrong use or a fault of Clawtender, 3 cannot tell.
Exit codes of repair, undo, restore, provider add and models use:
0 done and verified, 1 not, 2 as above.
`,
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
  models     列出模型：默认模型、备用模型和别名
             （models use MODEL：模型或别名；models fallbacks
             set MODEL …、models fallbacks clear：先显示方案再询问）
  providers  列出模型提供商及其状况
  provider   provider add PRESET 设置提供商：ark-coding-plan、qwen、
             modelscope 或 local（先显示方案再询问）；
             provider test PROVIDER 询问它的模型列表，不产生费用
  panel      在浏览器中显示面板，按 Ctrl-C 结束
  help       显示本说明
  version    显示版本

选项
  --json           输出 JSON（panel、help、version 除外）
  --yes            对操作或修复前的询问回答“是”
  --dry-run        只显示将要做什么（repair、undo、restore、devices、
                   provider add、models）
  --keys PATH …    只恢复这些设置（restore），例如 gateway.port
  --plan PLAN      提供商的方案：coding 或 standard
  --region REGION  提供商的地区：china 或 global
  --url ADDRESS    您自己的服务器，例如 http://127.0.0.1:8317/v1
  --key-env NAME   含有提供商密钥的环境变量；以同一名称写入
                   OpenClaw 的 .env
  --models A,B     只使用提供商的这些模型
  --default        第一个模型成为默认模型
  --profile NAME   使用另一个 OpenClaw profile
  --lang LANGUAGE  en、zh-Hans 或 zh-Hant
  --port NUMBER    面板的端口；不指定则自动选择
  --no-open        不为面板打开浏览器

status 的退出码：0 正常，1 有需要处理的情况，
2 用法错误或 Clawtender 自身出错，3 无法判断。
repair、undo、restore、provider add 和 models use 的退出码：
0 已完成并经过验证，1 未完成，2 同上。
`,
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
  models     列出模型：預設模型、備用模型和別名
             （models use MODEL：模型或別名；models fallbacks
             set MODEL …、models fallbacks clear：先顯示方案再詢問）
  providers  列出模型供應商及其狀況
  provider   provider add PRESET 設定供應商：ark-coding-plan、qwen、
             modelscope 或 local（先顯示方案再詢問）；
             provider test PROVIDER 詢問它的模型清單，不產生費用
  panel      在瀏覽器中顯示面板，按 Ctrl-C 結束
  help       顯示本說明
  version    顯示版本

選項
  --json           輸出 JSON（panel、help、version 除外）
  --yes            對操作或修復前的詢問回答「是」
  --dry-run        只顯示將要做什麼（repair、undo、restore、devices、
                   provider add、models）
  --keys PATH …    只恢復這些設定（restore），例如 gateway.port
  --plan PLAN      供應商的方案：coding 或 standard
  --region REGION  供應商的地區：china 或 global
  --url ADDRESS    您自己的伺服器，例如 http://127.0.0.1:8317/v1
  --key-env NAME   含有供應商金鑰的環境變數；以同一名稱寫入
                   OpenClaw 的 .env
  --models A,B     只使用供應商的這些模型
  --default        第一個模型成為預設模型
  --profile NAME   使用另一個 OpenClaw profile
  --lang LANGUAGE  en、zh-Hans 或 zh-Hant
  --port NUMBER    面板的連接埠；不指定則自動選擇
  --no-open        不為面板開啟瀏覽器

status 的結束代碼：0 正常，1 有需要處理的情況，
2 用法錯誤或 Clawtender 自身出錯，3 無法判斷。
repair、undo、restore、provider add 和 models use 的結束代碼：
0 已完成並經過驗證，1 未完成，2 同上。
`,
  },
});
