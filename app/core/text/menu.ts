import { defineTexts } from './define.ts';

/** Words of the native menus and questions alone; those that the panel needs too are in `labels.ts`. */
export const menuTexts = defineTexts({
  en: {
    firstReading: 'Gateway: reading…',
    allowOpenAtLogin: 'Allow in System Settings…',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select All',
    closeWindow: 'Close Window',
  },
  'zh-Hans': {
    firstReading: '网关：正在读取…',
    allowOpenAtLogin: '在“系统设置”中允许…',
    edit: '编辑',
    undo: '撤销',
    redo: '重做',
    cut: '剪切',
    copy: '拷贝',
    paste: '粘贴',
    selectAll: '全选',
    closeWindow: '关闭窗口',
  },
  'zh-Hant': {
    firstReading: '閘道：正在讀取…',
    allowOpenAtLogin: '在「系統設定」中允許…',
    edit: '編輯',
    undo: '還原',
    redo: '重做',
    cut: '剪下',
    copy: '拷貝',
    paste: '貼上',
    selectAll: '全選',
    closeWindow: '關閉視窗',
  },
});
