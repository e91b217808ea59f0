import { customFetch } from '@auth/core';
import type { OIDCConfig } from '@auth/core/providers';
import { type Configuration, isLoopback } from './configuration.ts';

/** The account is issuer and subject; nothing else of what the provider tells is used (FED-1). */
export function oidcProvider({
  name,
  issuer,
  clientId,
  clientSecret,
  acr,
}: NonNullable<Configuration['oidc']>): OIDCConfig<{ sub: string }> {
  return {
    id: 'oidc',
    name,
    type: 'oidc',
    issuer,
    clientId,
    clientSecret,
    checks: ['pkce', 'state', 'nonce'],
    authorization: { params: { scope: 'openid', ...(acr ? { acr_values: acr } : {}) } },
    profile: ({ sub }) => ({ id: sub }),
    [customFetch]: readProvider,
  };
}

/** How the provider is asked: over TLS (loopback aside), never led elsewhere, and not for ever (NET-1). */
export const readProvider: typeof fetch = (input, init) => {
  const { protocol, hostname } = new URL(input instanceof Request ? input.url : input);
  if (protocol !== 'https:' && !isLoopback(hostname))
    return Promise.reject(new Error('The provider must be asked over TLS'));
  return fetch(input, { ...init, redirect: 'error', signal: AbortSignal.timeout(10_000) });
};

/** RFC 8176: the provider says that it saw more than one proof. */
export function hasTwoFactors(methods: unknown): boolean {
  return Array.isArray(methods) && methods.includes('mfa');
}
