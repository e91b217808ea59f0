import { createHmac, randomInt } from 'node:crypto';
import { Auth, type AuthConfig, skipCSRFCheck } from '@auth/core';
import type { Adapter, AdapterUser } from '@auth/core/adapters';
import type { EmailConfig } from '@auth/core/providers';
import type { LoginCodes } from '#db/identity/login-codes.ts';
import type { People, Person } from '#db/identity/people.ts';
import { IDLE, type Sessions } from '#db/identity/sessions.ts';
import type { Configuration } from './configuration.ts';
import type { SendCode } from './mail.ts';
import { hashSessionId, newSessionId, SESSION_COOKIE, SESSION_COOKIE_OPTIONS } from './session.ts';

/** A code works ten minutes (security.md section 6). */
const CODE_SECONDS = 600;
/** A new code for the same address is not sent more often. */
const RESEND_AFTER = 60_000;
const BASE_PATH = '/api/auth';

/** Who somebody is, proven by mail or by an identity provider; sessions and roles are ours (docs/decisions/0005). */
export interface SignIn {
  /** Sends a code when the address is known; the caller says the same in both cases. */
  sendCode(mail: string): Promise<void>;
  /** The new session id, or null when the code is wrong, used, tried too often or too old. */
  takeCode(mail: string, code: string): Promise<string | null>;
  /** The answer that sends the browser to the identity provider. */
  startOidc(request: Request): Promise<Response>;
  /** The identity provider's answer comes back here. */
  finishOidc(request: Request): Promise<Response>;
}

interface Parts {
  readonly configuration: Configuration;
  readonly people: People;
  readonly sessions: Sessions;
  readonly codes: LoginCodes;
  readonly sendCode: SendCode | null;
  readonly now: () => Date;
}

export function createSignIn({ configuration, people, sessions, codes, sendCode, now }: Parts): SignIn {
  const { origin, secret, oidc } = configuration;
  /** Addresses are stored as keyed hashes: a stolen table tells nobody who asked for a code. */
  const mailKey = (mail: string) => createHmac('sha256', secret).update(`mail:${mail}`).digest('hex');

  const adapter: Adapter = {
    createUser: () => Promise.reject(new Error('People are invited by an administrator, never made by signing in')),
    getUser: async (id) => userOf(await people.byId(id)),
    getUserByEmail: async (mail) => userOf(await people.byMail(mail)),
    getUserByAccount: async ({ providerAccountId }) =>
      userOf(oidc ? await people.byAccount(oidc.issuer, providerAccountId) : undefined),
    updateUser: async ({ id }) => {
      const user = userOf(await people.byId(id));
      if (!user) throw new Error('Unknown person');
      return user;
    },
    linkAccount: () => Promise.reject(new Error('Accounts are linked by an administrator, never by mail')),
    createSession: async (session) => {
      await sessions.begin(hashSessionId(session.sessionToken), session.userId, now().getTime());
      return session;
    },
    getSessionAndUser: async () => null,
    updateSession: async () => null,
    deleteSession: async () => undefined,
    createVerificationToken: async (token) => {
      await codes.put(mailKey(token.identifier), token.token, now().getTime() + CODE_SECONDS * 1000);
      return token;
    },
    useVerificationToken: async ({ identifier, token }) =>
      (await codes.take(mailKey(identifier), token, now().getTime()))
        ? { identifier, token, expires: new Date(now().getTime() + 1000) }
        : null,
  };

  const mailProvider: EmailConfig = {
    id: 'email',
    type: 'email',
    name: 'E-mail',
    from: configuration.mail?.from ?? '',
    maxAge: CODE_SECONDS,
    generateVerificationToken: () => String(randomInt(0, 1_000_000)).padStart(6, '0'),
    sendVerificationRequest: async ({ identifier, token }) => {
      await sendCode?.(identifier, token);
    },
    options: {},
  };

  const config: AuthConfig = {
    basePath: BASE_PATH,
    trustHost: true, // server.mjs has pinned the host to the configured origin
    secret,
    adapter,
    skipCSRFCheck, // CSRF-1 stands in our middleware, before this
    providers: [
      ...(sendCode ? [mailProvider] : []),
      ...(oidc
        ? [
            {
              id: 'oidc',
              name: oidc.name,
              type: 'oidc' as const,
              issuer: oidc.issuer,
              clientId: oidc.clientId,
              clientSecret: oidc.clientSecret,
              checks: ['pkce', 'state', 'nonce'] as ('pkce' | 'state' | 'nonce')[],
              authorization: { params: { scope: 'openid', ...(oidc.acr ? { acr_values: oidc.acr } : {}) } },
              profile: ({ sub }: { sub: string }) => ({ id: sub }),
            },
          ]
        : []),
    ],
    session: { strategy: 'database', maxAge: IDLE / 1000, generateSessionToken: newSessionId },
    cookies: { sessionToken: { name: SESSION_COOKIE, options: SESSION_COOKIE_OPTIONS } },
    pages: { signIn: '/log-ind', error: '/log-ind', verifyRequest: '/log-ind/kode' },
    callbacks: {
      async signIn({ account, profile, user }) {
        if (account?.type === 'email') return (await people.byMail(user.email ?? '')) !== undefined;
        if (account?.type !== 'oidc' || !oidc) return false;
        // The assurance level is checked by us, whatever the provider was asked for (FED-1).
        if (oidc.acr && profile?.['acr'] !== oidc.acr) return false;
        return (await people.byAccount(oidc.issuer, account.providerAccountId)) !== undefined;
      },
      redirect: ({ url, baseUrl }) => (url.startsWith(`${baseUrl}/`) ? url : `${baseUrl}/min-laering`),
    },
    // Its own lines would hold addresses and tokens (LOG-1).
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
  };

  const ask = (path: string, init: RequestInit = {}) => Auth(new Request(`${origin}${BASE_PATH}${path}`, init), config);
  const form = (fields: Record<string, string>) => ({
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });

  return {
    async sendCode(mail) {
      const waiting = await codes.waiting(mailKey(mail), now().getTime());
      if (waiting !== undefined && waiting - CODE_SECONDS * 1000 > now().getTime() - RESEND_AFTER) return;
      await ask('/signin/email', form({ email: mail }));
    },

    async takeCode(mail, code) {
      const answer = await ask(`/callback/email?${new URLSearchParams({ email: mail, token: code })}`);
      const cookie = answer.headers.getSetCookie().find((one) => one.startsWith(`${SESSION_COOKIE}=`));
      return cookie ? decodeURIComponent(/^[^=]+=([^;]*)/.exec(cookie)?.[1] ?? '') || null : null;
    },

    startOidc: (request) =>
      ask('/signin/oidc', {
        ...form({ callbackUrl: `${origin}/min-laering` }),
        headers: { ...form({}).headers, cookie: withoutSession(request) },
      }),

    async finishOidc(request) {
      const { search } = new URL(request.url);
      return ask(`/callback/oidc${search}`, { headers: { cookie: withoutSession(request) } });
    },
  };
}

/** A sign-in never goes on with an old session: it gets an id of its own (security.md SESS-1). */
function withoutSession(request: Request): string {
  return (request.headers.get('cookie') ?? '')
    .split(/;\s*/)
    .filter((cookie) => !cookie.startsWith(`${SESSION_COOKIE}=`))
    .join('; ');
}

function userOf(person: Person | undefined): AdapterUser | null {
  return person ? { id: person.id, email: person.mail ?? '', emailVerified: null, name: person.name } : null;
}
