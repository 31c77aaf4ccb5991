import { useId } from 'preact/hooks';
import type { ModelsView, ModelView } from '../../app/core/model/models-view.ts';
import { type DraftOrder, useDraftOrder } from '../hooks/use-draft-order.ts';
import type { Requests } from '../hooks/use-requests.ts';
import { Fallbacks } from './fallbacks.tsx';
import { ChevronIcon } from './icons.tsx';
import { Providers } from './providers.tsx';

interface ModelsProps {
  readonly models: ModelsView;
  readonly requests: Requests;
  readonly disabled: boolean;
  readonly onAdd: () => void;
}

/** Who answers, who stands in, what can be chosen, and whose it is. Nothing is changed here: every button previews. */
export function Models({ models, requests, disabled, onAdd }: ModelsProps) {
  const { title, fault, primaryLabel, primary, fallbacks } = models;
  const order = useDraftOrder(fallbacks.rows.map(({ ref }) => ref));
  const names = new Map([...models.models, ...fallbacks.rows].map(({ ref, name }) => [ref, name]));
  return (
    <details class="models">
      <summary>
        <ChevronIcon />
        {title}
      </summary>
      {fault === null ? (
        <>
          <h3>{primaryLabel}</h3>
          <p>{primary}</p>
          <Fallbacks
            fallbacks={fallbacks}
            order={order}
            nameOf={(ref) => names.get(ref) ?? ref}
            requests={requests}
            disabled={disabled}
          />
          <ModelList models={models} order={order} requests={requests} disabled={disabled} />
          <Providers models={models} requests={requests} disabled={disabled} onAdd={onAdd} />
        </>
      ) : (
        <p class="warning">{fault}</p>
      )}
    </details>
  );
}

interface ModelListProps extends Omit<ModelsProps, 'onAdd'> {
  readonly order: DraftOrder;
}

function ModelList({ models, order, requests, disabled }: ModelListProps) {
  const id = useId();
  const { modelsTitle, noModels } = models;
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{modelsTitle}</h3>
      {noModels !== null && <p class="when">{noModels}</p>}
      <ul class="model-list" aria-labelledby={id}>
        {models.models.map((model) => (
          <Model key={model.ref} model={model} order={order} requests={requests} disabled={disabled} />
        ))}
      </ul>
    </section>
  );
}

function Model({ model, order, requests, disabled }: Omit<ModelListProps, 'models'> & { readonly model: ModelView }) {
  const { ref, name, marks, use, standIn } = model;
  const standsIn = order.refs.includes(ref);
  return (
    <li>
      <p class="version-head">
        <span>{name}</span>
        {marks.map(({ text, tone }) => (
          <span key={text} class="mark" data-tone={tone}>
            {text}
          </span>
        ))}
      </p>
      <div class="row">
        {use !== null && (
          <button
            type="button"
            class="quiet"
            aria-label={use.spoken}
            aria-haspopup="dialog"
            aria-disabled={disabled}
            onClick={() => !disabled && void requests.send('previewModel', { ref })}
          >
            {use.label}
          </button>
        )}
        {standIn !== null && (
          <button
            type="button"
            class="quiet"
            aria-label={standIn.spoken}
            aria-disabled={standsIn}
            onClick={() => !standsIn && order.add(ref)}
          >
            {standIn.label}
          </button>
        )}
      </div>
    </li>
  );
}
