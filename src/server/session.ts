import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';

/** security.md SESS-1. The `__Host-` prefix binds the cookie to this host and to secure connections; loopback counts as secure. */
export const SESSION_COOKIE = '__Host-psp';
export const SESSION_COOKIE_OPTIONS = { path: '/', secure: true, httpOnly: true, sameSite: 'lax' } as const;

/** The session cookie as a header's value, for answers that Astro's own cookies do not reach. No end: idle time is counted on the server. */
export function sessionCookie(id: string): string {
  return `${SESSION_COOKIE}=${id}; Path=/; Secure; HttpOnly; SameSite=Lax`;
}

/** 256 random bits, as text for a cookie. */
export function newSessionId(): string {
  return randomBytes(32).toString('base64url');
}

/** Hex SHA-256; the only form in which a session id is stored. */
export function hashSessionId(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}

/** Holds the address that asked for a code, sealed, while the code is on its way; so it stands in no URL and no form. */
export const CODE_COOKIE = '__Host-psp-kode';

const sealKey = (secret: string) => createHash('sha256').update(`seal:${secret}`).digest();

/** Encrypts a short text for a cookie (AES-256-GCM). */
export function seal(text: string, secret: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', sealKey(secret), iv);
  const sealed = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return sealed.toString('base64url');
}

/** The text that was sealed; null when it was not, or not by us. */
export function unseal(sealed: string, secret: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < 28) return null;
  const decipher = createDecipheriv('aes-256-gcm', sealKey(secret), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(-16));
  try {
    return decipher.update(bytes.subarray(12, -16)).toString('utf8') + decipher.final('utf8');
  } catch {
    return null; // somebody else's cookie is no cookie of ours
  }
}

/**
 * The key under which a person's unsent answers lie in a browser (security.md DUR-4): the same on the person's next
 * sign-in, nobody else's, and known to no page that is read without signing in.
 */
export function outboxKeyOf(person: string, secret: string): string {
  return createHmac('sha256', secret).update(`outbox:${person}`).digest('base64');
}

/** The id of the session that an answer begins; null when it begins none. */
export function sessionIn(answer: Response): string | null {
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith(`${SESSION_COOKIE}=`));
  return cookie ? decodeURIComponent(/^[^=]+=([^;]*)/.exec(cookie)?.[1] ?? '') || null : null;
}

/**
 * The library's answer as one of ours. Its session cookie would end while somebody is at work, since idle time is counted
 * on the server (SESS-1); and some of its answers cannot be given further headers.
 */
export function ownAnswer(answer: Response): Response {
  const headers = new Headers(answer.headers);
  const id = sessionIn(answer);
  if (id !== null) {
    headers.delete('set-cookie');
    for (const cookie of answer.headers.getSetCookie())
      if (!cookie.startsWith(`${SESSION_COOKIE}=`)) headers.append('set-cookie', cookie);
    headers.append('set-cookie', sessionCookie(id));
  }
  return new Response(null, { status: answer.status, headers });
}

/** A sign-in never goes on with an old session: it gets an id of its own (security.md SESS-1). */
export function withoutSession(request: Request): string {
  return (request.headers.get('cookie') ?? '')
    .split(/;\s*/)
    .filter((cookie) => !cookie.startsWith(`${SESSION_COOKIE}=`))
    .join('; ');
}
