import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLoginCodes } from '#db/identity/login-codes.ts';
import { createPeople } from '#db/identity/people.ts';
import { createSessions } from '#db/identity/sessions.ts';
import { openIdentityStore } from '#db/open.ts';
import type { Stores } from '#tests/support/stores.ts';

/** An identity store with a clock that the test moves. @param stores without it, SQLite in a folder of its own */
export async function signInStore(stores?: Stores) {
  const folder = mkdtempSync(join(tmpdir(), 'psp-identity-'));
  const db = await (stores?.identity() ?? openIdentityStore({ kind: 'sqlite', file: join(folder, 'identity.sqlite') }));
  let at = Date.UTC(2026, 10, 23, 9);
  return {
    db,
    folder,
    people: createPeople(db),
    sessions: createSessions(db),
    codes: createLoginCodes(db),
    now: () => new Date(at),
    /** @param milliseconds forward */
    pass(milliseconds: number) {
      at += milliseconds;
    },
    async close() {
      if (!stores) await db.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type SignInStore = Awaited<ReturnType<typeof signInStore>>;

/** A person who may sign in; returns its id. */
export async function invite({ people, now }: SignInStore, id: string, mail: string | null): Promise<string> {
  await people.addPerson({
    id,
    name: 'Karin',
    mail,
    learner: `learner-${id}`,
    created_at: now().getTime(),
    disabled_at: null,
  });
  await people.grant({
    id: `grant-${id}`,
    person: id,
    role: 'learner',
    scope_kind: 'nation',
    scope_id: '',
    valid_from: 0,
    valid_to: null,
  });
  return id;
}
