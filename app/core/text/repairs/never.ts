import type { NeverCode } from '../../repairs/repair.ts';
import type { Locale } from '../../model/view.ts';
import { defineTexts } from '../define.ts';

/** Promises of the catalogue, each checked over every plan. */
const neverTexts = defineTexts<Readonly<Record<NeverCode, string>>>({
  en: {
    'delete-anything': 'Nothing is deleted: what is in the way is moved into a folder where it is kept.',
    'kill-by-name': 'No process is ended by its name or its port.',
    'kill-unproven':
      'No process is ended unless its number, its start time and its owner prove that it is your gateway.',
    sudo: 'Nothing is done with an administrator’s rights.',
    'bootout-first': 'No restart begins by unloading the service.',
    'kickstart-loop': 'Nothing is started again and again.',
    'doctor-fix': 'OpenClaw’s own “doctor” is never let loose to repair by itself.',
    'update-or-install': 'No software is installed, updated or set back.',
    'touch-other-products': 'Nothing that belongs to another product is ended or changed.',
    'change-config': 'The configuration is not changed.',
    'enable-without-asking': 'What somebody switched off is not switched on without a question.',
    'restart-during-update': 'Nothing is restarted while an update, an installation or a repair runs.',
    'touch-database': 'OpenClaw’s databases are not touched.',
  },
  'zh-Hans': {
    'delete-anything': '不删除任何东西：碍事的会移到一个文件夹中保存。',
    'kill-by-name': '不按名称或端口结束进程。',
    'kill-unproven': '除非编号、启动时间和所有者能证明是您的网关，否则不结束任何进程。',
    sudo: '不使用管理员权限。',
    'bootout-first': '重启不会从取消加载服务开始。',
    'kickstart-loop': '不会反复启动。',
    'doctor-fix': '不会让 OpenClaw 的“doctor”自行修复。',
    'update-or-install': '不安装、更新或回退任何软件。',
    'touch-other-products': '不结束、不更改属于其他产品的任何东西。',
    'change-config': '不更改配置。',
    'enable-without-asking': '有人停用的，不经询问不会重新启用。',
    'restart-during-update': '更新、安装或修复期间不重启任何东西。',
    'touch-database': '不碰 OpenClaw 的数据库。',
  },
  'zh-Hant': {
    'delete-anything': '不刪除任何東西：礙事的會移到一個檔案夾中保存。',
    'kill-by-name': '不按名稱或連接埠結束行程。',
    'kill-unproven': '除非編號、啟動時間和擁有者能證明是您的閘道，否則不結束任何行程。',
    sudo: '不使用管理員權限。',
    'bootout-first': '重新啟動不會從取消載入服務開始。',
    'kickstart-loop': '不會反覆啟動。',
    'doctor-fix': '不會讓 OpenClaw 的「doctor」自行修復。',
    'update-or-install': '不安裝、更新或回退任何軟體。',
    'touch-other-products': '不結束、不變更屬於其他產品的任何東西。',
    'change-config': '不變更設定檔。',
    'enable-without-asking': '有人停用的，不經詢問不會重新啟用。',
    'restart-during-update': '更新、安裝或修復期間不重新啟動任何東西。',
    'touch-database': '不碰 OpenClaw 的資料庫。',
  },
});

export function writeNever(code: NeverCode, locale: Locale): string {
  return neverTexts(locale)[code];
}
