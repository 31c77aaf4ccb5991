import type { Locale } from '../model/view.ts';
import { actionTexts } from './actions.ts';
import { factTexts } from './facts.ts';
import { findingTexts, gradeTexts } from './findings.ts';
import { labelTexts } from './labels.ts';
import { headlineTexts, stateTexts } from './states.ts';
import { unknownTexts } from './unknowns.ts';

/**
 * All areas of texts in one language. A face's own words (menu, web, command line) stay with that face.
 *
 * Words, one meaning each; the field's own words stay English: LaunchAgent, profile, Node, OpenClaw, SSH.
 *
 * | English               | 简体中文  | 繁體中文（台灣） |
 * | gateway               | 网关      | 閘道            |
 * | service               | 服务      | 服務            |
 * | loaded                | 已加载    | 已載入          |
 * | unload (not: uninstall) | 取消加载 | 取消載入     |
 * | switched off          | 停用      | 停用            |
 * | port                  | 端口      | 連接埠          |
 * | process, program      | 进程、程序 | 行程、程式      |
 * | run                   | 运行      | 執行            |
 * | start, restart        | 启动、重启 | 啟動、重新啟動   |
 * | configuration (file)  | 配置      | 設定檔          |
 * | default               | 默认      | 預設            |
 * | file, folder          | 文件、文件夹 | 檔案、檔案夾   |
 * | log                   | 日志      | 記錄檔          |
 * | command, terminal     | 命令、终端 | 指令、終端機     |
 * | remote mode           | 远程模式  | 遠端模式        |
 * | crash                 | 崩溃      | 當機            |
 */
export function textsFor(locale: Locale) {
  return {
    actions: actionTexts(locale),
    facts: factTexts(locale),
    findings: findingTexts(locale),
    grades: gradeTexts(locale),
    headline: headlineTexts(locale),
    labels: labelTexts(locale),
    states: stateTexts(locale),
    unknowns: unknownTexts(locale),
  };
}
