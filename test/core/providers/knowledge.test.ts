import { describe, expect, test } from 'vitest';
import { connectors, findEndpoint, findKnownError, providers } from '../../../app/core/providers/index.ts';
import { sources } from '../../../app/core/providers/sources.ts';
import { compareOpenClawVersions } from '../../../app/core/versions.ts';

describe.each(providers)('$name', (provider) => {
  const { ids, endpoints, models, mistakenIds, variables, apis } = provider;
  const endpointIds = endpoints.map(({ id }) => id);

  test('has addresses that can be compared, each once', () => {
    expect(new Set(endpointIds).size).toBe(endpointIds.length);
    expect(endpoints.filter(({ baseUrl }) => !/^https?:\/\/[^\s?#]+[^/]$/.test(baseUrl))).toEqual([]);
    // Where each request costs, or a local server answers, nobody is to be sent by mistake.
    expect(endpoints.filter(({ baseUrl, plan }) => plan !== 'local' && !baseUrl.startsWith('https://'))).toEqual([]);
  });

  test('has models only of its own endpoints, each once', () => {
    expect(models.filter((model) => model.endpoints.some((id) => !endpointIds.includes(id)))).toEqual([]);
    expect(models.filter((model) => model.endpoints.length === 0)).toEqual([]);
    expect(new Set(models.map(({ id }) => id)).size).toBe(models.length);
    const aliases = models.flatMap(({ alias }) => (alias === null ? [] : [alias]));
    expect(new Set(aliases).size).toBe(aliases.length);
  });

  test('knows what is meant by a mistaken id, and takes none for right', () => {
    const right = new Set(models.map(({ id }) => id));
    expect(mistakenIds.filter(({ written, meant }) => right.has(written) || !right.has(meant))).toEqual([]);
  });

  test('says for which versions of OpenClaw a name holds, one kind for each', () => {
    for (const { openclaw } of [...ids, ...variables]) {
      const versions = openclaw === 'all' ? [] : 'before' in openclaw ? [openclaw.before] : openclaw.seenIn;
      expect(openclaw === 'all' || versions.length > 0).toBe(true);
      expect(versions.every((version) => compareOpenClawVersions(version, version) === 0)).toBe(true);
    }
    const seen = ids.flatMap(({ id, openclaw }) =>
      openclaw !== 'all' && 'seenIn' in openclaw ? openclaw.seenIn.map((version) => `${id} ${version}`) : [],
    );
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('says of each fact where it is from, and of an api that it works', () => {
    const facts = [...ids, ...endpoints, ...models, ...mistakenIds, ...variables, ...apis, ...provider.errors];
    expect(facts.filter(({ source }) => sources[source] === undefined)).toEqual([]);
    expect(apis.some(({ works }) => works === 'yes')).toBe(true);
  });
});

test('a source has a day, or says that it has none', () => {
  const days = Object.values(sources).map(({ asOf }) => asOf);
  expect(days.filter((day) => day !== null && !/^202[56]-\d\d-\d\d$/.test(day))).toEqual([]);
});

const errors = [...providers, ...connectors].flatMap((each) => each.errors.map((error) => ({ of: each.id, ...error })));

test.each(errors)('$of: “$example” means $meaning, and nothing else', ({ example, meaning }) => {
  expect(findKnownError(example)?.meaning).toBe(meaning);
  expect(errors.filter(({ pattern }) => pattern.test(example)).map((each) => each.meaning)).toEqual([meaning]);
});

test('other lines mean nothing', () => {
  expect(findKnownError('[gateway] ready')).toBeNull();
  expect(findKnownError('404 page not found')).toBeNull();
});

test('an address is found with its plan, whatever its end', () => {
  expect(findEndpoint('https://ark.cn-beijing.volces.com/api/v3/')?.endpoint).toMatchObject({ billing: 'per-request' });
  expect(findEndpoint('https://Coding.dashscope.aliyuncs.com/v1')).toMatchObject({
    provider: { id: 'qwen' },
    endpoint: { id: 'coding-china' },
  });
  expect(findEndpoint('https://api-inference.modelscope.cn/v1/')?.endpoint.quota?.calls).toBe(500);
  expect(findEndpoint('http://127.0.0.1:8317/v1')).toBeNull();
  expect(findEndpoint('https://example.com/v1')).toBeNull();
});

test('what a connector refuses is nothing that it takes', () => {
  for (const { generations } of connectors) {
    for (const { required, optional, refuses } of generations) {
      expect([...required, ...optional].filter((name) => refuses.includes(name))).toEqual([]);
    }
  }
});
