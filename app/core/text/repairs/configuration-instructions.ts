import type { ConfigurationByHandCode } from '../../repairs/by-hand.ts';
import { defineTexts } from '../define.ts';

/** Why a person must do it, for what is wrong in the configuration; the commands stand below, to be copied. */
export const configurationInstructionTexts = defineTexts<Readonly<Record<ConfigurationByHandCode, string>>>({
  en: {
    'config-invalid':
      'What was meant there, only you can know, and no former version is kept that the gateway ran on. The first command opens the file, the second one checks it.',
    'config-clobber':
      'What of it you want to keep, only you can know, and OpenClaw would throw a bare copy away again. This command shows what is different, or which copies there are.',
    'mode-missing':
      'The configuration names another computer’s gateway, or it could not be changed here. If the gateway shall run on this computer, these commands set it so.',
    'mode-remote-flip':
      'Which computer has the gateway, only you can know. If it is this one, these commands set it so, forget the other one, and start the service.',
    'redacted-written':
      'No version is kept that still has the keys. The first command shows where they are missing; enter them again with the second one.',
    'reload-loop':
      'Only you can say which program may write there. The commands show what the gateway says of each change, and who has the file open.',
  },
  'zh-Hans': {
    'config-invalid':
      '那里原本想写什么，只有您知道，而且没有保存网关运行过的先前版本。第一条命令打开文件，第二条检查文件。',
    'config-clobber':
      '想保留其中哪些内容，只有您知道，而且 OpenClaw 会再次丢弃直接放回的副本。下面的命令显示有什么不同，或有哪些副本。',
    'mode-missing': '配置写的是另一台电脑的网关，或者无法在这里更改。如果网关要在这台电脑上运行，请用下面的命令设置。',
    'mode-remote-flip': '网关在哪台电脑上，只有您知道。如果是这台，下面的命令会这样设置、忘掉另一台，并启动服务。',
    'redacted-written': '没有保存仍有密钥的版本。第一条命令显示缺少的位置；请用第二条重新输入。',
    'reload-loop': '哪个程序可以写入，只有您能决定。下面的命令显示网关对每次更改的说法，以及谁打开了这个文件。',
  },
  'zh-Hant': {
    'config-invalid':
      '那裡原本想寫什麼，只有您知道，而且沒有保存閘道執行過的先前版本。第一條指令打開檔案，第二條檢查檔案。',
    'config-clobber':
      '想保留其中哪些內容，只有您知道，而且 OpenClaw 會再次丟棄直接放回的副本。下面的指令顯示有什麼不同，或有哪些副本。',
    'mode-missing':
      '設定檔寫的是另一部電腦的閘道，或者無法在這裡變更。如果閘道要在這部電腦上執行，請用下面的指令設定。',
    'mode-remote-flip': '閘道在哪部電腦上，只有您知道。如果是這部，下面的指令會這樣設定、忘掉另一部，並啟動服務。',
    'redacted-written': '沒有保存仍有金鑰的版本。第一條指令顯示缺少的位置；請用第二條重新輸入。',
    'reload-loop': '哪個程式可以寫入，只有您能決定。下面的指令顯示閘道對每次變更的說法，以及誰打開了這個檔案。',
  },
});
