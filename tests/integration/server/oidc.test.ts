import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRateLimits } from '#db/identity/rate-limits.ts';
import { createSignIn, type SignIn } from '#src/server/auth.ts';
import { readConfiguration } from '#src/server/configuration.ts';
import { hashSessionId } from '#src/server/session.ts';
import { Browser } from './browser.ts';
import { invite, type SignInStore, signInStore } from './sign-in-store.ts';

const ORIGIN = 'http://localhost:4999';
let issuer: string;
let server: Server;
let store: SignInStore;

beforeAll(async () => {
  store = await signInStore();
  // Discovery names the issuer, so its port must be known before the provider is made.
  const { createServer } = await import('node:http');
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      { client_id: 'psp', client_secret: 'a-secret-of-this-run', redirect_uris: [`${ORIGIN}/api/auth/callback/oidc`] },
    ],
    pkce: { required: () => true },
    acrValues: ['low', 'high'],
    cookies: { keys: ['a-key-of-this-run'] },
  });
  server.on('request', provider.callback());
  await invite(store, 'karin', 'karin@example.org');
  await store.people.addAccount(issuer, 'karin-at-work', 'karin');
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await store.close();
});

function signIn(extra: Record<string, string> = {}): SignIn {
  const configuration = readConfiguration(
    {
      PSP_PUBLIC_ORIGIN: ORIGIN,
      PSP_SECRET: 's'.repeat(40),
      PSP_OIDC_ISSUER: issuer,
      PSP_OIDC_CLIENT_ID: 'psp',
      PSP_OIDC_CLIENT_SECRET: 'a-secret-of-this-run',
      ...extra,
    },
    store.folder,
  );
  return createSignIn({ ...store, limits: createRateLimits(store.db), configuration, sendCode: null });
}

/** Signs in at the provider as `login`; returns the browser and our answer to the callback. */
async function goThrough(ours: SignIn, login: string): Promise<{ browser: Browser; answer: Response }> {
  const browser = new Browser();
  const started = browser.keep(ORIGIN, await ours.startOidc(browser.request(`${ORIGIN}/log-ind`)));
  const callback = await browser.throughProvider(started.headers.get('location') ?? '', login, ORIGIN);
  return { browser, answer: browser.keep(ORIGIN, await ours.finishOidc(browser.request(callback))) };
}

describe('signing in at the work place', () => {
  test('FED-1: a known account gets a session, of which only the hash is stored', async () => {
    const { browser, answer } = await goThrough(signIn(), 'karin-at-work');
    expect(answer.headers.get('location')).toBe(`${ORIGIN}/start`);
    const session = browser.cookie(ORIGIN, '__Host-psp') ?? '';
    expect(session).toMatch(/^[\w-]{43}$/);
    expect((await store.sessions.find(hashSessionId(session), store.now().getTime()))?.principal.person).toBe('karin');
    expect(JSON.stringify(await store.db.selectFrom('login_session').selectAll().execute())).not.toContain(session);
  });

  test('SESS-1: the cookie lasts as long as a session may, and no script or foreign site gets it', async () => {
    const { answer } = await goThrough(signIn(), 'karin-at-work');
    const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('__Host-psp=')) ?? '';
    for (const part of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax'])
      expect(cookie.toLowerCase()).toContain(part.toLowerCase());
    // Idle time is counted on the server. A cookie that ends sooner would sign out somebody who is at work.
    const expires = /expires=([^;]+)/i.exec(cookie)?.[1];
    expect(expires === undefined || new Date(expires).getTime() - Date.now() > 7 * 3_600_000).toBe(true);
  });

  test('FED-1: an unknown account gets no session, even with the mail of somebody who is invited', async () => {
    const { browser, answer } = await goThrough(signIn(), 'karin@example.org');
    expect(answer.status).toBeGreaterThanOrEqual(300);
    expect(answer.headers.get('location')).toContain('/log-ind');
    expect(() => answer.headers.set('cache-control', 'no-store')).not.toThrow();
    expect(browser.cookie(ORIGIN, '__Host-psp')).toBeUndefined();
  });

  test('FED-1: a required assurance level that the provider does not state gives no session', async () => {
    const { browser } = await goThrough(signIn({ PSP_OIDC_ACR: 'high' }), 'karin-at-work');
    expect(browser.cookie(ORIGIN, '__Host-psp')).toBeUndefined();
  });

  test('SESS-1: a session that the browser already has is not taken over', async () => {
    const ours = signIn();
    const browser = new Browser();
    browser.set(ORIGIN, '__Host-psp', 'planted-by-somebody-else');
    const started = browser.keep(ORIGIN, await ours.startOidc(browser.request(`${ORIGIN}/log-ind`)));
    const callback = await browser.throughProvider(started.headers.get('location') ?? '', 'karin-at-work', ORIGIN);
    browser.keep(ORIGIN, await ours.finishOidc(browser.request(callback)));
    expect(browser.cookie(ORIGIN, '__Host-psp')).not.toBe('planted-by-somebody-else');
    expect(await store.sessions.find(hashSessionId('planted-by-somebody-else'), store.now().getTime())).toBeUndefined();
  });

  test('FED-1: a callback that is used again, or in another browser, gives no session', async () => {
    const ours = signIn();
    const browser = new Browser();
    const started = browser.keep(ORIGIN, await ours.startOidc(browser.request(`${ORIGIN}/log-ind`)));
    const callback = await browser.throughProvider(started.headers.get('location') ?? '', 'karin-at-work', ORIGIN);
    const stranger = new Browser();
    stranger.keep(ORIGIN, await ours.finishOidc(stranger.request(callback)));
    expect(stranger.cookie(ORIGIN, '__Host-psp')).toBeUndefined();
    browser.keep(ORIGIN, await ours.finishOidc(browser.request(callback)));
    const first = browser.cookie(ORIGIN, '__Host-psp');
    expect(first).toBeDefined();
    browser.keep(ORIGIN, await ours.finishOidc(browser.request(callback)));
    expect(browser.cookie(ORIGIN, '__Host-psp')).toBe(first);
  });

  test('AUTHZ-4: a disabled person gets no session', async () => {
    await invite(store, 'niels', null);
    await store.people.addAccount(issuer, 'niels-at-work', 'niels');
    await store.people.disable('niels', store.now().getTime());
    const { browser } = await goThrough(signIn(), 'niels-at-work');
    expect(browser.cookie(ORIGIN, '__Host-psp')).toBeUndefined();
  });
});
