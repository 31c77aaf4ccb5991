import { expect, test } from 'vitest';
import * as places from '../../app/platform/macos/places.ts';
import * as launchctl from '../../app/platform/macos/launchctl.ts';
import * as linuxPlaces from '../../app/platform/linux/places.ts';
import * as systemctl from '../../app/platform/linux/systemctl.ts';
import type { ProgramRequest } from '../../app/ports/programs.ts';

const job = 'gui/501/ai.openclaw.gateway';
const line = (request: ProgramRequest) => [request.tool, ...request.args].join(' ');

test('launchctl', () => {
  expect(line(launchctl.printService(job))).toBe(`launchctl print ${job}`);
  expect(line(launchctl.printDisabled('gui/501'))).toBe('launchctl print-disabled gui/501');
  expect(line(launchctl.enableService(job))).toBe(`launchctl enable ${job}`);
  expect(line(launchctl.bootstrapService('gui/501', '/a/x.plist'))).toBe('launchctl bootstrap gui/501 /a/x.plist');
  expect(line(launchctl.bootoutService(job))).toBe(`launchctl bootout ${job}`);
  expect(line(launchctl.kickstartService(job))).toBe(`launchctl kickstart ${job}`);
  expect(line(launchctl.restartService(job))).toBe(`launchctl kickstart -k ${job}`);
});

test('systemctl', () => {
  const unit = 'openclaw-gateway.service';
  expect(line(systemctl.showUnit(unit))).toMatch(
    /^systemctl --user --no-pager show openclaw-gateway\.service --property=Id,/,
  );
  expect(line(systemctl.showUnit(unit, 'system'))).toContain('--system --no-pager show');
  expect(line(systemctl.startUnit(unit))).toBe(`systemctl --user --no-pager start ${unit}`);
  expect(line(systemctl.stopUnit(unit))).toBe(`systemctl --user --no-pager stop --no-block ${unit}`);
  expect(line(systemctl.restartUnit(unit))).toBe(`systemctl --user --no-pager restart --no-block ${unit}`);
  expect(line(systemctl.enableUnit(unit))).toBe(`systemctl --user --no-pager enable ${unit}`);
  expect(line(systemctl.resetFailedUnit(unit))).toBe(`systemctl --user --no-pager reset-failed ${unit}`);
  expect(line(systemctl.reloadUnitFiles())).toBe('systemctl --user --no-pager daemon-reload');
});

test('a path with blanks stays one argument, and every call has a deadline', () => {
  const requests = [
    launchctl.bootstrapService('gui/501', '/Users/爱丽丝 Li/Library/LaunchAgents/x.plist'),
    launchctl.restartService(job),
    systemctl.startUnit('a.service'),
  ];
  expect(requests[0]?.args[2]).toBe('/Users/爱丽丝 Li/Library/LaunchAgents/x.plist');
  expect(requests.every((request) => request.timeoutMs > 0 && request.timeoutMs <= 60_000)).toBe(true);
});

test('a simulated Mac keeps the real system folders out of sight', () => {
  const sandbox = {
    os: 'darwin',
    uid: 501,
    home: '/sandbox/Users/alice',
    variables: {},
    systemRoot: '/sandbox',
  } as const;
  const all = [...places.launchdFolders(sandbox).map((folder) => folder.path), ...places.commandFolders(sandbox)];
  expect(all.filter((path) => !path.startsWith('/sandbox/'))).toEqual([]);
  expect(linuxPlaces.unitFolders(sandbox).filter(({ path }) => !path.startsWith('/sandbox/'))).toEqual([]);
});

test('the real Mac', () => {
  const mac = { os: 'darwin', uid: 501, home: '/Users/alice', variables: {} } as const;
  expect(places.launchdFolders(mac).map((folder) => folder.path)).toEqual([
    '/Users/alice/Library/LaunchAgents',
    '/Library/LaunchAgents',
    '/Library/LaunchDaemons',
  ]);
  expect(places.launchdTarget(mac, 'daemon', 'x')).toBe('system/x');
  expect(places.launchdTarget(mac, 'global-agent', 'x')).toBe('gui/501/x');
});

test.each([
  ['/Users/alice/Documents/openclaw/dist/index.js', true],
  ['/Users/alice/Desktop', true],
  ['/Volumes/Disk/node', true],
  ['/Users/alice/Documents2/node', false],
  ['/opt/homebrew/bin/node', false],
])('%s asks the person for consent: %s', (path, expected) => {
  expect(places.isPrivateFolder({ os: 'darwin', uid: 501, home: '/Users/alice', variables: {} }, path)).toBe(expected);
});
