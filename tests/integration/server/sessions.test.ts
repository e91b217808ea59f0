import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ABSOLUTE, createSessions, IDLE } from '#db/identity/sessions.ts';
import { openIdentityStore } from '#db/open.ts';
import { hashSessionId, newSessionId } from '#src/server/session.ts';
import { describeStores } from '#tests/support/stores.ts';
import { invite, type SignInStore, signInStore } from './sign-in-store.ts';

const MINUTE = 60_000;
describeStores('sessions', (stores) => {
  let store: SignInStore;
  beforeEach(async () => {
    store = await signInStore(stores);
    await invite(store, 'karin', 'karin@example.org');
    await invite(store, 'niels', 'niels@example.org');
  });
  afterEach(() => store.close());

  const now = () => store.now().getTime();
  async function begin(person = 'karin', isAssured = true): Promise<string> {
    const id = hashSessionId(newSessionId());
    await store.sessions.begin(id, person, now(), isAssured);
    return id;
  }
  const holder = async (id: string) => (await store.sessions.find(id, now()))?.principal.person;

  describe('SESS-1', () => {
    test('half an hour without a request ends a session; requests keep it alive', async () => {
      const idle = await begin();
      const busy = await begin();
      for (let passed = 0; passed < IDLE; passed += 10 * MINUTE) {
        store.pass(10 * MINUTE);
        if (passed + 10 * MINUTE < IDLE) expect(await holder(busy)).toBe('karin');
      }
      expect(await holder(idle)).toBeUndefined();
      expect(await holder(busy)).toBe('karin');
    });

    test('eight hours end it, however busy', async () => {
      const id = await begin();
      for (let passed = 0; passed < ABSOLUTE - 20 * MINUTE; passed += 20 * MINUTE) {
        store.pass(20 * MINUTE);
        expect(await holder(id)).toBe('karin');
      }
      store.pass(20 * MINUTE);
      expect(await holder(id)).toBeUndefined();
    });

    test('reading pages writes at most once a minute', async () => {
      const id = await begin();
      const seenAt = async () =>
        (
          await store.db
            .selectFrom('login_session')
            .select('seen_at')
            .where('id_hash', '=', id)
            .executeTakeFirstOrThrow()
        ).seen_at;
      const first = await seenAt();
      store.pass(59_000);
      await holder(id);
      expect(await seenAt()).toBe(first);
      store.pass(2_000);
      await holder(id);
      expect(await seenAt()).toBe(now());
    });

    test('an ended session is dead at once and cannot be woken', async () => {
      const id = await begin();
      const { principal } = (await store.sessions.find(id, now())) ?? {};
      if (!principal) throw new Error('The session lives');
      await store.sessions.end(principal, now());
      expect(await holder(id)).toBeUndefined();
      store.pass(2 * MINUTE);
      expect(await holder(id)).toBeUndefined();
    });

    test("nobody ends somebody else's session", async () => {
      const theirs = await begin('niels');
      const { principal } = (await store.sessions.find(await begin(), now())) ?? {};
      if (!principal) throw new Error('The session lives');
      await store.sessions.end({ ...principal, session: theirs }, now());
      expect(await holder(theirs)).toBe('niels');
    });

    test('of a thousand ids that are not, were, or will not be, none is accepted', async () => {
      const real = await begin();
      const ended = await begin();
      await store.sessions.endAll('karin', now());
      const kept = await begin();
      const tries = fc.sample(
        fc.oneof(
          fc.string(),
          fc.base64String(),

          fc.constantFrom(real, ended, '', '%', kept.toUpperCase(), kept.slice(1), `${kept} `, `${kept}' or '1'='1`),
        ),
        1000,
      );
      for (const id of tries) expect(await store.sessions.find(id, now())).toBeUndefined();
      expect(await holder(kept)).toBe('karin');
    });

    test('what is over is forgotten a day later, and nothing else', async () => {
      const over = await begin();
      await store.sessions.endAll('karin', now());
      await store.codes.put('key', 'hash', now() + MINUTE);
      store.pass(24 * 60 * MINUTE + 1);
      const alive = await begin();
      await store.sessions.forget(now() - 24 * 60 * MINUTE);
      const left = (await store.db.selectFrom('login_session').select('id_hash').execute()).map(
        ({ id_hash }) => id_hash,
      );
      expect(left).toEqual([alive]);
      expect(left).not.toContain(over);
    });
  });

  describe('AUTHZ-4: permissions are read in each request, on every server', () => {
    /** A second server: its own connection to the same store. */
    async function elsewhere<T>(
      work: (
        sessions: ReturnType<typeof createSessions>,
        db: Awaited<ReturnType<typeof openIdentityStore>>,
      ) => Promise<T>,
    ): Promise<T> {
      const db = await openIdentityStore(stores.location('identity'));
      try {
        return await work(createSessions(db), db);
      } finally {
        await db.destroy();
      }
    }
    const roles = async (id: string) =>
      (await store.sessions.find(id, now()))?.principal.grants.map(({ role }) => role).sort();

    test('a role given or taken counts in the next request', async () => {
      const id = await begin();
      expect(await roles(id)).toEqual(['learner']);
      await store.people.grant({
        id: 's',
        person: 'karin',
        role: 'steering',
        scope_kind: 'nation',
        scope_id: '',
        valid_from: now(),
        valid_to: null,
      });
      expect(await roles(id)).toEqual(['learner', 'steering']);
      await elsewhere((_, db) => db.updateTable('role_grant').set({ valid_to: now() }).where('id', '=', 's').execute());
      expect(await roles(id)).toEqual(['learner']);
    });

    test('a disabled person is out in the next request, on both servers', async () => {
      const id = await begin();
      await elsewhere((_, db) =>
        db.updateTable('person').set({ disabled_at: now() }).where('id', '=', 'karin').execute(),
      );
      expect(await holder(id)).toBeUndefined();
      expect(await elsewhere((sessions) => sessions.find(id, now()))).toBeUndefined();
    });

    test('a grant counts from its first to its last moment', async () => {
      const id = await begin();
      await store.people.grant({
        id: 's',
        person: 'karin',
        role: 'steering',
        scope_kind: 'nation',
        scope_id: '',
        valid_from: now() + MINUTE,
        valid_to: now() + 3 * MINUTE,
      });
      expect(await roles(id)).toEqual(['learner']);
      store.pass(MINUTE);
      expect(await roles(id)).toEqual(['learner', 'steering']);
      store.pass(2 * MINUTE);
      expect(await roles(id)).toEqual(['learner']);
    });

    test('FED-1: a sign-in that is not sure enough opens the role of learner alone', async () => {
      await store.people.grant({
        id: 's',
        person: 'karin',
        role: 'steering',
        scope_kind: 'nation',
        scope_id: '',
        valid_from: 0,
        valid_to: null,
      });
      expect(await roles(await begin('karin', true))).toEqual(['learner', 'steering']);
      expect(await roles(await begin('karin', false))).toEqual(['learner']);
    });
  });
});
