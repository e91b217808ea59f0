import { createHmac, randomInt } from 'node:crypto';
import { Auth, type AuthConfig, skipCSRFCheck } from '@auth/core';
import type { Adapter, AdapterUser } from '@auth/core/adapters';
import type { EmailConfig } from '@auth/core/providers';
import type { LoginCodes } from '#db/identity/login-codes.ts';
import type { People, Person } from '#db/identity/people.ts';
import type { RateLimits } from '#db/identity/rate-limits.ts';
import type { Sessions } from '#db/identity/sessions.ts';
import type { Configuration } from './configuration.ts';
import { createIdTokenVerifier } from './id-token.ts';
import { hasTwoFactors, oidcProvider, readProvider } from './identity-provider.ts';
import { logFault } from './log.ts';
import type { SendCode } from './mail.ts';
import { ownPath } from './own-path.ts';
import {
  hashSessionId,
  newSessionId,
  ownAnswer,
  SESSION_COOKIE,
  SESSION_COOKIE_OPTIONS,
  sessionIn,
  withoutSession,
} from './session.ts';

/** A code works ten minutes (security.md section 6). */
const CODE_SECONDS = 600;
/** Eight figures and five tries: one chance in twenty million for each code. */
const CODE_FIGURES = 8;
const BASE_PATH = '/api/auth';
const START = '/start';

/**
 * Limits of signing in (security.md IN-2). A net may be a whole authority on a course day. The owner of an address is
 * never locked out by somebody else: each net has its own count, and codes belong to the browser that asked.
 */
const LIMITS = {
  codesPerMailAndNet: { count: 5, milliseconds: 15 * 60_000 },
  codesPerMail: { count: 30, milliseconds: 3_600_000 },
  codesPerNet: { count: 200, milliseconds: 15 * 60_000 },
  triesPerNet: { count: 300, milliseconds: 15 * 60_000 },
} as const;

/** The browser that asks for a code: only it can use the code. */
export interface Asker {
  /** Lower case. */
  readonly mail: string;
  /** Random, made when the code is asked for, kept in a sealed cookie. */
  readonly ticket: string;
  /** The client's address as the one trusted hop gives it; counted, never stored in clear. */
  readonly net: string;
}

/** Who somebody is, proven by mail or by an identity provider; sessions and roles are ours (docs/decisions/0005). */
export interface SignIn {
  /** Sends a code when the address is known. Answers at once and alike in every case: neither words nor time tell. */
  sendCode(asker: Asker): void;
  /** The new session id, or null when the code is wrong, used, tried too often or too old. */
  takeCode(asker: Asker, code: string): Promise<string | null>;
  /** The answer that sends the browser to the identity provider; `naeste` in the address says where to go afterwards. */
  startOidc(request: Request): Promise<Response>;
  /** The identity provider's answer comes back here. */
  finishOidc(request: Request): Promise<Response>;
  /** Resolves when every mail that was asked for has gone, or failed. */
  settled(): Promise<void>;
}

interface Parts {
  readonly configuration: Configuration;
  readonly people: People;
  readonly sessions: Sessions;
  readonly codes: LoginCodes;
  readonly limits: RateLimits;
  readonly sendCode: SendCode | null;
  readonly now: () => Date;
}

