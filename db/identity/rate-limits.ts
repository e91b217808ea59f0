import type { Kysely } from 'kysely';
import type { IdentityStore } from './schema.ts';

/** How often something may happen: `count` times in each window of `milliseconds`. */
export interface RateLimit {
  readonly count: number;
  readonly milliseconds: number;
}

/** Counters in the database, so that a restart or a second server gives nobody new tries (security.md IN-2). */
export function createRateLimits(db: Kysely<IdentityStore>) {
  return {
    /**
     * Counts one more and says whether it is still within the limit.
     * @param key a keyed hash: the table tells nobody which addresses were counted
     */
    async take(key: string, { count: limit, milliseconds }: RateLimit, now: number): Promise<boolean> {
      const start = now - (now % milliseconds);
      // One statement, so that parallel tries cannot share a count.
      const { count } = await db
        .insertInto('rate_limit')
        .values({ key, window_start: start, count: 1, expires_at: start + milliseconds })
        .onConflict((conflict) =>
          conflict.columns(['key', 'window_start']).doUpdateSet((eb) => ({ count: eb('rate_limit.count', '+', 1) })),
        )
        .returning('count')
        .executeTakeFirstOrThrow();
      return count <= limit;
    },

    /** Deletes the windows that are over. */
    async forget(now: number): Promise<void> {
      await db.deleteFrom('rate_limit').where('expires_at', '<', now).execute();
    },
  };
}
export type RateLimits = ReturnType<typeof createRateLimits>;
