import type { Insertable, Kysely } from 'kysely';
import type { LearnerAffiliationTable, LearningStore } from './schema.ts';

/** Where learners belong; written by administration, read by indicators. No learner's own doing passes here. */
export function createAffiliations(db: Kysely<LearningStore>) {
  return {
    /** Adds a learner under its pseudonym; again is no fault, since the identity store comes first and may be retried. */
    async addLearner(id: string, createdAt: number): Promise<void> {
      await db
        .insertInto('learner')
        .values({ id, created_at: createdAt })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    async add(affiliation: Insertable<LearnerAffiliationTable>): Promise<void> {
      await db
        .insertInto('learner_affiliation')
        .values(affiliation)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    /** Ends what still lasts; the row stays, so that who has left still counts. */
    async end(learner: string, id: string, validTo: number): Promise<void> {
      await db
        .updateTable('learner_affiliation')
        .set({ valid_to: validTo })
        .where('learner', '=', learner)
        .where('id', '=', id)
        .where('valid_to', 'is', null)
        .execute();
    },
  };
}
export type Affiliations = ReturnType<typeof createAffiliations>;
