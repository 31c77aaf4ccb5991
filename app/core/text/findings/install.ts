import type { FindingArgsByCode } from '../../model/finding.ts';
import { defineTexts } from '../define.ts';
import { shorten } from '../shorten.ts';
import type { FindingTexts } from './finding-text.ts';

type InstallCode = 'config-syntax' | 'node-path-gone' | 'entrypoint-stale' | 'no-cli';
type NodeTexts = Readonly<Record<FindingArgsByCode['node-path-gone']['why'], { title: string; why: string }>>;

/** Findings about the files a gateway needs to start: configuration, Node, OpenClaw itself. */
export const installFindingTexts = defineTexts<FindingTexts<InstallCode>>({
  en: {
    'config-syntax': {
      title: ({ line }) => `The configuration has an error in line ${line}`,
      explanation: ({ path, line, column, message }) =>
        `${path} cannot be read from line ${line}, column ${column}: “${shorten(message, 160)}”. A gateway that runs keeps its old settings, but it will not start again with this file.`,
      advice: () =>
        'Open the file, correct this place and save. Comments and trailing commas are allowed; curly quotes, doubled brackets and copied line numbers are not.',
    },
    'node-path-gone': {
      title: ({ why }) => nodeEn[why].title,
      explanation: ({ nodePath, why }) => `The service starts “${nodePath}”. ${nodeEn[why].why}`,
      advice: ({ why }) =>
        why === 'version-manager'
          ? 'Nothing has to be done now. Before you update Node, plan to run “openclaw gateway install --force” in a terminal afterwards.'
          : 'Run “openclaw gateway install --force” in a terminal, or let the repair do it where it offers to. It writes the service anew with the Node that is installed now.',
    },
    'entrypoint-stale': {
      title: ({ why }) =>
        why === 'missing'
          ? 'The service points to a file that is gone'
          : 'The service runs another OpenClaw than the command',
      explanation: ({ entryPath, why, cliPackageRoot }) =>
        why === 'missing'
          ? `The service starts ${entryPath}, which does not exist. An update or a move of OpenClaw has probably left the service behind${cliPackageRoot === null ? '.' : `; OpenClaw is now in ${cliPackageRoot}.`}`
          : `The service starts ${entryPath}, the command “openclaw” belongs to ${cliPackageRoot ?? 'another installation'}. Updates made with the command do not reach the gateway.`,
      advice: ({ why }) =>
        why === 'missing'
          ? 'Run “openclaw gateway install --force” in a terminal, or let the repair do it where it offers to. It points the service to the OpenClaw installed now.'
          : 'If this is on purpose, leave it. Otherwise run “openclaw gateway install --force” with the OpenClaw you want to keep, then restart.',
    },
    'no-cli': {
      title: () => 'OpenClaw was not found',
      explanation: ({ definitionPath }) =>
        definitionPath === null
          ? 'Neither the command “openclaw” nor a gateway service is in any of the usual places.'
          : `The service file ${definitionPath} is there, but no OpenClaw is in any of the usual places.`,
      advice: () =>
        'Install OpenClaw as docs.openclaw.ai describes, then run “openclaw gateway install” in a terminal.',
    },
  },
  'zh-Hans': {
    'config-syntax': {
      title: ({ line }) => `配置文件第 ${line} 行有错误`,
      explanation: ({ path, line, column, message }) =>
        `${path} 从第 ${line} 行第 ${column} 列起无法解析：“${shorten(message, 160)}”。正在运行的网关会沿用原来的设置，但用这个文件无法再次启动。`,
      advice: () => '请打开文件，改正此处并保存。可以写注释和末尾逗号；不能有中文引号、多余的括号或复制来的行号。',
    },
    'node-path-gone': {
      title: ({ why }) => nodeZhHans[why].title,
      explanation: ({ nodePath, why }) => `服务要启动的是“${nodePath}”。${nodeZhHans[why].why}`,
      advice: ({ why }) =>
        why === 'version-manager'
          ? '现在不需要处理。以后更新 Node 时，请记得随后在终端运行“openclaw gateway install --force”。'
          : '请在终端运行“openclaw gateway install --force”，可以修复时也可由“修复”完成。服务会用现在安装的 Node 重新生成。',
    },
    'entrypoint-stale': {
      title: ({ why }) => (why === 'missing' ? '服务指向的文件已不存在' : '服务运行的 OpenClaw 与命令不是同一份'),
      explanation: ({ entryPath, why, cliPackageRoot }) =>
        why === 'missing'
          ? `服务要启动 ${entryPath}，但这个文件不存在，多半是更新或移动 OpenClaw 后服务没有跟着更新${cliPackageRoot === null ? '。' : `；OpenClaw 现在位于 ${cliPackageRoot}。`}`
          : `服务启动的是 ${entryPath}，而“openclaw”命令属于${cliPackageRoot === null ? '另一份安装' : ` ${cliPackageRoot}`}。用命令做的更新到不了网关。`,
      advice: ({ why }) =>
        why === 'missing'
          ? '请在终端运行“openclaw gateway install --force”，可以修复时也可由“修复”完成。服务会指向现在安装的 OpenClaw。'
          : '如果是有意为之，保持不变即可。否则请用您想保留的那份 OpenClaw 运行“openclaw gateway install --force”，再重启网关。',
    },
    'no-cli': {
      title: () => '没有找到 OpenClaw',
      explanation: ({ definitionPath }) =>
        definitionPath === null
          ? '常见位置中既没有“openclaw”命令，也没有网关服务。'
          : `服务文件 ${definitionPath} 存在，但常见位置中没有 OpenClaw。`,
      advice: () => '请按 docs.openclaw.ai 的说明安装 OpenClaw，然后在终端运行“openclaw gateway install”。',
    },
  },
  'zh-Hant': {
    'config-syntax': {
      title: ({ line }) => `設定檔第 ${line} 行有錯誤`,
      explanation: ({ path, line, column, message }) =>
        `${path} 從第 ${line} 行第 ${column} 欄起無法解析：「${shorten(message, 160)}」。正在執行的閘道會沿用原來的設定，但用這個檔案無法再次啟動。`,
      advice: () => '請打開檔案，改正此處並儲存。可以寫註解和結尾逗號；不能有中文引號、多餘的括號或複製來的行號。',
    },
    'node-path-gone': {
      title: ({ why }) => nodeZhHant[why].title,
      explanation: ({ nodePath, why }) => `服務要啟動的是「${nodePath}」。${nodeZhHant[why].why}`,
      advice: ({ why }) =>
        why === 'version-manager'
          ? '現在不需要處理。以後更新 Node 時，請記得隨後在終端機執行「openclaw gateway install --force」。'
          : '請在終端機執行「openclaw gateway install --force」，可以修復時也可由「修復」完成。服務會用現在安裝的 Node 重新產生。',
    },
    'entrypoint-stale': {
      title: ({ why }) => (why === 'missing' ? '服務指向的檔案已不存在' : '服務執行的 OpenClaw 與指令不是同一份'),
      explanation: ({ entryPath, why, cliPackageRoot }) =>
        why === 'missing'
          ? `服務要啟動 ${entryPath}，但這個檔案不存在，多半是更新或移動 OpenClaw 後服務沒有跟著更新${cliPackageRoot === null ? '。' : `；OpenClaw 現在位於 ${cliPackageRoot}。`}`
          : `服務啟動的是 ${entryPath}，而「openclaw」指令屬於${cliPackageRoot === null ? '另一份安裝' : ` ${cliPackageRoot}`}。用指令做的更新到不了閘道。`,
      advice: ({ why }) =>
        why === 'missing'
          ? '請在終端機執行「openclaw gateway install --force」，可以修復時也可由「修復」完成。服務會指向現在安裝的 OpenClaw。'
          : '如果是有意為之，保持不變即可。否則請用您想保留的那份 OpenClaw 執行「openclaw gateway install --force」，再重新啟動閘道。',
    },
    'no-cli': {
      title: () => '沒有找到 OpenClaw',
      explanation: ({ definitionPath }) =>
        definitionPath === null
          ? '常見位置中既沒有「openclaw」指令，也沒有閘道服務。'
          : `服務檔案 ${definitionPath} 存在，但常見位置中沒有 OpenClaw。`,
      advice: () => '請依照 docs.openclaw.ai 的說明安裝 OpenClaw，然後在終端機執行「openclaw gateway install」。',
    },
  },
});

