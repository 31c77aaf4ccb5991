import type { GatewayByHandCode } from '../../repairs/by-hand.ts';
import { defineTexts } from '../define.ts';

/** Why a person must do it, for what the gateway itself tells; the commands stand below, to be copied. */
export const gatewayInstructionTexts = defineTexts<Readonly<Record<GatewayByHandCode, string>>>({
  en: {
    'log-disk':
      'Which files can go, only you can know. The first command shows the room on the disk; if there are more, they show which message fills the log, and empty it without an archive.',
    'db-newer':
      'Which OpenClaw you want to keep is your decision, and Clawtender installs nothing. These commands update OpenClaw and let it write its service anew.',
    'db-corrupt':
      'Only OpenClaw itself may repair its database, while nothing else uses it. These commands stop the gateway, copy the database into your home folder, let OpenClaw look at it, and start the gateway. Read what “doctor” says before you agree to changes.',
    'plugin-blocks-start':
      'Updating a plugin installs software, and switching one off loses its messages, so both are your decision. Try the commands in this order, and leave out the one that switches it off when the update was enough.',
    bonjour:
      'Whether this gateway shall be found by Bonjour, only you can know. These commands switch the announcement off and restart the gateway.',
    'breaker-safe-mode':
      'The time of the safe mode is over, and some channels may still be off. The first command lists them; put the name of one into the second to start it.',
    'sleep-wake':
      'A restart did not help, so the reason is probably another one. These commands show what the gateway and its channels say themselves.',
    cpu: 'A restart did not help. These commands tell the version and export the diagnostics, which a report to OpenClaw needs.',
    mem: 'A restart did not help. These commands tell the version and export the diagnostics, which a report to OpenClaw needs.',
    tcc: 'Only you can give this permission. The first command shows the program to be added, the last one opens the right page of System Settings.',
    'proto-mismatch':
      'Which of your programs is the other one, only you can see. These commands tell the version of OpenClaw and which clients are connected.',
    'tg-409':
      'A restart did not help. Look on your other computers for a gateway with the same bot. These commands tell the version and the state of the channels.',
    'doctor-damage':
      'What stood there before was not kept, so it cannot be put back. These commands let OpenClaw write its service anew, or show the copies that it keeps of its configuration; choose one from before the repair.',
  },
  'zh-Hans': {
    'log-disk':
      '哪些文件可以删除，只有您知道。第一条命令显示磁盘空间；如果有更多命令，它们会显示是哪条消息填满了日志，并在不归档的情况下清空日志。',
    'db-newer':
      '要保留哪个 OpenClaw 由您决定，Clawtender 不会安装任何东西。下面的命令会更新 OpenClaw，并让它重新写入服务。',
    'db-corrupt':
      '只有 OpenClaw 自己才能修复它的数据库，而且其间不能有别的程序使用。下面的命令会停止网关，把数据库复制到您的个人文件夹，让 OpenClaw 检查，再启动网关。同意更改之前，请阅读“doctor”的说明。',
    'plugin-blocks-start':
      '更新插件就是安装软件，停用插件会丢失它的消息，因此都由您决定。请按顺序尝试；如果更新就够了，请跳过停用的那一条。',
    bonjour: '是否要让人通过 Bonjour 找到这个网关，只有您知道。下面的命令会关闭公布功能并重启网关。',
    'breaker-safe-mode':
      '安全模式的时间已过，有些频道可能仍未启动。第一条命令会列出频道；把其中一个的名称填入第二条命令即可启动。',
    'sleep-wake': '重启没有用，原因可能在别处。下面的命令会显示网关和频道自己的说法。',
    cpu: '重启没有用。下面的命令会显示版本并导出诊断，向 OpenClaw 反馈时需要。',
    mem: '重启没有用。下面的命令会显示版本并导出诊断，向 OpenClaw 反馈时需要。',
    tcc: '只有您能给予这项权限。第一条命令显示要添加的程序，最后一条打开“系统设置”中的相应页面。',
    'proto-mismatch': '另一方是您的哪个程序，只有您能看到。下面的命令会显示 OpenClaw 的版本和已连接的客户端。',
    'tg-409': '重启没有用。请在其他电脑上查找使用同一个机器人的网关。下面的命令会显示版本和频道的状态。',
    'doctor-damage':
      '之前的内容没有保存，因此无法放回。下面的命令会让 OpenClaw 重新写入服务，或显示它为配置保留的副本；请选择修复之前的那一份。',
  },
  'zh-Hant': {
    'log-disk':
      '哪些檔案可以刪除，只有您知道。第一條指令顯示磁碟空間；如果有更多指令，它們會顯示是哪則訊息填滿了記錄檔，並在不封存的情況下清空記錄檔。',
    'db-newer':
      '要保留哪個 OpenClaw 由您決定，Clawtender 不會安裝任何東西。下面的指令會更新 OpenClaw，並讓它重新寫入服務。',
    'db-corrupt':
      '只有 OpenClaw 自己才能修復它的資料庫，而且其間不能有別的程式使用。下面的指令會停止閘道，把資料庫複製到您的個人檔案夾，讓 OpenClaw 檢查，再啟動閘道。同意變更之前，請閱讀「doctor」的說明。',
    'plugin-blocks-start':
      '更新外掛就是安裝軟體，停用外掛會遺失它的訊息，因此都由您決定。請按順序嘗試；如果更新就夠了，請跳過停用的那一條。',
    bonjour: '是否要讓人透過 Bonjour 找到這個閘道，只有您知道。下面的指令會關閉公布功能並重新啟動閘道。',
    'breaker-safe-mode':
      '安全模式的時間已過，有些頻道可能仍未啟動。第一條指令會列出頻道；把其中一個的名稱填入第二條指令即可啟動。',
    'sleep-wake': '重新啟動沒有用，原因可能在別處。下面的指令會顯示閘道和頻道自己的說法。',
    cpu: '重新啟動沒有用。下面的指令會顯示版本並匯出診斷，向 OpenClaw 回報時需要。',
    mem: '重新啟動沒有用。下面的指令會顯示版本並匯出診斷，向 OpenClaw 回報時需要。',
    tcc: '只有您能給予這項權限。第一條指令顯示要加入的程式，最後一條打開「系統設定」中的相應頁面。',
    'proto-mismatch': '另一方是您的哪個程式，只有您能看到。下面的指令會顯示 OpenClaw 的版本和已連線的程式。',
    'tg-409': '重新啟動沒有用。請在其他電腦上查找使用同一個機器人的閘道。下面的指令會顯示版本和頻道的狀態。',
    'doctor-damage':
      '之前的內容沒有保存，因此無法放回。下面的指令會讓 OpenClaw 重新寫入服務，或顯示它為設定檔保留的副本；請選擇修復之前的那一份。',
  },
});
