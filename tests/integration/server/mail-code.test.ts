import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createRateLimits } from '#db/identity/rate-limits.ts';
import { type Asker, createSignIn, type SignIn } from '#src/server/auth.ts';
import { readConfiguration } from '#src/server/configuration.ts';
import { createSendCode } from '#src/server/mail.ts';
import { hashSessionId } from '#src/server/session.ts';
import { codeIn, startMailServer } from '#tests/support/mail-server.ts';
import { invite, type SignInStore, signInStore } from './sign-in-store.ts';

const KARIN = 'karin@example.org';
const MINUTE = 60_000;
let mailServer: Awaited<ReturnType<typeof startMailServer>>;
let store: SignInStore;
let ours: SignIn;
let asked = 0;

beforeAll(async () => {
  mailServer = await startMailServer();
});
afterAll(() => mailServer.close());

beforeEach(async () => {
  mailServer.mails.length = 0;
  await store?.close();
  store = await signInStore();
  await invite(store, 'karin', KARIN);
  ours = signIn();
});
afterAll(() => store.close());

function signIn(): SignIn {
  const configuration = readConfiguration(
    {
      PSP_PUBLIC_ORIGIN: 'http://localhost:4999',
      PSP_SECRET: 's'.repeat(40),
      PSP_SMTP_URL: mailServer.url,
      PSP_MAIL_FROM: 'akademi@example.org',
    },
    store.folder,
  );
  if (!configuration.mail) throw new Error('Mail is configured');
  return createSignIn({
    ...store,
    limits: createRateLimits(store.db),
    configuration,
    sendCode: createSendCode(configuration.mail, configuration.origin),
  });
}

/** A browser that asks for a code; each in a net of its own, unless told otherwise. */
function asker(mail = KARIN, net?: string): Asker {
  asked += 1;
  return { mail, net: net ?? `192.0.2.${asked}`, ticket: `ticket-${asked}` };
}

async function codeFor(browser: Asker): Promise<string> {
  const before = mailServer.mails.length;
  ours.sendCode(browser);
  await ours.settled();
  return mailServer.mails.length > before ? codeIn(mailServer.mails) : '';
}

const otherThan = (code: string) => String((Number(code) + 1) % 10 ** 8).padStart(8, '0');

