import type { EnvironmentPlace } from '../model/credentials.ts';
import { redactText } from '../redact.ts';
import type { MarkSecret } from '../settings/mask.ts';
import type { Assignments } from './service-environment.ts';

/** What may be known of the variables of one place. */
export type Variables = Pick<EnvironmentPlace, 'names' | 'token' | 'password' | 'proxies'>;

/** Of a place that is there and could not be read. */
export const nothingKnown: Omit<Variables, 'names'> & { readonly names: null } = {
  names: null,
  token: null,
  password: null,
  proxies: [],
};

export const tokenVariable = 'OPENCLAW_GATEWAY_TOKEN';
export const passwordVariable = 'OPENCLAW_GATEWAY_PASSWORD';

const proxyNames = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'].flatMap((name) => [name, name.toLowerCase()]);

/**
 * Names, and of the values nothing but marks of the gateway's own two and which proxies are set. Of a name that is
 * assigned twice the later counts; a variable that is set to nothing is one that is not set.
 */
export function describeVariables(assignments: Assignments, mark: MarkSecret): Variables {
  const values = new Map(assignments);
  const secret = (name: string) => {
    const value = values.get(name);
    return value === undefined || /^\$\{[A-Za-z_]\w*\}$/.test(value.trim()) ? null : mark(value);
  };
  return {
    names: [...values.keys()].sort(),
    token: secret(tokenVariable),
    password: secret(passwordVariable),
    proxies: proxyNames.flatMap((name) => {
      const value = values.get(name)?.trim() ?? '';
      return value === '' ? [] : [{ name, value: withoutCredentials(value) }];
    }),
  };
}

/** A password may hold any sign, also a second `@`; the host may not. */
function withoutCredentials(proxy: string): string {
  return redactText(proxy.replace(/^([a-z][\w+.-]*:\/\/)?.*@/i, '$1***@'));
}
