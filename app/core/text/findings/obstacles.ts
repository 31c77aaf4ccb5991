import type { FindingArgsByCode } from '../../model/finding.ts';
import { defineTexts } from '../define.ts';
import { formatDuration } from '../durations.ts';
import { countEnglish } from '../plural.ts';
import { shorten } from '../shorten.ts';
import type { FindingTexts } from './finding-text.ts';

type ObstacleCode =
  | 'plist-malformed'
  | 'bootstrap-5'
  | 'lock-stale'
  | 'restart-race'
  | 'watchdog-fight'
  | 'gui-domain-125'
  | 'systemd-wsl'
  | 'port-probe-artefact'
  | 'stale-update-job';
type ByWhy<Code extends 'plist-malformed' | 'bootstrap-5'> = Readonly<Record<FindingArgsByCode[Code]['why'], string>>;

/** Findings about what keeps the system from loading, starting or keeping the gateway. */
export const obstacleFindingTexts = defineTexts<FindingTexts<ObstacleCode>>({
  en: {
    'plist-malformed': {
      title: () => 'The service file is damaged',
      explanation: ({ path, why }) => `${path}: ${plistEn[why]}`,
      advice: () => 'Let the repair have it written anew, or run “openclaw gateway install --force” in a terminal.',
    },
    'bootstrap-5': {
      title: () => 'The system refuses to load the service',
      explanation: ({ label, path, why, mode }) =>
        why === 'mode'
          ? `${path} has ${mode === null ? 'another mode' : `the mode ${mode}`}. For ${label} the system takes only a file that you alone may write and everybody may read.`
          : `${bootstrapEn[why]} It is about ${label} (${path}).`,
      advice: ({ why }) =>
        why === 'owner'
          ? 'Give the file back to your account; that takes an administrator. Then choose Start.'
          : why === 'mode'
            ? 'Let the repair set the mode of the file to 644 and load the service.'
            : 'Let the repair wait a few seconds and load it again. If that fails too, the next one has the service file written anew.',
    },
    'lock-stale': {
      title: () => 'A left-over lock keeps the gateway from starting',
      explanation: ({ path, pid, holder }) =>
        `${path} names process ${pid}, which ${holder === 'gone' ? 'does not exist any more' : 'is another program by now'}. The gateway takes it for a running one and gives up.`,
      advice: () =>
        'Wait a minute and a half: newer versions clear it by themselves. After that the lock can be moved aside.',
    },
    'restart-race': {
      title: () => 'A restart got lost half-way',
      explanation: ({ label, failedAt, clock }) =>
        `A restart of ${label} failed at ${clock(failedAt)}, and nothing has answered since. The command and the system were probably in each other’s way.`,
      advice: () => 'Let the repair restart it once. It leaves the whole restart to the system, as one step.',
    },
    'watchdog-fight': {
      title: ({ label }) => `${label} starts and stops the gateway too`,
      explanation: ({ path, line, everySeconds }) =>
        `${path} does so with “${shorten(line)}”${everySeconds === null ? '' : `, every ${formatDuration(everySeconds * 1000, 'en')}`}. A watchdog can end a gateway that is only starting, and two can fight over it.`,
      advice: () =>
        'Decide who looks after the gateway, and switch the other off. Clawtender does not touch what you set up.',
    },
    'gui-domain-125': {
      title: () => 'There is no desktop session for the service',
      explanation: ({ domain }) =>
        `The system has no ${domain} here, and the service lives in it. That is so over SSH, as administrator, or before the first login.`,
      advice: () => 'Log in at the desktop with the same account and try again there.',
    },
    'systemd-wsl': {
      title: ({ why }) =>
        why === 'no-linger'
          ? 'The gateway ends when you log out'
          : 'The service manager of your account cannot be reached',
      explanation: ({ why, isWsl }) =>
        [
          why === 'no-linger'
            ? 'Services of your account run only while you are logged in.'
            : 'The service is installed, but this session has no connection to systemd. The gateway may run all the same.',
          isWsl ? ' Under Windows the whole system can also end when nobody uses it.' : '',
        ].join(''),
      advice: ({ why, isWsl }) =>
        why === 'no-linger'
          ? 'Run “loginctl enable-linger” in a terminal.'
          : isWsl
            ? 'Switch systemd on in /etc/wsl.conf, then restart the Linux system from Windows.'
            : 'Log in with a full session of your own instead of switching users, and try again there.',
    },
    'port-probe-artefact': {
      title: ({ port }) => `Port ${port} is not free again yet`,
      explanation: ({ port }) =>
        `The gateway found port ${port} in use, but nothing listens there. After a program was killed the system keeps its port for a minute or two.`,
      advice: () => 'Wait two minutes. There is nothing that would have to be ended.',
    },
    'stale-update-job': {
      title: () => 'A job of an earlier update is still there',
      explanation: ({ label, runs }) =>
        `The system still has the job ${label}, which an update left behind and which has no file. It can restart the gateway again and again${runs === null ? '.' : `; that was started ${countEnglish(runs, 'time', 'times')} so far.`}`,
      advice: () => 'When no update is running, the job can be taken off the system’s list.',
    },
  },
  'zh-Hans': {
    'plist-malformed': {
      title: () => '服务文件已损坏',
      explanation: ({ path, why }) => `${path}：${plistZhHans[why]}`,
      advice: () => '可用“修复”重新生成服务文件，也可以在终端运行“openclaw gateway install --force”。',
    },
    'bootstrap-5': {
      title: () => '系统拒绝加载服务',
      explanation: ({ label, path, why, mode }) =>
        why === 'mode'
          ? `${path} 的权限是${mode === null ? '其他值' : ` ${mode}`}。对于 ${label}，系统只接受仅您可写、所有人可读的文件。`
          : `${bootstrapZhHans[why]}涉及 ${label}（${path}）。`,
      advice: ({ why }) =>
        why === 'owner'
          ? '请把这个文件改回您的账户，这需要管理员权限。然后点“启动”。'
          : why === 'mode'
            ? '可用“修复”把文件权限设为 644 并加载服务。'
            : '可用“修复”等几秒钟后重新加载。如果仍然失败，下一次修复会重新生成服务文件。',
    },
    'lock-stale': {
      title: () => '遗留的锁文件让网关无法启动',
      explanation: ({ path, pid, holder }) =>
        `${path} 中写的是进程 ${pid}，${holder === 'gone' ? '它已不存在' : '它现在是另一个程序'}。网关以为已有一个在运行，于是放弃启动。`,
      advice: () => '请等一分半钟：较新的版本会自行清理。之后可以把锁文件移到别处。',
    },
    'restart-race': {
      title: () => '重启中途没有完成',
      explanation: ({ label, failedAt, clock }) =>
        `${label} 在 ${clock(failedAt)} 重启失败，之后一直没有响应。多半是命令和系统互相干扰。`,
      advice: () => '可用“修复”重启一次，由系统一步完成整个重启。',
    },
    'watchdog-fight': {
      title: ({ label }) => `${label} 也会启动和停止网关`,
      explanation: ({ path, line, everySeconds }) =>
        `${path} 通过“${shorten(line)}”这样做${everySeconds === null ? '' : `，每隔 ${formatDuration(everySeconds * 1000, 'zh-Hans')}一次`}。看门狗可能结束刚在启动的网关，两个看门狗还会互相争抢。`,
      advice: () => '请决定由谁照看网关，并关掉另一个。Clawtender 不会改动您自己设置的东西。',
    },
    'gui-domain-125': {
      title: () => '服务没有可用的桌面会话',
      explanation: ({ domain }) =>
        `服务所在的 ${domain} 在这里不存在。通过 SSH、以管理员身份，或在首次登录之前都会这样。`,
      advice: () => '请用同一账户在桌面登录，再在那里重试。',
    },
    'systemd-wsl': {
      title: ({ why }) => (why === 'no-linger' ? '您注销后网关就会结束' : '无法连接您账户的服务管理器'),
      explanation: ({ why, isWsl }) =>
        [
          why === 'no-linger'
            ? '您账户的服务只在您登录期间运行。'
            : '服务已安装，但这个会话没有连接到 systemd。网关可能仍在运行。',
          isWsl ? '在 Windows 下，没人使用时整个系统也可能被关闭。' : '',
        ].join(''),
      advice: ({ why, isWsl }) =>
        why === 'no-linger'
          ? '请在终端运行“loginctl enable-linger”。'
          : isWsl
            ? '请在 /etc/wsl.conf 中启用 systemd，然后从 Windows 重新启动 Linux 系统。'
            : '请用自己的完整会话登录，不要切换用户，再在那里重试。',
    },
    'port-probe-artefact': {
      title: ({ port }) => `端口 ${port} 还没有释放`,
      explanation: ({ port }) =>
        `网关发现端口 ${port} 被占用，但没有程序在那里监听。程序被强制结束后，系统会把端口再保留一两分钟。`,
      advice: () => '请等两分钟。没有需要结束的程序。',
    },
    'stale-update-job': {
      title: () => '之前更新的任务仍然存在',
      explanation: ({ label, runs }) =>
        `系统中还有更新遗留的任务 ${label}，它没有文件，可能反复重启网关${runs === null ? '。' : `；网关至今已启动 ${runs} 次。`}`,
      advice: () => '确认没有更新在运行后，可以把它从系统的任务列表中去掉。',
    },
  },
  'zh-Hant': {
    'plist-malformed': {
      title: () => '服務檔案已損壞',
      explanation: ({ path, why }) => `${path}：${plistZhHant[why]}`,
      advice: () => '可用「修復」重新產生服務檔案，也可以在終端機執行「openclaw gateway install --force」。',
    },
    'bootstrap-5': {
      title: () => '系統拒絕載入服務',
      explanation: ({ label, path, why, mode }) =>
        why === 'mode'
          ? `${path} 的權限是${mode === null ? '其他值' : ` ${mode}`}。對於 ${label}，系統只接受僅您可寫、所有人可讀的檔案。`
          : `${bootstrapZhHant[why]}涉及 ${label}（${path}）。`,
      advice: ({ why }) =>
        why === 'owner'
          ? '請把這個檔案改回您的帳號，這需要管理者權限。然後按「啟動」。'
          : why === 'mode'
            ? '可用「修復」把檔案權限設為 644 並載入服務。'
            : '可用「修復」等幾秒鐘後重新載入。如果仍然失敗，下一次修復會重新產生服務檔案。',
    },
    'lock-stale': {
      title: () => '遺留的鎖定檔讓閘道無法啟動',
      explanation: ({ path, pid, holder }) =>
        `${path} 中寫的是行程 ${pid}，${holder === 'gone' ? '它已不存在' : '它現在是另一個程式'}。閘道以為已有一個在執行，於是放棄啟動。`,
      advice: () => '請等一分半鐘：較新的版本會自行清理。之後可以把鎖定檔移到別處。',
    },
    'restart-race': {
      title: () => '重新啟動中途沒有完成',
      explanation: ({ label, failedAt, clock }) =>
        `${label} 在 ${clock(failedAt)} 重新啟動失敗，之後一直沒有回應。多半是指令和系統互相干擾。`,
      advice: () => '可用「修復」重新啟動一次，由系統一步完成整個重新啟動。',
    },
    'watchdog-fight': {
      title: ({ label }) => `${label} 也會啟動和停止閘道`,
      explanation: ({ path, line, everySeconds }) =>
        `${path} 透過「${shorten(line)}」這樣做${everySeconds === null ? '' : `，每隔 ${formatDuration(everySeconds * 1000, 'zh-Hant')}一次`}。看門狗可能結束剛在啟動的閘道，兩個看門狗還會互相爭搶。`,
      advice: () => '請決定由誰照看閘道，並關掉另一個。Clawtender 不會更動您自己設定的東西。',
    },
    'gui-domain-125': {
      title: () => '服務沒有可用的桌面工作階段',
      explanation: ({ domain }) =>
        `服務所在的 ${domain} 在這裡不存在。透過 SSH、以管理者身分，或在首次登入之前都會這樣。`,
      advice: () => '請用同一帳號在桌面登入，再在那裡重試。',
    },
    'systemd-wsl': {
      title: ({ why }) => (why === 'no-linger' ? '您登出後閘道就會結束' : '無法連接您帳號的服務管理員'),
      explanation: ({ why, isWsl }) =>
        [
          why === 'no-linger'
            ? '您帳號的服務只在您登入期間執行。'
            : '服務已安裝，但這個工作階段沒有連接到 systemd。閘道可能仍在執行。',
          isWsl ? '在 Windows 下，沒人使用時整個系統也可能被關閉。' : '',
        ].join(''),
      advice: ({ why, isWsl }) =>
        why === 'no-linger'
          ? '請在終端機執行「loginctl enable-linger」。'
          : isWsl
            ? '請在 /etc/wsl.conf 中啟用 systemd，然後從 Windows 重新啟動 Linux 系統。'
            : '請用自己的完整工作階段登入，不要切換使用者，再在那裡重試。',
    },
    'port-probe-artefact': {
      title: ({ port }) => `連接埠 ${port} 還沒有釋放`,
      explanation: ({ port }) =>
        `閘道發現連接埠 ${port} 被佔用，但沒有程式在那裡監聽。程式被強制結束後，系統會把連接埠再保留一兩分鐘。`,
      advice: () => '請等兩分鐘。沒有需要結束的程式。',
    },
    'stale-update-job': {
      title: () => '之前更新的工作仍然存在',
      explanation: ({ label, runs }) =>
        `系統中還有更新遺留的工作 ${label}，它沒有檔案，可能反覆重新啟動閘道${runs === null ? '。' : `；閘道至今已啟動 ${runs} 次。`}`,
      advice: () => '確認沒有更新在執行後，可以把它從系統的工作清單中移除。',
    },
  },
});