describe('signing in with a code by mail', () => {
  test('the code of the mail begins a session', async () => {
    const browser = asker();
    const id = (await ours.takeCode(browser, await codeFor(browser))) ?? '';
    const session = await store.sessions.find(hashSessionId(id), store.now().getTime());
    expect(session?.principal.person).toBe('karin');
    expect(mailServer.mails).toHaveLength(1);
  });

  test('LOG-4: the mail holds the code and nothing about the person but the address', async () => {
    await codeFor(asker());
    const [mail] = mailServer.mails;
    const body = (mail?.text ?? '')
      .split(/\r?\n\r?\n/)
      .slice(1)
      .join('\n');
    expect(mail?.text).toContain(`To: ${KARIN}`);
    for (const canary of ['Karin', KARIN, 'learner-karin', 'ticket']) expect(body).not.toContain(canary);
  });

  test('an unknown address gets no mail', async () => {
    expect(await codeFor(asker('somebody@example.org'))).toBe('');
    expect(mailServer.mails).toHaveLength(0);
    expect(await store.db.selectFrom('login_code').selectAll().execute()).toEqual([]);
  });

  test('FED-1: codes are for learners: who only steers gets none, and a learner gets no other role with it', async () => {
    await store.people.addPerson({
      id: 'birgit',
      name: 'Birgit',
      mail: 'birgit@example.org',
      learner: null,
      created_at: 0,
      disabled_at: null,
    });
    await store.people.grant({
      id: 'g1',
      person: 'birgit',
      role: 'steering',
      scope_kind: 'nation',
      scope_id: '',
      valid_from: 0,
      valid_to: null,
    });
    await store.people.grant({
      id: 'g2',
      person: 'karin',
      role: 'admin',
      scope_kind: 'nation',
      scope_id: '',
      valid_from: 0,
      valid_to: null,
    });
    expect(await codeFor(asker('birgit@example.org'))).toBe('');
    const browser = asker();
    const id = (await ours.takeCode(browser, await codeFor(browser))) ?? '';
    const session = await store.sessions.find(hashSessionId(id), store.now().getTime());
    expect(session?.principal.grants.map(({ role }) => role)).toEqual(['learner']);
  });

  test('a disabled person gets no mail, and a code sent before is dead', async () => {
    const browser = asker();
    const code = await codeFor(browser);
    await store.people.disable('karin', store.now().getTime());
    expect(await ours.takeCode(browser, code)).toBeNull();
    expect(await codeFor(asker())).toBe('');
  });

  test('a code works once', async () => {
    const browser = asker();
    const code = await codeFor(browser);
    expect(await ours.takeCode(browser, code)).not.toBeNull();
    expect(await ours.takeCode(browser, code)).toBeNull();
  });

  test('a code works ten minutes', async () => {
    const browser = asker();
    const code = await codeFor(browser);
    store.pass(10 * MINUTE);
    expect(await ours.takeCode(browser, code)).toBeNull();
  });

  test('five wrong tries end a code, also when they come at once', async () => {
    const browser = asker();
    const code = await codeFor(browser);
    await Promise.all(Array.from({ length: 20 }, () => ours.takeCode(browser, otherThan(code))));
    expect(await ours.takeCode(browser, code)).toBeNull();
  });

  test('a code works only in the browser that asked', async () => {
    const browser = asker();
    const code = await codeFor(browser);
    expect(await ours.takeCode({ ...asker(), mail: KARIN }, code)).toBeNull();
    expect(await ours.takeCode({ ...browser, mail: 'somebody@example.org' }, code)).toBeNull();
    expect(await ours.takeCode(browser, code)).not.toBeNull();
  });

  test('IN-2: somebody else who asks and guesses does not end the code of the owner', async () => {
    const owner = asker();
    const code = await codeFor(owner);
    const attacker = asker(KARIN, '198.51.100.7');
    for (let round = 0; round < 20; round += 1) {
      await codeFor(attacker);
      await ours.takeCode(attacker, '00000000');
    }
    expect(await ours.takeCode(owner, code)).not.toBeNull();
    expect(await codeFor(asker())).toMatch(/^\d{8}$/);
  });

  test('IN-2: one net gets few codes for an address, and a restart gives no more', async () => {
    const net = '198.51.100.8';
    for (let round = 0; round < 10; round += 1) await codeFor(asker(KARIN, net));
    expect(mailServer.mails).toHaveLength(5);
    ours = signIn();
    expect(await codeFor(asker(KARIN, net))).toBe('');
    store.pass(15 * MINUTE);
    expect(await codeFor(asker(KARIN, net))).toMatch(/^\d{8}$/);
  });

  test('SESS-1: neither code, address nor session id is stored in clear', async () => {
    const browser = asker();
    const code = await codeFor(browser);
    const waiting = JSON.stringify([
      await store.db.selectFrom('login_code').selectAll().execute(),
      await store.db.selectFrom('rate_limit').selectAll().execute(),
    ]);
    for (const secret of [code, KARIN, browser.ticket, browser.net]) expect(waiting).not.toContain(secret);
    const id = (await ours.takeCode(browser, code)) ?? '';
    expect(id).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(await store.db.selectFrom('login_session').selectAll().execute())).not.toContain(id);
  });

  test('a mail server that is down does not tell the visitor who is invited', async () => {
    const configuration = readConfiguration(
      {
        PSP_PUBLIC_ORIGIN: 'http://localhost:4999',
        PSP_SECRET: 's'.repeat(40),
        PSP_SMTP_URL: 'smtp://127.0.0.1:9',
        PSP_MAIL_FROM: 'akademi@example.org',
      },
      store.folder,
    );
    if (!configuration.mail) throw new Error('Mail is configured');
    const down = createSignIn({
      ...store,
      limits: createRateLimits(store.db),
      configuration,
      sendCode: createSendCode(configuration.mail, configuration.origin),
    });
    expect(down.sendCode(asker())).toBeUndefined();
    await expect(down.settled()).resolves.toBeUndefined();
  });
});
