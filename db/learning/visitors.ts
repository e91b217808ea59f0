import type { Kysely, Transaction } from 'kysely';
import { inTransaction } from '#db/open.ts';
import type { LearnerPrincipal } from '#db/principal.ts';
import type { LearningStore } from './schema.ts';

/** Tables whose rows belong to a learner and come from playing. */
const PLAYED = ['event', 'attempt', 'module_progress', 'decision', 'evidence', 'own_text'] as const;

/** Plays without an account. Codes arrive as hashes; the code itself is known to the browser only (security.md ANON-1). */
export function createVisitors(db: Kysely<LearningStore>) {
  const erase = async (tx: Transaction<LearningStore>, learners: readonly string[]): Promise<void> => {
    if (learners.length === 0) return;
    for (const table of PLAYED) await tx.deleteFrom(table).where('learner', 'in', learners).execute();
    await tx.deleteFrom('visitor').where('learner', 'in', learners).execute();
  };
  return {
    async begin(codeHash: string, learner: string, at: Date): Promise<void> {
      await db.insertInto('visitor').values({ code_hash: codeHash, learner, created_at: at.getTime() }).execute();
    },

    /** The pseudonym behind a code that was made after a moment; undefined for any other. */
    async find(codeHash: string, since: number): Promise<string | undefined> {
      const row = await db
        .selectFrom('visitor')
        .select('learner')
        .where('code_hash', '=', codeHash)
        .where('created_at', '>', since)
        .executeTakeFirst();
      return row?.learner;
    },

    /**
     * Gives what was played to a learner, once: the code is dead afterwards.
     * @returns whether the code stood for anything
     */
    claim(principal: LearnerPrincipal, codeHash: string, since: number): Promise<boolean> {
      return inTransaction(db, async (tx) => {
        const row = await tx
          .deleteFrom('visitor')
          .where('code_hash', '=', codeHash)
          .where('created_at', '>', since)
          .returning('learner')
          .executeTakeFirst();
        if (!row) return false;
        for (const table of PLAYED)
          await tx.updateTable(table).set({ learner: principal.learner }).where('learner', '=', row.learner).execute();
        return true;
      });
    },

    /** Deletes all that was played behind a code. */
    erase(codeHash: string): Promise<void> {
      return inTransaction(db, async (tx) => {
        const rows = await tx.selectFrom('visitor').select('learner').where('code_hash', '=', codeHash).execute();
        await erase(
          tx,
          rows.map(({ learner }) => learner),
        );
      });
    },

    /** Deletes all that was begun before a moment. @returns how many plays went */
    forget(before: number): Promise<number> {
      return inTransaction(db, async (tx) => {
        const rows = await tx.selectFrom('visitor').select('learner').where('created_at', '<=', before).execute();
        await erase(
          tx,
          rows.map(({ learner }) => learner),
        );
        return rows.length;
      });
    },
  };
}
export type VisitorStore = ReturnType<typeof createVisitors>;
