import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRateLimits } from '#db/identity/rate-limits.ts';
import { createSignIn, type SignIn } from '#src/server/auth.ts';
import { readConfiguration } from '#src/server/configuration.ts';
import { hashSessionId } from '#src/server/session.ts';
import { Browser } from './browser.ts';
import { type Answer, type Lie, lyingProvider } from './lying-provider.ts';
import { invite, type SignInStore, signInStore } from './sign-in-store.ts';

const ORIGIN = 'http://localhost:4999';
const CALLBACK = `${ORIGIN}/api/auth/callback/oidc`;
let provider: Awaited<ReturnType<typeof lyingProvider>>;
let store: SignInStore;
let ours: SignIn;

beforeAll(async () => {
  provider = await lyingProvider('psp');
  store = await signInStore();
  await invite(store, 'karin', 'karin@example.org');
  await store.people.grant({
    id: 'steering',
    person: 'karin',
    role: 'steering',
    scope_kind: 'nation',
    scope_id: '',
    valid_from: 0,
    valid_to: null,
  });
  await store.people.addAccount(provider.issuer, 'karin-at-work', 'karin');
  await store.people.addAccount('https://another.example', 'karin-elsewhere', 'karin');
  ours = signIn({ PSP_OIDC_ACR: 'high' });
});
afterAll(async () => {
  await provider.close();
  await store.close();
});

function signIn(extra: Record<string, string>): SignIn {
  const configuration = readConfiguration(
    {
      PSP_PUBLIC_ORIGIN: ORIGIN,
      PSP_SECRET: 's'.repeat(40),
      PSP_OIDC_ISSUER: provider.issuer,
      PSP_OIDC_CLIENT_ID: 'psp',
      PSP_OIDC_CLIENT_SECRET: 'of this run',
      ...extra,
    },
    store.folder,
  );
  return createSignIn({ ...store, limits: createRateLimits(store.db), configuration, sendCode: null });
}

/** The session that a sign-in with this lie ends in; undefined when there is none. */
async function sessionAfter(lie: Lie, by: SignIn = ours): Promise<string | undefined> {
  provider.tell(lie);
  const browser = new Browser();
  const started = browser.keep(ORIGIN, await by.startOidc(browser.request(`${ORIGIN}/log-ind/oidc`)));
  const location = started.headers.get('location') ?? '';
  // A provider whose discovery lies is not even asked.
  if (!location.startsWith(`${provider.issuer}/`)) return browser.cookie(ORIGIN, '__Host-psp');
  browser.keep(ORIGIN, await by.finishOidc(browser.request(provider.callbackFor(location, CALLBACK))));
  return browser.cookie(ORIGIN, '__Host-psp');
}

const claims =
  (change: Record<string, unknown>): Lie =>
  ({ claims }) => {
    for (const [name, value] of Object.entries(change)) {
      if (value === undefined) delete claims[name];
      else claims[name] = value;
    }
  };
const header =
  (change: Record<string, unknown>): Lie =>
  (answer) =>
    Object.assign(answer.header, change);
const callback =
  (change: Answer['callback']): Lie =>
  (answer) =>
    Object.assign(answer.callback, change);
const discovery =
  (change: Record<string, unknown>): Lie =>
  (answer) =>
    Object.assign(answer.discovery, change);
const both =
  (...lies: Lie[]): Lie =>
  (answer) => {
    for (const lie of lies) lie(answer);
  };
const signature =
  (kind: Answer['signature']): Lie =>
  (answer) => {
    answer.signature = kind;
  };
const now = () => Math.floor(Date.now() / 1000);

