import { useId } from 'preact/hooks';
import type { NewProviderTestView, ProviderSetupView } from '../../app/core/model/models-view.ts';
import { type Answers, findChoice, startAnswers, withPicked } from '../new-provider.ts';
import { ToneIcon } from './icons.tsx';

interface FieldsProps {
  readonly setup: ProviderSetupView;
  readonly answers: Answers;
  readonly onChange: (next: Answers) => void;
}

/** Whose models, and where: a plan with its region, or the address of a server of one's own. */
export function PresetFields({ setup, answers, onChange }: FieldsProps) {
  const { words, presets } = setup;
  const id = useId();
  const preset = presets.find((each) => each.id === answers.preset);
  const begin = (presetId: string) => {
    const chosen = presets.find((each) => each.id === presetId);
    if (chosen !== undefined) onChange(startAnswers(setup, chosen));
  };
  const choose = (choiceId: string) => {
    const chosen = preset?.choices.find((each) => each.id === choiceId);
    if (preset !== undefined && chosen !== undefined) onChange(startAnswers(setup, preset, chosen));
  };
  return (
    <>
      <div class="field">
        <label for={id}>{words.preset}</label>
        <select id={id} value={answers.preset} onChange={({ currentTarget }) => begin(currentTarget.value)}>
          {presets.map((each) => (
            <option key={each.id} value={each.id} selected={each.id === answers.preset}>
              {each.label}
            </option>
          ))}
        </select>
      </div>
      {preset !== undefined && preset.choices.length > 1 && (
        <Choices setup={setup} answers={answers} choices={preset.choices} onChoose={choose} />
      )}
      <p class="when">{findChoice(setup, answers)?.about}</p>
      {answers.choice === null && <Address setup={setup} answers={answers} onChange={onChange} />}
    </>
  );
}

interface ChoicesProps extends Pick<FieldsProps, 'setup' | 'answers'> {
  readonly choices: ProviderSetupView['presets'][number]['choices'];
  readonly onChoose: (id: string) => void;
}

function Choices({ setup, answers, choices, onChoose }: ChoicesProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{setup.words.choice}</label>
      <select id={id} value={answers.choice ?? ''} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        {choices.map((each) => (
          <option key={each.id} value={each.id ?? ''} selected={each.id === answers.choice}>
            {each.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Its models are those of another server as soon as the address is another one. */
function Address({ setup, answers, onChange }: FieldsProps) {
  const { words } = setup;
  const id = useId();
  const noteId = useId();
  return (
    <div class="field">
      <label for={id}>{words.address}</label>
      <input
        id={id}
        type="text"
        inputMode="url"
        autocomplete="off"
        spellcheck={false}
        maxLength={500}
        value={answers.address}
        aria-describedby={noteId}
        onInput={({ currentTarget }) =>
          onChange({ ...answers, address: currentTarget.value, test: null, offered: [], picked: [], standard: null })
        }
      />
      <p id={noteId} class="when">
        {words.addressExample}
      </p>
    </div>
  );
}

interface TestProps {
  readonly words: ProviderSetupView['words'];
  readonly test: NewProviderTestView | null;
  readonly isTesting: boolean;
  readonly onTest: () => void;
}

export function ProviderTest({ words, test, isTesting, onTest }: TestProps) {
  const noteId = useId();
  return (
    <div class="field">
      <div class="test">
        <button type="button" aria-describedby={noteId} aria-disabled={isTesting} onClick={onTest}>
          {words.test}
        </button>
        <p id={noteId} class="when">
          {words.free}
        </p>
      </div>
      <output aria-busy={isTesting}>
        {isTesting && (
          <>
            <span class="spinner" />
            <p>{words.testing}</p>
          </>
        )}
        {test !== null && !isTesting && (
          <div class="note" data-tone={test.tone}>
            <ToneIcon tone={test.tone} />
            <p>{test.text}</p>
          </div>
        )}
      </output>
    </div>
  );
}

/** Which of its models are to be set up, and which of them answers by default. */
export function PickedModels({ setup, answers, onChange }: FieldsProps) {
  const { words, needsDefault } = setup;
  const { offered, picked, standard } = answers;
  const id = useId();
  const pick = (model: string, on: boolean) =>
    onChange(withPicked(answers, on ? [...picked, model] : picked.filter((each) => each !== model), needsDefault));
  return (
    <>
      <fieldset>
        <legend>{words.models}</legend>
        {offered.length === 0 ? (
          <p class="when">{words.askFirst}</p>
        ) : (
          <ul class="picks">
            {offered.map((model) => (
              <li key={model.id}>
                <label class="switch">
                  <input
                    type="checkbox"
                    checked={picked.includes(model.id)}
                    onChange={({ currentTarget }) => pick(model.id, currentTarget.checked)}
                  />
                  {model.label}
                </label>
              </li>
            ))}
          </ul>
        )}
      </fieldset>
      {picked.length > 0 && (
        <div class="field">
          <label for={id}>{words.default}</label>
          <select
            id={id}
            value={standard ?? ''}
            onChange={({ currentTarget }) =>
              onChange({ ...answers, standard: currentTarget.value === '' ? null : currentTarget.value })
            }
          >
            <option value="" selected={standard === null}>
              {words.keepDefault}
            </option>
            {picked.map((model) => (
              <option key={model} value={model} selected={standard === model}>
                {model}
              </option>
            ))}
          </select>
        </div>
      )}
    </>
  );
}