const plistEn: ByWhy<'plist-malformed'> = {
  unreadable: 'it cannot be read, so the system cannot load the service either.',
  'arguments-shifted': 'the arguments are out of order, so that something else than the gateway is started.',
  'file-gone': 'it names a script or settings file that does not exist.',
  'no-gateway': 'it starts OpenClaw, but not the gateway.',
};
const plistZhHans: ByWhy<'plist-malformed'> = {
  unreadable: '无法读取，系统也就无法加载服务。',
  'arguments-shifted': '参数顺序错乱，启动的不是网关。',
  'file-gone': '其中写的脚本或设置文件不存在。',
  'no-gateway': '启动的是 OpenClaw，但不是网关。',
};
const plistZhHant: ByWhy<'plist-malformed'> = {
  unreadable: '無法讀取，系統也就無法載入服務。',
  'arguments-shifted': '參數順序錯亂，啟動的不是閘道。',
  'file-gone': '其中寫的腳本或設定檔不存在。',
  'no-gateway': '啟動的是 OpenClaw，但不是閘道。',
};

const bootstrapEn: Omit<ByWhy<'bootstrap-5'>, 'mode'> = {
  owner: 'The service file belongs to another user, and the system takes only your own.',
  refused: 'The system answered with an input or output error, which often means: too soon after unloading.',
};
const bootstrapZhHans: Omit<ByWhy<'bootstrap-5'>, 'mode'> = {
  owner: '服务文件属于其他用户，而系统只接受您自己的文件。',
  refused: '系统报告了输入输出错误，常见原因是卸载后加载得太快。',
};
const bootstrapZhHant: Omit<ByWhy<'bootstrap-5'>, 'mode'> = {
  owner: '服務檔案屬於其他使用者，而系統只接受您自己的檔案。',
  refused: '系統回報了輸入輸出錯誤，常見原因是卸載後載入得太快。',
};
