import { EventEmitter } from 'node:events';
import { app } from './app.ts';
import type { MenuDouble } from './menu.ts';
import type { NativeImageDouble } from './native-image.ts';
import { strict } from './strict.ts';

export const trays: TrayDouble[] = [];

export class TrayDouble extends EventEmitter {
  $image: NativeImageDouble;
  $toolTip = '';
  $openMenu: MenuDouble | null = null;
  $contextMenu: MenuDouble | null = null;
  $bounds = { x: 900, y: 0, width: 24, height: 24 };
  readonly $guid: string | undefined;

  constructor(image: NativeImageDouble, guid?: string) {
    super();
    if (!app.isReady()) throw new Error('Cannot create Tray before app is ready');
    if (guid !== undefined && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(guid))
      throw new Error('Invalid GUID');
    this.$guid = guid;
    this.$image = image;
    this.setImage(image);
    const tray = strict('Tray', this);
    trays.push(tray);
    return tray;
  }
  setImage(image: NativeImageDouble) {
    if (image.isEmpty()) throw new Error('Failed to load image');
    this.$image = image;
  }
  setToolTip(toolTip: string) {
    this.$toolTip = toolTip;
  }
  setIgnoreDoubleClickEvents(_ignore: boolean) {}
  setContextMenu(menu: MenuDouble | null) {
    this.$contextMenu = menu;
  }
  popUpContextMenu(menu?: MenuDouble) {
    this.$openMenu = menu ?? this.$contextMenu;
  }
  getBounds() {
    return { ...this.$bounds };
  }
}
