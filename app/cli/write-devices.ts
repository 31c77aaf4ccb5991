import type { DeviceRequestView, DevicesView, DeviceView } from '../core/model/devices-view.ts';
import { plainName } from '../core/plain-name.ts';
import { indent } from './layout.ts';
import { paint } from './paint.ts';

/** So much of a device's id tells it from the others, and is enough to name it. */
const idLength = 12;

/** Requests first: they wait for an answer. */
export function writeDevices(view: DevicesView, hasColor: boolean): string {
  const { note, requestsTitle, requests, devicesTitle, devices } = view;
  const parts = [
    note === null ? [] : [note],
    requests.length === 0
      ? []
      : [paint(requestsTitle, 'strong', hasColor), ...requests.map((each) => writeRequest(each))],
    devices.length === 0
      ? []
      : [paint(devicesTitle, 'strong', hasColor), ...devices.map((each) => writeDevice(each, hasColor))],
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function writeRequest({ id, name, about, wants, when }: DeviceRequestView): string {
  return [`  ${plainName(id)}  ${name}`, indent(`${about}, ${when}`, 4), indent(wants, 4)].join('\n');
}

function writeDevice({ id, name, about, roles, lastUse, marks }: DeviceView, hasColor: boolean): string {
  const marked = marks.map(({ text, tone }) => paint(text, tone, hasColor)).join(', ');
  return [
    `  ${id.slice(0, idLength)}  ${name}${marked === '' ? '' : `  (${marked})`}`,
    indent(`${about}, ${lastUse}`, 4),
    indent(roles, 4),
  ].join('\n');
}
