import type { AccessByHandCode } from '../../repairs/by-hand.ts';
import { defineTexts } from '../define.ts';

/** Why a person must do it where tokens, devices or the way in are concerned, and how. */
export const accessInstructionTexts = defineTexts<Readonly<Record<AccessByHandCode, string>>>({
  en: {
    'token-missing':
      'No kept version has the token of before, and a new one is your decision: every phone, browser and tool has to be told. The first command makes one, or shows what is to be set; then restart the gateway and open its dashboard anew.',
    'gwtoken-drift':
      'Where this copy comes from, only you can know. These commands show it or set it right. Open a new terminal window afterwards.',
    'devtoken-mismatch':
      'Which device it is, only you can tell. See the list, and remove only the one that no longer gets in; it can be paired again. Do not clear the whole list: every phone has only its own token and would be locked out.',
    'devsig-invalid':
      'The program that is refused is not OpenClaw’s own command line, or is of another version. See which version the terminal uses, and which gateway answers; then update that program.',
    'pairing-loop':
      'See which requests wait. Approve only the one that you know to be your own; its name changes with each attempt, so look just before.',
    'controlui-stale':
      'Only the browser can forget what it keeps. Close all tabs of the dashboard, then open it anew with “Dashboard” here or with this command. If it was refused too often, wait some minutes first.',
    'origin-blocked':
      'The list of allowed addresses holds something that only you can judge. Open the dashboard on this computer instead.',
    'bind-exposed':
      'Where the gateway listens, and whether it asks for a token, is said by its service or by you. These commands set it right; whoever uses the gateway has to be told of a token.',
    'secret-leak':
      'Whether somebody has seen it, only you can know. The first command shows the setting or asks for a new token; whoever uses the old one has to be told.',
  },
  'zh-Hans': {
    'token-missing':
      '保留的版本中都没有以前的令牌，是否换新由您决定：每部手机、浏览器和工具都要重新告知。第一条命令生成令牌，或显示需要设置的内容；然后重启网关，并重新打开控制台。',
    'gwtoken-drift': '这份副本从哪里来，只有您知道。下面的命令会显示或改正它。之后请打开新的终端窗口。',
    'devtoken-mismatch':
      '是哪台设备，只有您能判断。请查看列表，只移除进不来的那一台；之后可以重新配对。不要清除整个列表：每部手机都只有自己的令牌，会全部被挡在外面。',
    'devsig-invalid':
      '被拒绝的程序不是 OpenClaw 自己的命令行，或版本不同。请查看终端使用的版本和应答的网关，然后更新那个程序。',
    'pairing-loop':
      '请查看有哪些请求在等待。只批准您确认是自己的那一个；每次尝试后它的编号都会改变，所以请在批准之前再看一遍。',
    'controlui-stale':
      '只有浏览器能忘掉它保存的内容。请关闭所有控制台标签页，再用这里的“控制台”或这条命令重新打开。如果尝试过多而被拒绝，请先等几分钟。',
    'origin-blocked': '允许的地址列表中有只有您能判断的内容。请改在这台电脑上打开控制台。',
    'bind-exposed':
      '网关在哪里监听、是否要求令牌，由它的服务或由您指定。这些命令会改正它；使用网关的程序需要得到令牌。',
    'secret-leak': '是否有人看到过，只有您知道。第一条命令显示该设置，或设置新的令牌；使用旧密钥的都要重新告知。',
  },
  'zh-Hant': {
    'token-missing':
      '保留的版本中都沒有以前的權杖，是否換新由您決定：每部手機、瀏覽器和工具都要重新告知。第一條指令產生權杖，或顯示需要設定的內容；然後重新啟動閘道，並重新打開控制台。',
    'gwtoken-drift': '這份副本從哪裡來，只有您知道。下面的指令會顯示或改正它。之後請打開新的終端機視窗。',
    'devtoken-mismatch':
      '是哪部裝置，只有您能判斷。請查看列表，只移除進不來的那一部；之後可以重新配對。不要清除整個列表：每部手機都只有自己的權杖，會全部被擋在外面。',
    'devsig-invalid':
      '被拒絕的程式不是 OpenClaw 自己的指令列，或版本不同。請查看終端機使用的版本和回應的閘道，然後更新那個程式。',
    'pairing-loop':
      '請查看有哪些請求在等待。只核准您確認是自己的那一個；每次嘗試後它的編號都會改變，所以請在核准之前再看一遍。',
    'controlui-stale':
      '只有瀏覽器能忘掉它儲存的內容。請關閉所有控制台分頁，再用這裡的「控制台」或這條指令重新打開。如果嘗試過多而被拒絕，請先等幾分鐘。',
    'origin-blocked': '允許的位址列表中有只有您能判斷的內容。請改在這部電腦上打開控制台。',
    'bind-exposed':
      '閘道在哪裡監聽、是否要求權杖，由它的服務或由您指定。這些指令會改正它；使用閘道的程式需要得到權杖。',
    'secret-leak': '是否有人看到過，只有您知道。第一條指令顯示該設定，或設定新的權杖；使用舊金鑰的都要重新告知。',
  },
});
