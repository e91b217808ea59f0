import { createHash, randomBytes } from 'node:crypto';

/** security.md SESS-1. The `__Host-` prefix binds the cookie to this host and to secure connections; loopback counts as secure. */
export const SESSION_COOKIE = '__Host-psp';
export const SESSION_COOKIE_OPTIONS = { path: '/', secure: true, httpOnly: true, sameSite: 'lax' } as const;

/** 256 random bits, as text for a cookie. */
export function newSessionId(): string {
  return randomBytes(32).toString('base64url');
}

/** Hex SHA-256; the only form in which a session id is stored. */
export function hashSessionId(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}
