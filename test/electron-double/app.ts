import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { makeEvent } from './event.ts';
import { strict } from './strict.ts';

type LoginItem = { openAtLogin: boolean; status: 'not-registered' | 'enabled' | 'requires-approval' | 'not-found' };

/** Members that begin with `$` are the test's side of the double. */
class AppDouble extends EventEmitter {
  isPackaged = false;
  $hasLock = true;
  $languages = ['en-US'];
  $loginItem: LoginItem = { openAtLogin: false, status: 'not-registered' };
  $ready = false;
  readonly $calls: string[] = [];
  readonly $openWindows = new Set<{ close(): void; isDestroyed(): boolean }>();
  private readonly becameReady = new Promise<void>((resolve) => this.once('ready', resolve));

  whenReady() {
    return this.becameReady;
  }
  isReady() {
    return this.$ready;
  }
  getName() {
    return 'Clawtender';
  }
  getVersion(): string {
    const packageJson = path.resolve(import.meta.dirname, '../../package.json');
    return (JSON.parse(readFileSync(packageJson, 'utf8')) as { version: string }).version;
  }
  /** Electron makes the folder before an app asks for it. */
  getPath(name: 'userData') {
    const folder = path.join(os.homedir(), 'Library/Application Support/Clawtender', name === 'userData' ? '' : name);
    mkdirSync(folder, { recursive: true });
    return folder;
  }
  getPreferredSystemLanguages() {
    return this.$languages;
  }
  requestSingleInstanceLock() {
    return this.$hasLock;
  }
  enableSandbox() {
    if (this.$ready) throw new Error('app.enableSandbox() can only be called before app is ready');
    this.$calls.push('enableSandbox');
  }
  setActivationPolicy(policy: 'regular' | 'accessory' | 'prohibited') {
    this.$calls.push(`setActivationPolicy ${policy}`);
  }
  focus(options?: { steal: boolean }) {
    this.$calls.push(`focus ${options?.steal ? 'steal' : ''}`.trim());
  }
  getLoginItemSettings(_options?: { type?: 'mainAppService' }) {
    return { ...this.$loginItem };
  }
  setLoginItemSettings({ openAtLogin }: { openAtLogin?: boolean; type?: 'mainAppService' }) {
    this.$loginItem = { openAtLogin: openAtLogin === true, status: openAtLogin ? 'enabled' : 'not-registered' };
  }
  exit(code = 0) {
    this.$calls.push(`exit ${code}`);
  }
  /** As electron does it: ask, close the windows (each may refuse), then leave. */
  quit() {
    const asked = makeEvent({});
    this.emit('before-quit', asked);
    if (asked.defaultPrevented) return;
    for (const window of this.$openWindows) window.close();
    if (this.$openWindows.size === 0) this.$calls.push('quit');
  }
  $becomeReady() {
    this.$ready = true;
    this.emit('ready', makeEvent({}));
  }
}

export const app = strict('app', new AppDouble());
