import type { Kysely, Selectable } from 'kysely';
import type { Principal } from '#db/principal.ts';
import type { FeedbackTable, LearningStore } from './schema.ts';

export type FeedbackRow = Selectable<FeedbackTable>;
/** What an editor made of it. */
export type Settled = NonNullable<FeedbackTable['settled_as']>;

/** What readers say is wrong with a page. Anyone may write; reading is the editors'. */
export function createFeedback(db: Kysely<LearningStore>) {
  return {
    /** The same id again is the same message. */
    async add(row: Omit<FeedbackRow, 'settled_as' | 'settled_at'>): Promise<void> {
      await db
        .insertInto('feedback')
        .values({ ...row, settled_as: null, settled_at: null })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
    },

    /** Open ones, the oldest first. The caller has asked `may`. */
    open(_: Principal): Promise<FeedbackRow[]> {
      return db
        .selectFrom('feedback')
        .selectAll()
        .where('settled_at', 'is', null)
        .orderBy('received_at')
        .orderBy('id')
        .execute();
    },

    /** The newest that have been settled. */
    settled(_: Principal, count: number): Promise<FeedbackRow[]> {
      return db
        .selectFrom('feedback')
        .selectAll()
        .where('settled_at', 'is not', null)
        .orderBy('settled_at', 'desc')
        .orderBy('id')
        .limit(count)
        .execute();
    },

    /** @returns false when it is unknown or settled already */
    async settle(_: Principal, id: string, as: Settled, at: number): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable('feedback')
        .set({ settled_as: as, settled_at: at })
        .where('id', '=', id)
        .where('settled_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    /** Deletes what was settled before a moment. @returns how many */
    async forget(before: number): Promise<number> {
      const { numDeletedRows } = await db.deleteFrom('feedback').where('settled_at', '<', before).executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
export type Feedback = ReturnType<typeof createFeedback>;
