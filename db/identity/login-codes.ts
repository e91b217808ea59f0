import type { Kysely } from 'kysely';
import type { IdentityStore } from './schema.ts';

/** Wrong tries after which a code is dead. */
const TRIES = 5;

/** Codes sent by mail, one for each time a browser asked. */
export function createLoginCodes(db: Kysely<IdentityStore>) {
  return {
    async put(mailHash: string, codeHash: string, expiresAt: number): Promise<void> {
      const row = { code_hash: codeHash, expires_at: expiresAt, tries: 0 };
      await db
        .insertInto('login_code')
        .values({ mail_hash: mailHash, ...row })
        .onConflict((conflict) => conflict.column('mail_hash').doUpdateSet(row))
        .execute();
    },

    /** Counts the try and takes the code when it is right; it works once. */
    async take(mailHash: string, codeHash: string, now: number): Promise<boolean> {
      // The count comes first and in one statement, so that parallel guesses cannot share a try.
      const counted = await db
        .updateTable('login_code')
        .set((eb) => ({ tries: eb('tries', '+', 1) }))
        .where('mail_hash', '=', mailHash)
        .where('expires_at', '>', now)
        .where('tries', '<', TRIES)
        .executeTakeFirstOrThrow();
      if (counted.numUpdatedRows === 0n) return false;
      const { numDeletedRows } = await db
        .deleteFrom('login_code')
        .where('mail_hash', '=', mailHash)
        .where('code_hash', '=', codeHash)
        .executeTakeFirstOrThrow();
      return numDeletedRows === 1n;
    },
  };
}
export type LoginCodes = ReturnType<typeof createLoginCodes>;
