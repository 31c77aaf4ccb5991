import { expect, test } from 'vitest';
import { SecretMark } from '../../../app/core/model/setting.ts';
import { deriveEnvironmentReferences, isSecretPlace } from '../../../app/core/settings/environment-references.ts';

test('every form of reference is found with its place', () => {
  const settings = {
    models: {
      providers: {
        ark: {
          baseUrl: 'https://${ARK_HOST}/${ARK_PATH}',
          apiKey: { source: 'env', provider: 'default', id: 'ARK_KEY' },
        },
      },
    },
    list: ['x', { token: '${TOKEN}' }],
  };
  expect(deriveEnvironmentReferences(settings)).toEqual([
    { name: 'ARK_HOST', path: ['models', 'providers', 'ark', 'baseUrl'], form: 'text' },
    { name: 'ARK_PATH', path: ['models', 'providers', 'ark', 'baseUrl'], form: 'text' },
    { name: 'ARK_KEY', path: ['models', 'providers', 'ark', 'apiKey'], form: 'reference' },
    { name: 'TOKEN', path: ['list', 1, 'token'], form: 'text' },
  ]);
});

test('what is no reference is none', () => {
  const settings = {
    escaped: '$${NAME}',
    small: '${name}',
    bare: '$NAME',
    file: { source: 'file', id: '/ark' },
    odd: { source: 'env', id: 'x; rm -rf /' },
    secret: new SecretMark('1f760b22', 'ordinary'),
    off: { enabled: false, token: '${TOKEN}' },
    none: null,
    number: 3,
  };
  expect(deriveEnvironmentReferences(settings)).toEqual([]);
});

test('a secret’s place is known by its name or its form', () => {
  const [first, second, third] = deriveEnvironmentReferences({
    apiKey: '${A}',
    baseUrl: '${B}',
    other: { source: 'env', id: 'C' },
  });
  expect([first, second, third].map((each) => each !== undefined && isSecretPlace(each))).toEqual([true, false, true]);
});
