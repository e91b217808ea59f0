import type { Kysely } from 'kysely';
import type { LearningStore } from './schema.ts';

/** An edition of a scenario as it was offered. Holds no personal data. */
export interface Release {
  /** Hex SHA-256 of the body's canonical form; what runs are pinned to. */
  readonly hash: string;
  readonly scenario: string;
  readonly version: string;
  /** The edition as JSON. */
  readonly body: string;
}

/** Editions of scenarios are kept for as long as the store: a run may rest on any of them. */
export function createReleases(db: Kysely<LearningStore>) {
  return {
    /** Adds those that are new; a known hash stays as it is. */
    async keep(releases: readonly Release[], at: Date): Promise<void> {
      for (const release of releases)
        await db
          .insertInto('scenario_release')
          .values({ ...release, released_at: at.getTime() })
          .onConflict((conflict) => conflict.column('hash').doNothing())
          .execute();
    },

    all(): Promise<Release[]> {
      return db
        .selectFrom('scenario_release')
        .select(['hash', 'scenario', 'version', 'body'])
        .orderBy('hash')
        .execute();
    },
  };
}
