import type { Step } from '../../model/action.ts';
import type { MoveReason, OpenClawCommand, RepairStep, RepairStepOutcome, WaitReason } from '../../model/repair.ts';
import type { Locale } from '../../model/view.ts';
import { writePath } from '../../settings/read.ts';
import { writeStep, writeStepFailure, writeStepOutcome } from '../actions/steps.ts';
import { defineTexts } from '../define.ts';
import { formatLimit } from '../durations.ts';

type OwnStep = Exclude<RepairStep, Step>;
type OwnKind = OwnStep['kind'];
type PlainStep = Exclude<OwnStep, { kind: 'run-openclaw' | 'wait' | 'move-aside' | 'keep-copy' | 'restore-copy' }>;

type RepairStepTexts = {
  readonly does: { readonly [S in PlainStep as S['kind']]: (step: S) => string };
  readonly keeps: (args: { paths: string }) => string;
  readonly restores: (args: { paths: string }) => string;
  readonly and: string;
  readonly movesAside: Readonly<Record<MoveReason, (args: { path: string }) => string>>;
  readonly runs: Readonly<Record<OpenClawCommand, (args: { entryPath: string }) => string>>;
  readonly waits: Readonly<Record<WaitReason, (args: { duration: string }) => string>>;
  readonly failed: Readonly<Record<OwnKind, string>>;
  readonly next: Readonly<Record<OwnKind, string>>;
  readonly begun: string;
};

