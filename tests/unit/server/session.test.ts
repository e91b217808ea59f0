import { expect, test } from 'vitest';
import {
  hashSessionId,
  newSessionId,
  SESSION_COOKIE,
  SESSION_COOKIE_OPTIONS,
  seal,
  sessionCookie,
  unseal,
} from '#src/server/session.ts';

test('SESS-1: an id has 256 random bits, and only its hash is kept', () => {
  const ids = new Set(Array.from({ length: 1000 }, newSessionId));
  expect(ids.size).toBe(1000);
  for (const id of ids) expect(Buffer.from(id, 'base64url')).toHaveLength(32);
  expect(hashSessionId('a')).toMatch(/^[0-9a-f]{64}$/);
});

test('SESS-1: the cookie is bound to this host, and neither scripts nor foreign posts have it', () => {
  expect(SESSION_COOKIE.startsWith('__Host-')).toBe(true);
  expect(SESSION_COOKIE_OPTIONS).toEqual({ path: '/', secure: true, httpOnly: true, sameSite: 'lax' });
  expect(sessionCookie('id')).toBe(`${SESSION_COOKIE}=id; Path=/; Secure; HttpOnly; SameSite=Lax`);
});

test('what is sealed comes back to us only, and unchanged only', () => {
  const sealed = seal('{"mail":"æøå"}', 'one secret');
  expect(unseal(sealed, 'one secret')).toBe('{"mail":"æøå"}');
  expect(sealed).not.toContain('mail');
  expect(seal('{"mail":"æøå"}', 'one secret')).not.toBe(sealed);
  expect(unseal(sealed, 'another secret')).toBeNull();
  for (let at = 0; at < sealed.length - 1; at += 1) {
    const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`;
    expect(unseal(changed, 'one secret')).toBeNull();
  }
  for (const other of ['', 'x', 'ø', '%', 'a'.repeat(200)]) expect(unseal(other, 'one secret')).toBeNull();
});
