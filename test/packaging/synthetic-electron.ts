import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build as buildPlist } from 'plist';

/** Marks the fuses inside Electron's framework: sentinel, version, count, then '1' or '0' for each. */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuseStates = '10010011';
const contents = 'Electron.app/Contents';
const framework = `${contents}/Frameworks/Electron Framework.framework`;

/**
 * Writes what electron-builder needs of an Electron.app: its folders, property lists, dummy executables and fuses,
 * and no code of Electron. So the rules of packaging can be tested where Electron's binary cannot be had.
 */
export function writeSyntheticElectron(folder: string, electronVersion: string): void {
  rmSync(folder, { recursive: true, force: true });
  const write = (file: string, content: string | Buffer, mode = 0o644) => {
    const target = path.join(folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content, { mode });
  };
  write('LICENSE', 'synthetic');
  write('LICENSES.chromium.html', 'synthetic');
  write('version', electronVersion);
  write(`${contents}/PkgInfo`, 'APPL????');
  write(`${contents}/Info.plist`, infoPlist('Electron', 'com.github.Electron'));
  write(`${contents}/MacOS/Electron`, machO('Electron'), 0o755);
  write(`${contents}/Resources/electron.icns`, 'icns');
  for (const language of ['en', 'zh_CN', 'fr']) write(`${contents}/Resources/${language}.lproj/locale.pak`, '');
  for (const role of ['', ' (Renderer)', ' (GPU)', ' (Plugin)']) {
    const name = `Electron Helper${role}`;
    write(`${contents}/Frameworks/${name}.app/Contents/Info.plist`, infoPlist(name, 'com.github.Electron.helper'));
    write(`${contents}/Frameworks/${name}.app/Contents/MacOS/${name}`, machO(name), 0o755);
  }
  write(
    `${framework}/Versions/A/Resources/Info.plist`,
    infoPlist('Electron Framework', 'com.github.Electron.framework'),
  );
  const wire = [fuseSentinel, Buffer.from([1, fuseStates.length]), fuseStates].map((part) => Buffer.from(part));
  write(`${framework}/Versions/A/Electron Framework`, Buffer.concat([machO('framework'), ...wire, Buffer.alloc(64)]));
  symlinkSync('A', path.join(folder, framework, 'Versions/Current'));
  for (const name of ['Electron Framework', 'Resources']) {
    symlinkSync(`Versions/Current/${name}`, path.join(folder, framework, name));
  }
}

function infoPlist(name: string, identifier: string): string {
  return buildPlist({
    CFBundleExecutable: name,
    CFBundleIdentifier: identifier,
    CFBundleName: name,
    CFBundlePackageType: 'APPL',
    CFBundleVersion: '1',
  });
}

/** The first bytes of a 64-bit ARM program. */
function machO(name: string): Buffer {
  return Buffer.concat([Buffer.from('cffaedfe0c000001', 'hex'), Buffer.from(`synthetic ${name}`)]);
}