const LIES: Record<string, Lie> = {
  'algorithm none': both(header({ alg: 'none' }), signature('none')),
  'algorithm None': both(header({ alg: 'None' }), signature('none')),
  'algorithm NONE': both(header({ alg: 'NONE' }), signature('none')),
  'algorithm none with a signature': header({ alg: 'none' }),
  'no algorithm': header({ alg: undefined }),
  'algorithm null': header({ alg: null }),
  'public key as HMAC secret': both(header({ alg: 'HS256' }), signature('public-key-as-secret')),
  'HS384 by header alone': header({ alg: 'HS384' }),
  'RS384 by header alone': header({ alg: 'RS384' }),
  'PS256 by header alone': header({ alg: 'PS256' }),
  'ES256 by header alone': header({ alg: 'ES256' }),
  'EdDSA by header alone': header({ alg: 'EdDSA' }),
  'signed by somebody else': signature('wrong-key'),
  unsigned: signature('empty'),
  'signature cut': signature('cut'),
  'unknown key id': header({ kid: 'two' }),
  'a key in the header': both(
    header({ kid: undefined, jwk: { kty: 'RSA', n: 'AQAB', e: 'AQAB' } }),
    signature('wrong-key'),
  ),
  'a key address in the header': both(header({ jku: 'http://localhost:1/jwks' }), signature('wrong-key')),
  'critical header': header({ crit: ['b64'], b64: false }),
  'other issuer': claims({ iss: 'https://another.example' }),
  'issuer with a slash': claims({ iss: 'http://localhost/' }),
  'no issuer': claims({ iss: undefined }),
  'issuer as a list': claims({ iss: ['https://another.example'] }),
  'other audience': claims({ aud: 'another' }),
  'no audience': claims({ aud: undefined }),
  'empty audience': claims({ aud: '' }),
  'audience list without us': claims({ aud: ['another', 'third'] }),
  'audience of two without azp': claims({ aud: ['psp', 'another'] }),
  'audience of two, azp another': claims({ aud: ['psp', 'another'], azp: 'another' }),
  'azp another': claims({ azp: 'another' }),
  expired: claims({ exp: now() - 3600 }),
  'expired a minute ago': claims({ exp: now() - 60 }),
  'no expiry': claims({ exp: undefined }),
  'expiry as text': claims({ exp: 'tomorrow' }),
  'not yet valid': claims({ nbf: now() + 3600 }),
  'no issue time': claims({ iat: undefined }),
  'issue time as text': claims({ iat: 'yesterday' }),
  'other nonce': claims({ nonce: 'another' }),
  'no nonce': claims({ nonce: undefined }),
  'empty nonce': claims({ nonce: '' }),
  'nonce as a list': claims({ nonce: ['a'] }),
  'other person': claims({ sub: 'somebody' }),
  'no person': claims({ sub: undefined }),
  'empty person': claims({ sub: '' }),
  'person as a number': claims({ sub: 7 }),
  'person as a list': claims({ sub: ['karin-at-work'] }),
  'a person whom another issuer knows': claims({ sub: 'karin-elsewhere' }),
  'the mail of somebody invited': claims({
    sub: 'somebody',
    email: 'karin@example.org',
    email_verified: true,
    upn: 'karin@example.org',
  }),
  'lower assurance': claims({ acr: 'low' }),
  'no assurance': claims({ acr: undefined }),
  'assurance as a list': claims({ acr: ['high'] }),
  'assurance in another field': claims({ acr: undefined, loa: 'high', amr: ['mfa'] }),
  'other state': callback({ state: 'another' }),
  'no state': callback({ state: undefined }),
  'empty state': callback({ state: '' }),
  'mix-up: another issuer in the callback': callback({ iss: 'https://another.example' }),
  'mix-up: no issuer in the callback': callback({ iss: undefined }),
  'no code': callback({ code: undefined }),
  'an error in the callback': callback({ code: undefined, error: 'access_denied' }),
  'an error and a code': callback({ error: 'access_denied' }),
  'implicit token in the callback': callback({ code: undefined, id_token: 'a.b.c' }),
  'no token at all': (answer) => Object.assign(answer.tokenResponse, { id_token: undefined, access_token: undefined }),
  'a token that is none': (answer) => Object.assign(answer.tokenResponse, { id_token: 'not-a-token' }),
  'an error from the token endpoint': (answer) =>
    Object.assign(answer.tokenResponse, { error: 'invalid_grant', access_token: undefined, id_token: undefined }),
  'discovery for another issuer': discovery({ issuer: 'https://another.example' }),
  'keys that are not there': both(discovery({ jwks_uri: 'http://localhost:1/jwks' })),
};

describe('FED-1: a provider that lies', () => {
  test('the truth, so that the lies mean something, signs in', async () => {
    const session = (await sessionAfter(() => undefined)) ?? '';
    const found = await store.sessions.find(hashSessionId(session), store.now().getTime());
    expect(found?.principal.person).toBe('karin');
    expect(found?.principal.grants.map(({ role }) => role).sort()).toEqual(['learner', 'steering']);
  });

  test.each(Object.entries(LIES))('%s: no sign-in', async (_name, lie) => {
    // Newly started, so that no keys of an earlier sign-in help.
    const started = signIn({ PSP_OIDC_ACR: 'high' });
    expect(await sessionAfter(lie, started)).toBeUndefined();
  });

  test('there are at least sixty', () => {
    expect(Object.keys(LIES).length).toBeGreaterThanOrEqual(60);
  });

  test('FED-2: roles in the token give no role', async () => {
    const session =
      (await sessionAfter(claims({ roles: ['admin'], role: 'admin', groups: ['admin'], scope: 'admin' }))) ?? '';
    const found = await store.sessions.find(hashSessionId(session), store.now().getTime());
    expect(found?.principal.grants.map(({ role }) => role)).not.toContain('admin');
  });

  test('FED-1: without a level to ask for, a sign-in opens the role of learner alone, unless two factors are stated', async () => {
    const lax = signIn({});
    const rolesAfter = async (lie: Lie) => {
      const found = await store.sessions.find(
        hashSessionId((await sessionAfter(lie, lax)) ?? ''),
        store.now().getTime(),
      );
      return found?.principal.grants.map(({ role }) => role).sort();
    };
    expect(await rolesAfter(claims({ acr: undefined }))).toEqual(['learner']);
    expect(await rolesAfter(claims({ acr: undefined, amr: ['pwd'] }))).toEqual(['learner']);
    expect(await rolesAfter(claims({ acr: undefined, amr: ['pwd', 'mfa'] }))).toEqual(['learner', 'steering']);
  });
});
