import { defineTexts } from '../define.ts';
import type { FindingTexts } from './finding-text.ts';

type PackageCode = 'update-partial' | 'node-version' | 'older-binary' | 'stale-chunks' | 'version-skew' | 'ownership';

/** Findings about the installed OpenClaw, its Node and its files. */
export const packageFindingTexts = defineTexts<FindingTexts<PackageCode>>({
  en: {
    'update-partial': {
      title: ({ missing }) =>
        missing === null ? 'An earlier update left a folder behind' : 'An update of OpenClaw stopped half-way',
      explanation: ({ packageRoot, missing, leftover }) =>
        missing === null
          ? `${leftover ?? 'A folder'} still lies beside ${packageRoot}. OpenClaw itself is whole, but the next update may stumble over it.`
          : `${missing} is missing, so the gateway cannot start from ${packageRoot}.${leftover === null ? '' : ` The installer left ${leftover} beside it.`}`,
      advice: ({ missing }) =>
        missing === null
          ? 'Nothing has to be done now. The folder can be moved aside.'
          : 'Install OpenClaw again with the same package manager as before, then start the gateway. Do not delete the folder while a gateway runs.',
    },
    'node-version': {
      title: () => 'The service’s Node does not suit this OpenClaw',
      explanation: ({ nodePath, nodeVersion, needed }) =>
        [
          `The service uses ${nodePath ?? 'a Node'}`,
          nodeVersion === null ? '.' : `, version ${nodeVersion}.`,
          needed === null ? ' The gateway refuses to run with it.' : ` This OpenClaw needs Node ${needed}.`,
        ].join(''),
      advice: () =>
        'Install a Node that suits, then run “openclaw gateway install --force” with it in a terminal, so that the service uses it.',
    },
    'older-binary': {
      title: () => 'The service’s OpenClaw is older than its configuration',
      explanation: ({ serviceVersion, configVersion, newerPackageRoot }) =>
        [
          configVersion === null ? 'A newer OpenClaw' : `OpenClaw ${configVersion}`,
          ' wrote the configuration last; the service runs ',
          serviceVersion === null ? 'an older one.' : `${serviceVersion}.`,
          ' Many versions refuse to start then.',
          newerPackageRoot === null ? '' : ` A newer one is in ${newerPackageRoot}.`,
        ].join(''),
      advice: ({ newerPackageRoot }) =>
        newerPackageRoot === null
          ? 'Update the OpenClaw that the service runs. Do not change the version in the configuration by hand.'
          : 'Point the service to the newer OpenClaw. Do not change the version in the configuration by hand.',
    },
    'stale-chunks': {
      title: () => 'OpenClaw was replaced while the gateway was running',
      explanation: ({ pid, startedAt, packageRoot, writtenAt, clock }) =>
        `Process ${pid} was started at ${clock(startedAt)}, and ${packageRoot} was written at ${clock(writtenAt)}. The old process looks for files that are gone, so tools and channels fail one by one.`,
      advice: () => 'Restart the gateway as soon as no update is running.',
    },
    'version-skew': {
      title: () => 'The gateway that runs is not the version that is installed',
      explanation: ({ runningVersion, installedVersion }) =>
        `OpenClaw ${runningVersion} is running, ${installedVersion} is installed for the service. The gateway was probably not restarted after an update.`,
      advice: () =>
        'Let the repair restart the gateway. If that changes nothing, the next one has the service written anew.',
    },
    ownership: {
      title: () => 'Files of the gateway belong to another user',
      explanation: ({ path, ownerUid, count }) =>
        [
          ownerUid === null ? `You may not look into ${path}` : `${path} belongs to user ${ownerUid}`,
          count > 1 ? `, and ${count - 1} more are like it.` : '.',
          ' The gateway may not be able to write there. Usually a command was once run as administrator.',
        ].join(''),
      advice: () =>
        'Give the files back to your account; that takes an administrator. Do not run “openclaw doctor” before that.',
    },
  },
  'zh-Hans': {
    'update-partial': {
      title: ({ missing }) => (missing === null ? '之前的更新留下了一个文件夹' : 'OpenClaw 的更新只完成了一半'),
      explanation: ({ packageRoot, missing, leftover }) =>
        missing === null
          ? `${leftover === null ? '一个文件夹' : `${leftover} `}仍留在 ${packageRoot} 旁边。OpenClaw 本身是完整的，但下次更新可能因此失败。`
          : `缺少 ${missing}，网关无法从 ${packageRoot} 启动。${leftover === null ? '' : `安装程序还在旁边留下了 ${leftover}。`}`,
      advice: ({ missing }) =>
        missing === null
          ? '现在不需要处理。可以把这个文件夹移到别处。'
          : '请用原来的包管理器重新安装 OpenClaw，然后启动网关。网关运行时不要删除该文件夹。',
    },
    'node-version': {
      title: () => '服务使用的 Node 不适合这个 OpenClaw',
      explanation: ({ nodePath, nodeVersion, needed }) =>
        [
          nodePath === null ? '服务使用某个 Node' : `服务使用 ${nodePath}`,
          nodeVersion === null ? '。' : `，版本是 ${nodeVersion}。`,
          needed === null ? '网关拒绝用它运行。' : `这个 OpenClaw 需要 Node ${needed}。`,
        ].join(''),
      advice: () => '请安装合适的 Node，再用它在终端运行“openclaw gateway install --force”，让服务改用它。',
    },
    'older-binary': {
      title: () => '服务运行的 OpenClaw 比配置文件旧',
      explanation: ({ serviceVersion, configVersion, newerPackageRoot }) =>
        [
          `配置文件最后由${configVersion === null ? '较新的 OpenClaw ' : ` OpenClaw ${configVersion} `}写入，`,
          `而服务运行的是${serviceVersion === null ? '较旧的版本' : ` ${serviceVersion}`}。`,
          '许多版本在这种情况下会拒绝启动。',
          newerPackageRoot === null ? '' : `较新的版本位于 ${newerPackageRoot}。`,
        ].join(''),
      advice: ({ newerPackageRoot }) =>
        newerPackageRoot === null
          ? '请更新服务运行的 OpenClaw。不要手动修改配置文件中的版本。'
          : '请让服务指向较新的 OpenClaw。不要手动修改配置文件中的版本。',
    },
    'stale-chunks': {
      title: () => '网关运行期间 OpenClaw 被替换了',
      explanation: ({ pid, startedAt, packageRoot, writtenAt, clock }) =>
        `进程 ${pid} 启动于 ${clock(startedAt)}，而 ${packageRoot} 写入于 ${clock(writtenAt)}。旧进程要找的文件已不存在，工具和频道会陆续出错。`,
      advice: () => '等更新全部结束后，请重启网关。',
    },
    'version-skew': {
      title: () => '正在运行的网关与安装的版本不同',
      explanation: ({ runningVersion, installedVersion }) =>
        `正在运行的是 OpenClaw ${runningVersion}，服务安装的是 ${installedVersion}。多半是更新后没有重启网关。`,
      advice: () => '可用“修复”重启网关。如果没有变化，下一次修复会重新生成服务。',
    },
    ownership: {
      title: () => '网关的文件属于其他用户',
      explanation: ({ path, ownerUid, count }) =>
        [
          ownerUid === null ? `您没有权限查看 ${path}` : `${path} 属于用户 ${ownerUid}`,
          count > 1 ? `，另外还有 ${count - 1} 个同样的文件。` : '。',
          '网关可能无法写入。通常是因为曾以管理员身份运行过某个命令。',
        ].join(''),
      advice: () => '请把这些文件改回您的账户，这需要管理员权限。在此之前不要运行“openclaw doctor”。',
    },
  },
  'zh-Hant': {
    'update-partial': {
      title: ({ missing }) => (missing === null ? '之前的更新留下了一個檔案夾' : 'OpenClaw 的更新只完成了一半'),
      explanation: ({ packageRoot, missing, leftover }) =>
        missing === null
          ? `${leftover === null ? '一個檔案夾' : `${leftover} `}仍留在 ${packageRoot} 旁邊。OpenClaw 本身是完整的，但下次更新可能因此失敗。`
          : `缺少 ${missing}，閘道無法從 ${packageRoot} 啟動。${leftover === null ? '' : `安裝工具還在旁邊留下了 ${leftover}。`}`,
      advice: ({ missing }) =>
        missing === null
          ? '現在不需要處理。可以把這個檔案夾移到別處。'
          : '請用原來的套件管理工具重新安裝 OpenClaw，然後啟動閘道。閘道執行時不要刪除該檔案夾。',
    },
    'node-version': {
      title: () => '服務使用的 Node 不適合這個 OpenClaw',
      explanation: ({ nodePath, nodeVersion, needed }) =>
        [
          nodePath === null ? '服務使用某個 Node' : `服務使用 ${nodePath}`,
          nodeVersion === null ? '。' : `，版本是 ${nodeVersion}。`,
          needed === null ? '閘道拒絕用它執行。' : `這個 OpenClaw 需要 Node ${needed}。`,
        ].join(''),
      advice: () => '請安裝合適的 Node，再用它在終端機執行「openclaw gateway install --force」，讓服務改用它。',
    },
    'older-binary': {
      title: () => '服務執行的 OpenClaw 比設定檔舊',
      explanation: ({ serviceVersion, configVersion, newerPackageRoot }) =>
        [
          `設定檔最後由${configVersion === null ? '較新的 OpenClaw ' : ` OpenClaw ${configVersion} `}寫入，`,
          `而服務執行的是${serviceVersion === null ? '較舊的版本' : ` ${serviceVersion}`}。`,
          '許多版本在這種情況下會拒絕啟動。',
          newerPackageRoot === null ? '' : `較新的版本位於 ${newerPackageRoot}。`,
        ].join(''),
      advice: ({ newerPackageRoot }) =>
        newerPackageRoot === null
          ? '請更新服務執行的 OpenClaw。不要手動修改設定檔中的版本。'
          : '請讓服務指向較新的 OpenClaw。不要手動修改設定檔中的版本。',
    },
    'stale-chunks': {
      title: () => '閘道執行期間 OpenClaw 被替換了',
      explanation: ({ pid, startedAt, packageRoot, writtenAt, clock }) =>
        `行程 ${pid} 啟動於 ${clock(startedAt)}，而 ${packageRoot} 寫入於 ${clock(writtenAt)}。舊行程要找的檔案已不存在，工具和頻道會陸續出錯。`,
      advice: () => '等更新全部結束後，請重新啟動閘道。',
    },
    'version-skew': {
      title: () => '正在執行的閘道與安裝的版本不同',
      explanation: ({ runningVersion, installedVersion }) =>
        `正在執行的是 OpenClaw ${runningVersion}，服務安裝的是 ${installedVersion}。多半是更新後沒有重新啟動閘道。`,
      advice: () => '可用「修復」重新啟動閘道。如果沒有變化，下一次修復會重新產生服務。',
    },
    ownership: {
      title: () => '閘道的檔案屬於其他使用者',
      explanation: ({ path, ownerUid, count }) =>
        [
          ownerUid === null ? `您沒有權限查看 ${path}` : `${path} 屬於使用者 ${ownerUid}`,
          count > 1 ? `，另外還有 ${count - 1} 個同樣的檔案。` : '。',
          '閘道可能無法寫入。通常是因為曾以管理者身分執行過某個指令。',
        ].join(''),
      advice: () => '請把這些檔案改回您的帳號，這需要管理者權限。在此之前不要執行「openclaw doctor」。',
    },
  },
});
