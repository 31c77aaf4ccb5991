import type * as Electron from 'electron';
import type * as Double from './index.ts';

// Checked by `tsc -p test` alone: a double that offers what electron does not have, or takes or gives other types,
// does not compile. Members that begin with `$` are the test's side; events are strings to the compiler.

type Exports = keyof typeof Double;
type EventMember = keyof import('node:events').EventEmitter;
type Modelled<Whole> = Exclude<keyof Whole & string, `$${string}` | EventMember | 'prototype'>;

/** Every export of the double is one of electron's. */
export const onlyKnownExports: Exclude<Exports, keyof typeof Electron> extends never ? true : never = true;

type Objects = Exclude<Exports, 'BrowserWindow' | 'Menu' | 'Notification' | 'Tray'>;
type InventedMembers = {
  [Name in Objects]: Exclude<Modelled<(typeof Double)[Name]>, keyof (typeof Electron)[Name]>;
}[Objects];
export const noInventedMember: [InventedMembers] extends [never] ? true : InventedMembers = true;

type Instance<
  Name extends 'BrowserWindow' | 'Menu' | 'Notification' | 'Tray',
  From extends typeof Double | typeof Electron,
> = InstanceType<From[Name]>;
type InventedOfClasses = {
  [Name in 'BrowserWindow' | 'Menu' | 'Notification' | 'Tray']: Exclude<
    Modelled<Instance<Name, typeof Double>>,
    keyof Instance<Name, typeof Electron>
  >;
}['BrowserWindow' | 'Menu' | 'Notification' | 'Tray'];
export const noInventedInstanceMember: [InventedOfClasses] extends [never] ? true : InventedOfClasses = true;

type WebContents = Instance<'BrowserWindow', typeof Double>['webContents'];
type InventedOfContents = Exclude<Modelled<WebContents>, keyof Electron.WebContents>;
export const noInventedContentsMember: [InventedOfContents] extends [never] ? true : InventedOfContents = true;

/** What each call gives back must be (part of) what electron gives back. */
type Settled<Given> = [Given] extends [undefined | void] ? 'nothing' : Given;
type Result<Method> = Method extends (...args: never[]) => infer Given ? Settled<Awaited<Given>> : Method;
type OtherResult<Mine, Real> = {
  [Member in Modelled<Mine> & keyof Real]: Result<Real[Member]> extends Result<Mine[Member]> ? never : Member;
}[Modelled<Mine> & keyof Real];

interface OtherResults {
  readonly app: OtherResult<typeof Double.app, typeof Electron.app>;
  readonly shell: OtherResult<typeof Double.shell, typeof Electron.shell>;
  readonly clipboard: OtherResult<typeof Double.clipboard, typeof Electron.clipboard>;
  readonly dialog: OtherResult<typeof Double.dialog, typeof Electron.dialog>;
  readonly protocol: OtherResult<typeof Double.protocol, typeof Electron.protocol>;
  readonly notification: OtherResult<Instance<'Notification', typeof Double>, Electron.Notification>;
  readonly window: OtherResult<Omit<Instance<'BrowserWindow', typeof Double>, 'webContents'>, Electron.BrowserWindow>;
  readonly contents: OtherResult<WebContents, Electron.WebContents>;
}
export const noOtherResult: {
  readonly [Name in keyof OtherResults]: [OtherResults[Name]] extends [never] ? true : OtherResults[Name];
} = {
  app: true,
  shell: true,
  clipboard: true,
  dialog: true,
  protocol: true,
  notification: true,
  window: true,
  contents: true,
};
