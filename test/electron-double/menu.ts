import type { MenuItemConstructorOptions } from 'electron';
import { app } from './app.ts';
import { strict } from './strict.ts';

const accelerator = /^(?:(?:Command|Cmd|Control|Ctrl|CommandOrControl|CmdOrCtrl|Alt|Option|Shift)\+)*[A-Z0-9,.]$/i;

export class MenuItemDouble {
  readonly type: NonNullable<MenuItemConstructorOptions['type']>;
  readonly label: string;
  readonly role: MenuItemConstructorOptions['role'];
  readonly accelerator: MenuItemConstructorOptions['accelerator'];
  readonly submenu: MenuDouble | undefined;
  enabled: boolean;
  checked: boolean;
  private readonly pressed: (() => void) | undefined;

  constructor(options: MenuItemConstructorOptions) {
    if (options.accelerator && !accelerator.test(options.accelerator)) {
      throw new Error(`Invalid accelerator ${options.accelerator}`);
    }
    this.submenu = Array.isArray(options.submenu) ? MenuDouble.buildFromTemplate(options.submenu) : undefined;
    this.type = options.type ?? (this.submenu ? 'submenu' : 'normal');
    this.label = options.label ?? options.role ?? '';
    this.role = options.role;
    this.accelerator = options.accelerator;
    this.enabled = options.enabled ?? true;
    this.checked = options.checked ?? false;
    this.pressed = options.click as (() => void) | undefined;
  }

  click() {
    if (!this.enabled) throw new Error(`"${this.label}" cannot be pressed`);
    if (this.type === 'checkbox') this.checked = !this.checked;
    if (this.role === 'quit') app.quit();
    this.pressed?.();
  }
}

export class MenuDouble {
  readonly items: readonly MenuItemDouble[];
  private static applicationMenu: MenuDouble | null = null;

  constructor(items: readonly MenuItemDouble[]) {
    this.items = items;
  }
  static buildFromTemplate(template: readonly MenuItemConstructorOptions[]): MenuDouble {
    return strict('Menu', new MenuDouble(template.map((options) => strict('MenuItem', new MenuItemDouble(options)))));
  }
  static setApplicationMenu(menu: MenuDouble | null) {
    MenuDouble.applicationMenu = menu;
  }
  static getApplicationMenu() {
    return MenuDouble.applicationMenu;
  }
}
