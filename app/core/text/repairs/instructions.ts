import type {
  AccessByHandCode,
  ByHandCode,
  ConfigurationByHandCode,
  GatewayByHandCode,
  SettingsByHandCode,
} from '../../repairs/by-hand.ts';
import type { Instructions } from '../../model/repair.ts';
import type { Locale } from '../../model/view.ts';
import { defineTexts } from '../define.ts';
import { modelWishTexts } from '../model-wishes.ts';
import { accessInstructionTexts } from './access-instructions.ts';
import { configurationInstructionTexts } from './configuration-instructions.ts';
import { gatewayInstructionTexts } from './gateway-instructions.ts';
import { settingsInstructionTexts } from './settings-instructions.ts';

/** Why a person must do it, and how; the commands stand below, to be copied. */
const instructionTexts = defineTexts<
  Readonly<
    Record<
      Exclude<ByHandCode, GatewayByHandCode | AccessByHandCode | ConfigurationByHandCode | SettingsByHandCode>,
      string
    >
  >
>({
  en: {
    'agent-not-loaded':
      'OpenClaw has not been set up on this computer yet, or it is not certain with which Node. This command asks what it needs to know and sets up the service.',
    'dup-supervisor':
      'The other service belongs to the whole computer, or both are called the same. Decide which one shall run the gateway. These commands take the other one out; those that begin with “sudo” ask for your password.',
    'legacy-label':
      'The old service is the only one there is, or it belongs to the whole computer. These commands set up the new service where it is missing, and then take the old one out. Your old folders stay.',
    'node-path-gone':
      'No other Node was found of which it is certain that this OpenClaw runs on it. In a terminal, see which Node is there, and then let OpenClaw write its service anew.',
    'entrypoint-stale':
      'It is not certain which OpenClaw the service shall start. In a terminal, see which version the command belongs to. If that is the right one, let it write its service anew.',
    'port-config-mismatch':
      'The program that the service starts is not whole, so it cannot write its service anew. These commands do it with the OpenClaw of your terminal.',
    'config-syntax':
      'What was meant there, only you can know, so Clawtender corrects nothing by itself. The first command opens the file at this place, the second one checks it.',
    'profile-split':
      'Which of the two is the right one, only you can know, and the folders must not be merged. This command asks for the gateway with the service’s own files.',
    'third-party-host':
      'The gateway belongs to that product, so Clawtender ends nothing there. You can leave it to that product and stop the service of OpenClaw, or quit the product and start the service. This command shows what runs.',
    'ssh-tunnel':
      'Either the gateway of another computer is wanted, or the one of this computer. For the other computer, set OpenClaw to remote mode with the last command. For this one, close the tunnel where it was opened, or let it use another port.',
    'no-cli':
      'What is installed on this computer is your decision. These commands install OpenClaw and set up its service.',
    'update-partial':
      'Installing is your decision. These commands stop the service, install the same OpenClaw again in the same place, and let it write its service anew.',
    'node-version':
      'No other Node was found of which it is certain that this OpenClaw runs on it. Install one that suits, see which one the terminal uses, and then let OpenClaw write its service anew.',
    'older-binary':
      'A newer OpenClaw was not found on this computer, and updating is your decision. The first command shows the version that the terminal uses, the others update it and let it write its service anew.',
    'plist-malformed':
      'No whole OpenClaw was found that could write the service file anew. In a terminal that knows the command, it can do so itself.',
    'bootstrap-5':
      'Only an administrator can give the service file back to you. The first command asks for your password.',
    'watchdog-fight':
      'Somebody set up the other watchdog on purpose, so only you can say which one stays. These commands switch the other one off.',
    ownership:
      'Only an administrator can give the files back to you. The first command shows whose they are, the second one asks for your password.',
    'gui-domain-125':
      'The service lives in the session at the desktop, and only you can log in there. In a terminal there, these commands show that the session exists and start the service.',
    'systemd-wsl':
      'These are settings of the whole system. The commands let services of your account run without a login, or show whether the session reaches them; those with “sudo” ask for your password.',
  },
  'zh-Hans': {
    'agent-not-loaded':
      'OpenClaw 还没有在这台电脑上设置好，或者无法确定使用哪个 Node。下面的命令会询问需要的信息并设置服务。',
    'dup-supervisor':
      '另一个服务属于整台电脑，或者两者名称相同。请决定由哪一个运行网关。下面的命令会移开另一个；以“sudo”开头的命令会要求输入密码。',
    'legacy-label':
      '旧服务是唯一的服务，或者属于整台电脑。下面的命令会在缺少新服务时设置它，然后移开旧服务。旧的文件夹会保留。',
    'node-path-gone':
      '没有找到确定能运行这个 OpenClaw 的其他 Node。请在终端查看有哪个 Node，然后让 OpenClaw 重新写入服务。',
    'entrypoint-stale':
      '无法确定服务应该启动哪一个 OpenClaw。请在终端查看命令属于哪个版本；如果正确，就让它重新写入服务。',
    'port-config-mismatch': '服务要启动的程序不完整，因此无法重新写入服务。下面的命令用终端中的 OpenClaw 来完成。',
    'config-syntax':
      '那里原本想写什么，只有您知道，因此 Clawtender 不会自行改正。第一条命令在此处打开文件，第二条检查文件。',
    'profile-split': '两者中哪一个正确，只有您知道，而且文件夹不能合并。下面的命令用服务自己的文件查询网关。',
    'third-party-host':
      '网关属于那个产品，因此 Clawtender 不会结束它。您可以由那个产品继续运行，并停止 OpenClaw 的服务；也可以退出那个产品，再启动服务。下面的命令显示正在运行什么。',
    'ssh-tunnel':
      '需要的要么是另一台电脑的网关，要么是这台电脑的网关。如果是另一台，请用最后一条命令把 OpenClaw 设为远程模式；如果是这台，请在打开隧道的地方关闭它，或让它改用别的端口。',
    'no-cli': '在这台电脑上安装什么由您决定。下面的命令会安装 OpenClaw 并设置服务。',
    'update-partial': '安装由您决定。下面的命令会停止服务，在原来的位置重新安装同一个 OpenClaw，并让它重新写入服务。',
    'node-version':
      '没有找到确定能运行这个 OpenClaw 的其他 Node。请先安装合适的，在终端确认使用的是哪一个，然后让 OpenClaw 重新写入服务。',
    'older-binary':
      '这台电脑上没有找到更新的 OpenClaw，是否更新由您决定。第一条命令显示终端使用的版本，其余命令会更新它并让它重新写入服务。',
    'plist-malformed': '没有找到能重新写入服务文件的完整 OpenClaw。请在能使用该命令的终端中由它自己完成。',
    'bootstrap-5': '只有管理员能把服务文件改回给您。第一条命令会要求输入密码。',
    'watchdog-fight': '另一个看门狗是有人特意设置的，保留哪一个只有您能决定。下面的命令会关掉它。',
    ownership: '只有管理员能把文件改回给您。第一条命令显示文件属于谁，第二条会要求输入密码。',
    'gui-domain-125': '服务依附于桌面会话，只有您能在那里登录。请在桌面的终端运行下面的命令，确认会话存在并启动服务。',
    'systemd-wsl':
      '这些是整个系统的设置。下面的命令让您账户的服务不登录也能运行，或显示会话能否连接到它们；带“sudo”的命令会要求输入密码。',
  },
  'zh-Hant': {
    'agent-not-loaded':
      'OpenClaw 還沒有在這台電腦上設定好，或者無法確定使用哪個 Node。下面的指令會詢問需要的資訊並設定服務。',
    'dup-supervisor':
      '另一個服務屬於整台電腦，或者兩者名稱相同。請決定由哪一個執行閘道。下面的指令會移開另一個；以「sudo」開頭的指令會要求輸入密碼。',
    'legacy-label':
      '舊服務是唯一的服務，或者屬於整台電腦。下面的指令會在缺少新服務時設定它，然後移開舊服務。舊的檔案夾會保留。',
    'node-path-gone':
      '沒有找到確定能執行這個 OpenClaw 的其他 Node。請在終端機查看有哪個 Node，然後讓 OpenClaw 重新寫入服務。',
    'entrypoint-stale':
      '無法確定服務應該啟動哪一個 OpenClaw。請在終端機查看指令屬於哪個版本；如果正確，就讓它重新寫入服務。',
    'port-config-mismatch': '服務要啟動的程式不完整，因此無法重新寫入服務。下面的指令用終端機中的 OpenClaw 來完成。',
    'config-syntax':
      '那裡原本想寫什麼，只有您知道，因此 Clawtender 不會自行改正。第一條指令在此處打開檔案，第二條檢查檔案。',
    'profile-split': '兩者中哪一個正確，只有您知道，而且檔案夾不能合併。下面的指令用服務自己的檔案查詢閘道。',
    'third-party-host':
      '閘道屬於那個產品，因此 Clawtender 不會結束它。您可以由那個產品繼續執行，並停止 OpenClaw 的服務；也可以結束那個產品，再啟動服務。下面的指令顯示正在執行什麼。',
    'ssh-tunnel':
      '需要的要麼是另一台電腦的閘道，要麼是這台電腦的閘道。如果是另一台，請用最後一條指令把 OpenClaw 設為遠端模式；如果是這台，請在打開通道的地方關閉它，或讓它改用別的連接埠。',
    'no-cli': '在這台電腦上安裝什麼由您決定。下面的指令會安裝 OpenClaw 並設定服務。',
    'update-partial': '安裝由您決定。下面的指令會停止服務，在原來的位置重新安裝同一個 OpenClaw，並讓它重新寫入服務。',
    'node-version':
      '沒有找到確定能執行這個 OpenClaw 的其他 Node。請先安裝合適的，在終端機確認使用的是哪一個，然後讓 OpenClaw 重新寫入服務。',
    'older-binary':
      '這台電腦上沒有找到更新的 OpenClaw，是否更新由您決定。第一條指令顯示終端機使用的版本，其餘指令會更新它並讓它重新寫入服務。',
    'plist-malformed': '沒有找到能重新寫入服務檔案的完整 OpenClaw。請在能使用該指令的終端機中由它自己完成。',
    'bootstrap-5': '只有管理者能把服務檔案改回給您。第一條指令會要求輸入密碼。',
    'watchdog-fight': '另一個看門狗是有人特意設定的，保留哪一個只有您能決定。下面的指令會關掉它。',
    ownership: '只有管理者能把檔案改回給您。第一條指令顯示檔案屬於誰，第二條會要求輸入密碼。',
    'gui-domain-125':
      '服務依附於桌面工作階段，只有您能在那裡登入。請在桌面的終端機執行下面的指令，確認工作階段存在並啟動服務。',
    'systemd-wsl':
      '這些是整個系統的設定。下面的指令讓您帳號的服務不登入也能執行，或顯示工作階段能否連接到它們；帶「sudo」的指令會要求輸入密碼。',
  },
});

/** Why a person must do it. Only codes of the list are ever made into instructions. */
export function writeInstructions({ code }: Pick<Instructions, 'code'>, locale: Locale): string {
  if (code === 'agent-bind') return modelWishTexts(locale).agentsFirst;
  const texts = {
    ...instructionTexts(locale),
    ...gatewayInstructionTexts(locale),
    ...accessInstructionTexts(locale),
    ...configurationInstructionTexts(locale),
    ...settingsInstructionTexts(locale),
  };
  return texts[code as ByHandCode];
}