/** What the steps of repairs do, beside those of the actions; what is said when one failed, and what to do then. */
const repairStepTexts = defineTexts<RepairStepTexts>({
  en: {
    does: {
      'disable-service': ({ serviceTarget }) => `Switch off the service ${nameOf(serviceTarget)}`,
      'kill-process': ({ process }) => `End process ${process.pid} by force`,
      'put-back': ({ path }) => `Put ${path} back in its place`,
      'set-file-mode': ({ path, mode }) => `Set the permissions of ${path} to ${mode.toString(8)}`,
      'create-folder': ({ path }) => `Create the folder ${path}`,
      'remove-empty-folder': ({ path }) => `Remove the empty folder ${path}`,
      'archive-log': ({ path }) => `Keep a compressed copy of the log ${path} and empty it`,
      'remove-submitted-job': ({ label }) => `Take the job ${label} off the system’s list`,
      'manage-device': ({ command, id }) =>
        ({
          approve: `Let OpenClaw approve the request ${id}`,
          reject: `Let OpenClaw reject the request ${id}`,
          remove: `Let OpenClaw remove the device ${shortId(id)}`,
        })[command],
      'edit-config': ({ path, edits }) =>
        `Change ${edits.map((edit) => writePath(edit.path)).join(', ')} in ${path}; all else stays as it is`,
      'restore-version': ({ path }) => `Give ${path} the content that it had before`,
      'remove-env-line': ({ path, names }) => `Take ${names.join(', ')} out of ${path}; all other lines stay`,
      'set-env-line': ({ path, name }) => `Write the key into ${path} as ${name}; all other lines stay`,
      'unset-login-variable': ({ name }) => `Clear the variable ${name} of the login session`,
    },
    keeps: ({ paths }) => `Keep a copy of ${paths}`,
    restores: ({ paths }) => `Put the kept copy of ${paths} back`,
    and: ', ',
    movesAside: {
      'second-supervisor': ({ path }) =>
        `Move ${path}, which starts a second gateway, into the folder of Clawtender; it is kept there`,
      'legacy-service': ({ path }) =>
        `Move ${path}, the service of an old version, into the folder of Clawtender; it is kept there`,
      'stale-lock': ({ path }) =>
        `Move ${path}, the lock of a process that has ended, into the folder of Clawtender; it is kept there`,
      'broken-package': ({ path }) =>
        `Move ${path}, a package that is not whole, into the folder of Clawtender; it is kept there`,
      'staging-leftover': ({ path }) =>
        `Move ${path}, left over from an installation, into the folder of Clawtender; it is kept there`,
      'stale-models': ({ path }) =>
        `Move ${path}, a model list that no longer fits the configuration, into the folder of Clawtender; it is kept there`,
      'stale-device-token': ({ path }) =>
        `Move ${path}, the stored tokens of this device, into the folder of Clawtender; it is kept there`,
      'broken-identity': ({ path }) =>
        `Move ${path}, a device identity that is damaged, into the folder of Clawtender; it is kept there`,
    },
    runs: {
      'gateway-install-force': ({ entryPath }) => `Let ${entryPath} write the service anew and load it`,
      'config-validate': ({ entryPath }) => `Let ${entryPath} check the configuration`,
    },
    waits: {
      settled: ({ duration }) => `Wait ${duration} until everything has settled`,
      'gateway-ready': ({ duration }) => `Give the gateway ${duration} to get ready`,
      'maintenance-over': ({ duration }) => `Wait ${duration} for the update to end`,
      'breaker-window-over': ({ duration }) => `Wait ${duration} until the gateway no longer counts its last crashes`,
      'request-over': ({ duration }) => `Wait ${duration} until the request has ended by itself`,
    },
    failed: {
      'disable-service': 'The service could not be switched off.',
      'kill-process': 'The process could not be ended.',
      'keep-copy': 'No copy could be kept, so nothing was changed after that.',
      'restore-copy': 'The kept copy could not be put back.',
      'move-aside': 'It could not be moved aside.',
      'put-back': 'It could not be put back.',
      'set-file-mode': 'The permissions could not be changed.',
      'create-folder': 'The folder could not be created.',
      'remove-empty-folder': 'The folder could not be removed.',
      'archive-log': 'The log could not be emptied.',
      'remove-submitted-job': 'The job could not be taken off the list.',
      'run-openclaw': 'OpenClaw did not do what it was asked to.',
      'manage-device': 'OpenClaw did not do it.',
      'edit-config': 'The configuration could not be changed.',
      'restore-version': 'The former content could not be put back.',
      'remove-env-line': 'The file could not be changed.',
      'set-env-line': 'The key could not be written.',
      'unset-login-variable': 'The variable could not be cleared.',
      wait: 'The wait was interrupted.',
    },
    next: {
      'disable-service': 'The steps show what the system answered.',
      'kill-process': 'Check again. If it is still there, restart the computer.',
      'keep-copy': 'Check whether the disk is full, then try again.',
      'restore-copy': 'The steps show why. The copy is kept.',
      'move-aside': 'The steps show why. The file is still where it was.',
      'put-back': 'The steps show why. The file is still kept.',
      'set-file-mode': 'The steps show why. An administrator may have to do it.',
      'create-folder': 'The steps show why. Check whether the disk is full.',
      'remove-empty-folder': 'The steps show why. An empty folder does no harm.',
      'archive-log': 'Check whether the disk is full, then try again.',
      'remove-submitted-job': 'The steps show what the system answered.',
      'run-openclaw':
        'The steps show what OpenClaw answered. What was there before is kept and can be put back with Undo.',
      'manage-device': 'The steps show what OpenClaw answered.',
      'edit-config': 'The steps show why. What was there before is kept.',
      'restore-version': 'The steps show why. What was there before is kept.',
      'remove-env-line': 'The steps show why. What was there before is kept.',
      'set-env-line': 'The steps show why. The file is as it was.',
      'unset-login-variable': 'The steps show what the system answered.',
      wait: 'Check again.',
    },
    begun: 'begun',
  },
  'zh-Hans': {
    does: {
      'disable-service': ({ serviceTarget }) => `停用服务 ${nameOf(serviceTarget)}`,
      'kill-process': ({ process }) => `强制结束进程 ${process.pid}`,
      'put-back': ({ path }) => `把 ${path} 放回原处`,
      'set-file-mode': ({ path, mode }) => `把 ${path} 的权限设为 ${mode.toString(8)}`,
      'create-folder': ({ path }) => `新建文件夹 ${path}`,
      'remove-empty-folder': ({ path }) => `移除空文件夹 ${path}`,
      'archive-log': ({ path }) => `压缩保存日志 ${path}，然后清空它`,
      'remove-submitted-job': ({ label }) => `从系统的任务列表中去掉 ${label}`,
      'manage-device': ({ command, id }) =>
        ({
          approve: `由 OpenClaw 批准请求 ${id}`,
          reject: `由 OpenClaw 拒绝请求 ${id}`,
          remove: `由 OpenClaw 移除设备 ${shortId(id)}`,
        })[command],
      'edit-config': ({ path, edits }) =>
        `修改 ${path} 中的 ${edits.map((edit) => writePath(edit.path)).join('、')}，其余内容不变`,
      'restore-version': ({ path }) => `把 ${path} 恢复为先前的内容`,
      'remove-env-line': ({ path, names }) => `从 ${path} 中去掉 ${names.join('、')}，其余各行不变`,
      'set-env-line': ({ path, name }) => `把密钥以 ${name} 写入 ${path}，其余各行不变`,
      'unset-login-variable': ({ name }) => `清除登录会话的变量 ${name}`,
    },
    keeps: ({ paths }) => `保留 ${paths} 的副本`,
    restores: ({ paths }) => `放回先前保留的 ${paths} 副本`,
    and: '、',
    movesAside: {
      'second-supervisor': ({ path }) => `把启动第二个网关的 ${path} 移到 Clawtender 的文件夹中保存`,
      'legacy-service': ({ path }) => `把旧版本的服务 ${path} 移到 Clawtender 的文件夹中保存`,
      'stale-lock': ({ path }) => `把已结束进程留下的锁 ${path} 移到 Clawtender 的文件夹中保存`,
      'broken-package': ({ path }) => `把不完整的软件包 ${path} 移到 Clawtender 的文件夹中保存`,
      'staging-leftover': ({ path }) => `把安装残留 ${path} 移到 Clawtender 的文件夹中保存`,
      'stale-models': ({ path }) => `把与配置不再相符的模型列表 ${path} 移到 Clawtender 的文件夹中保存`,
      'stale-device-token': ({ path }) => `把这台设备保存的令牌 ${path} 移到 Clawtender 的文件夹中保存`,
      'broken-identity': ({ path }) => `把已损坏的设备身份 ${path} 移到 Clawtender 的文件夹中保存`,
    },
    runs: {
      'gateway-install-force': ({ entryPath }) => `由 ${entryPath} 重新写入并加载服务`,
      'config-validate': ({ entryPath }) => `由 ${entryPath} 检查配置`,
    },
    waits: {
      settled: ({ duration }) => `等待 ${duration}，直到情况稳定`,
      'gateway-ready': ({ duration }) => `等待 ${duration}，让网关做好准备`,
      'maintenance-over': ({ duration }) => `等待 ${duration}，让更新结束`,
      'breaker-window-over': ({ duration }) => `等待 ${duration}，直到网关不再计入之前的崩溃`,
      'request-over': ({ duration }) => `等待 ${duration}，直到请求自行结束`,
    },
    failed: {
      'disable-service': '未能停用服务。',
      'kill-process': '未能结束进程。',
      'keep-copy': '未能保留副本，因此之后没有再做更改。',
      'restore-copy': '未能放回保留的副本。',
      'move-aside': '未能移开。',
      'put-back': '未能放回。',
      'set-file-mode': '未能更改权限。',
      'create-folder': '未能新建文件夹。',
      'remove-empty-folder': '未能移除文件夹。',
      'archive-log': '未能清空日志。',
      'remove-submitted-job': '未能去掉该任务。',
      'run-openclaw': 'OpenClaw 没有完成要求的操作。',
      'manage-device': 'OpenClaw 没有完成。',
      'edit-config': '无法修改配置。',
      'restore-version': '无法恢复先前的内容。',
      'remove-env-line': '无法修改该文件。',
      'set-env-line': '无法写入密钥。',
      'unset-login-variable': '无法清除该变量。',
      wait: '等待被打断。',
    },
    next: {
      'disable-service': '步骤中有系统的答复。',
      'kill-process': '请重新检查。如果它仍在，请重新启动电脑。',
      'keep-copy': '请检查磁盘是否已满，然后再试。',
      'restore-copy': '步骤中有原因。副本仍然保留着。',
      'move-aside': '步骤中有原因。文件仍在原处。',
      'put-back': '步骤中有原因。文件仍然保留着。',
      'set-file-mode': '步骤中有原因。可能需要由管理员来做。',
      'create-folder': '步骤中有原因。请检查磁盘是否已满。',
      'remove-empty-folder': '步骤中有原因。空文件夹没有坏处。',
      'archive-log': '请检查磁盘是否已满，然后再试。',
      'remove-submitted-job': '步骤中有系统的答复。',
      'run-openclaw': '步骤中有 OpenClaw 的答复。原来的文件已保留，可以用“撤销”放回。',
      'manage-device': '步骤中有 OpenClaw 的回复。',
      'edit-config': '步骤中有原因。原来的内容已保留。',
      'restore-version': '步骤中有原因。原来的内容已保留。',
      'remove-env-line': '步骤中有原因。原来的内容已保留。',
      'set-env-line': '步骤中有原因。文件仍是原样。',
      'unset-login-variable': '步骤中有系统的回复。',
      wait: '请重新检查。',
    },
    begun: '已开始',
  },
  'zh-Hant': {
    does: {
      'disable-service': ({ serviceTarget }) => `停用服務 ${nameOf(serviceTarget)}`,
      'kill-process': ({ process }) => `強制結束行程 ${process.pid}`,
      'put-back': ({ path }) => `把 ${path} 放回原處`,
      'set-file-mode': ({ path, mode }) => `把 ${path} 的權限設為 ${mode.toString(8)}`,
      'create-folder': ({ path }) => `新增檔案夾 ${path}`,
      'remove-empty-folder': ({ path }) => `移除空的檔案夾 ${path}`,
      'archive-log': ({ path }) => `壓縮保存記錄檔 ${path}，然後清空它`,
      'remove-submitted-job': ({ label }) => `從系統的工作清單中移除 ${label}`,
      'manage-device': ({ command, id }) =>
        ({
          approve: `由 OpenClaw 核准請求 ${id}`,
          reject: `由 OpenClaw 拒絕請求 ${id}`,
          remove: `由 OpenClaw 移除裝置 ${shortId(id)}`,
        })[command],
      'edit-config': ({ path, edits }) =>
        `修改 ${path} 中的 ${edits.map((edit) => writePath(edit.path)).join('、')}，其餘內容不變`,
      'restore-version': ({ path }) => `把 ${path} 恢復為先前的內容`,
      'remove-env-line': ({ path, names }) => `從 ${path} 中去掉 ${names.join('、')}，其餘各行不變`,
      'set-env-line': ({ path, name }) => `把金鑰以 ${name} 寫入 ${path}，其餘各行不變`,
      'unset-login-variable': ({ name }) => `清除登入工作階段的變數 ${name}`,
    },
    keeps: ({ paths }) => `保留 ${paths} 的副本`,
    restores: ({ paths }) => `放回先前保留的 ${paths} 副本`,
    and: '、',
    movesAside: {
      'second-supervisor': ({ path }) => `把啟動第二個閘道的 ${path} 移到 Clawtender 的檔案夾中保存`,
      'legacy-service': ({ path }) => `把舊版本的服務 ${path} 移到 Clawtender 的檔案夾中保存`,
      'stale-lock': ({ path }) => `把已結束行程留下的鎖 ${path} 移到 Clawtender 的檔案夾中保存`,
      'broken-package': ({ path }) => `把不完整的套件 ${path} 移到 Clawtender 的檔案夾中保存`,
      'staging-leftover': ({ path }) => `把安裝殘留 ${path} 移到 Clawtender 的檔案夾中保存`,
      'stale-models': ({ path }) => `把與設定不再相符的模型列表 ${path} 移到 Clawtender 的檔案夾中保存`,
      'stale-device-token': ({ path }) => `把這部裝置儲存的權杖 ${path} 移到 Clawtender 的檔案夾中保存`,
      'broken-identity': ({ path }) => `把已損壞的裝置身分 ${path} 移到 Clawtender 的檔案夾中保存`,
    },
    runs: {
      'gateway-install-force': ({ entryPath }) => `由 ${entryPath} 重新寫入並載入服務`,
      'config-validate': ({ entryPath }) => `由 ${entryPath} 檢查設定檔`,
    },
    waits: {
      settled: ({ duration }) => `等待 ${duration}，直到情況穩定`,
      'gateway-ready': ({ duration }) => `等待 ${duration}，讓閘道做好準備`,
      'maintenance-over': ({ duration }) => `等待 ${duration}，讓更新結束`,
      'breaker-window-over': ({ duration }) => `等待 ${duration}，直到閘道不再計入先前的當機`,
      'request-over': ({ duration }) => `等待 ${duration}，直到請求自行結束`,
    },
    failed: {
      'disable-service': '未能停用服務。',
      'kill-process': '未能結束行程。',
      'keep-copy': '未能保留副本，因此之後沒有再做變更。',
      'restore-copy': '未能放回保留的副本。',
      'move-aside': '未能移開。',
      'put-back': '未能放回。',
      'set-file-mode': '未能變更權限。',
      'create-folder': '未能新增檔案夾。',
      'remove-empty-folder': '未能移除檔案夾。',
      'archive-log': '未能清空記錄檔。',
      'remove-submitted-job': '未能移除該工作。',
      'run-openclaw': 'OpenClaw 沒有完成要求的操作。',
      'manage-device': 'OpenClaw 沒有完成。',
      'edit-config': '無法修改設定。',
      'restore-version': '無法恢復先前的內容。',
      'remove-env-line': '無法修改該檔案。',
      'set-env-line': '無法寫入金鑰。',
      'unset-login-variable': '無法清除該變數。',
      wait: '等待被打斷。',
    },
    next: {
      'disable-service': '步驟中有系統的回覆。',
      'kill-process': '請重新檢查。如果它仍在，請重新開機。',
      'keep-copy': '請檢查磁碟是否已滿，然後再試。',
      'restore-copy': '步驟中有原因。副本仍然保留著。',
      'move-aside': '步驟中有原因。檔案仍在原處。',
      'put-back': '步驟中有原因。檔案仍然保留著。',
      'set-file-mode': '步驟中有原因。可能需要由管理員來做。',
      'create-folder': '步驟中有原因。請檢查磁碟是否已滿。',
      'remove-empty-folder': '步驟中有原因。空的檔案夾沒有壞處。',
      'archive-log': '請檢查磁碟是否已滿，然後再試。',
      'remove-submitted-job': '步驟中有系統的回覆。',
      'run-openclaw': '步驟中有 OpenClaw 的回覆。原來的檔案已保留，可以用「復原」放回。',
      'manage-device': '步驟中有 OpenClaw 的回覆。',
      'edit-config': '步驟中有原因。原來的內容已保留。',
      'restore-version': '步驟中有原因。原來的內容已保留。',
      'remove-env-line': '步驟中有原因。原來的內容已保留。',
      'set-env-line': '步驟中有原因。檔案仍是原樣。',
      'unset-login-variable': '步驟中有系統的回覆。',
      wait: '請重新檢查。',
    },
    begun: '已開始',
  },
});

