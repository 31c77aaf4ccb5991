import { configured } from '../configured-machines.ts';
import { hours } from '../make-moment.ts';
import { makeEntry, runEnd, saying, tooLongConversation, withProviders } from '../provider-machines.ts';
import { codingUrl } from '../settings-machines.ts';
import { checkRule } from './check-rule.ts';

const words = '400 Total tokens of image and text exceed max message tokens.';
const own = withProviders({ own: makeEntry('http://127.0.0.1:8317/v1', ['m']) }, 'own/m');
const long = 'Context overflow: prompt too large for the model. Try /reset (or /new) to start a fresh session.';

checkRule('context-overflow', {
  silent: [
    {
      name: 'seven hours ago',
      snapshot: configured(own, saying('context-overflow', runEnd('own/m', words), 7 * hours)),
    },
    { name: 'a line that names nobody', snapshot: configured(own, saying('context-overflow', words)) },
    {
      name: 'before the settings were written',
      snapshot: configured(own, saying('context-overflow', runEnd('own/m', words), 60 * hours)),
    },
  ],
  loud: [
    {
      ...tooLongConversation,
      subject: 'ark/deepseek-v3.2',
      severity: 'notice',
      certainty: 'certain',
      args: { model: 'deepseek-v3.2', words, window: 200_000, known: 128_000 },
      evidence: ['"contextWindow": 200000'],
    },
    {
      name: 'a model of which nothing is known',
      snapshot: configured(own, saying('context-overflow', runEnd('own/m', long))),
      subject: 'own/m',
      severity: 'notice',
      certainty: 'certain',
      args: { model: 'm', words: long, window: null, known: null },
      evidence: [],
    },
    {
      name: 'the provider’s own words behind OpenClaw’s (2026.9.6)',
      snapshot: configured(
        withProviders({ ark: makeEntry(codingUrl, ['glm-4.7']) }, 'ark/glm-4.7'),
        saying('context-overflow', runEnd('ark/glm-4.7', `${long} rawError=${words} Request id: sha256:a2a4014576bc`)),
      ),
      subject: 'ark/glm-4.7',
      severity: 'notice',
      certainty: 'certain',
      args: { model: 'glm-4.7', words, window: null, known: 200_000 },
      evidence: [],
    },
  ],
});
