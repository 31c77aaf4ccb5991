import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { DeviceRequestView, DevicesView, DeviceView } from '../../app/core/model/devices-view.ts';
import type { Requests } from '../hooks/use-requests.ts';
import { ChevronIcon } from './icons.tsx';

interface DevicesProps {
  readonly devices: DevicesView;
  readonly requests: Requests;
  readonly disabled: boolean;
}

/** Folded, and asked for only when a person unfolds it: an older list stays until the next one is there. */
export function Devices({ devices, requests, disabled }: DevicesProps) {
  const { title, state, note, askLabel } = devices;
  const ask = () => void requests.send('askDevices', {});
  return (
    <details class="devices" onToggle={(event) => event.currentTarget.open && state === 'closed' && ask()}>
      <summary>
        <ChevronIcon />
        {title}
      </summary>
      <output aria-busy={state === 'asking'}>
        {state === 'asking' && <span class="spinner" />}
        {note !== null && <p class={state === 'failed' ? 'warning' : 'when'}>{note}</p>}
      </output>
      <List title={devices.requestsTitle}>
        {devices.requests.map((request) => (
          <Waiting key={request.id} request={request} requests={requests} disabled={disabled} />
        ))}
      </List>
      <List title={devices.devicesTitle}>
        {devices.devices.map((device) => (
          <Paired key={device.id} device={device} requests={requests} disabled={disabled} />
        ))}
      </List>
      <button
        type="button"
        class="quiet"
        aria-disabled={state === 'asking'}
        onClick={() => state !== 'asking' && ask()}
      >
        {askLabel}
      </button>
    </details>
  );
}

function List({ title, children }: { readonly title: string; readonly children: readonly ComponentChildren[] }) {
  const id = useId();
  if (children.length === 0) return null;
  return (
    <>
      <h3 id={id}>{title}</h3>
      <ul class="device-list" aria-labelledby={id}>
        {children}
      </ul>
    </>
  );
}

type ListProps = Omit<DevicesProps, 'devices'>;

function Waiting({ request, requests, disabled }: ListProps & { readonly request: DeviceRequestView }) {
  const { id, name, about, wants, when, approve, reject } = request;
  const show = (command: 'approve' | 'reject') => {
    if (!disabled) void requests.send('previewDevice', { command, id });
  };
  return (
    <li>
      <p>
        <b>{name}</b>
      </p>
      <p class="when">{about}</p>
      <p>{wants}</p>
      <p class="when">{when}</p>
      <div class="row">
        <button type="button" aria-label={reject.spoken} aria-disabled={disabled} onClick={() => show('reject')}>
          {reject.label}
        </button>
        <button type="button" aria-label={approve.spoken} aria-disabled={disabled} onClick={() => show('approve')}>
          {approve.label}
        </button>
      </div>
    </li>
  );
}

function Paired({ device, requests, disabled }: ListProps & { readonly device: DeviceView }) {
  const { id, name, about, roles, lastUse, marks, remove } = device;
  const show = () => {
    if (!disabled) void requests.send('previewDevice', { command: 'remove', id });
  };
  return (
    <li>
      <p class="version-head">
        <b>{name}</b>
        {marks.map(({ text, tone }) => (
          <span key={text} class="mark" data-tone={tone}>
            {text}
          </span>
        ))}
      </p>
      <p class="when">{about}</p>
      <p>{roles}</p>
      <p class="when">{lastUse}</p>
      <button type="button" class="quiet" aria-label={remove.spoken} aria-disabled={disabled} onClick={show}>
        {remove.label}
      </button>
    </li>
  );
}