export function createSignIn({ configuration, people, sessions, codes, limits, sendCode, now }: Parts): SignIn {
  const { origin, secret, oidc } = configuration;
  /** Addresses are stored as keyed hashes: a stolen table tells nobody who asked for a code. */
  const keyed = (kind: string, ...parts: string[]) =>
    createHmac('sha256', secret)
      .update(JSON.stringify([kind, ...parts]))
      .digest('hex');
  const within = (limit: keyof typeof LIMITS, ...parts: string[]) =>
    limits.take(keyed(limit, ...parts), LIMITS[limit], now().getTime());
  const under = new Set<Promise<void>>();
  const isSigned = oidc ? createIdTokenVerifier(oidc.issuer, readProvider) : null;

  /** One sign-in's view of our tables. `proof` learns on the way how sure it is. */
  function adapterFor(proof: { isAssured: boolean }, asker: Asker | null): Adapter {
    const codeKey = asker ? keyed('code', asker.mail, asker.ticket) : '';
    return {
      createUser: () => Promise.reject(new Error('People are invited by an administrator, never made by signing in')),
      getUser: async (id) => userOf(await people.byId(id)),
      getUserByEmail: async (mail) => userOf(await learnerByMail(mail)),
      getUserByAccount: async ({ providerAccountId }) =>
        userOf(oidc ? await people.byAccount(oidc.issuer, providerAccountId) : undefined),
      updateUser: async ({ id }) => {
        const user = userOf(await people.byId(id));
        if (!user) throw new Error('Unknown person');
        return user;
      },
      linkAccount: (): Promise<void> =>
        Promise.reject(new Error('Accounts are linked by an administrator, never by mail')),
      createSession: async (session) => {
        await sessions.begin(hashSessionId(session.sessionToken), session.userId, now().getTime(), proof.isAssured);
        return session;
      },
      getSessionAndUser: async () => null,
      updateSession: async () => null,
      deleteSession: async () => undefined,
      createVerificationToken: async (token) => {
        await codes.put(codeKey, token.token, now().getTime() + CODE_SECONDS * 1000);
        return token;
      },
      useVerificationToken: async ({ identifier, token }) =>
        // `expires` is for the library, which goes by the real clock; ours has already judged.
        (await codes.take(codeKey, token, now().getTime()))
          ? { identifier, token, expires: new Date(Date.now() + 60_000) }
          : null,
    };
  }

  /** Codes by mail are for learners only (FED-1). */
  async function learnerByMail(mail: string): Promise<Person | undefined> {
    const person = await people.byMail(mail);
    return person?.learner ? person : undefined;
  }

  function configFor(asker: Asker | null): AuthConfig {
    const proof = { isAssured: false };
    return {
      basePath: BASE_PATH,
      trustHost: true, // server.mjs has pinned the host to the configured origin
      secret,
      adapter: adapterFor(proof, asker),
      skipCSRFCheck, // CSRF-1 stands in our middleware, before this
      providers: [
        ...(asker && sendCode ? [mailProvider(configuration, sendCode)] : []),
        ...(oidc ? [oidcProvider(oidc)] : []),
      ],
      session: { strategy: 'database', generateSessionToken: newSessionId },
      cookies: { sessionToken: { name: SESSION_COOKIE, options: SESSION_COOKIE_OPTIONS } },
      pages: { signIn: '/log-ind', error: '/log-ind', verifyRequest: '/log-ind/kode' },
      callbacks: {
        async signIn({ account, profile, user }) {
          if (account?.type === 'email') return (await learnerByMail(user.email ?? '')) !== undefined;
          if (account?.type !== 'oidc' || !oidc || !profile || !(await isSigned?.(account.id_token ?? '')))
            return false;
          if ((profile.azp ?? oidc.clientId) !== oidc.clientId) return false;
          // The assurance level is checked by us, whatever the provider was asked for (FED-1).
          if (oidc.acr && profile.acr !== oidc.acr) return false;
          proof.isAssured = oidc.acr !== null || hasTwoFactors(profile.amr);
          return (await people.byAccount(oidc.issuer, account.providerAccountId)) !== undefined;
        },
        redirect: ({ url, baseUrl }) =>
          `${baseUrl}${ownPath(url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url, START)}`,
      },
      // Its own lines would hold addresses and tokens (LOG-1).
      logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
    };
  }

  const ask = (path: string, init: RequestInit = {}, asker: Asker | null = null) =>
    Auth(new Request(`${origin}${BASE_PATH}${path}`, init), configFor(asker));
  const form = (fields: Record<string, string>, headers: Record<string, string> = {}) => ({
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });

  async function sendCodeTo(asker: Asker): Promise<void> {
    const { mail, net } = asker;
    // Every count is taken, so that a full one does not spare the others.
    const taken = [
      await within('codesPerNet', net),
      await within('codesPerMailAndNet', mail, net),
      await within('codesPerMail', mail),
    ];
    if (taken.every(Boolean)) await ask('/signin/email', form({ email: mail }), asker);
  }

  return {
    sendCode(asker) {
      const sending = sendCodeTo(asker).catch((error: unknown) => logFault('-', 'mail', error));
      under.add(sending);
      sending.finally(() => under.delete(sending));
    },

    async takeCode(asker, code) {
      if (!(await within('triesPerNet', asker.net))) return null;
      const answer = await ask(`/callback/email?${new URLSearchParams({ email: asker.mail, token: code })}`, {}, asker);
      return sessionIn(answer);
    },

    async startOidc(request) {
      const to = ownPath(new URL(request.url).searchParams.get('naeste'), START);
      return ownAnswer(
        await ask('/signin/oidc', form({ callbackUrl: `${origin}${to}` }, { cookie: withoutSession(request) })),
      );
    },

    async finishOidc(request) {
      const { search } = new URL(request.url);
      return ownAnswer(await ask(`/callback/oidc${search}`, { headers: { cookie: withoutSession(request) } }));
    },

    async settled() {
      await Promise.all(under);
    },
  };
}

function mailProvider({ mail }: Configuration, sendCode: SendCode): EmailConfig {
  return {
    id: 'email',
    type: 'email',
    name: 'E-mail',
    from: mail?.from ?? '',
    maxAge: CODE_SECONDS,
    generateVerificationToken: () => String(randomInt(0, 10 ** CODE_FIGURES)).padStart(CODE_FIGURES, '0'),
    async sendVerificationRequest({ identifier, token }) {
      try {
        await sendCode(identifier, token);
      } catch (error) {
        logFault('-', 'mail', error); // the library would swallow it
      }
    },
    options: {},
  };
}

function userOf(person: Person | undefined): AdapterUser | null {
  return person ? { id: person.id, email: person.mail ?? '', emailVerified: null, name: person.name } : null;
}
