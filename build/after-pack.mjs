// Called by electron-builder before it flips fuses and signs.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build, parse } from 'plist';

/**
 * electron-builder 26 allows the app every insecure load, for its updater, and does so after `extendInfo`. This app
 * loads nothing by the system's network stack: the gateway is asked by Node.
 */
export async function afterPack({ appOutDir, packager }) {
  const file = path.join(appOutDir, `${packager.appInfo.productFilename}.app`, 'Contents/Info.plist');
  const info = parse(await readFile(file, 'utf8'));
  info.NSAppTransportSecurity = { NSAllowsArbitraryLoads: false, NSAllowsLocalNetworking: true };
  await writeFile(file, build(info));
}
