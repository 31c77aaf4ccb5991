import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readFixture } from '../../fixtures/read-fixture.ts';
import { shareCompiled } from '../homes.ts';
import { openClawPackage, type OpenClawVersion } from '../install.mjs';

/** Where the files of a service must point to. */
interface Place {
  readonly version: OpenClawVersion;
  readonly home: string;
  readonly port: number;
  readonly nodePath: string;
  readonly definitionPath: string;
  /** The same as a terminal's: OpenClaw 2026.3 keeps its lock there. */
  readonly tmp: string;
}

/** The recorded places, moved to this machine's; nothing of it may lie outside of the sandbox. */
function movedTo(text: string, { version, home, port, nodePath, tmp }: Place): string {
  const bin = path.dirname(nodePath);
  return text
    .replaceAll(/\/(?:Users|home)\/alice/g, home)
    .replaceAll(
      /\/[\w/.-]+\/lib\/node_modules\/openclaw\/dist\/index\.js/g,
      `${openClawPackage(version)}/dist/index.js`,
    )
    .replaceAll(/(?<!\w)\/(?:opt\/homebrew\/(?:opt\/node\/)?|usr\/)bin\/node\b/g, nodePath)
    .replaceAll(/(?<=\bPATH=["']?|<key>PATH<\/key>\s*<string>)(?=\/)/g, `${bin}:`)
    .replaceAll(/\/var\/folders\/zz\/T\/|(?<=TMPDIR=)\/tmp/g, tmp)
    .replaceAll('18789', String(port))
    .replaceAll(/^Environment="?(?:EXAMPLE_API_KEY|OPENCLAW_NOTE).*\n/gm, '');
}

/** A LaunchAgent as `openclaw gateway install` leaves it (recorded), without the half minute that it takes. */
export function writeLaunchAgent(place: Place): void {
  makeFolders(place);
  if (place.version === '2026.3.13')
    return write(place.definitionPath, movedTo(readFixture('plist/gateway-2026.3.8.plist'), place));
  write(place.definitionPath, movedTo(readFixture('plist/gateway-2026.9.6-installed.plist'), place));
  const serviceEnv = path.join(place.home, '.openclaw', 'service-env', 'ai.openclaw.gateway');
  write(`${serviceEnv}.env`, movedTo(readFixture('plist/gateway-2026.9.6.env'), place), 0o600);
  write(`${serviceEnv}-env-wrapper.sh`, '#!/bin/sh\n. "$1"\nshift\nexec "$@"\n', 0o700);
}

/** The same for a systemd user unit. */
export function writeUnit(place: Place): void {
  makeFolders(place);
  write(place.definitionPath, movedTo(readFixture(`systemd/openclaw-gateway-${place.version}.service`), place));
}

function makeFolders({ version, home, definitionPath }: Place): void {
  for (const folder of ['.openclaw/service-env', '.openclaw/logs'])
    mkdirSync(path.join(home, folder), { recursive: true, mode: 0o700 });
  shareCompiled(path.join(home, '.openclaw', 'tmp'), version);
  mkdirSync(path.dirname(definitionPath), { recursive: true });
}

function write(file: string, text: string, mode = 0o644): void {
  writeFileSync(file, text);
  chmodSync(file, mode);
}
