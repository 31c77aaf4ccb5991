import { assert, property, stringMatching } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SecretMark } from '../../../app/core/model/setting.ts';
import { redactText } from '../../../app/core/redact.ts';
import { maskSettings } from '../../../app/core/settings/mask.ts';

const mark = (secret: string) => new SecretMark(String(secret.length).padStart(8, '0'), 'ordinary');

describe('what is masked', () => {
  it('what stands under a telling name, and only that', () => {
    expect(
      maskSettings(
        { a: { apiKey: 'x', name: 'y', tokens: ['z', '${NAME}'] }, token: { id: 'plain', maxTokens: 5 } },
        mark,
      ),
    ).toEqual({
      a: { apiKey: mark('x'), name: 'y', tokens: [mark('z'), '${NAME}'] },
      token: { id: 'plain', maxTokens: 5 },
    });
  });

  it('a name inside a secret’s group is judged by itself', () => {
    const secrets = { providers: { vault: { source: 'file', passphrase: 'x' } } };
    expect(maskSettings({ secrets }, mark)).toEqual({
      secrets: { providers: { vault: { source: 'file', passphrase: mark('x') } } },
    });
  });

  it('what reads like a key, wherever it stands', () => {
    const key = 'sk-proj-1234567890abcdef';
    expect(JSON.stringify(maskSettings({ note: key, [key]: 1, text: `mine is ${key}.` }, mark))).not.toContain(
      '1234567890',
    );
  });
});

it('short plain words are what the masking of texts leaves as it is', () => {
  assert(
    property(stringMatching(/^\w{0,11}$/), (word) => {
      expect(redactText(word)).toBe(word);
    }),
    { numRuns: 5_000 },
  );
});
