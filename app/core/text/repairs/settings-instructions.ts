import type { SettingsByHandCode } from '../../repairs/by-hand.ts';
import { defineTexts } from '../define.ts';

/** Why a person must do it, for models, tools and variables; the commands stand below, to be copied. */
export const settingsInstructionTexts = defineTexts<Readonly<Record<SettingsByHandCode, string>>>({
  en: {
    'env-key-missing':
      'Clawtender reads no keys and copies none. Run these commands in your own terminal: the second one writes the line into “.env”, either from your shell’s variable, or after asking for the value without showing it.',
    'models-json-stale':
      'Which provider or model is to be used, only you can say. These commands show what OpenClaw has keys for, and which models it knows.',
    'agent-auth-split':
      'A login is yours. The first command asks for what this agent needs; instead of it, the next one copies the credentials of the other agent, unless there are some already.',
    'model-allowlist':
      'Which model shall be used, only you can say. These commands list the models that OpenClaw knows, and what it uses now.',
    'tools-whitelist':
      'What agents may do on this computer is your decision. The first command shows what is set, the second one changes it; leave it out if the restriction is meant.',
    'http-endpoint-off':
      'The gateway asks for no token, so Clawtender does not open the endpoint. These commands let it ask for one first. Write the same token into the channel before you restart.',
    'proxy-loopback':
      'The proxy belongs to your network, so Clawtender does not touch it. These commands add the exception where the service reads it, and restart the gateway. If a file opens, take the old NO_PROXY line out of it.',
    'oauth-expired':
      'A login or a new key is yours. Of two commands that set up the same, choose one: the international service, or, with “cn” at the end, the one in China.',
    'session-bloat':
      'The files are your conversations, so Clawtender removes none. The first command tells their size, the second one only lists what OpenClaw would tidy up, and the third one offers to put left-over transcripts into an archive.',
    'tz-shift':
      'Which time zone is the right one, only you can say. In the terminal whose time zone you want, these commands write it into “.env” and restart the gateway.',
    'provider-wrong':
      'What is right here depends on your plan, your key or your wishes, so only you can say. These commands show what is set, and where Clawtender can try it, what the provider answers.',
    'rate-cooldown':
      'Clawtender chooses no model that may cost money in the place of another, and does not touch what OpenClaw remembers of limits. These commands show what is set and what there is to choose from.',
    'models-scan':
      'A server of your own tells by itself which models it has. The first command asks it and lets you choose; the second one shows the result.',
    'context-overflow':
      'The conversation is yours, so Clawtender shortens none. Send these lines one after the other in that conversation: how full it is, a summary in its place, a new beginning, and, if that is full as well, what fills it.',
  },
  'zh-Hans': {
    'env-key-missing':
      'Clawtender 不读取也不复制密钥。请在您自己的终端运行下面的命令：第二条把这一行写入“.env”，值取自终端的变量，或在不显示的情况下向您询问。',
    'models-json-stale': '使用哪个提供商或模型，只有您能决定。下面的命令显示 OpenClaw 有哪些密钥，以及它认识哪些模型。',
    'agent-auth-split':
      '登录由您来做。第一条命令会询问这个智能体需要的信息；也可以改用下一条，把另一个智能体的登录信息复制过来，已有的不会被替换。',
    'model-allowlist': '使用哪个模型，只有您能决定。下面的命令列出 OpenClaw 认识的模型，以及它现在使用的模型。',
    'tools-whitelist':
      '智能体能在这台电脑上做什么由您决定。第一条命令显示目前的设置，第二条更改它；如果限制是有意的，请跳过。',
    'http-endpoint-off':
      '网关不要求令牌，因此 Clawtender 不会开启接口。下面的命令先让它要求令牌。重启之前，请把同一令牌写入频道。',
    'proxy-loopback':
      '代理属于您的网络，因此 Clawtender 不会改动它。下面的命令在服务读取的地方加入例外，并重启网关。如果打开了文件，请去掉其中旧的 NO_PROXY 一行。',
    'oauth-expired': '登录或新的密钥由您提供。两条命令做同样的设置时，请选择其一：国际服务，或以“cn”结尾的中国服务。',
    'session-bloat':
      '这些文件是您的对话，因此 Clawtender 不会移除。第一条命令显示大小，第二条只列出 OpenClaw 会整理哪些，第三条可以把遗留的对话记录归档。',
    'tz-shift': '哪个时区正确，只有您能决定。请在使用该时区的终端运行下面的命令，把它写入“.env”并重启网关。',
    'provider-wrong':
      '这里怎样才对，取决于您的套餐、密钥或意愿，只有您能决定。下面的命令显示目前的设置；能试的地方，也会显示提供商的回答。',
    'rate-cooldown':
      'Clawtender 不会用可能产生费用的模型代替另一个，也不会改动 OpenClaw 记住的限额。下面的命令显示目前的设置和可选的模型。',
    'models-scan': '您自己的服务器会说明它有哪些模型。第一条命令向它询问并让您选择，第二条显示结果。',
    'context-overflow':
      '对话属于您，因此 Clawtender 不会缩短它。请在那个对话中依次发送下面各行：占用情况、用摘要代替、重新开始；如果新的对话也满了，再看是什么占满了它。',
  },
  'zh-Hant': {
    'env-key-missing':
      'Clawtender 不讀取也不複製金鑰。請在您自己的終端機執行下面的指令：第二條把這一行寫入「.env」，值取自終端機的變數，或在不顯示的情況下向您詢問。',
    'models-json-stale': '使用哪個供應商或模型，只有您能決定。下面的指令顯示 OpenClaw 有哪些金鑰，以及它認識哪些模型。',
    'agent-auth-split':
      '登入由您來做。第一條指令會詢問這個代理程式需要的資料；也可以改用下一條，把另一個代理程式的登入資料複製過來，已有的不會被取代。',
    'model-allowlist': '使用哪個模型，只有您能決定。下面的指令列出 OpenClaw 認識的模型，以及它現在使用的模型。',
    'tools-whitelist':
      '代理程式能在這台電腦上做什麼由您決定。第一條指令顯示目前的設定，第二條變更它；如果限制是有意的，請跳過。',
    'http-endpoint-off':
      '閘道不要求權杖，因此 Clawtender 不會開啟介面。下面的指令先讓它要求權杖。重新啟動之前，請把同一權杖寫入頻道。',
    'proxy-loopback':
      '代理伺服器屬於您的網路，因此 Clawtender 不會更動它。下面的指令在服務讀取的地方加入例外，並重新啟動閘道。如果打開了檔案，請去掉其中舊的 NO_PROXY 一行。',
    'oauth-expired': '登入或新的金鑰由您提供。兩條指令做同樣的設定時，請選擇其一：國際服務，或以「cn」結尾的中國服務。',
    'session-bloat':
      '這些檔案是您的對話，因此 Clawtender 不會移除。第一條指令顯示大小，第二條只列出 OpenClaw 會整理哪些，第三條可以把遺留的對話記錄封存。',
    'tz-shift': '哪個時區正確，只有您能決定。請在使用該時區的終端機執行下面的指令，把它寫入「.env」並重新啟動閘道。',
    'provider-wrong':
      '這裡怎樣才對，取決於您的方案、金鑰或意願，只有您能決定。下面的指令顯示目前的設定；能試的地方，也會顯示供應商的回答。',
    'rate-cooldown':
      'Clawtender 不會用可能產生費用的模型代替另一個，也不會更動 OpenClaw 記住的限額。下面的指令顯示目前的設定和可選的模型。',
    'models-scan': '您自己的伺服器會說明它有哪些模型。第一條指令向它詢問並讓您選擇，第二條顯示結果。',
    'context-overflow':
      '對話屬於您，因此 Clawtender 不會縮短它。請在那個對話中依次傳送下面各行：佔用情形、用摘要代替、重新開始；如果新的對話也滿了，再看是什麼佔滿了它。',
  },
});
