import { useId } from 'preact/hooks';
import type { ProviderSetupView } from '../../app/core/model/models-view.ts';
import type { HeldKey } from '../hooks/use-held-key.ts';
import { type Answers, findChoice, type KeyWay } from '../new-provider.ts';

interface ProviderKeyProps {
  readonly setup: ProviderSetupView;
  readonly answers: Answers;
  readonly held: HeldKey;
  readonly onChange: (next: Answers) => void;
}

/** Where the key comes from: it is there already, is typed, or is in a variable. */
export function ProviderKey({ setup, answers, held, onChange }: ProviderKeyProps) {
  const { words } = setup;
  const withoutKey = findChoice(setup, answers)?.withoutKey ?? null;
  const name = useId();
  const ways: readonly (readonly [KeyWay, string])[] = [
    ...(withoutKey === null ? [] : [['none', withoutKey] as const]),
    ['typed', words.typed],
    ['variable', words.variable],
  ];
  const choose = (keyWay: KeyWay) => {
    held.forget();
    onChange({ ...answers, keyWay, test: null });
  };
  return (
    <fieldset>
      <legend>{words.key}</legend>
      {ways.map(([way, label]) => (
        <label key={way} class="switch">
          <input type="radio" name={name} checked={answers.keyWay === way} onChange={() => choose(way)} />
          {label}
        </label>
      ))}
      {answers.keyWay === 'typed' && (
        <TypedKey words={words} held={held} onTyped={() => onChange({ ...answers, test: null })} />
      )}
      {answers.keyWay === 'variable' && <Variable words={words} answers={answers} onChange={onChange} />}
    </fieldset>
  );
}

interface TypedKeyProps {
  readonly words: ProviderSetupView['words'];
  readonly held: HeldKey;
  readonly onTyped: () => void;
}

/** The field is empty as soon as it is left. */
function TypedKey({ words, held, onTyped }: TypedKeyProps) {
  const noteId = useId();
  return (
    <div class="field">
      <input
        ref={held.field}
        type="password"
        autocomplete="off"
        spellcheck={false}
        maxLength={4096}
        aria-label={words.typedLabel}
        aria-describedby={noteId}
        onInput={() => {
          held.retype();
          onTyped();
        }}
        // Whoever leaves the field may be pressing a button: nothing on the page may move now.
        onChange={() => void held.take()}
      />
      <p id={noteId} class="when">
        {words.typedNote}
      </p>
      <p class="held" aria-live="polite">
        {held.isHeld ? words.held : ''}
      </p>
    </div>
  );
}

function Variable({
  words,
  answers,
  onChange,
}: Pick<ProviderKeyProps, 'answers' | 'onChange'> & Pick<TypedKeyProps, 'words'>) {
  const noteId = useId();
  return (
    <div class="field">
      <input
        type="text"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        maxLength={128}
        value={answers.variable}
        aria-label={words.variableLabel}
        aria-describedby={noteId}
        onInput={({ currentTarget }) => onChange({ ...answers, variable: currentTarget.value, test: null })}
      />
      <p id={noteId} class="when">
        {words.variableNote}
      </p>
    </div>
  );
}
