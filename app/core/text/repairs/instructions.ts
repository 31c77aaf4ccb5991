import type { ByHandCode } from '../../repairs/by-hand.ts';
import type { Instructions } from '../../model/repair.ts';
import type { Locale } from '../../model/view.ts';
import { defineTexts } from '../define.ts';

/** Why a person must do it, and how; the commands stand below, to be copied. */
const instructionTexts = defineTexts<Readonly<Record<ByHandCode, string>>>({
  en: {
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
  },
  'zh-Hans': {
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
  },
  'zh-Hant': {
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
  },
});

/** Why a person must do it. Only codes of the list are ever made into instructions. */
export function writeInstructions({ code }: Pick<Instructions, 'code'>, locale: Locale): string {
  return instructionTexts(locale)[code as ByHandCode];
}