const nodeEn: NodeTexts = {
  missing: {
    title: 'The service’s Node is gone',
    why: 'There is no such program any more, so the gateway cannot start again.',
  },
  'not-absolute': {
    title: 'The service names Node without its path',
    why: 'The system does not search for programs the way a terminal does, so the gateway may not start.',
  },
  'version-manager': {
    title: 'The service uses Node from a version manager',
    why: 'An update of Node can remove this file, and then the gateway does not start any more.',
  },
};

const nodeZhHans: NodeTexts = {
  missing: { title: '服务使用的 Node 已不存在', why: '这个程序已经不在了，网关无法再次启动。' },
  'not-absolute': {
    title: '服务中的 Node 没有写完整路径',
    why: '系统不会像终端那样查找程序，网关可能无法启动。',
  },
  'version-manager': {
    title: '服务使用版本管理工具里的 Node',
    why: '更新 Node 时这个文件可能被删除，之后网关就无法启动。',
  },
};

const nodeZhHant: NodeTexts = {
  missing: { title: '服務使用的 Node 已不存在', why: '這個程式已經不在了，閘道無法再次啟動。' },
  'not-absolute': {
    title: '服務中的 Node 沒有寫完整路徑',
    why: '系統不會像終端機那樣尋找程式，閘道可能無法啟動。',
  },
  'version-manager': {
    title: '服務使用版本管理工具裡的 Node',
    why: '更新 Node 時這個檔案可能被刪除，之後閘道就無法啟動。',
  },
};
