import { expect, test } from 'vitest';
import { createTypedSecrets } from '../../../app/platform/node/typed-secrets.ts';
import { makeFakeClock } from '../../fakes/fake-clock.ts';

const key = 'sk-secret-0001';

test('a key is held until it is taken', () => {
  const secrets = createTypedSecrets(makeFakeClock());
  const ticket = secrets.hold(key);
  expect(ticket).toMatch(/^[\w-]{20,100}$/);
  expect(ticket).not.toContain(key);
  expect(secrets.peek(ticket)).toBe(key);
  expect(secrets.take(ticket)).toBe(key);
  expect(secrets.peek(ticket)).toBeNull();
  expect(secrets.take(ticket)).toBeNull();
});

test('two keys have two tickets, and another ticket opens none', () => {
  const secrets = createTypedSecrets(makeFakeClock());
  const [one, other] = [secrets.hold(key), secrets.hold('sk-secret-0002')];
  expect(one).not.toBe(other);
  expect(secrets.peek(one)).toBe(key);
  expect(secrets.peek('none')).toBeNull();
});

test('after ten minutes it is forgotten, and no timer is left', async () => {
  const clock = makeFakeClock();
  const secrets = createTypedSecrets(clock);
  const ticket = secrets.hold(key);
  await clock.advance(10 * 60_000 - 1);
  expect(secrets.peek(ticket)).toBe(key);
  await clock.advance(1);
  expect(secrets.peek(ticket)).toBeNull();
  expect(clock.pending()).toBe(0);
});

test('a computer that has slept forgets it, too', () => {
  let now = 0;
  const secrets = createTypedSecrets({ now: () => now, after: () => () => undefined, every: () => () => undefined });
  const ticket = secrets.hold(key);
  now = 10 * 60_000;
  expect(secrets.take(ticket)).toBeNull();
});
