import { expect, test } from 'vitest';
import { findPortHint } from '../../../app/core/parse/port-hint.ts';

test.each([
  ['', null],
  ['{ "channels": { "x": { "port": 4711 } }', null],
  ['{ gateway: { mode: "local"', null],
  ['{ gateway: { port: 99999 }', null],
  ['{ gateway: { mode: "local" port: 18790 }', 18790],
  ['{ "gateway": \n "mode": "local",\n "port": 18790 }', 18790],
  ['{ “gateway”： { port： 18791', 18791],
  ['{ models: {}, gateway: { auth: { token: "x" ), port: "18792" } }', 18792],
])('%s → %s', (text, port) => {
  expect(findPortHint(text)).toBe(port);
});
