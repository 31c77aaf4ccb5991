import { useId } from 'preact/hooks';
import type { ModelsView, ProviderView } from '../../app/core/model/models-view.ts';
import type { Requests } from '../hooks/use-requests.ts';

interface ProvidersProps {
  readonly models: ModelsView;
  readonly requests: Requests;
  readonly disabled: boolean;
  readonly onAdd: () => void;
}

/** Whose models are set up, each with how it is; asked only on a click. */
export function Providers({ models, requests, disabled, onAdd }: ProvidersProps) {
  const id = useId();
  const { providersTitle, providers, noProviders, setup } = models;
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{providersTitle}</h3>
      {noProviders !== null && <p class="when">{noProviders}</p>}
      {providers.length > 0 && (
        <>
          <p class="when">{setup.words.free}</p>
          <ul class="device-list" aria-labelledby={id}>
            {providers.map((provider) => (
              <Provider key={provider.name} provider={provider} requests={requests} disabled={disabled} />
            ))}
          </ul>
        </>
      )}
      <button type="button" aria-haspopup="dialog" aria-disabled={disabled} onClick={() => !disabled && onAdd()}>
        {setup.open}
      </button>
    </section>
  );
}

interface ProviderProps extends Pick<ProvidersProps, 'requests' | 'disabled'> {
  readonly provider: ProviderView;
}

function Provider({ provider, requests, disabled }: ProviderProps) {
  const { name, state, tone, isAsking, about, result, test, repair } = provider;
  return (
    <li>
      <p class="version-head">
        <b>{name}</b>
        <span class="mark" data-tone={tone}>
          {state}
        </span>
      </p>
      {about.map((line) => (
        <p key={line} class="when">
          {line}
        </p>
      ))}
      <output aria-busy={isAsking}>
        {isAsking && <span class="spinner" />}
        {result !== null && <p data-tone={tone}>{result}</p>}
      </output>
      <div class="row">
        {test !== null && (
          <button
            type="button"
            class="quiet"
            aria-label={test.spoken}
            aria-disabled={isAsking}
            onClick={() => !isAsking && void requests.send('testProvider', { name })}
          >
            {test.label}
          </button>
        )}
        {repair !== null && (
          <button
            type="button"
            class="quiet"
            aria-label={repair.button.spoken}
            aria-haspopup="dialog"
            aria-disabled={disabled}
            onClick={() => !disabled && void requests.send('previewRepair', { findingId: repair.findingId })}
          >
            {repair.button.label}
          </button>
        )}
      </div>
    </li>
  );
}