/** "Keep a copy of …"; the steps of the actions in the actions' words. */
export function writeRepairStep(step: RepairStep, locale: Locale): string {
  if (!isOwn(step)) return writeStep(step, locale);
  const texts = repairStepTexts(locale);
  if (step.kind === 'keep-copy') return texts.keeps({ paths: step.paths.join(texts.and) });
  if (step.kind === 'restore-copy') return texts.restores({ paths: step.paths.join(texts.and) });
  if (step.kind === 'move-aside') return texts.movesAside[step.why](step);
  if (step.kind === 'run-openclaw') return texts.runs[step.command](step);
  if (step.kind === 'wait') return texts.waits[step.until]({ duration: formatLimit(step.waitMs, locale) });
  // The table has the entry of this very kind; the compiler cannot follow that through a union.
  return (texts.does[step.kind] as (step: PlainStep) => string)(step);
}

/** The cause in one sentence, and what to do next, for a step that did not succeed. */
export function writeRepairStepFailure(step: RepairStep, locale: Locale): { cause: string; next: string } {
  if (!isOwn(step)) return writeStepFailure(step, locale);
  const texts = repairStepTexts(locale);
  return { cause: texts.failed[step.kind], next: texts.next[step.kind] };
}

export function writeRepairStepOutcome(outcome: RepairStepOutcome, locale: Locale): string {
  return outcome === 'begun' ? repairStepTexts(locale).begun : writeStepOutcome(outcome, locale);
}

const actionKinds: ReadonlySet<RepairStep['kind']> = new Set<Step['kind']>([
  'enable-service',
  'load-service',
  'start-loaded-service',
  'restart-loaded-service',
  'unload-service',
  'terminate-process',
  'wait-until',
]);

function isOwn(step: RepairStep): step is OwnStep {
  return !actionKinds.has(step.kind);
}

/** `gui/501/ai.openclaw.gateway` is written for launchctl, `ai.openclaw.gateway` for people. */
function nameOf(serviceTarget: string): string {
  return serviceTarget.slice(serviceTarget.lastIndexOf('/') + 1);
}

/** Device ids are 64 digits long; OpenClaw itself shows the first of them. */
function shortId(id: string): string {
  return id.length > 16 ? `${id.slice(0, 12)}…` : id;
}
